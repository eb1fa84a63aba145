"""Processes that die or hang cost one article and no more."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import pytest

from thainews_ie.batch.chunks import Chunk
from thainews_ie.batch.pool import run_chunks
from thainews_ie.batch.sinks.lines import encode_lines
from thainews_ie.batch.work import Job
from thainews_ie.errors import WorkerError
from thainews_ie.io.items import Item
from thainews_ie.records import Article, Failure

JOB = Job(encode_lines)


def chunk(*contents: object) -> Chunk:
    """A chunk whose contents may also be a function, which its process calls."""
    items = (Item(cast(Any, content), "in.jsonl", i) for i, content in enumerate(contents))
    return Chunk(tuple(items), tuple(bytes([i]) for i in range(len(contents))))


def articles(first: int, count: int) -> list[Article]:
    return [Article(str(i), f"นายสมชาย ใจดี {i}") for i in range(first, first + count)]


def results(*chunks: Chunk, workers: int = 2, seconds: float = 60.0) -> list[Any]:
    """For each item, its id or the error."""
    found = []
    for _, done in run_chunks(chunks, JOB, workers=workers, seconds=seconds):
        found += [o.error if isinstance(o, Failure) else o[0] for o in done.outcomes]
        assert isinstance(done.payload, list)
        assert len(done.payload) == sum(not isinstance(o, Failure) for o in done.outcomes)
    return found


def test_order_is_kept() -> None:
    slow: Callable[[], None] = partial(time.sleep, 1.0)
    chunks = [chunk(slow, *articles(0, 2)), *(chunk(*articles(i, 2)) for i in range(2, 20, 2))]
    ids = results(*chunks)
    assert ids[0] == "ArticleError"  # sleep gives no article
    assert ids[1:] == [str(i) for i in range(20)]


def test_one_that_kills_its_process_costs_itself() -> None:
    deadly = partial(os._exit, 9)
    before, after = articles(0, 3), articles(3, 3)
    found = results(chunk(*before, deadly, *after), chunk(*articles(6, 2)))
    assert found == ["0", "1", "2", "WorkerError", "3", "4", "5", "6", "7"]


def test_one_that_hangs_costs_itself() -> None:
    hanging = partial(time.sleep, 600)
    found = results(chunk(*articles(0, 2), hanging, *articles(2, 2)), seconds=1.0)
    assert found == ["0", "1", "TimeLimitError", "2", "3"]


def test_a_failure_says_where_it_lies() -> None:
    ((_, done),) = run_chunks([chunk(partial(os._exit, 1))], JOB, workers=1, seconds=60)
    (failure,) = done.outcomes
    assert isinstance(failure, Failure)
    assert (failure.source, failure.line) == ("in.jsonl", 0)
    assert "died 3 times" in failure.message


def test_what_was_read_ahead_is_bounded() -> None:
    taken = 0

    def endless() -> Any:
        nonlocal taken
        while True:
            taken += 1
            yield chunk(*articles(taken, 1))

    stream = run_chunks(endless(), JOB, workers=2, seconds=60)
    for _ in range(20):
        next(stream)
    assert taken <= 20 + 2 * 4
    stream.close()  # type: ignore[attr-defined]


def test_processes_that_cannot_work_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # a Python that ends at its start
    with pytest.raises(WorkerError, match="end before they begin"):
        list(run_chunks([chunk(*articles(0, 1))], JOB, workers=1, seconds=60))
