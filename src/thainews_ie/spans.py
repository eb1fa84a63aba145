"""Every place in the text that a record points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from thainews_ie.records import Span

__all__ = ["iter_spans"]


def iter_spans(value: Any) -> Iterator[Span]:
    """The spans of a record, or of any part of one, in the order of its fields.

    Args:
        value: a record, a part of it, or a tuple of parts.

    Yields:
        Each span as often as it stands in the record.
    """
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from iter_spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from iter_spans(getattr(value, field.name))
