"""The pipeline, and extraction with it."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Literal, overload

from thainews_ie.assemble import assemble
from thainews_ie.confidence.cut import at_least, check_minimum
from thainews_ie.errors import ArticleError, ExtractionError
from thainews_ie.records import Article, Failure, NewsRecord
from thainews_ie.segment import findings_of

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Source", "extract", "extract_chunk", "extract_many", "load"]

# A reader's failures travel with its articles, so that the order of the input is kept.
Source = Article | str | Failure

# Fields of an article that go into its record.
_RECORD_FIELDS = {
    "id": str,
    "url": str | None,
    "title": str | None,
    "source": str | None,
    "published": dt.date | None,
}
# Articles handed to a process at a time.
_CHUNK = 64


def load(*, engine: str = "auto", exclude: Iterable[str] = ()) -> Language:
    """A spaCy pipeline with every step of the extraction.

    Args:
        engine: the word segmenter, ``nlpo3``, ``newmm`` or ``auto``.
        exclude: name or names of steps to leave out, such as ``thainews_spans``.

    Returns:
        A new pipeline; steps can be added, removed and replaced as in any other.

    Raises:
        ValueError: an engine or a step of that name does not exist.
    """
    from thainews_ie.components import FACTORIES

    left_out = {exclude} if isinstance(exclude, str) else set(exclude)
    if unknown := left_out - FACTORIES.keys():
        raise ValueError(f"no step {sorted(map(str, unknown))}: the steps are {list(FACTORIES)}")
    return _made(engine, left_out, tokens=True)


def _made(engine: str, left_out: set[str], *, tokens: bool) -> Language:
    import spacy

    from thainews_ie.components import FACTORIES

    tokenizer = {
        "@tokenizers": "thainews_ie.NewsTokenizer.v1",
        "engine": engine,
        "tokens": tokens,
    }
    nlp = spacy.blank("th", config={"nlp": {"tokenizer": tokenizer}})
    for name in FACTORIES:
        if name not in left_out:
            nlp.add_pipe(name)
    # The steps take time linear in the length, so that no text is too long.
    nlp.max_length = 2**31
    return nlp


@cache
def _default() -> Language:
    # Nobody sees its Docs. Tokens would cost a tenth of the time, and spaCy keeps their words.
    return _made("auto", {"thainews_spans"}, tokens=False)


def _article(source: Article | str) -> Article:
    if isinstance(source, str):
        return Article(id="", text=source)
    if not isinstance(source, Article):
        raise ArticleError(f"want an Article or a string, got {type(source).__name__}")
    if not isinstance(source.text, str):
        raise ArticleError(
            f"the text of article {source.id!r} is {type(source.text).__name__}, not a string; "
            "decode bytes and read files before extraction"
        )
    _check_fields(source)
    return source


def _check_fields(article: Article) -> None:
    """Fields that go into the record: a wrong one would be found out by whoever writes it."""
    for name, kind in _RECORD_FIELDS.items():
        value = getattr(article, name)
        # a datetime is a date, and would be written with its time
        if not isinstance(value, kind) or isinstance(value, dt.datetime):
            want, got = getattr(kind, "__name__", kind), type(value).__name__
            raise ArticleError(f"the field {name!r} of article {article.id!r} is {got}, not {want}")


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No search for reference cycles meanwhile.

    The steps make many small objects and no cycles. On an article of millions of characters
    the collector would visit them all again and again: time would grow faster than the text.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def extract(
    source: Article | str, nlp: Language | None = None, *, min_confidence: float = 0.0
) -> NewsRecord:
    """The record of one article.

    Args:
        source: the article, or just its text.
        nlp: a pipeline made by :func:`load`; a default one, made once, if None.
        min_confidence: finds that are less probable than this are left out, 0 to 1.

    Returns:
        What the article says; a text that says nothing gives an empty record.

    Raises:
        ArticleError: the input is neither an article nor a string, or a field of the article is
            of a wrong type.
        ValueError: ``min_confidence`` is not within 0 and 1.

    >>> extract("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า").people[0].name
    'สมชาย ใจดี'
    """
    check_minimum(min_confidence)
    article = _article(source)
    nlp = nlp or _default()
    with _collector_paused():
        doc = nlp.make_doc(article.text)
        findings_of(doc).published = article.published
        record = assemble(article, findings_of(nlp(doc)))
        return at_least(record, min_confidence)


def _extract_safely(
    source: Source | Callable[[], Source], nlp: Language, min_confidence: float
) -> NewsRecord | Failure:
    """A record, or why there is none. The one place where any error is caught."""
    try:
        if callable(source):
            source = source()
        if isinstance(source, Failure):
            return source
        return extract(source, nlp, min_confidence=min_confidence)
    except Exception as error:  # noqa: BLE001 - a batch outlives whatever one article does
        name = source.id if isinstance(source, Article) else ""
        return Failure(str(name), type(error).__name__, str(error))


def extract_chunk(
    chunk: Iterable[Source | Callable[[], Source]], *, min_confidence: float = 0.0
) -> list[NewsRecord | Failure]:
    """Records of a chunk of articles, by this process's own pipeline.

    Args:
        chunk: articles, or functions that read one; each is asked for when the one before it
            is done.
        min_confidence: finds that are less probable than this are left out, 0 to 1.

    Returns:
        One record per article, or why there is none; no article's fault reaches another.
    """
    nlp = _default()
    return [_extract_safely(source, nlp, min_confidence) for source in chunk]


def _chunks(sources: Iterable[Source]) -> Iterator[list[Source]]:
    rest = iter(sources)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        yield chunk


def _ignore_interrupts() -> None:
    """Ctrl-C reaches all processes of a terminal; the one that the user started answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stream(
    sources: Iterable[Source], workers: int, min_confidence: float
) -> Iterator[NewsRecord | Failure]:
    if workers == 1:
        for chunk in _chunks(sources):
            yield from extract_chunk(chunk, min_confidence=min_confidence)
        return
    # Fresh processes: forking one that has threads or open databases is unsafe.
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_ignore_interrupts
    )
    pending: deque[Future[list[NewsRecord | Failure]]] = deque()
    try:
        for chunk in _chunks(sources):
            pending.append(pool.submit(extract_chunk, chunk, min_confidence=min_confidence))
            if len(pending) >= 2 * workers:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:  # a caller that has seen enough does not wait for what it will not see
        pool.shutdown(cancel_futures=True)


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    workers: int | None = ...,
    errors: Literal["raise"] = ...,
    min_confidence: float = ...,
) -> Iterator[NewsRecord]: ...


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    workers: int | None = ...,
    errors: Literal["return"],
    min_confidence: float = ...,
) -> Iterator[NewsRecord | Failure]: ...


