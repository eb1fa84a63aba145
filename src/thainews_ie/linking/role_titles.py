"""Who is meant by a title that stands alone: ``รมว.ทส. กล่าวว่า``, ``ผู้อำนวยการธนาคารฯ``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from thainews_ie.cues import CueHit
from thainews_ie.linking.long_forms import ministries, posts, squeeze
from thainews_ie.mentions import PersonDraft

__all__ = ["BODY_END", "NOBODY", "RANK", "TitleHolders"]

NOBODY = -1
_MAX_HOLDERS = 24  # of one office, so that a text of titles only stays cheap
_SAME_START = 5  # so many common characters make two bodies the same
_BODY_REACH = 60
_RANK_REACH = 24
_MINISTRY = "กระทรวง"

RANK = re.compile(r"(?:รอง|ผู้ช่วย|อดีต|ว่าที่|รักษา(?:ราช)?การ(?:แทน|ใน)?(?:ตำแหน่ง)?){1,4}")
_RANK_BEFORE = re.compile(rf"{RANK.pattern}\Z")
_RANK_LAST = tuple("งยต่นร")  # how every rank ends, to look for one only where there may be one
BODY_END = re.compile(r"[\s(\"“”,]")
_LETTER = re.compile(r"[ก-ฮเ-ไA-Za-z0-9]")
# A body by its abbreviation or first word: ป.ป.ส., ธอส, AOT, กองทุนฯ
_SHORT_BODY = re.compile(
    r"(?:[ก-ฮ]{1,5}\.){1,5} | [A-Z]{2,8}\b | [ก-ฮ]{2,6}(?=[\s\"“”)]|\Z) | [ก-๎]{2,30}ฯ", re.VERBOSE
)


class _Held(NamedTuple):
    person: int
    body: str
    first: int


@lru_cache(maxsize=2048)
def _office(words: str) -> str:
    """The long form of an office, its rank included, without white space."""
    forms, pattern = posts()
    words = squeeze(words)
    rank = RANK.match(words)
    at = rank.end() if rank else 0
    short = pattern.match(words, at)
    if short:
        words = words[:at] + forms[short.group()] + words[short.end() :]
    return words.removesuffix(_MINISTRY)


def _body(words: str) -> str:
    """The body a title belongs to, ministries in their full name, without white space."""
    forms, pattern = ministries()
    words = squeeze(words).removeprefix(_MINISTRY)
    named = pattern.match(words)
    if named and (named.end() == len(words) or words[named.end()] in "ฯ."):
        return forms[named.group()]
    return words


def _common(a: str, b: str) -> int:
    """How many characters two strings begin with alike."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


class TitleHolders:
    """The titles of the named people, to look up those that stand alone.

    Args:
        text: the clean text.
        people: the people, their titles linked.
    """

    def __init__(self, text: str, people: list[PersonDraft]) -> None:
        self._text = text
        self._held: defaultdict[str, list[_Held]] = defaultdict(list)
        self._ends: dict[int, int] = {}
        for i, person in enumerate(people):
            for title in person.titles:
                self._ends[title.start] = title.end
                held = self._held[_office(text[title.start : title.office.end])]
                if len(held) < _MAX_HOLDERS:
                    body = _body(text[title.office.end : title.end])
                    held.append(_Held(i, body, person.mentions[0].start))

    def end(self, start: int) -> int | None:
        """The end of the linked title that begins at an offset."""
        return self._ends.get(start)

    def find(self, hit: CueHit) -> tuple[int, int, int]:
        """Whose title it is that stands at an office.

        Args:
            hit: the office, a hit of ``cues/positions.tsv``.

        Returns:
            Start and end of the title, and the index of the person or ``NOBODY``.
        """
        text = self._text
        start = hit.start
        if text.endswith(_RANK_LAST, 0, start):
            rank = _RANK_BEFORE.search(text, max(0, start - _RANK_REACH), start)
            start = rank.start() if rank else start
        held = self._held.get(_office(text[start : hit.end]))
        if not held:
            return start, hit.end, NOBODY
        if text.startswith("ฯ", hit.end):
            return start, hit.end + 1, self._latest(held, start)
        end = hit.end
        if text.startswith(_MINISTRY, end):
            end += len(_MINISTRY)
        if not _LETTER.match(text, end):
            return start, end, self._latest(held, start)
        end, person = self._by_body(held, end, hit.values[0] == "ministry" or end > hit.end)
        return start, end + text.startswith("ฯ", end), person

    def _latest(self, held: list[_Held], start: int) -> int:
        """The holder who was named last before an offset, else the last of all."""
        before = [one for one in held if one.first < start]
        return (before or held)[-1].person

    def _by_body(self, held: list[_Held], at: int, ministry: bool) -> tuple[int, int]:
        """The holder whose body stands at an offset, and where its name ends."""
        text = self._text
        stop = BODY_END.search(text, at, at + _BODY_REACH)
        words = text[at : stop.start() if stop else at + _BODY_REACH]
        forms, pattern = ministries()
        named = pattern.match(text, at) if ministry else None
        full = forms.get(squeeze(named.group())) if named else None
        for one in held:
            if not one.body:
                return at, one.person
            if named and full == one.body:
                return named.end(), one.person
            common = _common(one.body, words)
            if common >= min(len(one.body), _SAME_START):
                return at + common, one.person
        short = _SHORT_BODY.match(text, at)
        if short and all(one.person == held[0].person for one in held):
            return short.end(), held[0].person
        return at, NOBODY
