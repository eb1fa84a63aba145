"""A run: items in, records to a sink, failures to the dead letters, all of it once.

The order of things is what makes a run safe to kill: the sink makes its output durable, then
the ledger notes it. Whatever was not noted is done again when the run goes on, and the sink
drops or replaces what it had of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from thainews_ie import __version__
from thainews_ie.batch.chunks import Chunk, Done, chunked
from thainews_ie.batch.keys import digest, item_key
from thainews_ie.batch.ledger import Claim, Ledger
from thainews_ie.batch.pool import run_chunks
from thainews_ie.batch.rejects import reject_line
from thainews_ie.batch.sinks.sink import Sink
from thainews_ie.batch.stopping import Stop
from thainews_ie.batch.tally import Tally
from thainews_ie.batch.work import Job
from thainews_ie.codec import SCHEMA_VERSION
from thainews_ie.errors import DuplicateIdError, StoppedError, WriterError
from thainews_ie.io.items import Item
from thainews_ie.records import Failure

__all__ = ["Settings", "run"]

_SECONDS_BETWEEN_COMMITS = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run.

    Args:
        workers: processes to work in, at least 1.
        seconds: how long one article may take before it is given up.
        min_confidence: finds that are less probable than this are left out, 0 to 1.
        keep_text: whether records keep their article's text.
        inputs: names what is read. A file's run goes on only over the same input.
        fresh: whether to forget what an earlier run has done.
    """

    workers: int = 1
    seconds: float = 60.0
    min_confidence: float = 0.0
    keep_text: bool = True
    inputs: str = ""
    fresh: bool = False


def _fingerprint(settings: Settings, sink: Sink) -> str:
    """Of all that the output depends on; a database takes the output of any input."""
    made_by = (__version__, SCHEMA_VERSION, settings.min_confidence, settings.keep_text)
    inputs = "" if sink.keeps else settings.inputs
    return digest(repr(made_by), sink.identity, inputs).hex()


class _Run:
    """A run under way."""

    def __init__(
        self,
        sink: Sink,
        ledger: Ledger,
        failed: Callable[[Failure], None],
        progress: Callable[[Tally], None],
    ) -> None:
        self.sink = sink
        self.ledger = ledger
        self.tally = Tally.from_text(ledger.fact("tally", ""))
        self._failed = failed
        self._progress = progress
        self._committed = time.monotonic()

    def keyed(self, items: Iterable[Item]) -> Iterator[tuple[bytes, Item]]:
        """The items that are to be worked on."""
        for item in items:
            key = item_key(item)
            if self.ledger.give(key):
                yield key, item
            else:
                self.tally.skipped += 1

    def take(self, chunk: Chunk, done: Done) -> None:
        """Hands a chunk's records to the sink, and its failures to the ledger."""
        keep: list[int] = []  # numbers among the payload's records
        whose: list[int] = []  # for each record of the payload, the number of its item
        for number, outcome in enumerate(done.outcomes):
            if isinstance(outcome, Failure):
                self._reject(chunk, number, outcome)
                continue
            whose.append(number)
            claim = self.ledger.claim(*outcome)
            if claim is Claim.NEW:
                keep.append(len(whose) - 1)
            elif claim is Claim.SAME:
                self.tally.skipped += 1
                self.ledger.done(chunk.keys[number])
            else:
                message = f"{claim.value}; name the field that tells articles apart (--id-field)"
                self._fail(chunk, number, outcome[0], DuplicateIdError.__name__, message)
        refused = dict(self.sink.write(done.payload, keep)) if keep else {}
        for record in keep:
            number = whose[record]
            if record in refused:
                name, _ = done.outcomes[number]  # type: ignore[misc]
                self._fail(chunk, number, name, WriterError.__name__, refused[record])
            else:
                self.tally.records += 1
                self.ledger.done(chunk.keys[number])
        self._progress(self.tally)
        if time.monotonic() - self._committed > _SECONDS_BETWEEN_COMMITS:
            self.commit()

    def _fail(self, chunk: Chunk, number: int, name: str, error: str, message: str) -> None:
        item = chunk.items[number]
        self._reject(chunk, number, Failure(name, error, message, item.file, item.line))

    def _reject(self, chunk: Chunk, number: int, failure: Failure) -> None:
        key = chunk.keys[number]
        self.tally.failures += 1
        self.ledger.reject(key, reject_line(key, failure, chunk.items[number]))
        self._failed(failure)

    def commit(self) -> None:
        """Makes durable what was done."""
        state = self.sink.commit()
        self.ledger.commit(state, self.tally.to_text())
        self._committed = time.monotonic()


def run(
    items: Iterable[Item],
    sink: Sink,
    ledger: Ledger,
    settings: Settings,
    *,
    failed: Callable[[Failure], None],
    progress: Callable[[Tally], None],
    settles: Iterable[bytes] = (),
    stop: Stop | None = None,
) -> Tally:
    """Extracts items into a sink, or goes on where the same run stopped.

    Args:
        items: from a reader, in an order that is the same each time.
        sink: where records go.
        ledger: of this sink.
        settings: how to run.
        failed: is told each failure as it happens.
        progress: is told the counts after each chunk.
        settles: keys of failures of earlier runs that these items try again.
        stop: takes note of signals that ask the run to stop.

    Returns:
        The counts. The ledger holds the dead letters.

    Raises:
        WriterError, StoreError, LedgerError, WorkerError: the run cannot go on; the same call
            goes on from the last commit once the cause is gone.
        StoppedError: it was asked to stop; all that was done is committed.
    """
    state = ledger.begin(_fingerprint(settings, sink), keep=sink.keeps, fresh=settings.fresh)
    finishing = bool(ledger.fact("finishing", ""))
    sink.resume(state, finishing=finishing)
    going = _Run(sink, ledger, failed, progress)
    if not finishing:
        job = Job(sink.encode, settings.min_confidence, settings.keep_text)
        stop = stop or Stop()
        chunks = chunked(going.keyed(stop.while_waiting(items)))
        try:
            for chunk, done in run_chunks(
                chunks,
                job,
                workers=settings.workers,
                seconds=settings.seconds,
                stopped=lambda: stop.asked,
            ):
                going.take(chunk, done)
        except StoppedError:  # comes between chunks: what was done need not be done again
            going.commit()
            raise
        going.commit()
        ledger.settle(frozenset(settles))
        if not sink.keeps:  # what a database holds needs no finish
            ledger.mark("finishing")
    sink.finish()
    ledger.mark("ended")
    return going.tally
