"""Clean text for the finders, and the way back to the original.

Thai text from web pages carries invisible characters, two spellings of sara am, tone marks and
vowels typed twice or in the wrong order, Thai digits and Windows line ends. The finders see one
spelling only; :class:`Alignment` maps every offset of the clean text back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = ["Alignment", "Cleaned", "clean"]

# Zero-width spaces and joiners, marks of writing direction, soft hyphens, byte order marks.
_INVISIBLE = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad\ufeff]+"
# Spaces other than U+0020 and the line feed, control characters, Unicode's line separators.
_SPACE = (
    r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"
)
# Dirt that shows character by character: found with one cheap scan of every page.
_DIRT = rf"""
      {_INVISIBLE}             # dropped
    | \r\n?                    # Windows and old Mac line ends
    | {_SPACE}
    | [๐-๙]+                   # Thai digits
    | [\ud800-\udfff]          # lone surrogates
"""
# Faults of spelling, which only some pages have: see `_misspellings`.
_FAULT = re.compile(
    rf"""
      {_DIRT}
    | ํ[่-๋]?า | [่-๋]ํา        # sara am in pieces, a tone mark between or before
    | ำ[่-๋]                   # tone mark typed after sara am
    | เเ                       # sara ae typed as two sara e
    | ([ัิ-ฺ็-๎])\1+            # the same mark twice
    | [่-๋][ัิ-ฺู็]             # tone mark before its vowel
    """,
    re.VERBOSE,
)
_ONLY_DIRT = re.compile(_DIRT, re.VERBOSE)
_TONES = "่้๊๋"
_VOWELS = "ัิีึืฺุู็"
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DROPPED = re.compile(_INVISIBLE)


@cache
def _misspellings() -> AhoCorasick:
    """Finds the beginnings of all misspellings of ``_FAULT`` at a tenth of its cost."""
    from ahocorasick_rs import AhoCorasick, Implementation

    pairs = {"ํา", "เเ"}
    pairs |= {mark + mark for mark in _VOWELS + _TONES + "์ํ๎"}
    pairs |= {tone + vowel for tone in _TONES for vowel in _VOWELS + "ํ"}
    pairs |= {sign + tone for tone in _TONES for sign in "ำํ"}
    return AhoCorasick(sorted(pairs), implementation=Implementation.DFA)


def _is_misspelt(text: str) -> bool:
    try:
        return bool(_misspellings().find_matches_as_indexes(text))
    except UnicodeEncodeError:  # lone surrogates
        return True


def _repair(fault: str) -> str:
    """The clean spelling of one match of ``_FAULT``."""
    first = fault[0]
    if "๐" <= first <= "๙":
        return fault.translate(_DIGITS)
    if first == "\r" or first in "\u2028\u2029":
        return "\n"
    if "\ud800" <= first <= "\udfff":
        return "\ufffd"
    if _DROPPED.match(first):
        return ""
    if fault == "เเ":
        return "แ"
    if "ํ" in fault and fault[-1] == "า":
        return "".join(mark for mark in fault if "่" <= mark <= "๋") + "ำ"
    if first == "ำ":
        return fault[1] + "ำ"
    if len(fault) > 1 and fault[0] == fault[1]:
        return first
    if len(fault) == 2:
        return fault[1] + first
    return " "


class Alignment:
    """Maps offsets of the clean text to offsets of the original.

    Held as runs, so that it costs as much as there were repairs, not characters: a run is either
    copied (each clean character is one original character, shifted) or repaired as a whole.
    """

    __slots__ = ("_clean", "_copied", "_source", "_source_end")

    def __init__(self) -> None:
        self._clean: list[int] = []
        self._source: list[int] = []
        self._source_end: list[int] = []
        self._copied: list[bool] = []

    def _add(self, clean: int, source: int, source_end: int, *, copied: bool) -> None:
        self._clean.append(clean)
        self._source.append(source)
        self._source_end.append(source_end)
        self._copied.append(copied)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The original run that the clean run ``start:end`` was made from.

        Args:
            start: first character, in the clean text.
            end: one past the last character, ``end > start``.

        Returns:
            Half-open offsets into the original text. Invisible characters at either edge are
            left out, those inside stay in.
        """
        if not self._clean:
            return start, end
        i = bisect_right(self._clean, start) - 1
        j = bisect_right(self._clean, end - 1) - 1
        first = self._source[i] + (start - self._clean[i] if self._copied[i] else 0)
        last = self._source[j] + end - self._clean[j] if self._copied[j] else self._source_end[j]
        return first, last


class Cleaned(NamedTuple):
    """Clean text and the way back."""

    text: str
    alignment: Alignment


def clean(text: str) -> Cleaned:
    """Bring Thai text into one spelling.

    Args:
        text: any string, lone surrogates and NULs included.

    Returns:
        The clean text, and the alignment to ``text``.

    >>> clean("นํ้า\u200b ๒๕๖๔").text
    'น้ำ 2564'
    """
    alignment = Alignment()
    pieces: list[str] = []
    at = 0  # end of the last repair, in the original
    run = 0  # start of the copied run at hand, in the original
    length = 0  # of the clean text up to `run`
    faults = _FAULT if _is_misspelt(text) else _ONLY_DIRT
    for match in faults.finditer(text):
        fault = match.group()
        start, end = match.span()
        repaired = _repair(fault)
        pieces.append(text[at:start])
        pieces.append(repaired)
        at = end
        if len(repaired) == len(fault) and repaired != fault[::-1]:
            continue  # character for character; a swapped pair maps back as a whole
        if start > run:
            alignment._add(length, run, start, copied=True)
            length += start - run
        if repaired:
            alignment._add(length, start, end, copied=False)
            length += len(repaired)
        run = end
    if not pieces:
        return Cleaned(text, alignment)
    pieces.append(text[at:])
    if run and len(text) > run:
        alignment._add(length, run, len(text), copied=True)
    return Cleaned("".join(pieces), alignment)
