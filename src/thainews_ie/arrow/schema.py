"""The published shape of articles and records in Arrow.

A record has the fields of its JSON (see ``thainews_ie.schema``) under the same names, nested as
there: lists are lists and objects structs. Days are ``date32``, offsets ``int32``; members of
closed sets are plain strings, a time of day is written ``09:30``.
"""

from __future__ import annotations

import pyarrow as pa

from thainews_ie.schema import SCHEMA_VERSION

__all__ = ["ARTICLE_SCHEMA", "ERROR_TYPE", "RECORD_SCHEMA", "RESULT_SCHEMA"]

# Schemas are compared and unified across files, so that all of them say what they are alike.
_METADATA = {"thainews_ie.schema_version": str(SCHEMA_VERSION)}


def _must(name: str, kind: pa.DataType) -> pa.Field:
    return pa.field(name, kind, nullable=False)


def _may(name: str, kind: pa.DataType) -> pa.Field:
    return pa.field(name, kind)


def _list(kind: pa.DataType) -> pa.DataType:
    # "element" is what Parquet and Spark call it
    return pa.list_(_must("element", kind))


_STRING = pa.string()
_SHARE = _must("confidence", pa.float64())
_PLACE = (_must("start", pa.int32()), _must("end", pa.int32()))
_WORDS = (_must("text", _STRING), *_PLACE)
_SPAN = pa.struct(_WORDS)

_TITLE = pa.struct(
    [
        *_WORDS,
        _must("office", _SPAN),
        _may("organisation", _SPAN),
        _must("canonical", _STRING),
        _must("canonical_office", _STRING),
        _may("canonical_organisation", _STRING),
        _may("province_code", _STRING),
        _SHARE,
    ]
)
_PERSON = pa.struct(
    [
        _must("name", _STRING),
        _may("honorific", _STRING),
        _must("given_name", _STRING),
        _may("surname", _STRING),
        _must("mentions", _list(_SPAN)),
        _must("titles", _list(_TITLE)),
        _must("roles", _list(_STRING)),
        _must("role_evidence", _list(pa.struct([_must("role", _STRING), *_WORDS, _SHARE]))),
        _SHARE,
    ]
)
_DATE = pa.struct(
    [
        *_WORDS,
        _must("kind", _STRING),
        _may("value", _STRING),  # may be a month, a year or a range
        _may("reason", _STRING),
        _SHARE,
    ]
)
_AWARD = pa.struct(
    [
        _must("name", _STRING),
        *_PLACE,
        _must("canonical", _STRING),
        _may("category", _SPAN),
        _may("level", _SPAN),
        _may("year", pa.int32()),
        _may("year_span", _SPAN),
        _may("giver", _SPAN),
        _must("recipients", _list(_SPAN)),
        _SHARE,
    ]
)
_VENUE = pa.struct(
    [
        *_WORDS,
        _may("room", _SPAN),
        _may("floor", _SPAN),
        _may("building", _SPAN),
        _may("site", _SPAN),
        _may("subdistrict", _STRING),
        _may("subdistrict_code", _STRING),
        _may("district", _STRING),
        _may("district_code", _STRING),
        _may("province", _STRING),
        _may("province_code", _STRING),
        _SHARE,
    ]
)
_EVENT = pa.struct(
    [
        _may("name", _STRING),
        _may("name_span", pa.struct(_PLACE)),
        _may("start", pa.date32()),
        _may("end", pa.date32()),
        _may("time", _STRING),
        _must("when", _list(_SPAN)),
        _SHARE,
    ]
)
_MODE = pa.struct(
    [
        _must("mode", _STRING),
        _must("platforms", _list(_STRING)),
        _must("broadcasts", _list(_STRING)),
        _must("evidence", _list(pa.struct([_must("channel", _STRING), *_WORDS]))),
        _SHARE,
    ]
)
_BYLINE = pa.struct(
    [
        _may("source", _SPAN),
        _may("reporter", _SPAN),
        _may("editor", _SPAN),
        _may("views", pa.int64()),
        _may("views_span", _SPAN),
    ]
)

ARTICLE_SCHEMA = pa.schema(
    [
        _must("id", _STRING),
        _may("url", _STRING),
        _may("title", _STRING),
        _may("source", _STRING),
        _must("text", _STRING),
        _may("published", pa.date32()),
    ],
    metadata=_METADATA,
)

RECORD_SCHEMA = pa.schema(
    [
        _must("schema_version", pa.int32()),
        _must("id", _STRING),
        _may("url", _STRING),
        _may("title", _STRING),
        _may("source", _STRING),
        _may("text", _STRING),
        _may("text_sha256", _STRING),
        _may("published", pa.date32()),
        _may("published_span", _SPAN),
        _must("people", _list(_PERSON)),
        _must("dates", _list(_DATE)),
        _must("awards", _list(_AWARD)),
        _must("venues", _list(_VENUE)),
        _must("event", _EVENT),
        _must("mode", _MODE),
        _must("byline", _BYLINE),
    ],
    metadata=_METADATA,
)

ERROR_TYPE = pa.struct([_must("error", _STRING), _must("message", _STRING)])

# A row for every article: its record, or its id and why it has none.
RESULT_SCHEMA = pa.schema(
    [
        *(field.with_nullable(field.name != "id") for field in RECORD_SCHEMA),
        _may("error", ERROR_TYPE),
    ],
    metadata=_METADATA,
)
