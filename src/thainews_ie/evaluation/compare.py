"""When two strings count as the same find."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

__all__ = ["fold", "loosely_same", "overlap", "same"]

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Invisible characters and quotation marks say nothing about what was found.
_IGNORED = re.compile("[\u200b-\u200f\ufeff\u2060\"'“”‘’\\s]")


def fold(text: str | None) -> str:
    """The text without white space, quotes and invisible characters, digits and sara am in one
    spelling, small letters."""
    folded = (text or "").replace("\u0e4d\u0e32", "\u0e33").translate(_DIGITS)
    return _IGNORED.sub("", folded).casefold()


def same(a: str | None, b: str | None) -> bool:
    """Whether two strings are equal after folding."""
    return fold(a) == fold(b)


def overlap(a: str | None, b: str | None) -> float:
    """The share of the longer string that the longest run common to both covers, 0 to 1."""
    one, other = fold(a), fold(b)
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    run = matcher.find_longest_match(0, len(one), 0, len(other))
    return run.size / max(len(one), len(other))


def loosely_same(a: str | None, b: str | None) -> bool:
    """Whether two strings overlap by at least half of the longer."""
    return overlap(a, b) >= 0.5
