"""Thai dictionary order for databases that know only code points.

The order is that of the Royal Institute's dictionary and of ICU: by consonant first, so that a
vowel written before its consonant (``เ แ โ ใ ไ``) counts after it; tone marks, ``็`` and ``์``
decide only between words that are otherwise spelt alike. SQLite cannot sort so at all,
PostgreSQL only where it was built with ICU; a column with these keys sorts so everywhere.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["thai_sort_key"]

# Longer texts are told apart by their beginnings, which keeps the keys of hostile input small.
_LONGEST = 120

# In the order in which they decide; ``-`` stands for a letter without one.
_MARKS = dict(zip("๎์็่้๊๋ํ", "abcdefgh", strict=True))
_LEADING_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")

# Keys compare as wholes, so what ends the letters must come before every letter, and before the
# space between words, which comes before every letter too.
_END, _SPACE = " ", "!"


class _Letters(dict[int, str | None]):
    """For ``str.translate``: letters, digits, vowel signs and spaces stay, all else goes."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if char.isspace():
            kept: str | None = " "
        elif char in "ฯๆ":  # signs of abbreviation and repetition; Unicode calls them letters
            kept = None
        else:
            kept = char if unicodedata.category(char)[0] in "LMN" else None
        self[code] = kept
        return kept


class _Weights(dict[int, str]):
    """For ``str.translate``: marks as their weight, every other character as none."""

    def __missing__(self, code: int) -> str:
        return "-"


_LETTERS = _Letters({ord("๐") + n: str(n) for n in range(10)})
_WITHOUT_MARKS: dict[int, str | None] = {ord(mark): None for mark in _MARKS}
_WITHOUT_MARKS[ord(" ")] = _SPACE
_WEIGHTS = _Weights({ord(mark): weight for mark, weight in _MARKS.items()})


def thai_sort_key(text: str) -> str:
    """A string whose order by code points is the dictionary order of the text.

    Args:
        text: a name, or any short text. Punctuation, case and the length of spaces do not count;
            words do, so that all of one given name stand together. After 120 characters nothing
            counts.

    Returns:
        The key; texts that differ only in what does not count have one key.

    >>> sorted(["ไก่", "กา", "เก่า", "เกา", "ขา"], key=thai_sort_key)
    ['กา', 'เกา', 'เก่า', 'ไก่', 'ขา']
    """
    plain = unicodedata.normalize("NFC", text[: 4 * _LONGEST].casefold()).replace("ํา", "ำ")
    words = " ".join(plain.translate(_LETTERS).split())[:_LONGEST]
    spelt = _LEADING_VOWEL.sub(r"\2\1", words)
    letters = spelt.translate(_WITHOUT_MARKS)
    weights = spelt.translate(_WEIGHTS).rstrip("-")
    return f"{letters}{_END}{weights}" if weights else letters
