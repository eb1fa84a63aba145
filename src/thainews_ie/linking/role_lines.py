"""Reads one line of the article: who does what, from its people and cues in order."""

from __future__ import annotations

from itertools import zip_longest

from thainews_ie.lexicon import terms
from thainews_ie.linking import role_words as words
from thainews_ie.linking.role_groups import PEOPLE, GroupReader
from thainews_ie.linking.role_kinds import (
    ALONG,
    ATTENDEE,
    BLOCKED,
    CALLED,
    CHAIR,
    GIVEN,
    HAVING,
    HOST,
    LISTS,
    PRESENTER,
    RAPPORTEUR,
    RECIPIENT,
    SIGNATORY,
    SPEAKER,
    SUBJECT,
    WITH,
)
from thainews_ie.linking.role_tokens import NOBODY, Token, says_more
from thainews_ie.records import Role

__all__ = ["TOPIC_GAP", "LineReader"]

# How far, in characters, words may stand from what they go with.
_NEAR = 45
TOPIC_GAP = 40
_AND_GAP = 40
_FAR = 1 << 60

_JOIN = "ร่วม"
_JOINED_BY = "ร่วมด้วย"
_DOER = (" ผู้", "เป็นผู้ที่", " ผู้ที่")
_LINKS = terms("role_links")
_LINKED = (ATTENDEE, PRESENTER, RECIPIENT)  # far from the person only so
_CHARGED_SELF = "มอบหมาย"
_BEFORE_SELF = (" ", "“", '"', *terms("role_self_leads"))
_NEAR_ONLY = (ATTENDEE, RECIPIENT)
# Roles that companions share with the person they go with.
_SHARED = (ATTENDEE, HOST, RECIPIENT, SIGNATORY)


