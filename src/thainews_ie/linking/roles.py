"""Roles, given to people by the words around them."""

from __future__ import annotations

import re
from functools import cache

from thainews_ie.cues import Cues
from thainews_ie.lexicon import table
from thainews_ie.linking.role_tokens import NOBODY, Token, tokens
from thainews_ie.mentions import PersonDraft, RoleMention, Zone, ZoneKind
from thainews_ie.patterns import trie
from thainews_ie.records import Role

__all__ = ["find_roles"]

# Right before a person who does nothing here: ตามนโยบายของ, ภายใต้การนำของ
_OF = re.compile(
    r"(?:ของ|นโยบาย|การนำ|สั่งการ|บัญชา|รัฐบาลโดย|ตามที่|ตาม|จาก|แทน|ถึง|ต่อ|ในนาม|สมัย|รับใช้|ราชการ|ทราบชื่อ|พบ)[^\S\n]{0,2}(?:ท่าน)?\Z"
)
_GIVEN = re.compile(r"(?:ให้แก่|ให้กับ|แก่|มอบให้)[^\S\n]{0,2}\Z")
_CHARGED = re.compile(r"(?:มอบหมาย(?:ภารกิจ)?(?:ให้)?|มอบ(?:ให้)?|โดยให้|แต่งตั้ง(?:ให้)?)[^\S\n]{0,2}\Z")
_ALONG = re.compile(r"(?:กับ|พบ|เชิญ|ต้อนรับ|คารวะ|หารือ)[^\S\n]{0,2}(?:ท่าน|ฯพณฯ|คณะ)?[^\S\n]?\Z")
_WITH = re.compile(r"พร้อม(?:ด้วย|กับ|ทั้ง)?[^\S\n]{0,2}\Z")
_HAVING = re.compile(r"(?:^|[\s)”\"]|โดย|ซึ่ง|และ|ทั้งนี้|ยัง|นี้|ได้)(?:ยัง)?(?:มี|เชิญ)[^\S\n]{0,2}\Z")
_AGENT = re.compile(r"(?:โดย|นำโดย)[^\S\n]{0,2}\Z")
_FILLER = re.compile(
    r"(?:[\s”\"“)]|\([^()\n]{1,40}\)|ฯ|ได้|จะ|ยัง|ก็|จึง|เตรียม|นั้น|และคณะ|พร้อมคณะ|ร่วมกัน|ทรง|ให้เกียรติ|เป็นผู้(?=มอบ|กล่าว)|ออกมา|ก่อน){0,8}"
)
_THAT = re.compile(r"(?<!ก)ว่า(?!การ|ด้วย|ที่ร้อย|ที่พัน|จ้าง|ราชการ)")
_JOINED = re.compile(r"(?:พร้อม(?:ทั้ง|กับ|กัน(?:นี้)?)?|และ|ได้|โดย|ทั้งนี้|ก่อน|หลัง|ภายหลัง|แล้ว|มา|ไป|ยัง|จะ|ในการ|ที่|จากนั้น|นี้|[\s”\"“)])\Z")


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    verbs = {verb: role for verb, (role,) in table("role_verbs").items()}
    return re.compile(trie(verbs)), verbs


