"""Rows and objects to articles and pages, by the names of their fields."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import decode
from thainews_ie.io.items import Page
from thainews_ie.records import Article

__all__ = ["FieldNames", "content_of", "iso_day", "need", "text_id"]

_NAMED = 8  # fields that a message names
_BUDDHIST = re.compile(r"2[4-6]\d\d(?=-)")


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Which field of an object, or column of a table, holds what.

    Only ``text`` must be there, or ``html`` if it is given. An article without an id gets one
    from its URL, or else from a digest of its text, so that a second run gives the same ids. A
    name with dots reaches into nested objects: ``meta.url``.

    Args:
        text, id, url, title, published, source: the fields of an ``Article``.
        html: the field that holds a web page, if there is one. Where it is given and not empty,
            the text, the title and the day are read from the page, and ``text`` is not looked at;
            title, day and publisher in fields of their own are kept.
    """

    text: str = "text"
    id: str = "id"
    url: str = "url"
    title: str = "title"
    published: str = "published"
    source: str = "source"
    html: str | None = None


def text_id(text: str) -> str:
    """An id for a text that has no other, the same in every run."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def iso_day(written: str) -> dt.date:
    """The day of an ISO date or time; Thai systems write the year in the Buddhist era too.

    Raises:
        ValueError: it is none.

    >>> iso_day("2564-09-16T10:00:00+07:00")
    datetime.date(2021, 9, 16)
    """
    written = written.strip()
    if _BUDDHIST.match(written):
        written = f"{int(written[:4]) - 543}{written[4:]}"
    return dt.datetime.fromisoformat(written).date()


def need(fields: FieldNames, columns: list[str], what: str) -> str | None:
    """What is wrong with the columns of a table, None if they hold articles.

    Args:
        fields: which column holds what.
        columns: the names of those that there are.
        what: has them.
    """
    wanted = {name for name in (fields.text, fields.html) if name is not None}
    if any(name in columns or name.partition(".")[0] in columns for name in wanted):
        return None
    return _missing(fields, columns, what)


def _missing(fields: FieldNames, names: list[str], what: str) -> str:
    has = ", ".join(repr(name[:40]) for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    wanted = fields.text if fields.html is None else fields.html
    option = "text (--text-field)" if fields.html is None else "page (--html-field)"
    return (
        f"no field {wanted!r}; the {what} has {has or 'none'}{more}: "
        f"name the one that holds the {option}"
    )


def content_of(data: object, fields: FieldNames, what: str = "object") -> Article | Page:
    """The article, or the page, that an object or a row holds.

    Args:
        data: as parsed, or a mapping of columns to values.
        fields: which field holds what.
        what: to call it in messages.

    Raises:
        ReaderError: there is no text, or a field is of a wrong type.
    """
    if not isinstance(data, Mapping):
        raise ReaderError(f"want a JSON object, got {type(data).__name__}")
    key = _key(data, fields.id)
    url = _text(data, fields.url)
    title = _text(data, fields.title)
    published = _day(data, fields.published)
    source = _text(data, fields.source)
    if fields.html is not None:
        page = _found(data, fields.html)
        if page is not None and not isinstance(page, (str, bytes)):
            raise _wrong_type(fields.html, page)
        if page:
            return Page(page, key, url, title=title, published=published, source=source)
    text = _text(data, fields.text)
    if text is None:
        for name in (fields.text, fields.html):
            if name is not None and _has(data, name):
                raise ReaderError(f"the field {name!r} holds nothing")
        raise ReaderError(_missing(fields, list(map(str, data)), what))
    return Article(key or url or text_id(text), text, url, title, published, source)


def _found(data: Mapping[str, Any], name: str) -> Any:
    """The value of a field; a name with dots is one field, or else a path."""
    if name in data or "." not in name:
        return data.get(name)
    head, _, rest = name.partition(".")
    inner = data.get(head)
    return _found(inner, rest) if isinstance(inner, Mapping) else None


def _has(data: Mapping[str, Any], name: str) -> bool:
    """Whether there is a field of a name, whatever it holds."""
    if name in data or "." not in name:
        return name in data
    head, _, rest = name.partition(".")
    inner = data.get(head)
    return isinstance(inner, Mapping) and _has(inner, rest)


def _wrong_type(name: str, value: object) -> ReaderError:
    return ReaderError(f"the field {name!r} is {type(value).__name__}, not a string")


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = _found(data, name)
    if isinstance(value, bytes):
        return decode(value)
    if value is None or isinstance(value, str):
        return value
    raise _wrong_type(name, value)


def _key(data: Mapping[str, Any], name: str) -> str | None:
    value = _found(data, name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(data, name)


def _day(data: Mapping[str, Any], name: str) -> dt.date | None:
    value = _found(data, name)
    if isinstance(value, dt.datetime):
        value = value.date()
    written = value.isoformat() if isinstance(value, dt.date) else _text(data, name)
    if not written or not written.strip():
        return None
    try:
        return iso_day(written)
    except ValueError:
        raise ReaderError(
            f"the field {name!r} is {written[:40]!r}, not an ISO date such as 2021-09-16; "
            "leave it out to take the date from the text"
        ) from None
