"""Reads one line of the article: who does what, from its people and cues in order.

The people named last together are the *group*, the people the sentence is about the *subject*.
``นาย ก พร้อมด้วย นาย ข เปิดงาน โดยมี นาย ค กล่าวรายงาน``: ก is the subject and opens, ข is a
companion, ค a group of his own that reports; a verb after that is again about ก.
"""

from __future__ import annotations

from enum import Enum, auto

from thainews_ie.linking import role_words as words
from thainews_ie.linking.role_finds import RoleFinds
from thainews_ie.linking.role_speech import Speech
from thainews_ie.linking.role_tokens import NOBODY, Token, says_more
from thainews_ie.mentions import PersonDraft
from thainews_ie.records import Role

__all__ = ["PEOPLE", "TOPIC_GAP", "LineReader"]

# How far, in characters, words may stand from what they go with.
_LIST_GAP = 120
_NEAR = 45
_CHARGE_GAP = 12
_LED_GAP = 60
_WITH_GAP = 160
_HAVING_GAP = 250
_OTHER_HAVING_GAP = 60
_GIVER_GAP = 150
_GIFT_GAP = 120
_HONOUR_GAP = 250
TOPIC_GAP = 40
_MAX_GROUP = 200
_SMALL_GROUP = 8
_AND_GAP = 40
_FAR = 1 << 60

_JOIN = "ร่วม"
_LINKS = ("และ", "พร้อม", "พร้อมทั้ง", "พร้อมกับ", "ได้")
_LINKED = (Role.ATTENDEE, Role.PRESENTER, Role.RECIPIENT)  # far from the person only so
_NEAR_ONLY = (Role.ATTENDEE, Role.RECIPIENT)
# Roles that companions share with the person they go with.
_SHARED = (Role.ATTENDEE, Role.HOST, Role.RECIPIENT, Role.SIGNATORY)
PEOPLE = ("person", "title")


class _Mode(Enum):
    """How the group was named."""

    SUBJECT = auto()
    WITH = auto()
    HAVING = auto()
    ALONG = auto()
    GIVEN = auto()
    CALLED = auto()
    BLOCKED = auto()


_LISTS = (_Mode.WITH, _Mode.HAVING, _Mode.ALONG)
_LIST_MODES = {"with": _Mode.WITH, "having": _Mode.HAVING, "along": _Mode.ALONG}