class LineReader(GroupReader):
    """Gives roles while it reads the tokens of one line."""

    @property
    def topic(self) -> list[int]:
        """Whom the line is about, or the lines before it."""
        subject = self._subject
        if len(subject) == 1:
            return self._topic if subject[0] == NOBODY else subject
        return subject if any(who != NOBODY for who in subject) else self._topic

    def read(self, line: list[Token], last: Token | None = None) -> None:
        """Read the tokens of a line.

        Args:
            line: its tokens in order.
            last: the last token of the line before, if this line goes on from it.
        """
        for token, following in zip_longest(line, line[1:]):
            kind = token.kind
            if kind == "mask":
                continue
            if kind in PEOPLE:
                self._person(token, last)
                self._behind(token, following)
                self._others = None
            elif kind in ("act", "lead"):
                if self._text.endswith(_DOER, 0, token.start):
                    continue  # a noun: ผู้|ร่วมจัดงาน
                self._verb(token, following)
            elif kind == "being":
                if token.start - self._reached <= 3 and self._mode is not BLOCKED:
                    self._apply(self._group[-1:], (SPEAKER,), token.start, token.end)
            elif kind == "giving":
                self._giving(token)
            elif kind == "self":
                self._oneself(token)
            elif kind == "having" or (kind == "with" and not self.list_is_open):
                self._others = token
            last = token

    def end_headline(self, end: int) -> None:
        """Read the verbs that only headlines use, after its tokens."""
        if self._subject and self._mode is SUBJECT:
            verb = words.headline_verb(self._text, self._reached, end)
            if verb:
                self._apply(self._subject, (SPEAKER,), *verb)

    def _behind(self, token: Token, following: Token | None) -> None:
        """Read a short verb right behind a person."""
        if self._mode in (BLOCKED, GIVEN, CALLED):
            return
        verb = words.near_verb(self._text, token.end, following.start if following else _FAR)
        if verb and not self._speech.hearsay(verb[0]):
            start, end, role = verb
            who = self._subject if self._mode is WITH else self._group
            self._apply(who, (role,), start, end, lead=role is CHAIR)
            if role is SPEAKER:
                self._speech.begin(end, who)

    def _verb(self, token: Token, following: Token | None) -> None:
        """Give the roles of a verb to those who do it."""
        text = self._text
        start, end = token.start, token.end
        if self._mode is BLOCKED:
            if text.startswith("ประธาน", start) and start - self._reached <= 3:
                self._apply(self._group, (CHAIR,), start, end)
            return
        roles = token.roles
        if PRESENTER in roles and words.is_message(text, end):
            roles = (SPEAKER,)
        if roles == (ATTENDEE,) and words.joins_receiving(text, start):
            roles = (RECIPIENT,)
        if says_more(token, following) or self._leads_to_person(token, following):
            return
        if roles == (PRESENTER,) and text.endswith(("พิธี", "การ", "งาน"), 0, start):
            self._giving(token)
            return
        who = self._actors(token, roles)
        lead = token.kind == "lead"
        if who is None or (lead and text.endswith("ผู้เข้าร่วม", 0, start)):
            return
        if lead and text.startswith("นำ", start) and words.visits(text, end):
            roles, lead = (ATTENDEE,), False
        if lead and text.endswith(_JOIN, 0, start):
            roles, lead = (ATTENDEE,), False
        if lead and self._mode in (HAVING, ALONG) and who is self._group:
            self._acted = True
            return  # companions do not lead
        if self._mode is WITH and roles == (ATTENDEE,) and not self._acted:
            self._apply(self._group, roles, start, end)
            together = words.led_together(text, start)
            self._apply(self._subject, roles, start, end, lead=together)
        else:
            self._apply(who, roles, start, end, lead=lead)
        if self._mode in LISTS:
            listed = who is self._group and self._mode is not WITH
            if listed and words.joins_leader(text, start):
                for person in self._subject[:1]:
                    self._finds.leader(person, start, end)
            if not self._acted and self._mode is HAVING and roles[0] is not ATTENDEE:
                self._finds.no_companions(who)
            self._acted = True
        if roles == (CHAIR,) and not lead:
            if words.receives(text, end):
                self._finds.receives(who, start, end)
                self._last_roles = (RECIPIENT,)
            elif words.gives(text, start, end, self._start):
                self._apply(who, (PRESENTER,), start, end)
        if roles[0] is SPEAKER:
            self._speech.begin(end, who)

    def _leads_to_person(self, token: Token, following: Token | None) -> bool:
        """Whether a verb is about those behind it: ``ร่วมด้วย นาย ก``, ``บรรยาย…โดย นาย ก``."""
        if following is None or following.kind not in PEOPLE:
            return False
        gap = following.start - token.end
        if gap <= 1:
            return self._text.startswith(_JOINED_BY, token.start)
        talk = words.is_talk(self._text, token.start, gap)
        return talk and words.relation(self._text, following.start, token.end) == "agent"

    def _actors(self, token: Token, roles: tuple[Role, ...]) -> list[int] | None:
        """Who does what a verb says; None if nobody who is known."""
        text = self._text
        start = token.start
        distance = start - self._reached
        if self._last_verb > self._reached and start - self._last_verb <= _AND_GAP:
            rites = self._last_roles[0] in (CHAIR, PRESENTER)
            if words.goes_on(text, self._last_verb, start, rites=rites):
                if self._last_roles == (ATTENDEE,) and self._mode in LISTS:
                    return self._subject if roles[0] not in _NEAR_ONLY else self._last_who
                return self._last_who
        if roles == (RECIPIENT,) and self._told_after(start):
            return None
        joined = words.joint(text, start, self._start) if distance > 2 else "joined"
        if joined == "other":
            return None
        if self._reached < self._speech.start < start or self._is_hearsay(token, roles):
            return None
        if not self._group:
            near = start - self._start <= TOPIC_GAP and joined == "joined"
            return self._topic if near and roles[0] not in _NEAR_ONLY else None
        if self._others and self._others_do(roles):
            self._others = None
            return None
        if self._mode is SUBJECT:
            return self._group if self._subject_does(token, roles, joined) else None
        if self._acted:
            return self._subject if joined == "joined" and roles[0] not in _NEAR_ONLY else None
        if self._mode is HAVING:
            return self._group
        if roles == (RAPPORTEUR,) and distance <= 3 and self._last_verb >= 0:
            self._finds.no_companions(self._group[-1:])
            return self._group[-1:]  # … เป็นประธาน พร้อมด้วย นาย ข และนาย ค กล่าวรายงาน
        if self._mode is WITH and (roles[0] in _SHARED or self._together(token)):
            return self._group + [one for one in self._subject if one not in self._group]
        near = distance <= 3 and self._mode in LISTS
        return self._subject if joined == "joined" or near else None

    def _told_after(self, start: int) -> bool:
        """Whether a verb stands in what somebody tells: ``นาย ก ชื่นชมนักกีฬา คว้าแชมป์``."""
        told = self._last_roles == (SPEAKER,) and self._last_verb > self._reached
        return told and not self._text.endswith(_LINKS, 0, start)

    def _subject_does(self, token: Token, roles: tuple[Role, ...], joined: str) -> bool:
        """Whether a verb is about the person named last."""
        distance = token.start - self._reached
        if distance <= 3:
            return True
        if joined != "joined" or self._text[token.start : token.end] == _JOIN:
            return False
        if roles[0] in _LINKED and distance > _NEAR:
            return self._text.endswith(_LINKS, 0, token.start)
        return True

    def _others_do(self, roles: tuple[Role, ...]) -> bool:
        """Whether people without names do it: ``โดยมีผู้บริหาร … เข้าร่วม``."""
        if self._others and self._others.kind == "having":
            return roles[0] in _SHARED
        return roles[0] is ATTENDEE

    def _together(self, token: Token) -> bool:
        text = self._text
        return text.endswith(_JOIN, 0, token.start) or text.startswith(_JOIN, token.start)

    def _oneself(self, token: Token) -> None:
        """Read ``ตนได้``: who speaks tells what they themselves did."""
        who = self._speech.who if self._speech.start >= 0 else self._topic
        if who and (
            self._text.startswith(_CHARGED_SELF, token.start)
            or self._text.endswith(_BEFORE_SELF, 0, token.start)
        ):
            self._begin(SUBJECT, who[0])
            self._subject = self._group
            self._reached = self._own = token.end

    def _giving(self, token: Token) -> None:
        """Read ``พิธีมอบ``: who chairs it presents."""
        if self._mode is BLOCKED or 0 <= self._speech.start < token.start:
            return
        if self._last_roles == (RECIPIENT,):
            return  # เป็นประธานใน|พิธีรับมอบ: they receive
        for person in self._last_who or self._subject:
            if CHAIR in self._finds.roles(person):
                self._finds.add(person, PRESENTER, token.start, token.end)

    def _is_hearsay(self, token: Token, roles: tuple[Role, ...]) -> bool:
        """Whether a verb is only said of somebody: ``นาย ก กล่าวว่า นาย ข มีนโยบาย…``."""
        if self._mode is HAVING or self._reached == self._own:
            return False
        if not self._speech.hearsay(token.start):
            return False
        told = token.kind == "lead" or roles[0] is SPEAKER
        return told and not self._text.startswith("กล่าว", token.start)
