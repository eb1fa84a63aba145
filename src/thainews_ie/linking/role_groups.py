"""Who is named together in one line: the people's part of reading it.

The people named last together are the *group*, the people the sentence is about the *subject*.
``นาย ก พร้อมด้วย นาย ข เปิดงาน โดยมี นาย ค กล่าวรายงาน``: ก is the subject and opens, ข is a
companion, ค a group of his own that reports; a verb after that is again about ก.
"""

from __future__ import annotations

from thainews_ie.linking import role_words as words
from thainews_ie.linking.role_finds import RoleFinds
from thainews_ie.linking.role_kinds import (
    ALONG,
    ATTENDEE,
    BLOCKED,
    CALLED,
    GIVEN,
    HAVING,
    HOST,
    LISTS,
    PRESENTER,
    RECIPIENT,
    SIGNATORY,
    SPEAKER,
    SUBJECT,
    WITH,
    Mode,
)
from thainews_ie.linking.role_speech import Speech
from thainews_ie.linking.role_tokens import Token
from thainews_ie.mentions import PersonDraft
from thainews_ie.records import Role

__all__ = ["PEOPLE", "GroupReader"]

# How far, in characters, words may stand from what they go with.
_LIST_GAP = 120
_CHARGE_GAP = 12
_LED_GAP = 60
_WITH_GAP = 160
_HAVING_GAP = 250
_OTHER_HAVING_GAP = 60
_HAVING_NEXT_GAP = 12
_GIVER_GAP = 150
_GIFT_GAP = 120
_HONOUR_GAP = 250
_SIGNED_GAP = 250
_HELPERS_GAP = 30
_CONTESTANTS_GAP = 60
_MAX_GROUP = 200
_SMALL_GROUP = 8
PEOPLE = ("person", "title")
_SIGN = "ลงนาม"
_GIVE = "มอบ"


_LIST_MODES = {"with": WITH, "having": HAVING, "along": ALONG}


