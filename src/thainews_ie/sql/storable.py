"""What a database can hold of a record's strings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from thainews_ie.codec import from_dict, to_dict, to_json
from thainews_ie.errors import RecordError
from thainews_ie.records import NewsRecord

__all__ = ["storable"]

# PostgreSQL stores neither; SQLite would, but its functions stop at a NUL.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def _text(text: str) -> str:
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def _replaced(data: Any) -> Any:
    if isinstance(data, str):
        return _text(data)
    if isinstance(data, list):
        return [_replaced(item) for item in data]
    if isinstance(data, dict):
        return {key: _replaced(value) for key, value in data.items()}
    return data


def storable(record: NewsRecord) -> tuple[NewsRecord, str]:
    """A record that every database can hold, and its JSON.

    NULs and lone surrogates become U+FFFD, one for one, so that offsets stay right.

    Args:
        record: any record.

    Returns:
        The record, the same object where there is nothing to replace, and its JSON without the
        article's text.

    Raises:
        RecordError: it is no record, but a Failure, say.
    """
    if not isinstance(record, NewsRecord):
        raise RecordError(f"want a NewsRecord, got {type(record).__name__}")
    text = record.text
    without = replace(record, text=None)
    encoded = to_json(without)
    # JSON writes both with an escape; a false alarm only costs time
    if "\\u0000" in encoded or "\\ud" in encoded:
        data = _replaced(to_dict(without))
        record = replace(from_dict(data), text=text)
        encoded = json.dumps(data, ensure_ascii=False)
    if text is not None and _UNSTORABLE.search(text):
        record = replace(record, text=_text(text))
    return record, encoded
