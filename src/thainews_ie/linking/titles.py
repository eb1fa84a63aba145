"""Titles, given to the people who hold them.

A title belongs to the name it stands behind, else to the name it stands before
(``extractors.titles`` finds no others). A title behind a list of names belongs to all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from thainews_ie.lexicon import terms
from thainews_ie.linking.long_forms import ministries, posts, squeeze
from thainews_ie.mentions import NameMention, PersonDraft, TitleMention
from thainews_ie.patterns import HOLDS, IS_TITLE, NAME_TO_TITLE, TITLE_TO_TITLE

__all__ = ["link_titles"]

_MAX_LIST = 8
_MAX_TITLES = 40  # of one person; keeps the comparison of titles linear on any input
# Between two names of a list: นาย ก ข, นาง ค ง และนาย จ ฉ
_LISTED = re.compile(
    r"[^\S\n]{0,3}(?:,[^\S\n]{0,2})?(?:และ|กับ)?[^\S\n]{0,3}(?:\(?\d{1,2}[.)][^\S\n]{0,3})?"
)
# An abbreviation of a body: ป.ป.ส., สวทช.
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,6}\.){1,6}[ก-ฮ]{0,4}|[ก-ฮ]{2,6}|[A-Z]{2,8}")
# Posts that say what they are of only in the long form of the title.
_BARE = terms("title_partial")
# Before the post itself: รองผู้ช่วย…, รักษาราชการแทน…
_RANK = re.compile(r"(?:รอง|ผู้ช่วย|อดีต|รักษาราชการแทน|รักษาการ(?:แทน|ในตำแหน่ง)?|ปฏิบัติหน้าที่){1,4}")

_Named = tuple[NameMention, PersonDraft]


def link_titles(text: str, titles: list[TitleMention], people: list[PersonDraft]) -> None:
    """Fill each person's ``titles``, in order of mention, each position once.

    Args:
        text: the clean text.
        titles: all titles, in reading order.
        people: the people; changed in place.
    """
    if not titles:
        return
    names = sorted(
        ((name, person) for person in people for name in person.mentions),
        key=lambda pair: (pair[0].start, pair[0].end),
    )
    held = _held(text, titles, names)
    given: dict[int, list[TitleMention]] = defaultdict(list)  # by id of the person
    for i, found in held.items():
        given[id(names[i][1])].extend(found)
    for i, found in held.items():
        if found[0].start > names[i][0].start:
            _share(text, names, i, found, held, given)
    for person in people:
        own = given.get(id(person))
        if own:
            person.titles = _distinct(text, sorted(own))


def _held(
    text: str, titles: list[TitleMention], names: list[_Named]
) -> dict[int, list[TitleMention]]:
    """The titles at each name, by the name's place in ``names``."""
    starts = [name.start for name, _ in names]
    held: dict[int, list[TitleMention]] = defaultdict(list)
    owner = reached = -1
    for title in titles:
        i = bisect_right(starts, title.start) - 1
        alias = i > 0 and _is_alias(text, names[i - 1][0], names[i][0])
        if i >= 0 and _follows(
            text, names[i][0], reached if i == owner else -1, title.start, alias
        ):
            owner, reached = i, title.end
            held[i - alias].append(title)
        elif i + 1 < len(names):
            owner = -1
            held[i + 1].append(title)
    return held


def _is_alias(text: str, name: NameMention, other: NameMention) -> bool:
    """Whether the second name is the first in other script: ``นาย… (Mr. …)``."""
    return _bracketed(text, other) and not text[name.end : other.start - 1].strip()


def _follows(text: str, name: NameMention, reached: int, start: int, alias: bool) -> bool:
    """Whether the title at ``start`` stands behind a name, or behind its last title's end."""
    if text.endswith(("ในฐานะ", HOLDS, HOLDS + " "), 0, start):
        return True
    at = reached if reached >= 0 else name.end
    if (
        start == at + 1
        and text[at] == " "
        and (reached >= 0 or alias or not _bracketed(text, name))
    ):
        return True  # the usual gap
    if reached >= 0:
        gap = TITLE_TO_TITLE.fullmatch(text, at, start)
        return gap is not None or IS_TITLE.fullmatch(text, at, start) is not None
    gap = NAME_TO_TITLE.fullmatch(text, at, start)
    if gap is None:
        return IS_TITLE.fullmatch(text, at, start) is not None
    return gap["link"] is not None or alias or not _bracketed(text, name)


