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

_FILLER = re.compile(
    r"(?:[\s”\"“)]|\([^()\n]{1,40}\)|ฯ|ได้|จะ|ยัง|ก็|จึง|เตรียม|นั้น|และคณะ|พร้อมคณะ|ร่วมกัน|ให้เกียรติ|เป็นผู้(?=มอบ|กล่าว)|ออกมา|ก่อน){0,8}"
)
_THAT = re.compile(r"(?<!ก)ว่า(?!การ|ด้วย|ที่ร้อย|ที่พัน|จ้าง|ราชการ)")
# Words that end a list of people.
_BREAK = re.compile(
    r"ว่า|(?:^|\s)(?:เมื่อ|เพื่อ|ซึ่ง|โดย|ณ\s|ได้|จะ|จากนั้น|ใน|ทั้งนี้|สำหรับ|ที่|อายุ|ขับ)|เป็นประธาน"
)
_HEADLINE_VERB = re.compile(
    r"(?<=[\s”\"'])(?:เผย|ย้ำ|ชี้|ลั่น|แนะ|เตือน|สั่ง|กำชับ|จี้|วอน|ยัน|ฝาก|แจง|เชิญชวน|ขอบคุณ|ชื่นชม)(?![ก-๎]{0,3}ประธาน)"
)
_GIVING_NEAR = re.compile(r"พิธี(?:รับ)?มอบ|(?<!ได้รับ)มอบ(?:รางวัล|โล่|เกียรติบัตร|ถ้วย|ทุน|ประกาศ|วุฒิบัตร|ใบ|เครื่องหมาย|เข็ม)")
_AND = re.compile(r"(?P<rite>(?:ใน)?(?:พิธี|งาน))?[^\S\n]?(?:และ|พร้อม|พร้อมทั้ง|พร้อมกับ|ทั้ง|แล้ว)?(?:ได้)?(?:เป็นผู้)?[^\S\n]?")
# Said of several, but the first of them leads: นาย ก พร้อมด้วย นาย ข ร่วมประชุม
_LED_TOGETHER = re.compile(r"ร่วม(?!เป็น|ด้วย|กัน|สักขี|แสดง|ทำบุญ|ฟัง)")
_SPOKESPERSON = re.compile(r"(?:รอง|ผู้ช่วย)?โฆษก|(?:รอง)?เลขาธิการนายกรัฐมนตรี")
_HONOUR = re.compile(
    r"(?:ผู้|ราย)(?:ที่)?ได้รับ|รางวัล|ดีเด่น|เหรียญ|เข็มเชิดชู|เกียรติบัตร|โล่|ประกาศเกียรติคุณ|ผู้ชนะ"
)
_PRIZE = re.compile(r"รางวัล|เหรียญ|ชนะเลิศ|แชมป์")
_LISTS = ("with", "having", "along")
_NEAR_ONLY = frozenset((Role.ATTENDEE, Role.RECIPIENT))
_NEAR = 45
# Roles that a list after พร้อมด้วย shares with the person it goes with.
_SHARED = frozenset((Role.RECIPIENT, Role.HOST, Role.SIGNATORY, Role.ATTENDEE))


# Polite words between the words that lead to a person and the name.
_POLITE = re.compile(r"[^\S\n]{0,3}(?:(?:นาท่|ฯณพฯ|ะณค)[^\S\n]{0,2})?")  # spelled backwards
_GAP_BACK = re.compile(r"[\s”\"“)']{0,3}")


_AUXILIARY = frozenset(word[::-1] for word in ("ได้", "จะ", "ยัง"))