class _Line:
    """Reads the tokens of one line and gives roles."""

    def __init__(self, roles: _Found, text: str, start: int, topic: list[int]) -> None:
        self._found = roles
        self._text = text
        self._start = start
        self.topic = topic  # who acts if the line names nobody
        self.group: list[int] = []  # the last people named together
        self.subject: list[int] = []
        self.mode = "subject"
        self.reached = start  # end of the last person
        self.quoted = -1  # start of what is said
        self.acted = False  # the group has its verb
        self.led = False

    def read(self, line: list[Token]) -> None:
        lead: Token | None = None
        for k, token in enumerate(line):
            if token.kind in ("person", "title"):
                self._person(token, line[k - 1] if k else None)
            elif token.kind in ("act", "lead"):
                self._verb(token, line[k + 1] if k + 1 < len(line) else None)
            elif token.kind == "giving":
                self._giving(token)
        del lead

    def _person(self, token: Token, last: Token | None) -> None:
        text = self._text
        gap_start = last.end if last else self._start
        before = text[max(gap_start - 12, token.start - 24, 0) : token.start]
        gap = token.start - gap_start
        who = token.person
        if last is not None and last.kind in ("person", "title") and gap <= 120:
            if self.mode == "blocked" and not self._listed(last.end, token.start):
                pass
            elif self._listed(last.end, token.start) and not _OF.search(before) or (
                gap <= 60 and not _OF.search(before) and self.mode in ("with", "having", "along")
            ):
                if _WITH.search(before) and self.mode == "subject":
                    self._start_list("with", who)
                elif _ALONG.search(before) and self.mode == "subject":
                    self._start_list("along", who)
                else:
                    self.group.append(who)
                    if self.mode in ("with", "having", "along"):
                        self._weak(who, Role.ATTENDEE, token)
                    elif self.mode == "given":
                        self._give(who, Role.RECIPIENT, token)
                self._after(token)
                return
        if _GIVEN.search(before):
            self._begin("given", who)
            if token.kind == "person":
                self._give(who, Role.RECIPIENT, token)
        elif last is not None and last.kind == "charge" and gap <= 12 or _CHARGED.search(before):
            self._found.charge(self.group)
            self.subject = [who]
            self._begin("subject", who)
        elif last is not None and last.kind == "from" and gap <= 12:
            self._found.charge([who])
            self.reached = token.end
            return
        elif _WITH.search(before) or (last is not None and last.kind == "with" and gap <= 160):
            self._start_list("with", who)
        elif _HAVING.search(before) or (last is not None and last.kind == "having" and gap <= 250):
            self._start_list("having", who)
        elif last is not None and last.kind == "list" and gap <= 60 and self.mode != "blocked":
            self._start_list("having", who)
        elif last is not None and last.kind == "led" and gap <= 60:
            self.subject = [who]
            self._begin("subject", who)
            self._weak(who, Role.ATTENDEE, token)
        elif _ALONG.search(before):
            self._start_list("along", who)
        elif _OF.search(before):
            self.mode = "blocked"
            self.group = [who]
        else:
            self.subject = [who]
            self._begin("subject", who)
        self._after(token)

    def _after(self, token: Token) -> None:
        """A short verb right behind the person."""
        self.reached = token.end
        self.acted = False
        if self.mode == "blocked":
            return
        pattern, verbs = _verbs()
        filler = _FILLER.match(self._text, token.end, token.end + 60)
        at = filler.end() if filler else token.end
        verb = pattern.match(self._text, at, at + 20)
        if verb:
            self._near = at
            self._near_role = verbs[verb.group()]
            self._near_end = verb.end()
            role = Role(self._near_role)
            if self.mode in ("with",):
                self._apply(self.subject, role, at, verb.end(), weak=role is Role.CHAIR)
            else:
                self._apply(self.group, role, at, verb.end(), weak=role is Role.CHAIR)

    def _listed(self, start: int, end: int) -> bool:
        gap = self._text[start:end]
        return len(gap) <= 120 and "\n" not in gap and "ว่า" not in gap

    def _begin(self, mode: str, who: int) -> None:
        self.mode = mode
        self.group = [who]

    def _start_list(self, mode: str, who: int) -> None:
        if not self.subject:
            self.subject = list(self.topic)
        self._begin(mode, who)
        if who != NOBODY:
            self._found.weak(who, Role.ATTENDEE, self.reached, self.reached)

    def _weak(self, who: int, role: Role, token: Token) -> None:
        if who != NOBODY:
            self._found.weak(who, role, token.start, token.end)

    def _give(self, who: int, role: Role, token: Token) -> None:
        if who != NOBODY:
            self._found.add(who, role, token.start, token.end)

    def _apply(self, who: list[int], role: Role, start: int, end: int, *, weak: bool) -> None:
        for person in who:
            if person != NOBODY:
                if weak:
                    self._found.lead(person, start, end)
                else:
                    self._found.add(person, role, start, end)

    def _verb(self, token: Token, following: Token | None) -> None:
        if self.mode == "blocked":
            return
        distance = token.start - self.reached
        joined = _JOINED.search(self._text, max(0, token.start - 12), token.start) is not None
        roles = [Role(r) for r in token.roles]
        speaking = roles[0] is Role.SPEAKER
        who: list[int]
        if not self.group and not self.subject:
            if token.start - self._start > 40 or not joined:
                return
            who = self.topic
        elif self.quoted >= 0 and token.start > self.quoted and self.reached < self.quoted:
            return
        elif self.mode == "subject":
            if distance > 3 and not joined:
                return
            who = self.group
        elif self.acted:
            if not joined:
                return
            who = self.subject
        elif self.mode == "with":
            collective = self._text.startswith("ร่วม", token.start)
            if roles[0] is Role.ATTENDEE:
                who = self.group
                if distance < 120:
                    who = self.group + [s for s in self.subject if s not in self.group]
            else:
                who = self.group + self.subject if collective and distance < 120 else self.subject
            self.acted = True
        elif self.mode == "having":
            who = self.group
            self.acted = True
        else:
            who = self.subject
        if token.kind == "lead":
            self._apply(who, Role.CHAIR, token.start, token.end, weak=True)
        else:
            for role in roles:
                self._apply(who, role, token.start, token.end, weak=False)
        if speaking:
            that = _THAT.search(self._text, token.end, token.end + 700)
            if that and "\n" not in self._text[token.end : that.start()]:
                self.quoted = that.start()

    def _giving(self, token: Token) -> None:
        if self.mode == "blocked" or self.quoted >= 0 and token.start > self.quoted:
            return
        for person in self.subject:
            if person != NOBODY and self._found.chairs(person):
                self._found.add(person, Role.PRESENTER, token.start, token.end)