def _bracketed(text: str, name: NameMention) -> bool:
    """Whether a name stands in brackets, behind its title: ``ปลัดกระทรวง… (นาย…)``."""
    return text.endswith("(", max(0, name.start - 1), name.start)


def _share(
    text: str,
    names: list[_Named],
    i: int,
    found: list[TitleMention],
    held: dict[int, list[TitleMention]],
    given: dict[int, list[TitleMention]],
) -> None:
    """Give the titles behind the last name of a list to the names before it in the list."""
    for j in range(i - 1, max(-1, i - 1 - _MAX_LIST), -1):
        name, person = names[j]
        if j in held or id(person) in given or not person.surname or names[j + 1][1] is person:
            return
        if _LISTED.fullmatch(text, name.end, names[j + 1][0].start) is None:
            return
        if name.name.end - name.name.start < len(person.name):
            return  # a short mention: the person was introduced before
        given[id(person)] = list(found)


class _Position(NamedTuple):
    """A title in long form, without white space, for comparison."""

    whole: str
    office: str
    short: bool  # written with ฯ

    @property
    def body(self) -> str:
        """What follows the office."""
        return self.whole[len(self.office) :]


@cache
def _ministry_at_end() -> re.Pattern[str]:
    """A ministry that closes a title: ``ปลัด|คลัง``, ``กระทรวง|การคลังฯ``."""
    form = ministries().pattern.pattern
    return re.compile(rf"(?P<lead>กระทรวง|ปลัด(?!กระทรวง))(?P<form>{form})ฯ?\Z")


@lru_cache(maxsize=1024)  # a few posts make up most titles of the news
def _position(title: str, post: str) -> _Position:
    """The long form: ``รมว.คลัง`` as ``รัฐมนตรีว่าการกระทรวงการคลัง``."""
    whole = squeeze(title)
    office = squeeze(post)
    rank = _RANK.match(whole)
    at = rank.end() if rank else 0
    short = posts().pattern.match(whole, at)
    if short and short.end() <= len(office):
        long = posts().forms[short.group()]
        tail = whole[short.end() :]
        if long.endswith("กระทรวง"):
            tail = tail.removeprefix("กระทรวง")
        office = office[:at] + long + office[short.end() :]
        whole = whole[:at] + long + tail
    named = _ministry_at_end().search(whole)
    if named:
        lead = "ปลัดกระทรวง" if named["lead"] == "ปลัด" else "กระทรวง"
        whole = whole[: named.start()] + lead + ministries().forms[named["form"]]
    return _Position(whole.rstrip("ฯ"), office.rstrip("ฯ"), whole.endswith("ฯ"))


def _same(a: _Position, b: _Position) -> bool:
    """Whether ``a`` says no more than ``b``."""
    if b.whole.startswith(a.whole):
        rest = b.whole[len(a.whole) :]
        if not rest or a.short or a.office == b.office or len(a.whole) > len(a.office):
            return True
        rank = _RANK.match(a.whole)
        return a.whole[rank.end() if rank else 0 :] in _BARE
    return a.office == b.office and _ABBREVIATION.fullmatch(a.body) is not None


def _distinct(text: str, titles: list[TitleMention]) -> list[TitleMention]:
    """One mention for each position, the fullest."""
    if len(titles) == 1:
        return titles
    kept: list[tuple[_Position, TitleMention]] = []
    for title in titles:
        if len(kept) == _MAX_TITLES:
            break
        position = _position(text[title.start : title.end], text[title.start : title.office.end])
        for i, (other, old) in enumerate(kept):
            if _same(other, position):
                if _same(position, other) and title.end - title.start <= old.end - old.start:
                    break
                kept[i] = (position, title)
                break
            if _same(position, other):
                break
        else:
            kept.append((position, title))
    return [title for _, title in kept]
