"""Thai news into data: people, titles, awards, venues, events, dates.

Importing the package loads neither spaCy nor a lexicon; the first call does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thainews_ie.arrow.tables import records_from_arrow, records_to_arrow
    from thainews_ie.calendar import normalize_date, to_buddhist
    from thainews_ie.codec import (
        SCHEMA_VERSION,
        from_dict,
        from_json,
        json_schema,
        to_dict,
        to_json,
    )
    from thainews_ie.errors import (
        ArticleError,
        DateError,
        DuplicateIdError,
        ExtractionError,
        LedgerError,
        LexiconError,
        MissingExtraError,
        NewStoreError,
        NotAStoreError,
        OldStoreError,
        ReaderError,
        RecordError,
        StoppedError,
        StoreError,
        ThaiNewsError,
        TimeLimitError,
        WorkerError,
        WriterError,
    )
    from thainews_ie.pipeline import extract, extract_many, load
    from thainews_ie.records import (
        Article,
        Award,
        Broadcast,
        Byline,
        DateKind,
        Event,
        Failure,
        Mode,
        ModeEvidence,
        ModeKind,
        NewsDate,
        NewsRecord,
        Person,
        Place,
        Platform,
        Role,
        RoleEvidence,
        Span,
        Title,
        Venue,
    )
    from thainews_ie.spans import iter_spans

__version__ = "0.1.0"

_HOMES = {
    "arrow.tables": ("records_from_arrow", "records_to_arrow"),
    "calendar": ("normalize_date", "to_buddhist"),
    "codec": ("SCHEMA_VERSION", "from_dict", "from_json", "json_schema", "to_dict", "to_json"),
    "errors": (
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
    ),
    "pipeline": ("extract", "extract_many", "load"),
    "records": (
        "Article",
        "Award",
        "Broadcast",
        "Byline",
        "DateKind",
        "Event",
        "Failure",
        "Mode",
        "ModeEvidence",
        "ModeKind",
        "NewsDate",
        "NewsRecord",
        "Person",
        "Place",
        "Platform",
        "Role",
        "RoleEvidence",
        "Span",
        "Title",
        "Venue",
    ),
    "spans": ("iter_spans",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "ArticleError",
    "Award",
    "Broadcast",
    "Byline",
    "DateError",
    "DateKind",
    "DuplicateIdError",
    "Event",
    "ExtractionError",
    "Failure",
    "LedgerError",
    "LexiconError",
    "MissingExtraError",
    "Mode",
    "ModeEvidence",
    "ModeKind",
    "NewStoreError",
    "NewsDate",
    "NewsRecord",
    "NotAStoreError",
    "OldStoreError",
    "Person",
    "Place",
    "Platform",
    "ReaderError",
    "RecordError",
    "Role",
    "RoleEvidence",
    "Span",
    "StoppedError",
    "StoreError",
    "ThaiNewsError",
    "TimeLimitError",
    "Title",
    "Venue",
    "WorkerError",
    "WriterError",
    "extract",
    "extract_many",
    "from_dict",
    "from_json",
    "iter_spans",
    "json_schema",
    "load",
    "normalize_date",
    "records_from_arrow",
    "records_to_arrow",
    "to_buddhist",
    "to_dict",
    "to_json",
]


def __getattr__(name: str) -> Any:
    """Loads a public name's module when it is first asked for (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
