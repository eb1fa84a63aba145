"""What short forms of posts and ministries stand for, for the comparison of titles."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thainews_ie.lexicon import table
from thainews_ie.patterns import trie

__all__ = ["LongForms", "ministries", "posts", "squeeze"]

_LOOSE = re.compile(r"[\s\"“”]{1,40}")


class LongForms(NamedTuple):
    """Long forms by short form, and the pattern that finds the short ones."""

    forms: dict[str, str]
    pattern: re.Pattern[str]


def squeeze(words: str) -> str:
    """A title, or a part of it, without white space and quotes."""
    return _LOOSE.sub("", words)


@cache
def posts() -> LongForms:
    """The posts, squeezed: ``รมว.`` is ``รัฐมนตรีว่าการกระทรวง``."""
    forms = {squeeze(short): long for short, (long,) in table("position_forms").items()}
    return LongForms(forms, re.compile(trie(forms)))


@cache
def ministries() -> LongForms:
    """The ministries without the word for it, squeezed: ``คลัง`` is ``การคลัง``."""
    forms = {squeeze(form): squeeze(full) for form, (full,) in table("ministries").items()}
    return LongForms(forms, re.compile(trie(forms)))
