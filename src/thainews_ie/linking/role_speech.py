"""Where a line tells what somebody says, and whether that is news or hearsay."""

from __future__ import annotations

import re

from thainews_ie.linking.role_tokens import NOBODY
from thainews_ie.mentions import PersonDraft
from thainews_ie.patterns import line_end

__all__ = ["Speech"]

_REACH = 700  # from a verb of saying to ว่า, in characters
# The word that begins what is said, not the one within ว่าการ, ว่าด้วย, กว่า.
_THAT = re.compile(r"(?<!ก)ว่า(?!การ|ด้วย|ที่ร้อย|ที่พัน|จ้าง|ราชการ)")
_SPOKESPERSON = re.compile(r"(?:รอง|ผู้ช่วย)?โฆษก|(?:รอง)?เลขาธิการนายกรัฐมนตรี")


class Speech:
    """What is said in one line: from the last ``ว่า`` to the line's end.

    Args:
        text: the clean text.
        people: the people, their titles linked.
        line: where the line begins.
    """

    __slots__ = ("_people", "_searched", "_text", "_told", "start", "who")

    def __init__(self, text: str, people: list[PersonDraft], line: int) -> None:
        self._text = text
        self._people = people
        self._searched = line  # no ว่า from the last verb of saying up to here
        self._told = False
        self.start = -1
        self.who: list[int] = []

    def begin(self, verb: int, who: list[int]) -> None:
        """Look for ``ว่า`` behind a verb of saying.

        Args:
            verb: where the verb ends.
            who: the people who say it.
        """
        if self.start >= verb:
            return
        limit = line_end(self._text, verb, verb + _REACH)
        that = _THAT.search(self._text, max(verb, self._searched), limit)
        if that or self._announces(verb):
            self.start = that.start() if that else verb
            self.who = who
            self._told = any(self._tells(person) for person in who)
        else:
            self._searched = max(verb, limit - 2)

    def hearsay(self, at: int) -> bool:
        """Whether a place is within what somebody says who is no spokesperson.

        A spokesperson tells the news itself; other people mention what others do.
        """
        return 0 <= self.start < at and not self._told

    def _announces(self, verb: int) -> bool:
        """Whether what is said follows a verb without ``ว่า``: ``รมว. ก เผย ฝนจะตก``."""
        text = self._text
        return text.endswith("เผย", 0, verb) and not text.startswith(("ถึง", "แพร่"), verb)

    def _tells(self, person: int) -> bool:
        if person == NOBODY:
            return False
        titles = self._people[person].titles
        return any(_SPOKESPERSON.match(self._text, title.start) for title in titles)