class GroupReader:
    """Keeps the group and the subject while a line is read.

    Args:
        finds: takes the roles.
        text: the clean text.
        people: the people, their titles linked.
        start: where the line begins.
        topic: who acts if the line names nobody.
        prizes: whether the article is about prizes.
    """

    def __init__(
        self,
        finds: RoleFinds,
        text: str,
        people: list[PersonDraft],
        start: int,
        topic: list[int],
        prizes: bool = False,
    ) -> None:
        self._finds = finds
        self._text = text
        self._start = start
        self._topic = topic
        self._prizes = prizes
        self._group: list[int] = []
        self._subject: list[int] = []
        self._mode = SUBJECT
        self._share = RECIPIENT  # what the group gets, if it is given something
        self._reached = start  # end of the last person
        self._acted = False  # the group has its verb
        self._speech = Speech(text, people, start)
        self._others: Token | None = None  # โดยมี before people without names
        self._last_verb = -1
        self._last_who: list[int] = []
        self._last_roles: tuple[Role, ...] = ()
        self._own = -1  # end of ตนได้, if the verbs are those of the one who speaks
        self._done: set[tuple[int, Role, bool]] = set()

    def _person(self, token: Token, last: Token | None) -> None:
        """Take somebody into the group, or begin a new one."""
        before = self._relation(token, last)
        if "”" in (tail := self._text[max(0, token.start - 3) : token.start]) or '" ' in tail:
            last, before = None, "plain"  # what was said is over: … ” นาย ก กล่าว
        kind = last.kind if last else ""
        gap = token.start - (last.end if last else self._start)
        if last and kind in PEOPLE and self._continues(last, token, before):
            self._join(token, before)
        elif before == "given" and self._only_said(token):
            self._begin(BLOCKED, token.person)
        elif before == "given" or (before == "to" and self._gave(token)):
            self._receive(token)
        elif before == "charged" or (kind == "charge" and gap <= _CHARGE_GAP):
            self._begin_subject(token)
        elif (kind == "from" and gap <= _CHARGE_GAP) or (before == "behalf" and self._subject):
            pass  # ได้รับมอบหมายจาก: the one before goes on
        elif last and (mode := self._list_mode(before, last, gap)):
            self._begin_list(mode, token)
        elif last and kind == "list" and gap <= _LED_GAP and self._lists(before):
            if self._honours(last):
                self._receive(token)
            elif self._speech.hearsay(last.start):
                self._begin(BLOCKED, token.person)
            else:
                self._begin_list(HAVING, token)
        elif last and self._goes_on_having(before, last, gap):
            self._begin_list(HAVING, token)
        elif last and kind == "led" and gap <= _LED_GAP:
            self._begin_subject(token)
            self._finds.leader(token.person, last.start, last.end)
        elif (before == "between" and self._signed(token)) or (
            before == "along" and self._last_roles == (SIGNATORY,) and self._near(token)
        ):
            self._receive(token, SIGNATORY)
        elif before in _LIST_MODES:
            self._begin_list(_LIST_MODES[before], token)
        elif before == "called":
            self._begin(CALLED, token.person)
            self._finds.add(token.person, HOST, token.start, token.end)
            self._apply(self._subject, (ATTENDEE,), token.start, token.end)
        elif before == "agent" and last and words.is_talk(self._text, last.start, gap):
            self._receive(token, SPEAKER)
        elif before in ("of", "from", "behalf"):
            self._begin(BLOCKED, token.person)
            giver = before == "from" and (
                self._last_roles == (RECIPIENT,)
                or words.honoured(self._text, max(self._start, token.start - 60), token.start)
            )
            if giver and gap < _GIVER_GAP and token.kind == "person":
                self._finds.add(token.person, PRESENTER, token.start, token.end)
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
        if token.start - last.end > _LIST_GAP or before in ("of", "from", "given", "behalf"):
            return False
        given = self._mode is GIVEN
        if words.list_ends(self._text[last.end : token.start], given=given):
            return False
        return self._mode is BLOCKED or before != "called"

    def _join(self, token: Token, before: str) -> None:
        if self._mode is SUBJECT and before in ("with", "along"):
            self._begin_list(_LIST_MODES[before], token)
            return
        if len(self._group) < _MAX_GROUP:
            self._group.append(token.person)
            self._done.clear()
        self._acted = False
        if self._mode in LISTS:
            self._finds.companion(token.person, token.start, token.end)
        elif self._mode is GIVEN and token.kind == "person":
            self._finds.add(token.person, self._share, token.start, token.end)

    def _list_mode(self, before: str, last: Token, gap: int) -> Mode | None:
        """The kind of list a cue begins, however many people without names come first."""
        if before == "with" or (last.kind == "with" and gap <= _WITH_GAP):
            return WITH
        reach = _HAVING_GAP if self._text.startswith("โดยมี", last.start) else _OTHER_HAVING_GAP
        if before == "having" or (last.kind == "having" and gap <= reach):
            return HAVING
        return None

    def _goes_on_having(self, before: str, last: Token, gap: int) -> bool:
        """Whether others follow one with a verb of their own: ``โดยมี นาย ก รายงาน นาย ข …``."""
        if self._mode is not HAVING or not self._acted or last.kind != "act":
            return False
        return before == "plain" and gap <= _HAVING_NEXT_GAP and ATTENDEE not in last.roles

    def _lists(self, before: str) -> bool:
        return self._mode is not BLOCKED and before not in ("of", "from")

    def _honours(self, cue: Token) -> bool:
        """Whether the list that a cue (``ได้แก่``) begins names those who are honoured."""
        if words.helpers(self._text, max(self._start, cue.start - _HELPERS_GAP), cue.start):
            return False
        if self._mode is GIVEN:
            return True
        others = self._others.end if self._others else -1
        since = max(self._last_verb, others, self._start, cue.start - _HONOUR_GAP)
        if words.honoured(self._text, since, cue.start):
            return True
        since = max(self._start, cue.start - _CONTESTANTS_GAP)
        return self._prizes and words.contestants(self._text, since, cue.start)

    def _gave(self, token: Token) -> bool:
        """Whether somebody has just given something."""
        return self._near(token) and self._last_roles == (PRESENTER,)

    def _near(self, token: Token) -> bool:
        """Whether the last verb is near."""
        return token.start - self._last_verb < _GIFT_GAP

    def _receive(self, token: Token, role: Role = RECIPIENT) -> None:
        self._begin(GIVEN, token.person)
        self._share = role
        if token.kind == "person":
            self._finds.add(token.person, role, token.start, token.end)

    def _signed(self, token: Token) -> bool:
        """Whether something was signed: ``ลงนาม … ระหว่าง นาย ก กับ นาย ข``."""
        since = max(self._start, self._last_verb, token.start - _SIGNED_GAP)
        return self._text.find(_SIGN, max(0, since - len(_SIGN)), token.start) >= 0

    def _only_said(self, token: Token) -> bool:
        """Whether what somebody gets are words: ``กล่าวชื่นชมและให้กำลังใจแก่ นาย ก``."""
        if self._last_roles != (SPEAKER,) or self._last_verb < self._reached:
            return False
        since = max(self._last_verb, token.start - _GIFT_GAP)
        return not words.honoured(self._text, since, token.start) and (
            self._text.find(_GIVE, since, token.start) < 0
        )

    def _begin(self, mode: Mode, who: int) -> None:
        self._mode = mode
        self._group = [who]
        self._acted = False
        self._done.clear()

    def _begin_subject(self, token: Token) -> None:
        self._begin(SUBJECT, token.person)
        self._subject = self._group

    def _begin_list(self, mode: Mode, token: Token) -> None:
        if not self._subject:
            self._subject = list(self._topic)
        self._begin(mode, token.person)
        self._finds.companion(token.person, token.start, token.end)

    @property
    def list_is_open(self) -> bool:
        """Whether a list of companions was begun and no verb came after it."""
        return self._mode in LISTS and not self._acted

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
