"""Thai calendar arithmetic: Buddhist era to Common Era and back."""

from __future__ import annotations
import datetime as dt


def normalize_date(text: str) -> dt.date | None:
    raise NotImplementedError


def to_buddhist(day: dt.date) -> str:
    raise NotImplementedError
