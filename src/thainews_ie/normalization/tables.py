"""The tables behind the canonical forms, read when the first title is.

``organisations.tsv`` names the bodies; ``ministries.tsv`` and ``position_forms.tsv`` are shared
with the finding of titles.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from thainews_ie.lexicon import cue_rows, table
from thainews_ie.normalization.spelling import close_up, fold

__all__ = [
    "Bodies",
    "Reading",
    "bodies",
    "offices",
    "organisation_words",
    "plain_posts",
    "posts",
]

_PUBLIC = " (องค์การมหาชน)"


class Reading(NamedTuple):
    """One body an abbreviation may stand for.

    Args:
        name: the full name.
        contextual: whether the abbreviation has readings outside the table too (``พม.`` is also
            a country), so that it names the body only where the context says so.
    """

    name: str
    contextual: bool


class Bodies(NamedTuple):
    """The bodies of ``organisations.tsv``.

    Args:
        names: official names by their folded spellings.
        readings: what an abbreviation may stand for, as it is written.
        undotted: the same by its letters alone: ``ก.พ.ร.`` is also written ``กพร.``.
        chiefs: the posts that lead each body.
        parents: whom each body is under.
    """

    names: dict[str, str]
    readings: dict[str, list[Reading]]
    undotted: dict[str, list[Reading]]
    chiefs: dict[str, tuple[str, ...]]
    parents: dict[str, str]


@cache
def bodies() -> Bodies:
    """All known bodies."""
    found = Bodies({}, {}, {}, {}, {})
    for form, (ministry,) in table("ministries").items():
        full = fold(f"กระทรวง{form}")
        found.names[full] = found.names[full + "ฯ"] = f"กระทรวง{ministry}"
    for name, (plain, contextual, chiefs, parent) in table("organisations").items():
        found.names[fold(name)] = name
        found.names[fold(name.removesuffix(_PUBLIC))] = name
        found.chiefs[name] = tuple(chiefs.split("|"))
        found.parents[name] = parent
        for column in (plain, contextual):
            for short in filter(None, column.split("|")):
                reading = Reading(name, column is contextual)
                key = fold(short)
                found.readings.setdefault(key, []).append(reading)
                letters = key.replace(".", "")
                if letters != key:
                    found.undotted.setdefault(letters, []).append(reading)
    return found


@cache
def posts() -> dict[str, str]:
    """Long forms of posts by their short forms."""
    return {close_up(short): long for short, (long,) in table("position_forms").items()}


@cache
def plain_posts() -> frozenset[str]:
    """The posts whose names hold no word of the body: ``ผู้อำนวยการ``, not ``ผู้อำนวยการกอง``."""
    return frozenset(post for post, _, shared in cue_rows("positions") if not shared)


@cache
def offices() -> dict[str, str]:
    """The bodies of the posts that name none, or name it in part."""
    return {office: body for office, (body,) in table("offices").items()}


@cache
def organisation_words() -> dict[str, str]:
    """Long forms of the short words before a name: ``จ.``, ``รพ.``, ``อบจ.``."""
    return {short: long for short, (long,) in table("organisation_words").items()}
