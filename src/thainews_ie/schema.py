"""The published shape of a record: JSON Schema, draft 2020-12."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from thainews_ie import records as rec

__all__ = ["SCHEMA_VERSION", "json_schema"]

# Raised whenever a field is added, renamed, or changes its meaning.
SCHEMA_VERSION = 2

Schema = dict[str, Any]

_STRING: Schema = {"type": "string"}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_SPAN: Schema = {"$ref": "#/$defs/span"}


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _one_of(kind: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [member.value for member in kind]}


def _object(fields: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _spanned(extra: dict[str, Schema]) -> Schema:
    return _object({"text": _STRING, "start": _OFFSET, "end": _OFFSET, **extra})


def json_schema() -> Schema:
    """The JSON Schema of a record, as a new dictionary.

    ``start`` and ``end`` are half-open offsets in code points of the article's original text;
    ``confidence`` is the probability that a find is right.
    """
    code = {"type": "string", "pattern": r"^\d+$"}
    area = {
        key: _nullable(schema)
        for level in ("subdistrict", "district", "province")
        for key, schema in ((level, _STRING), (f"{level}_code", code))
    }
    iso = r"\d{4}(-\d{2}(-\d{2})?)?"
    value = {"type": "string", "pattern": f"^{iso}(/{iso})?$"}
    parts = {part: _nullable(_SPAN) for part in ("room", "floor", "building", "site")}
    root = _object(
        {
            "schema_version": {"const": SCHEMA_VERSION},
            "id": _STRING,
            "url": _nullable(_STRING),
            "title": _nullable(_STRING),
            "source": _nullable(_STRING),
            "text": _nullable(_STRING),
            "text_sha256": _nullable({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
            "published": _nullable(_DATE),
            "published_span": _nullable(_SPAN),
            "people": _list(
                _object(
                    {
                        "name": _STRING,
                        "honorific": _nullable(_STRING),
                        "given_name": _STRING,
                        "surname": _nullable(_STRING),
                        "mentions": _list(_SPAN),
                        "titles": _list(
                            _spanned(
                                {
                                    "office": _SPAN,
                                    "organisation": _nullable(_SPAN),
                                    "canonical": _STRING,
                                    "canonical_office": _STRING,
                                    "canonical_organisation": _nullable(_STRING),
                                    "province_code": _nullable(code),
                                    "confidence": _SHARE,
                                }
                            )
                        ),
                        "roles": _list(_one_of(rec.Role)),
                        "role_evidence": _list(
                            _spanned({"role": _one_of(rec.Role), "confidence": _SHARE})
                        ),
                        "confidence": _SHARE,
                    }
                )
            ),
            "dates": _list(
                _spanned(
                    {
                        "kind": _one_of(rec.DateKind),
                        "value": _nullable(value),
                        "reason": _nullable(_STRING),
                        "confidence": _SHARE,
                    }
                )
            ),
            "awards": _list(
                _object(
                    {
                        "name": _STRING,
                        "start": _OFFSET,
                        "end": _OFFSET,
                        "canonical": _STRING,
                        "category": _nullable(_SPAN),
                        "level": _nullable(_SPAN),
                        "year": _nullable({"type": "integer"}),
                        "year_span": _nullable(_SPAN),
                        "giver": _nullable(_SPAN),
                        "recipients": _list(_SPAN),
                        "confidence": _SHARE,
                    }
                )
            ),
            "venues": _list(_spanned({**parts, **area, "confidence": _SHARE})),
            "event": _object(
                {
                    "name": _nullable(_STRING),
                    "name_span": _nullable(_object({"start": _OFFSET, "end": _OFFSET})),
                    "start": _nullable(_DATE),
                    "end": _nullable(_DATE),
                    "time": _nullable({"type": "string", "pattern": r"^\d{2}:\d{2}$"}),
                    "when": _list(_SPAN),
                    "confidence": _SHARE,
                }
            ),
            "mode": _object(
                {
                    "mode": _one_of(rec.ModeKind),
                    "platforms": _list(_one_of(rec.Platform)),
                    "broadcasts": _list(_one_of(rec.Broadcast)),
                    "evidence": _list(_spanned({"channel": _STRING})),
                    "confidence": _SHARE,
                }
            ),
            "byline": _object(
                {
                    "source": _nullable(_SPAN),
                    "reporter": _nullable(_SPAN),
                    "editor": _nullable(_SPAN),
                    "views": _nullable(_OFFSET),
                    "views_span": _nullable(_SPAN),
                }
            ),
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Thai news record",
        "description": "What one article says; offsets refer to its original text.",
        "$defs": {"span": _spanned({})},
        **root,
    }
