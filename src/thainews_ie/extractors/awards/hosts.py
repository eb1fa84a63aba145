"""Finds the body that holds the event where awards are given, if none is said to give them."""

from __future__ import annotations

import re
from functools import cached_property

from thainews_ie.extractors.awards.bodies import BODY_HEAD, read_body
from thainews_ie.extractors.awards.givers import through
from thainews_ie.lexicon import table
from thainews_ie.mentions import CharSpan, PersonDraft

__all__ = ["Hosts", "known_giver"]

# Who confers well-known awards, by the names that the text may give them.
_KNOWN = {award: row[0].split("|") for award, row in table("award_givers").items()}
# A body that confers is named in the article proper.
_KNOWN_WITHIN = 20_000
# People at the head of the article are those who hold the event.
_FIRST_PEOPLE = 4


def known_giver(text: str, award: str, stated: CharSpan | None) -> CharSpan | None:
    """The body that is known to confer an award, where the text names it.

    Args:
        text: the clean text.
        award: the award's name.
        stated: who is said to confer it; kept if that is a name of the body.
    """
    for name, bodies in _KNOWN.items():
        if name in award:
            if stated and text[stated.start : stated.end] in bodies:
                return stated
            for body in bodies:
                at = text.find(body, 0, _KNOWN_WITHIN)
                if at >= 0:
                    return CharSpan(at, at + len(body))
    return None


def titled_body(text: str, people: list[PersonDraft]) -> CharSpan | None:
    """The body that the first official named in the article heads: ปลัด|กระทรวงสาธารณสุข|.

    The prime minister, ministers to him and spokesmen speak for others; an official who also
    heads a society acts for it.
    """
    for title in (title for person in people[:_FIRST_PEOPLE] for title in person.titles):
        if headed := _HEADS_SOCIETY.match(text, title.start, title.end):
            return CharSpan(headed.end(), title.end)
    for person in people[:_FIRST_PEOPLE]:
        for title in person.titles:
            said = text[title.start : title.end]
            if _SPEAKS_FOR.search(said):
                break
            for begin in BODY_HEAD.finditer(text, title.start, title.end):
                body = read_body(text, begin.start())
                if body and not _NO_HOST.match(text, body.start):
                    return CharSpan(body.start, min(body.end, title.end))
    return None


_HEADS_SOCIETY = re.compile(r"(?:นายก|ประธาน)(?=[ก-๎]{0,20}(?:สมาคม|มูลนิธิ))")
# Who visits, joins or congratulates does not hold the event.
_GUEST = re.compile(r"ลงพื้นที่|ตรวจ|เยี่ยม|ร่วม(?!กับ|มือ|จัด)|ชื่นชม|ยินดี|หารือ")
_SPEAKS_FOR = re.compile(r"นายกรัฐมนตรี\Z|โฆษก|องคมนตรี|ประธานาธิบดี|เอกอัครราชทูต|สมาชิก")
_NO_HOST = re.compile(r"สำนักนายก|สถาน(?:เอก|ทูต)|กองการ|คณะรัฐมนตรี")

# An article says early who holds its event.
_ACTING_WITHIN = 6_000
_MINISTRY = re.compile(
    r"กระทรวง[ ]?[^\s()]{2,50}?(?:[ ]วิทยาศาสตร์[ ]วิจัยและนวัตกรรม)?(?=[ ]?โดย|[ ]\()"
)
_FOUNDED = re.compile(r"สถาปนา(?=กรม|กระทรวง|สำนักงาน|มหาวิทยาลัย|สถาบัน|องค์การ|การ)")
_HELD = re.compile(r"จัด(?:ขึ้น|งาน|ทำ)?โดย[ ]?")


def founded_body(text: str) -> CharSpan | None:
    """The body whose foundation day the article reports: วันสถาปนา|กรมประมง|."""
    for found in _FOUNDED.finditer(text, 0, _ACTING_WITHIN):
        body = read_body(text, found.end())
        if body:
            return body
    return None


def acting_body(text: str) -> CharSpan | None:
    """The body that the article as a whole shows as holding the event.

    The one by whom the event is held, or a department that acts for its ministry.
    """
    for found in _HELD.finditer(text, 0, _ACTING_WITHIN):
        body = read_body(text, found.end())
        if body:
            return through(text, body)
    for found in _MINISTRY.finditer(text, 0, _ACTING_WITHIN):
        body = through(text, CharSpan(*found.span()))
        if body.start != found.start():
            return body
    return None


class Hosts:
    """The bodies that may hold an article's event, each looked for once at most.

    Args:
        text: the clean text.
        people: the people of the article.
        headlines: the headline, wherever it stands.
    """

    def __init__(self, text: str, people: list[PersonDraft], headlines: list[CharSpan]) -> None:
        self._text = text
        self._people = people
        self._headlines = headlines

    @cached_property
    def founded(self) -> CharSpan | None:
        """The body whose foundation day is kept."""
        return founded_body(self._text)

    @cached_property
    def acting(self) -> CharSpan | None:
        """The body by whom the event is held."""
        return acting_body(self._text)

    @cached_property
    def titled(self) -> CharSpan | None:
        """The body of the first official; none if the headline tells that officials are guests."""
        if any(_GUEST.search(self._text, h.start, h.end) for h in self._headlines):
            return None
        return titled_body(self._text, self._people)