class _Found:
    """The roles found so far, firm and weak."""

    def __init__(self) -> None:
        self._firm: dict[tuple[int, Role], tuple[int, int]] = {}
        self._weak: dict[tuple[int, Role], tuple[int, int]] = {}
        self._lead: dict[int, tuple[int, int]] = {}
        self._charged: set[int] = set()

    def add(self, person: int, role: Role, start: int, end: int) -> None:
        self._firm.setdefault((person, role), (start, end))

    def weak(self, person: int, role: Role, start: int, end: int) -> None:
        self._weak.setdefault((person, role), (start, end))

    def lead(self, person: int, start: int, end: int) -> None:
        self._lead.setdefault(person, (start, end))

    def charge(self, people: list[int]) -> None:
        self._charged.update(people)

    def chairs(self, person: int) -> bool:
        return (person, Role.CHAIR) in self._firm

    def result(self) -> list[RoleMention]:
        firm = self._firm
        have = {person for person, _ in firm}
        for person, (start, end) in self._lead.items():
            if (person, Role.ATTENDEE) not in firm and (person, Role.ATTENDEE) not in self._weak:
                firm.setdefault((person, Role.CHAIR), (start, end))
        for (person, role), (start, end) in self._weak.items():
            if person not in have:
                firm.setdefault((person, role), (start, end))
        return [RoleMention(person, role, start, end) for (person, role), (start, end) in firm.items()]


def find_roles(
    text: str, cues: Cues, zones: list[Zone], people: list[PersonDraft]
) -> list[RoleMention]:
    """What each person does in the event, with the words that say so.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        zones: the parts of the page; only headline and body are read.
        people: the people, their titles linked.

    Returns:
        One mention for each person and role.
    """
    if not people:
        return []
    found = _Found()
    all_tokens = tokens(text, cues, people)
    at = 0
    topic: list[int] = []
    for zone in zones:
        while at < len(all_tokens) and all_tokens[at].start < zone.start:
            at += 1
        first = at
        while at < len(all_tokens) and all_tokens[at].start < zone.end:
            at += 1
        if zone.kind not in (ZoneKind.HEADLINE, ZoneKind.BODY) or first == at:
            continue
        line = _Line(found, text, zone.start, topic)
        line.read(all_tokens[first:at])
        if any(person != NOBODY for person in line.subject):
            topic = line.subject
    return found.result()
