"""Processes that outlive what they work on: one that dies or hangs costs one article at most."""

from __future__ import annotations

import contextlib
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from thainews_ie.batch.chunks import Chunk, Done
from thainews_ie.batch.work import Job, work
from thainews_ie.errors import StoppedError, ThaiNewsError, TimeLimitError, WorkerError
from thainews_ie.io.items import Page
from thainews_ie.records import Article, Failure

if TYPE_CHECKING:
    from ctypes import c_longlong
    from multiprocessing.connection import Connection

__all__ = ["run_chunks"]

_POLL = 0.2  # seconds between two looks at the clock
_LOADING = 300.0  # seconds that a process may take to load its pipeline
# A process may be killed from outside, for memory or by hand, while it works on an article that
# is innocent; one that is there three times is not.
_CRASHES = 3
_FALSE_STARTS = 5  # processes in a row that end before they began any article
_AHEAD = 4  # chunks per process that may wait for one before them
_HELD = 16_000_000  # characters or bytes of chunks on their way, beyond which no more are read
_NOT_BEGUN = -1


def _serve(pipe: Connection, at: c_longlong, job: Job) -> None:
    """The life of a process: a chunk's items come, what became of them goes."""
    # Ctrl-C reaches all processes of a terminal; the one that the user started answers it
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def begin(number: int) -> None:
        at.value = number

    while True:
        try:
            items = pipe.recv()
        except (EOFError, OSError):  # the process that asked is gone
            return
        done = work(items, job, begin)
        with contextlib.suppress(OSError):
            pipe.send(done)


@dataclass(slots=True)
class _Task:
    """A chunk on its way: its number in the order of the input, and what it has met."""

    number: int
    chunk: Chunk
    crashes: dict[int, int] = field(default_factory=dict)

    def give_up(self, item: int, error: type[ThaiNewsError], message: str) -> None:
        """Puts a failure in the place of an item, so that the rest can be done."""
        items = list(self.chunk.items)
        content = items[item].content
        name = content.id if isinstance(content, Article | Page) else ""
        failure = Failure(name or "", error.__name__, message, items[item].file, items[item].line)
        items[item] = replace(items[item], content=failure)
        self.chunk = replace(self.chunk, items=tuple(items))


class _Worker:
    """A process, and the chunk it works on."""

    def __init__(self, job: Job) -> None:
        context = get_context("spawn")  # forking a process that has threads is unsafe
        self.pipe, theirs = context.Pipe()
        self._at: c_longlong = context.Value("q", _NOT_BEGUN, lock=False)
        self.process: SpawnProcess = context.Process(
            target=_serve, args=(theirs, self._at, job), daemon=True
        )
        self.process.start()
        theirs.close()
        self.task: _Task | None = None
        self.proven = False  # it has begun an article
        self._seen = _NOT_BEGUN
        self._since = 0.0

    def begin(self, task: _Task) -> None:
        self.task = task
        self._at.value = self._seen = _NOT_BEGUN
        self._since = time.monotonic()
        self.pipe.send(task.chunk.items)

    @property
    def item(self) -> int:
        """The number of the item it works on."""
        return self._at.value

    def seconds(self) -> float:
        """How long it has been at it."""
        if self._at.value != self._seen:
            self._seen, self._since, self.proven = self._at.value, time.monotonic(), True
        return time.monotonic() - self._since

    def overdue(self, limit: float) -> bool:
        return self.task is not None and self.seconds() > (
            limit if self.item != _NOT_BEGUN else _LOADING
        )

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Crew:
    """The processes of a run, and the chunks they are at."""

    def __init__(self, count: int, job: Job, seconds: float) -> None:
        self._job = job
        self._seconds = seconds
        self.workers = [_Worker(job) for _ in range(count)]
        self.waiting: deque[_Task] = deque()
        self._false_starts = 0

    def hand_out(self) -> None:
        for worker in self.workers:
            if worker.task is None and self.waiting:
                task = self.waiting.popleft()
                try:
                    worker.begin(task)
                except OSError:  # it died since; the look-around will meet it
                    self.waiting.appendleft(task)
                    worker.task = None
                    self._replace(worker)

    def look_around(self) -> Iterator[tuple[_Task, Done]]:
        """What has been done since; meanwhile, the dead are replaced."""
        busy = {worker.pipe: worker for worker in self.workers if worker.task}
        for pipe in connection.wait(list(busy), timeout=_POLL):
            worker = busy[pipe]  # type: ignore[index]
            assert worker.task is not None
            try:
                done = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, worker.task)
                continue
            task, worker.task = worker.task, None
            self._false_starts = 0
            worker.proven = True
            yield task, done
        for worker in list(self.workers):
            if worker.task and worker.overdue(self._seconds):
                self._stop_late(worker, worker.task)

    def _replace(self, worker: _Worker) -> None:
        worker.seconds()  # whether it has begun an article
        self._false_starts = 0 if worker.proven else self._false_starts + 1
        code = worker.process.exitcode
        worker.end()
        if self._false_starts >= _FALSE_STARTS:
            raise WorkerError(
                f"processes end before they begin to work (exit code {code}); is there enough "
                "memory? Try fewer with --workers"
            )
        self.workers[self.workers.index(worker)] = _Worker(self._job)

    def _bury(self, worker: _Worker, task: _Task) -> None:
        """A process died: the article it was at is suspect, the chunk is done again."""
        worker.process.join(1.0)
        item = worker.item
        if item != _NOT_BEGUN:
            task.crashes[item] = task.crashes.get(item, 0) + 1
            if task.crashes[item] >= _CRASHES:
                code = worker.process.exitcode
                message = f"the process died {_CRASHES} times at this article (exit code {code})"
                task.give_up(item, WorkerError, message)
        self._replace(worker)
        self.waiting.appendleft(task)

    def _stop_late(self, worker: _Worker, task: _Task) -> None:
        item = worker.item
        if item != _NOT_BEGUN:
            message = f"took longer than {self._seconds:g} seconds; allow more with --seconds"
            task.give_up(item, TimeLimitError, message)
        self._replace(worker)
        self.waiting.appendleft(task)

    def end(self) -> None:
        for worker in self.workers:
            worker.end()


def run_chunks(
    chunks: Iterable[Chunk],
    job: Job,
    *,
    workers: int,
    seconds: float,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[Chunk, Done]]:
    """Works on chunks in several processes.

    Args:
        chunks: read as they are needed: a few per process are held.
        job: what to do with every article.
        workers: how many processes, at least 1.
        seconds: how long one article may take.
        stopped: whether to stop; asked again and again.

    Yields:
        Each chunk and what became of it, in the order given. An article that takes too long, or
        at which the process dies again and again, is a failure there.

    Raises:
        WorkerError: processes cannot be started, or die before they do anything.
        StoppedError: ``stopped`` said so.
    """
    crew = _Crew(workers, job, seconds)
    given: dict[int, Chunk] = {}
    ready: dict[int, Done] = {}
    source = enumerate(chunks)
    more = True
    next_out = 0
    try:
        while True:
            while (
                more
                and len(given) < _AHEAD * workers
                and len(crew.waiting) < workers
                and sum(chunk.size for chunk in given.values()) < _HELD
            ):
                entry = next(source, None)
                if entry is None:
                    more = False
                else:
                    given[entry[0]] = entry[1]
                    crew.waiting.append(_Task(*entry))
            if not given:
                return
            if stopped():
                raise StoppedError
            crew.hand_out()
            for task, done in crew.look_around():
                ready[task.number] = done
            while next_out in ready:
                yield given.pop(next_out), ready.pop(next_out)
                next_out += 1
    finally:
        crew.end()