class LineReader:
    """Gives roles while it reads the tokens of one line.

    Args:
        finds: takes the roles.
        text: the clean text.
        people: the people, their titles linked.
        start: where the line begins.
        topic: who acts if the line names nobody.
    """

    def __init__(
        self,
        finds: RoleFinds,
        text: str,
        people: list[PersonDraft],
        start: int,
        topic: list[int],
    ) -> None:
        self._finds = finds
        self._text = text
        self._start = start
        self._topic = topic
        self._group: list[int] = []
        self._subject: list[int] = []
        self._mode = _Mode.SUBJECT
        self._reached = start  # end of the last person
        self._acted = False  # the group has its verb
        self._speech = Speech(text, people, start)
        self._others: Token | None = None  # โดยมี before people without names
        self._last_verb = -1
        self._last_who: list[int] = []
        self._last_roles: tuple[Role, ...] = ()
        self._done: set[tuple[int, Role, bool]] = set()

    @property
    def topic(self) -> list[int]:
        """Whom the line is about, or the lines before it."""
        return self._subject if any(who != NOBODY for who in self._subject) else self._topic

    def read(self, line: list[Token], last: Token | None = None) -> None:
        """Read the tokens of a line.

        Args:
            line: its tokens in order.
            last: the last token of the line before, if this line goes on from it.
        """
        for k, token in enumerate(line):
            following = line[k + 1] if k + 1 < len(line) else None
            if token.kind in PEOPLE:
                self._person(token, last)
                self._behind(token, following)
                self._others = None
            elif token.kind in ("act", "lead"):
                self._verb(token, following)
            elif token.kind == "being":
                if token.start - self._reached <= 3 and self._mode is not _Mode.BLOCKED:
                    self._apply(self._group[-1:], (Role.SPEAKER,), token.start, token.end)
            elif token.kind == "giving":
                self._giving(token)
            elif token.kind == "having" or (token.kind == "with" and not self._list_is_open()):
                self._others = token
            if token.kind != "mask":
                last = token

    def end_headline(self, end: int) -> None:
        """Read the verbs that only headlines use, after its tokens."""
        if self._subject and self._mode is _Mode.SUBJECT:
            verb = words.headline_verb(self._text, self._reached, end)
            if verb:
                self._apply(self._subject, (Role.SPEAKER,), *verb)

    # People

    def _person(self, token: Token, last: Token | None) -> None:
        """Take somebody into the group, or begin a new one."""
        before = self._relation(token, last)
        if "”" in (tail := self._text[max(0, token.start - 3) : token.start]) or '" ' in tail:
            last, before = None, "plain"  # what was said is over: … ” นาย ก กล่าว
        kind = last.kind if last else ""
        gap = token.start - (last.end if last else self._start)
        if last and kind in PEOPLE and self._continues(last, token, before):
            self._join(token, before)
        elif before == "given" or (before == "to" and self._gave(token)):
            self._receive(token)
        elif before == "charged" or (kind == "charge" and gap <= _CHARGE_GAP):
            self._begin_subject(token)
        elif kind == "from" and gap <= _CHARGE_GAP:
            pass  # ได้รับมอบหมายจาก: the one before goes on
        elif last and (mode := self._list_mode(before, last, gap)):
            self._begin_list(mode, token)
        elif last and kind == "list" and gap <= _LED_GAP and self._lists(before):
            if self._honours(last):
                self._receive(token)
            else:
                self._begin_list(_Mode.HAVING, token)
        elif last and kind == "led" and gap <= _LED_GAP:
            self._begin_subject(token)
            self._finds.leader(token.person, last.start, last.end)
        elif before in _LIST_MODES:
            self._begin_list(_LIST_MODES[before], token)
        elif before == "called":
            self._begin(_Mode.CALLED, token.person)
            self._finds.add(token.person, Role.HOST, token.start, token.end)
            self._apply(self._subject, (Role.ATTENDEE,), token.start, token.end)
        elif before == "agent" and last and words.is_talk(self._text, last.start):
            self._begin_subject(token)
            if gap < _GIVER_GAP:
                self._finds.add(token.person, Role.SPEAKER, last.start, last.end)
        elif before in ("of", "from"):
            self._begin(_Mode.BLOCKED, token.person)
            giver = before == "from" and self._last_roles == (Role.RECIPIENT,)
            if giver and gap < _GIVER_GAP and token.kind == "person":
                self._finds.add(token.person, Role.PRESENTER, token.start, token.end)
        else:
            self._begin_subject(token)
        self._reached = token.end

    def _relation(self, token: Token, last: Token | None) -> str:
        before = words.relation(self._text, token.start, self._start)
        since = last.end if last else self._start
        if before == "plain" and since <= token.lead < token.start:
            return words.relation(self._text, token.lead, self._start)
        return before

    def _continues(self, last: Token, token: Token, before: str) -> bool:
        """Whether a person follows another in one list."""
        if token.start - last.end > _LIST_GAP or before in ("of", "from", "given"):
            return False
        if words.list_ends(self._text[last.end : token.start]):
            return False
        return self._mode is _Mode.BLOCKED or before != "called"

    def _join(self, token: Token, before: str) -> None:
        if self._mode is _Mode.SUBJECT and before in ("with", "along"):
            self._begin_list(_LIST_MODES[before], token)
            return
        if len(self._group) < _MAX_GROUP:
            self._group.append(token.person)
            self._done.clear()
        self._acted = False
        if self._mode in _LISTS:
            self._finds.companion(token.person, token.start, token.end)
        elif self._mode is _Mode.GIVEN and token.kind == "person":
            self._finds.add(token.person, Role.RECIPIENT, token.start, token.end)

    def _list_mode(self, before: str, last: Token, gap: int) -> _Mode | None:
        """The kind of list a cue begins, however many people without names come first."""
        if before == "with" or (last.kind == "with" and gap <= _WITH_GAP):
            return _Mode.WITH
        reach = _HAVING_GAP if self._text.startswith("โดยมี", last.start) else _OTHER_HAVING_GAP
        if before == "having" or (last.kind == "having" and gap <= reach):
            return _Mode.HAVING
        return None

    def _lists(self, before: str) -> bool:
        return self._mode is not _Mode.BLOCKED and before not in ("of", "from")

    def _honours(self, cue: Token) -> bool:
        """Whether the list that a cue (``ได้แก่``) begins names those who are honoured."""
        if self._mode is _Mode.GIVEN:
            return True
        others = self._others.end if self._others else -1
        since = max(self._last_verb, others, self._start, cue.start - _HONOUR_GAP)
        return words.honoured(self._text, since, cue.start)

    def _gave(self, token: Token) -> bool:
        """Whether somebody has just given something."""
        near = token.start - self._last_verb < _GIFT_GAP
        return near and self._last_roles == (Role.PRESENTER,)

    def _receive(self, token: Token) -> None:
        self._begin(_Mode.GIVEN, token.person)
        if token.kind == "person":
            self._finds.add(token.person, Role.RECIPIENT, token.start, token.end)

    def _begin(self, mode: _Mode, who: int) -> None:
        self._mode = mode
        self._group = [who]
        self._acted = False
        self._done.clear()

    def _begin_subject(self, token: Token) -> None:
        self._begin(_Mode.SUBJECT, token.person)
        self._subject = self._group

    def _begin_list(self, mode: _Mode, token: Token) -> None:
        if not self._subject:
            self._subject = list(self._topic)
        self._begin(mode, token.person)
        self._finds.companion(token.person, token.start, token.end)

    def _list_is_open(self) -> bool:
        return self._mode in _LISTS and not self._acted

    def _behind(self, token: Token, following: Token | None) -> None:
        """Read a short verb right behind a person."""
        if self._mode in (_Mode.BLOCKED, _Mode.GIVEN, _Mode.CALLED):
            return
        verb = words.near_verb(self._text, token.end, following.start if following else _FAR)
        if verb and not self._speech.hearsay(verb[0]):
            start, end, role = verb
            who = self._subject if self._mode is _Mode.WITH else self._group
            self._apply(who, (role,), start, end, lead=role is Role.CHAIR)

    # Verbs

    def _apply(
        self, who: list[int], roles: tuple[Role, ...], start: int, end: int, *, lead: bool = False
    ) -> None:
        """Give roles to people, and remember the verb."""
        self._last_verb, self._last_who, self._last_roles = end, who, roles
        for role in roles:
            if len(who) > _SMALL_GROUP and (who is self._group or who is self._subject):
                key = (id(who), role, lead)  # a long list gets each role once
                if key in self._done:
                    continue
                self._done.add(key)
            for person in who:
                if lead:
                    self._finds.leader(person, start, end)
                else:
                    self._finds.add(person, role, start, end)

    def _verb(self, token: Token, following: Token | None) -> None:
        """Give the roles of a verb to those who do it."""
        text = self._text
        start, end = token.start, token.end
        if self._mode is _Mode.BLOCKED:
            if text.startswith("ประธาน", start) and start - self._reached <= 3:
                self._apply(self._group, (Role.CHAIR,), start, end)
            return
        roles = token.roles
        if says_more(token, following):
            return
        if roles == (Role.PRESENTER,) and text.endswith(("พิธี", "การ", "งาน"), 0, start):
            self._giving(token)
            return
        who = self._actors(token, roles)
        lead = token.kind == "lead"
        if who is None or (lead and text.endswith("ผู้เข้าร่วม", 0, start)):
            return
        if lead and text.startswith("นำ", start) and words.visits(text, end):
            roles, lead = (Role.ATTENDEE,), False
        if lead and text.endswith(_JOIN, 0, start):
            roles, lead = (Role.ATTENDEE,), False
        if lead and self._mode in (_Mode.HAVING, _Mode.ALONG) and who is self._group:
            self._acted = True
            return  # companions do not lead
        if self._mode is _Mode.WITH and roles == (Role.ATTENDEE,) and not self._acted:
            self._apply(self._group, roles, start, end)
            together = words.led_together(text, start)
            self._apply(self._subject, roles, start, end, lead=together)
        else:
            self._apply(who, roles, start, end, lead=lead)
        if self._mode in _LISTS:
            if not self._acted and self._mode is _Mode.HAVING and roles[0] is not Role.ATTENDEE:
                self._finds.no_companions(who)
            self._acted = True
        if roles == (Role.CHAIR,) and not lead and words.gives(text, start, end, self._start):
            self._apply(who, (Role.PRESENTER,), start, end)
        if roles[0] is Role.SPEAKER:
            self._speech.begin(end, who)

    def _actors(self, token: Token, roles: tuple[Role, ...]) -> list[int] | None:
        """Who does what a verb says; None if nobody who is known."""
        text = self._text
        start = token.start
        distance = start - self._reached
        if self._last_verb > self._reached and start - self._last_verb <= _AND_GAP:
            rites = self._last_roles[0] in (Role.CHAIR, Role.PRESENTER)
            if words.goes_on(text, self._last_verb, start, rites=rites):
                return self._last_who
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
        if self._mode is _Mode.SUBJECT:
            return self._group if self._subject_does(token, roles, joined) else None
        if self._acted:
            return self._subject if joined == "joined" and roles[0] not in _NEAR_ONLY else None
        if self._mode is _Mode.HAVING:
            return self._group
        if self._mode is _Mode.WITH and (roles[0] in _SHARED or self._together(token)):
            return self._group + [one for one in self._subject if one not in self._group]
        near = distance <= 3 and self._mode in _LISTS
        return self._subject if joined == "joined" or near else None

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
        return roles[0] is Role.ATTENDEE

    def _together(self, token: Token) -> bool:
        text = self._text
        return text.endswith(_JOIN, 0, token.start) or text.startswith(_JOIN, token.start)

    def _giving(self, token: Token) -> None:
        """Read ``พิธีมอบ``: who chairs it presents."""
        if self._mode is _Mode.BLOCKED or 0 <= self._speech.start < token.start:
            return
        for person in self._last_who or self._subject:
            if Role.CHAIR in self._finds.roles(person):
                self._finds.add(person, Role.PRESENTER, token.start, token.end)

    def _is_hearsay(self, token: Token, roles: tuple[Role, ...]) -> bool:
        """Whether a verb is only said of somebody: ``นาย ก กล่าวว่า นาย ข มีนโยบาย…``."""
        if self._mode is _Mode.HAVING or not self._speech.hearsay(token.start):
            return False
        told = token.kind == "lead" or roles[0] is Role.SPEAKER
        return told and not self._text.startswith("กล่าว", token.start)