@cache
def _backwards(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A table of words, to be matched on reversed text."""
    rows = {words[::-1]: value for words, (value,) in table(name).items()}
    return re.compile(trie(rows)), rows


def _relation(text: str, at: int, since: int) -> str:
    """What the words right before a person make of the person."""
    back = text[max(since, at - 28) : at][::-1]
    pattern, relations = _backwards("role_leads")
    polite = _POLITE.match(back)
    words = pattern.match(back, polite.end() if polite else 0)
    return relations[words.group()] if words else "plain"


def _joint(text: str, at: int, since: int) -> str:
    """How a verb goes on from the words right before it."""
    back = text[max(since, at - 20) : at][::-1]
    pattern, joints = _backwards("role_joints")
    gap = _GAP_BACK.match(back)
    spaced = gap.end() if gap else 0
    words = pattern.match(back, spaced)
    joint = joints[words.group()] if words else "plain"
    if spaced and words and words.group() == "ราก":  # การ before a space ends a noun
        joint = "plain"
    if words and words.group() in _AUXILIARY and back[words.end() : words.end() + 1].isalpha():
        # ทั้งสองฝ่าย|ได้|หารือ has a subject of its own; และ|ได้|หารือ has not
        return "joined" if pattern.match(back, words.end()) else "other"
    return "joined" if joint == "plain" and (spaced or not back) else joint


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    verbs = {verb: role for verb, (role,) in table("role_verbs").items()}
    return re.compile(trie(verbs)), verbs


class _Found:
    """The roles found so far, firm and weak."""

    def __init__(self) -> None:
        self._firm: dict[tuple[int, Role], tuple[int, int]] = {}
        self._weak: dict[tuple[int, Role], tuple[int, int]] = {}
        self._lead: dict[int, tuple[int, int]] = {}

    def add(self, person: int, role: Role, start: int, end: int) -> None:
        if person != NOBODY:
            self._firm.setdefault((person, role), (start, end))

    def weak(self, person: int, start: int, end: int) -> None:
        """Named in a list of companions."""
        if person != NOBODY:
            self._weak.setdefault((person, Role.ATTENDEE), (start, end))

    def unlist(self, people: list[int]) -> None:
        """The companions had a deed of their own."""
        for person in people:
            self._weak.pop((person, Role.ATTENDEE), None)

    def lead(self, person: int, start: int, end: int) -> None:
        """Does what only the first person of a visit or meeting does."""
        if person != NOBODY:
            self._lead.setdefault(person, (start, end))

    def has(self, person: int, role: Role) -> bool:
        return (person, role) in self._firm

    def roles(self, person: int) -> set[Role]:
        return {role for one, role in self._firm if one == person}

    def result(self) -> list[RoleMention]:
        firm = dict(self._firm)
        for (person, role), place in self._weak.items():
            if not self.roles(person) - {Role.SPEAKER}:
                firm.setdefault((person, role), place)
        for person, place in self._lead.items():
            if not {(person, Role.ATTENDEE), (person, Role.RECIPIENT)} & firm.keys():
                firm.setdefault((person, Role.CHAIR), place)
        for person, role in list(firm):
            if role in (Role.ATTENDEE, Role.RECIPIENT) and (person, Role.CHAIR) in firm:
                del firm[person, role]
        return [RoleMention(who, role, *place) for (who, role), place in firm.items()]


class _Line:
    """Reads the tokens of one line and gives roles."""

    def __init__(
        self, found: _Found, text: str, people: list[PersonDraft], start: int, topic: list[int]
    ) -> None:
        self._found = found
        self._text = text
        self._people = people
        self._start = start
        self.topic = topic  # who acts if the line names nobody
        self.group: list[int] = []  # the last people named together
        self.subject: list[int] = []
        self._mode = "subject"
        self._reached = start  # end of the last person
        self._quoted = -1  # start of what is said
        self._told = False  # … by a spokesperson
        self._acted = False  # the group has its verb
        self._others_kind = ""
        self._others = -1  # end of โดยมี before people without names
        self._last_verb = -1
        self._last_who: list[int] = []
        self._last_roles: tuple[Role, ...] = ()

    def read(self, line: list[Token], last: Token | None = None) -> None:
        for k, token in enumerate(line):
            following = line[k + 1] if k + 1 < len(line) else None
            if token.kind in ("person", "title"):
                self._person(token, last, following)
                self._others = -1
            elif token.kind in ("act", "lead"):
                self._verb(token, following)
            elif token.kind == "being":
                if token.start - self._reached <= 3 and self.group and self._mode != "blocked":
                    self._apply(self.group[-1:], (Role.SPEAKER,), token.start, token.end, lead=False)
            elif token.kind == "giving":
                self._giving(token)
            elif token.kind in ("having", "with"):
                open_list = self._mode in _LISTS and not self._acted
                if token.kind == "having" or not open_list:
                    self._others = token.end
                    self._others_kind = token.kind
            if token.kind != "mask":
                last = token

    def headline(self, end: int) -> None:
        """Verbs of saying too short to look for outside a headline."""
        if not self.subject or self._mode != "subject":
            return
        verb = _HEADLINE_VERB.search(self._text, self._reached, end)
        if verb:
            self._apply(self.subject, (Role.SPEAKER,), verb.start(), verb.end(), lead=False)

    # People

    def _person(self, token: Token, last: Token | None, following: Token | None) -> None:
        text = self._text
        gap_start = last.end if last else self._start
        relation = _relation(text, token.start, self._start)
        if relation == "plain" and gap_start <= token.lead < token.start:
            relation = _relation(text, token.lead, self._start)
        gap = token.start - gap_start
        who = token.person
        kind = last.kind if last else ""
        if "”" in text[max(0, token.start - 3) : token.start] or '" ' in text[max(0, token.start - 3) : token.start]:
            last, kind, relation = None, "", "plain"  # what was said is over: … ” นาย ก กล่าว
        if last is not None and kind in ("person", "title") and self._continues(last, token, relation):
            if self._mode == "subject" and relation in ("with", "along"):
                self._start_list(relation, token)
            else:
                self.group.append(who)
                if self._mode in _LISTS:
                    self._found.weak(who, token.start, token.end)
                elif self._mode == "given" and token.kind == "person":
                    self._found.add(who, Role.RECIPIENT, token.start, token.end)
        elif relation == "given" or (relation == "to" and self._gave(token)):
            self._begin("given", who)
            if token.kind == "person":
                self._found.add(who, Role.RECIPIENT, token.start, token.end)
        elif relation == "charged" or (kind == "charge" and gap <= 12):
            self.subject = [who]
            self._begin("subject", who)
        elif kind == "from" and gap <= 12:
            self._reached = token.end
            return
        elif relation == "with" or (kind == "with" and gap <= 160):
            self._start_list("with", token)
        elif relation == "having" or (last is not None and kind == "having" and gap <= self._reach(last)):
            self._start_list("having", token)
        elif (
            last is not None
            and kind == "list"
            and gap <= 60
            and self._mode != "blocked"
            and relation not in ("of", "from")
        ):
            if self._honoured(last):
                self._begin("given", who)
                self._found.add(who, Role.RECIPIENT, token.start, token.end)
            else:
                self._start_list("having", token)
        elif last is not None and kind == "led" and gap <= 60:
            self.subject = [who]
            self._begin("subject", who)
            self._found.lead(who, last.start, last.end)
        elif relation == "called":
            self._begin("called", who)
            self._found.add(who, Role.HOST, token.start, token.end)
            for visitor in self.subject:
                self._found.add(visitor, Role.ATTENDEE, token.start, token.end)
        elif relation == "along":
            self._start_list("along", token)
        elif relation in ("of", "from"):
            self._begin("blocked", who)
            if relation == "from" and self._last_roles == (Role.RECIPIENT,) and gap < 150:
                if token.kind == "person":
                    self._found.add(who, Role.PRESENTER, token.start, token.end)
        else:
            self.subject = [who]
            self._begin("subject", who)
        self._after(token, following)

    def _reach(self, cue: Token) -> int:
        """How far behind โดยมี the first person may be named."""
        return 250 if self._text.startswith("โดยมี", cue.start) else 60

    def _gave(self, token: Token) -> bool:
        return self._last_roles == (Role.PRESENTER,) and token.start - self._last_verb < 120

    def _continues(self, last: Token, token: Token, relation: str) -> bool:
        """Whether a person follows another in one list."""
        gap = self._text[last.end : token.start]
        if len(gap) > 120 or _BREAK.search(gap) or relation in ("of", "from", "given"):
            return False
        return self._mode == "blocked" or relation != "called"

    def _honoured(self, cue: Token) -> bool:
        """Whether a list that begins (``ได้แก่``) names those who are honoured."""
        if self._mode == "given":
            return True
        since = max(self._last_verb, self._others, self._start, cue.start - 250)
        return _HONOUR.search(self._text, since, cue.start) is not None

    def _begin(self, mode: str, who: int) -> None:
        self._mode = mode
        self.group = [who]
        self._acted = False

    def _start_list(self, mode: str, token: Token) -> None:
        if not self.subject:
            self.subject = list(self.topic)
        self._begin(mode, token.person)
        self._found.weak(token.person, token.start, token.end)

    def _after(self, token: Token, following: Token | None) -> None:
        """A short verb right behind the person."""
        self._reached = token.end
        self._acted = False
        if self._mode in ("blocked", "given", "called"):
            return
        pattern, verbs = _verbs()
        filler = _FILLER.match(self._text, token.end, token.end + 60)
        at = filler.end() if filler else token.end
        if following is not None and following.start <= at:
            return
        verb = pattern.match(self._text, at, at + 20)
        if verb and not self._hearsay(at):
            role = Role(verbs[verb.group()])
            who = self.subject if self._mode == "with" else self.group
            self._apply(who, (role,), at, verb.end(), lead=role is Role.CHAIR)

    # Verbs

    def _apply(
        self, who: list[int], roles: tuple[Role, ...], start: int, end: int, *, lead: bool
    ) -> None:
        for person in who:
            for role in roles:
                if lead:
                    self._found.lead(person, start, end)
                else:
                    self._found.add(person, role, start, end)
        self._last_verb = end
        self._last_who = who
        self._last_roles = roles

    def _verb(self, token: Token, following: Token | None) -> None:
        text = self._text
        if self._mode == "blocked":
            if text.startswith("ประธาน", token.start) and token.start - self._reached <= 3:
                self._apply(self.group, (Role.CHAIR,), token.start, token.end, lead=False)
            return
        roles = tuple(Role(r) for r in token.roles)
        if (
            roles == (Role.ATTENDEE,)
            and following is not None
            and following.kind == "act"
            and following.start - token.end <= 1
            and following.roles != token.roles
        ):
            return  # ร่วม|ให้การต้อนรับ: the second verb says it
        if roles == (Role.PRESENTER,) and text.endswith(("พิธี", "การ", "งาน"), 0, token.start):
            self._giving(token)
            return
        who = self._actors(token, roles)
        if who is None:
            return
        lead = token.kind == "lead"
        if lead and text.endswith("ผู้เข้าร่วม", 0, token.start):
            return
        if lead and text.endswith("ร่วม", 0, token.start):
            roles, lead = (Role.ATTENDEE,), False
        if lead and self._mode in ("having", "along") and who == self.group:
            self._acted = True
            return  # companions do not lead
        if self._mode == "with" and roles == (Role.ATTENDEE,) and not self._acted:
            # นาย ก พร้อมด้วย นาย ข ร่วมประชุม: the first leads
            self._apply(self.group, roles, token.start, token.end, lead=False)
            leads = _LED_TOGETHER.match(text, token.start) is not None
            self._apply(self.subject, roles, token.start, token.end, lead=leads)
        else:
            self._apply(who, roles, token.start, token.end, lead=lead)
        if self._mode in _LISTS:
            if not self._acted and self._mode == "having" and roles[0] is not Role.ATTENDEE:
                self._found.unlist(who)
            self._acted = True
        if roles == (Role.CHAIR,) and not lead:
            if self._gives(token):
                self._apply(who, (Role.PRESENTER,), token.start, token.end, lead=False)
        if roles[0] is Role.SPEAKER:
            that = _THAT.search(self._text, token.end, token.end + 700)
            if that and "\n" not in self._text[token.end : that.start()]:
                self._quoted = that.start()
                self._told = any(self._tells(person) for person in who)

    def _gives(self, token: Token) -> bool:
        """Whether who presides does so over a giving."""
        text = self._text
        end = text.find("\n", token.end, token.end + 90)
        end = end if end >= 0 else token.end + 90
        if _GIVING_NEAR.search(text, max(self._start, token.start - 120), end):
            return True
        ceremony = text.startswith(("ในพิธี", "พิธี", "ในงาน"), token.end)
        since = max(self._start, token.start - 1500)
        return ceremony and (
            text.find("พิธีมอบ", since, token.start) >= 0
            or text.find("พิธีรับมอบ", since, token.start) >= 0
        )

    def _tells(self, person: int) -> bool:
        """Whether a person speaks for others, so that what is said is the news itself."""
        if person == NOBODY:
            return False
        return any(
            _SPOKESPERSON.match(self._text, title.start) for title in self._people[person].titles
        )

    def _hearsay(self, at: int) -> bool:
        """Whether a place is within what somebody says who is no spokesperson."""
        return 0 <= self._quoted < at and not self._told

    def _actors(self, token: Token, roles: tuple[Role, ...]) -> list[int] | None:
        """Who does what a verb says, None if nobody that is known."""
        text = self._text
        distance = token.start - self._reached
        left = max(self._start, token.start - 14)
        if self._last_verb >= 0 and self._last_verb > self._reached:
            gap = _AND.fullmatch(text, self._last_verb, token.start)
            if gap and (not gap["rite"] or self._last_roles[0] in (Role.CHAIR, Role.PRESENTER)):
                return self._last_who
        joint = _joint(text, token.start, self._start)
        if distance > 2 and joint == "other":
            return None
        joined = joint == "joined"
        if self._quoted >= 0 and self._reached < self._quoted < token.start:
            return None
        if self._mode != "having" and self._hearsay(token.start) and (token.kind == "lead" or roles[0] is Role.SPEAKER):
            if not text.startswith("กล่าว", token.start):
                return None
        if not self.group:
            near = token.start - self._start <= 40
            return self.topic if near and joined and roles[0] not in _NEAR_ONLY else None
        if self._others >= 0 and roles[0] in (
            _SHARED if self._others_kind == "having" else (Role.ATTENDEE,)
        ):
            self._others = -1
            return None
        if self._mode in ("given", "called"):
            return self.subject if joined else None
        if self._mode == "subject":
            if distance > 3 and not joined:
                return None
            if distance > 3 and text[token.start : token.end] == "ร่วม":
                return None
            if roles[0] in _NEAR_ONLY and distance > _NEAR and not text.endswith(("และ", "พร้อม", "ได้"), left, token.start):
                return None
            return self.group
        if self._acted:
            return self.subject if joined and roles[0] not in _NEAR_ONLY else None
        if self._mode == "having":
            return self.group
        if self._mode == "with":
            if roles[0] in _SHARED:
                return self.group + [s for s in self.subject if s not in self.group]
            if text.endswith("ร่วม", left, token.start) or text.startswith("ร่วม", token.start):
                return self.group + [s for s in self.subject if s not in self.group]
        return self.subject if joined or distance <= 3 else None

    def _giving(self, token: Token) -> None:
        if self._mode == "blocked" or (self._quoted >= 0 and token.start > self._quoted):
            return
        for person in self._last_who or self.subject:
            if person != NOBODY and self._found.has(person, Role.CHAIR):
                self._found.add(person, Role.PRESENTER, token.start, token.end)


def _winners(
    found: _Found, text: str, zones: list[Zone], people: list[PersonDraft]
) -> None:
    """People without title or deed in a line about prizes are those who won them."""
    lines = [zone for zone in zones if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
    for i, person in enumerate(people):
        if person.titles or found.roles(i):
            continue
        at = person.mentions[0].start
        line = next((z for z in lines if z.start <= at < z.end), None)
        if line is None:
            continue
        prize = _PRIZE.search(text, max(line.start, at - 300), at)
        if prize:
            found.add(i, Role.RECIPIENT, prize.start(), prize.end())


def _runs_on(text: str, last: Token | None, zone: Zone, first: Token) -> bool:
    """Whether a line goes on in the middle of the sentence of the line before."""
    return (
        zone.kind is ZoneKind.BODY
        and last is not None
        and last.kind == "person"
        and 0 <= zone.start - last.end <= 3
        and first.start - zone.start > 0
        and text[zone.start] not in "\"“("
    )


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
    line: _Line | None = None
    last: Token | None = None
    for zone in zones:
        while at < len(all_tokens) and all_tokens[at].start < zone.start:
            at += 1
        first = at
        while at < len(all_tokens) and all_tokens[at].start < zone.end:
            at += 1
        if zone.kind not in (ZoneKind.HEADLINE, ZoneKind.BODY) or first == at:
            continue
        here = all_tokens[first:at]
        if line is None or not _runs_on(text, last, zone, here[0]):
            topic = line.topic if line else []
            if line and any(person != NOBODY for person in line.subject):
                topic = line.subject
            line = _Line(found, text, people, zone.start, topic)
            last = None
        line.read(here, last)
        last = here[-1]
        if zone.kind is ZoneKind.HEADLINE:
            line.headline(zone.end)
    _winners(found, text, zones, people)
    return found.result()