def extract_many(
    sources: Iterable[Source],
    *,
    workers: int | None = 1,
    errors: Literal["raise", "return"] = "raise",
    min_confidence: float = 0.0,
) -> Iterator[NewsRecord | Failure]:
    """Records of many articles, one after another, in the order of the input.

    Reads the input as it goes and holds a bounded number of articles, so that the input may be
    endless.

    Args:
        sources: articles, or texts; a :class:`Failure` among them is passed on in its place.
        workers: processes to work in; None for one per processor. With more than one, call it
            under ``if __name__ == "__main__":``, as for any use of ``multiprocessing``.
        errors: ``raise`` stops at the first article that fails, ``return`` puts a
            :class:`Failure` in its place and goes on.
        min_confidence: finds that are less probable than this are left out, 0 to 1.

    Yields:
        One record (or failure) per article.

    Raises:
        ExtractionError: an article failed and ``errors`` is ``raise``.
        ArticleError: ``sources`` is a single text.
        ValueError: ``workers`` is less than 1, ``errors`` another word, or ``min_confidence``
            not within 0 and 1.
    """
    check_minimum(min_confidence)
    if isinstance(sources, str):  # its characters would be articles
        raise ArticleError("want many articles, got one text: put it in a list, or use extract")
    if errors not in ("raise", "return"):
        raise ValueError(f"errors must be 'raise' or 'return', got {errors!r}")
    count = workers if workers is not None else os.cpu_count() or 1
    if count < 1:
        raise ValueError(f"workers must be at least 1, got {workers}")
    for result in _stream(sources, count, min_confidence):
        if isinstance(result, Failure) and errors == "raise":
            raise ExtractionError(f"article {result.id!r}: {result.error}: {result.message}")
        yield result
