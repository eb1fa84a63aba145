"""Every error the library raises on purpose, under one root."""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "DateError",
    "DuplicateIdError",
    "ExtractionError",
    "LedgerError",
    "LexiconError",
    "MissingExtraError",
    "NewStoreError",
    "NotAStoreError",
    "OldStoreError",
    "ReaderError",
    "RecordError",
    "StoppedError",
    "StoreError",
    "ThaiNewsError",
    "TimeLimitError",
    "WorkerError",
    "WriterError",
]


class ThaiNewsError(Exception):
    """Root of the library's errors: catch it to catch them all."""


class ArticleError(ThaiNewsError):
    """The input is not an article: a wrong type, or a field of a wrong type."""


class DateError(ThaiNewsError, ValueError):
    """Text is not a date, or there is no such day; the message says which."""


class LexiconError(ThaiNewsError):
    """A word list or a model file of the package is damaged; the message names the file."""


class ReaderError(ThaiNewsError):
    """An input cannot be read as articles.

    Args:
        message: what is wrong and what to do about it.
        source: the file (or other input) that was read.
        line: the line in it, counted from 1, where there is one.
    """

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.source = source
        self.line = line
        place = ":".join(str(part) for part in (source, line) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)


class WriterError(ThaiNewsError):
    """An output cannot be written; the message says what to do."""


class RecordError(ThaiNewsError):
    """JSON does not hold a record.

    Args:
        message: what is wrong.
        path: where, as a path from the record's root, such as ``$.people[0].name``.
    """

    def __init__(self, message: str, path: str = "$") -> None:
        self.message = message
        self.path = path
        super().__init__(f"{message} - at {path}")


class ExtractionError(ThaiNewsError):
    """Extraction of one article failed; the article's id is in the message."""


class WorkerError(ThaiNewsError):
    """The processes of a run cannot work; the message says what to do."""


class LedgerError(ThaiNewsError):
    """The ledger of a run cannot be used; the message says what to do."""


class TimeLimitError(ThaiNewsError):
    """An article took longer than a run allows."""


class DuplicateIdError(ThaiNewsError):
    """Two articles of one run have one id and different texts."""


class MissingExtraError(ThaiNewsError):
    """A package is missing that only some uses need; the message says how to install it."""


class StoreError(ThaiNewsError):
    """A database cannot be opened, read or written; the message says what to do."""


class OldStoreError(StoreError):
    """A database was made by an older version of the library and is to be upgraded."""


class NewStoreError(StoreError):
    """A database was made by a newer version of the library than the installed one."""


class NotAStoreError(StoreError):
    """There is no database of the library's in that place, or there is somebody else's."""


class StoppedError(ThaiNewsError):
    """A run was asked to stop; what it has done is kept, and the same command goes on."""
