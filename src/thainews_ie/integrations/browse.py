"""A database of records in Datasette, which serves it to a browser on this machine."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from thainews_ie.errors import MissingExtraError
from thainews_ie.sql.engines import connect
from thainews_ie.sql.questions import questions
from thainews_ie.sql.tables import VERSION_TABLE
from thainews_ie.sql.versions import check
from thainews_ie.sql.views import VIEWS

__all__ = ["metadata", "serve"]

_LOOPBACK = "127.0.0.1"
_ABOUT = {
    "articles": "The articles, each with its text and its whole record as JSON.",
    "people": "Every person named, once over all articles.",
    "appearances": "A person in an article, with one role; without a role, one row all the same.",
    "titles": "The posts that articles give to people.",
    "awards": "The awards that articles tell of.",
    "recipients": "Who receives them.",
    "venues": "Where events take place.",
    "events": "The main event of an article.",
    "dates": "Every calendar expression.",
    "provinces": "The provinces of Thailand, with their official codes.",
}
# What Datasette offers to narrow a table or view by.
_FACETS = {
    "articles": ["source"],
    "appearances": ["role"],
    "titles": ["canonical_office"],
    "awards": ["year", "level"],
    "venues": ["province"],
    "events": ["mode"],
    "dates": ["kind"],
    "award_recipients": ["province", "year", "giver"],
    "officials_by_province": ["province"],
    "events_by_month": ["month", "mode", "province"],
    "person_timeline": ["role", "mode", "province"],
}
_SORTED = {"people": "sort_key"}


def metadata(name: str) -> dict[str, Any]:
    """What Datasette is to say of a database: its tables, views, facets and saved questions.

    Args:
        name: the database, as Datasette calls it: the file's name without its ending.

    Returns:
        The metadata as Datasette 0.65 reads them.
    """
    about = {**_ABOUT, **{view: told.about for view, told in VIEWS.items()}}
    tables: dict[str, Any] = {}
    for table, description in about.items():
        tables[table] = {"description": description}
        if table in _FACETS:
            tables[table]["facets"] = _FACETS[table]
        if table in _SORTED:
            tables[table]["sort"] = _SORTED[table]
    for hidden in ("store_info", VERSION_TABLE):
        tables[hidden] = {"hidden": True}
    queries = {
        question.name: {
            "title": question.english,
            "description": question.thai,
            "sql": question.sql,
            **({"params": list(question.parameters)} if question.parameters else {}),
        }
        for question in questions().values()
    }
    return {
        "title": "Thai news",
        "databases": {name: {"tables": tables, "queries": queries}},
    }


def serve(database: Path, *, port: int, open_browser: bool) -> None:
    """Serves a database to this machine alone, until a signal ends it.

    Args:
        database: an SQLite file of ours. It is read and never written.
        port: on the loopback address; 0 takes any that is free.
        open_browser: whether to open a browser.

    Raises:
        MissingExtraError: Datasette is not installed.
        StoreError: it is no database of ours, or is to be upgraded first.
    """
    try:
        from datasette.cli import cli
    except ImportError as error:
        raise MissingExtraError(
            "browsing needs Datasette; install it with: pip install 'thainews-ie[browse]'"
        ) from error
    with connect(str(database), "read") as connection:
        check(connection, str(database))
    with tempfile.TemporaryDirectory(prefix="thainews-browse-") as folder:
        about = Path(folder, "metadata.json")
        about.write_text(json.dumps(metadata(database.stem), ensure_ascii=False), encoding="utf-8")
        words = ["serve", str(database), "--host", _LOOPBACK, "--port", str(port)]
        words += ["--metadata", str(about)]
        # questions over large databases take longer than Datasette's second
        words += ["--setting", "sql_time_limit_ms", "10000"]
        words += ["--setting", "allow_download", "off"]
        cli.main([*words, "--open"] if open_browser else words, standalone_mode=False)
