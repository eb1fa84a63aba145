"""Puts award tokens together into groups: one for each award name."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import Names, read_body
from thainews_ie.extractors.awards.givers import find_giver
from thainews_ie.extractors.awards.groups import (
    BRANCHES,
    Entry,
    Group,
    field_key,
    folded,
    name_key,
    same_award,
    same_contest,
    same_title,
)
from thainews_ie.extractors.awards.lists import (
    HAS_WINNERS,
    ITEM_START,
    counted_items,
    plain_items,
)
from thainews_ie.extractors.awards.phrases import without_year
from thainews_ie.extractors.awards.recipients import read_recipients, subject_before
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import CharSpan

__all__ = ["ANY_BODY", "Assembly"]

# Items of one list stand no further apart.
_LIST_REACH = 700
# Places are told no further behind the award.
_PLACE_REACH = 2500
_RECIPIENTS_REACH = 2600
# The branches of an award may be listed this far behind it.
_PRIZES_REACH = 700
_COUNTED_REACH = 2100
_NEAR_LEVEL = 18
_NEAR_NAME = 24
_NEAR_LIST = 130
_SPECIAL = re.compile(r"รางวัลพิเศษ[^\n]{0,24}\Z")
_NUMBERED_PRIZE = re.compile(r"[ \n]{0,4}\(?1(?:[.)]|\.1\)?)[ ]{0,2}รางวัล")
# A branch that only says who may win: รางวัลหน่วยงาน|ระดับกรม.
ANY_BODY = re.compile(r"รางวัล(?:หน่วยงาน|บุคคล|องค์กร|ภาพรวม|สถานประกอบการ)\Z")
# รางวัล ก |จากงานมอบ|รางวัล ข
_FROM = re.compile(
    r"[ ]{0,2}(?:จาก|ใน)(?:เวที|งาน|การ|กิจกรรม|โครงการ|รายการ|พิธี)?[^\n]{0,52}\Z"
    r"|[ ]{0,2}(?:ใน|จาก)?[ ]?\Z"
)
_IS = re.compile(r"[ ]{0,2}(?:เป็น|คือ|ได้แก่|ประเภท)?[ ]{0,2}\Z")
_JOINT = re.compile(r"[ ]{0,2}(?:,|และ|รวมถึง|รวมทั้ง)?[ ]{0,2}")
_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,80}\)")
_MEDALS = re.compile(r"[ ]?\d{1,2}[ ]เหรียญ")
_TRANSLATION = re.compile(
    r"[”\"]?[ ]{0,2}(?:(?:ประจำ)?ปี[ ]?\d{4}[ ]{0,2}|หรือ[ ]?)?"
    r"[(“\"]{1,2}[ ]?(?P<name>[A-Z][A-Za-z’'&. \-]{3,70}(?:[ ]20\d\d)?)[ ]?[)”\"]"
)
_MOST_ALIASES = 8
_LATIN_ITEM = re.compile(r"[ ]{0,3}\(?1[.)][ ]{0,3}[A-Z]")
_BARE = re.compile(r"(?:[ \n]|\d[.)])(?P<field>[ก-์]{4,36})[ ]{0,2}(?:ได้แก่[ ])?\Z")
_NOT_FIELD = re.compile(
    r"รับ|คว้า|มอบ|เป็น|จาก|ได้|และ|ที่|นาย|นาง|จังหวัด|โรงเรียน|โดย|ผู้|ทีม|สำหรับ|ส่วน|ลุ้น|ชิง|รางวัล|มูลค่า|เงิน"
)
_FIRST_PLACES = ("ที่1", "ชนะเลิศ", "เหรียญทอง", "ชนะเลิศอันดับ1")


def translation(text: str, at: int) -> CharSpan | None:
    """The name in English in brackets behind an award's name: ``… (|Bank Award| 2023)``."""
    found = _TRANSLATION.match(text, at, at + 110)
    if found is None:
        return None
    start, end = found.span("name")
    return CharSpan(start, without_year(text, start, end))


def joined(level: Token, outer: Token) -> Token:
    """A level and the contest behind it as one token: ``|รางวัลชนะเลิศ การประกวด…|``."""
    return Token(level.kind, level.start, outer.end, levels=level.levels, year=outer.year)


class Assembly:
    """The state while the tokens of an article are read in order.

    Args:
        text: the clean text.
        tokens: the tokens, in order.
        names: the people of the article.
    """

    def __init__(self, text: str, tokens: list[Token], names: Names) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self.groups: list[Group] = []
        self.index = 0
        self.last_end = 0
        self.named = {text[t.name.start : t.name.end]: t.name for t in tokens if t.name}
        self.current: Group | None = None
        self.reach = -1  # a list of the current award's branches is open until here
        self.branch = ""  # key of the branch award just read
        self.category: CharSpan | None = None  # holds for the levels that follow
        self.inherited: list[CharSpan] = []  # levels that hold for all branches listed
        self.subject: CharSpan | None = None  # who wins what is told next
        self.placed: list[CharSpan] = []  # levels of the contest just read

    def read(self) -> list[Group]:
        """Go through the tokens."""
        skip = False
        for index, token in enumerate(self.tokens):
            self.index = index
            if skip:
                skip = False
                continue
            if token.kind == "list":
                self.open_list(token)
                continue
            if token.name is not None:
                skip = self.read_name(token, token.name)
            elif token.kind == "level":
                skip = self.read_level(token)
            elif token.category is not None:
                self.read_field(token, token.category)
            self.last_end = max(self.last_end, token.end)
        return self.groups

    def peek(self, ahead: int) -> Token | None:
        """The token that many places ahead."""
        at = self.index + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def group(self, span: CharSpan, kind: str, alias: CharSpan | None = None) -> Group:
        """The group of a name, made if there is none."""
        key = name_key(self.text, span)
        group = next(
            (
                g
                for g in self.groups
                if same_award(self.text, span, key, g)
                or (kind == g.kind == "contest" and same_contest(key, g.key))
            ),
            None,
        )
        if group is None:
            group = Group(key, kind)
            self.groups.append(group)
        elif len(key) > len(group.key):
            group.key = key
        group.names.append(span)
        for other in (alias, translation(self.text, span.end)):
            if other is not None and len(group.aliases) < _MOST_ALIASES:
                group.aliases.append(name_key(self.text, other))
        return group

    def add(self, group: Group, token: Token, category: CharSpan | None, branch: str = "") -> None:
        """Add the entries of one token to a group, with who receives and who gives."""
        text = self.text
        subject = subject_before(text, token.start, self.names)
        if subject:
            self.subject = subject
        if subject and token.name is None:
            recipients: tuple[CharSpan, ...] = (subject,)
        else:
            end = min(len(text), token.end + _RECIPIENTS_REACH)
            for following in self.tokens[self.index + 1 : self.index + 6]:
                if following.kind != "list" and following.start >= token.end:
                    end = min(end, following.start)
                    break
            direct = bool(token.levels) or (
                token.kind == "category"
                and bool(self.names.within(token.end, token.end + _NEAR_NAME))
                and "\n" not in text[token.end : token.end + _NEAR_NAME]
            )
            recipients = read_recipients(text, token.end, end, self.names, direct)
            if subject:
                group.subjects.append(subject)
        counted = text.startswith("เหรียญ", token.start) and (
            text[max(0, token.start - 3) : token.start].rstrip()[-1:].isdigit()
            or _MEDALS.match(text, token.end, token.end + 12) is not None
        )
        levels: list[CharSpan | None] = [*token.levels] if token.levels else [None]
        for level in levels:
            if category and name_key(text, category) in (group.key, *group.aliases):
                category = None
            entry = Entry(category, level, token.year, recipients, branch, counted)
            entry.subject = self.subject
            group.add(text, entry)
        self.note(group, token)
        group.given = group.given or token.given

    def note(self, group: Group, token: Token) -> None:
        """Note the edition and the giver that a token states for a group."""
        if token.year:
            group.years.append(token.year)
        name = token.name or CharSpan(token.start, token.end)
        giver = find_giver(self.text, name, token.end, self.names)
        if giver:
            group.givers.append(giver)

    def in_list(self, token: Token) -> bool:
        """Whether the token is an item of the open list of branches."""
        if self.current is None or token.start > self.reach:
            return False
        return bool(ITEM_START.search(self.text[max(0, token.start - 14) : token.start]))

    def outer_of(self, token: Token) -> Token | None:
        """The award or contest within which the token's award is given: ``รางวัล ก จากงาน|ข|``."""
        outer = self.peek(1)
        if outer is None or outer.name is None or outer.start - token.end > 74:
            return None
        gap = self.text[token.end : outer.start]
        if outer.kind == "prize":
            if "งาน" not in gap and "เวที" not in gap:
                return None
        elif outer.kind not in ("latin", "contest"):
            return None
        if token.kind != "level" and not gap.strip():
            return None
        return outer if _FROM.fullmatch(gap) else None

    def take_outer(self, outer: Token, name: CharSpan) -> Group:
        """The group of an award that is named as holding others."""
        group = self.group(name, outer.kind)
        group.given = True
        self.note(group, outer)
        self.last_end = outer.end
        return group

    def umbrella_of(self, token: Token, name: CharSpan) -> Group | None:
        """The award whose branch the token names."""
        if token.kind not in ("prize", "latin"):
            return None
        text = self.text
        said = text[name.start : name.end]
        known = next((u for branch, u in BRANCHES.items() if said.startswith(branch)), None)
        if known and known in self.named:
            return self.group(self.named[known], "prize")
        current = self.current
        if current is None or current.kind not in ("prize", "latin", "contest"):
            return None
        if name_key(text, name) == current.key or same_title(text, name, current):
            return None
        if self.in_list(token):
            return current
        gap = text[self.last_end : token.start]
        if len(gap) < 14 and _IS.fullmatch(gap) and (gap.strip() or len(current.names) > 1):
            return None if token.kind == "latin" and not gap.strip() else current
        return None

    def read_name(self, token: Token, name: CharSpan) -> bool:
        """Read a token with a name; True if the next token is read with it."""
        text = self.text
        outer = self.outer_of(token) if token.kind in ("prize", "latin") else None
        same = (
            outer is not None
            and outer.name is not None
            and (name_key(text, outer.name) == name_key(text, name))
        )
        if outer is not None and outer.name is not None and not same:
            self.current = self.take_outer(outer, outer.name)
            self.add(self.current, token, self.widened(token, name))
            return True
        fair = self.outer_of(token) if token.kind == "contest" else None
        if fair is not None and fair.name is not None and fair.kind == "latin":
            # การประกวดสิ่งประดิษฐ์ ในงาน |“…”|: the fair gives the contest its name
            self.current = self.take_outer(fair, fair.name)
            self.current.aliases.append(name_key(text, name))
            self.add(self.current, joined(token, fair), None)
            return True
        if (
            token.kind == "contest"
            and not token.levels
            and self.placed
            and (_JOINT.fullmatch(text, self.last_end, token.start))
        ):
            token.levels = self.placed
        else:
            self.placed = []
        umbrella = self.umbrella_of(token, name)
        if umbrella is not None:
            self.branch = name_key(text, name)
            self.inherited = token.levels
            self.add(umbrella, token, self.widened(token, name), self.branch)
            self.category = None
            if self.reach > 0:
                self.reach = token.end + _LIST_REACH
            return False
        if self.is_translation(token) and self.current is not None:
            if token.year:
                self.current.years.append(token.year)
            if len(self.current.aliases) < _MOST_ALIASES:
                self.current.aliases.append(name_key(text, name))
            return False
        before = self.current
        self.current = self.group(name, token.kind, token.alias)
        if self.current is not before:
            self.subject = None
        self.inherited = token.levels
        self.reach = -1
        self.branch = ""
        self.category = token.category
        self.add(self.current, token, token.category)
        return False

    def is_translation(self, token: Token) -> bool:
        """Whether the token is the English name of the award that stands before it."""
        if token.kind != "latin" or self.current is None or self.current.kind == "latin":
            return False
        return not self.text[self.last_end : token.start].strip(" “หรือ")

    def widened(self, token: Token, name: CharSpan) -> CharSpan | None:
        """The branch's name with its own category, where the two stand together."""
        if token.levels and ANY_BODY.search(self.text, name.start, name.end):
            return token.category
        if token.category is None:
            brackets = _BRACKETS.match(self.text, name.end, name.end + 90)
            return CharSpan(name.start, brackets.end() if brackets else name.end)
        if token.levels and token.levels[0].start < token.category.start:
            return token.category
        return CharSpan(name.start, token.category.end)

    def read_level(self, token: Token) -> bool:
        """Read a level without a name of its own; True if the next token is read with it."""
        outer = self.outer_of(token)
        if outer is not None and outer.name is not None:
            current = self.current
            if (
                outer.kind == "contest"
                and current is not None
                and current.kind == "contest"
                and self.text.startswith(("การ", "ประกวด", "แข่งขัน"), outer.name.start)
                and (self.in_list(token) or not self.places_told(current))
                and not same_award(self.text, outer.name, name_key(self.text, outer.name), current)
            ):
                end = outer.category.end if outer.category else outer.name.end
                self.category = CharSpan(outer.name.start, end)
                self.add(current, joined(token, outer), self.category)
                self.last_end = outer.end
                self.reach = outer.end + _LIST_REACH
                return True
            self.current = self.take_outer(outer, outer.name)
            self.category = token.category or outer.category
            self.reach = -1
            self.placed = token.levels
            self.add(self.current, joined(token, outer), self.category)
            return True
        self.back_to_contest(token)
        if self.current is None or token.start - self.last_end > _PLACE_REACH:
            return False
        self.regroup(token, self.current)
        if token.category is not None:
            self.category = token.category
        following = self.peek(1)
        near = following is not None and following.start - token.end < _NEAR_LEVEL
        if near and following and following.kind == "list" and following.count:
            self.inherited = token.levels  # แชมป์ 2 ประเภท |ได้แก่|
        self.add(self.current, token, self.category)
        return False

    def back_to_contest(self, token: Token) -> None:
        """Go back to the contest whose places are told, from a prize that has none."""
        current = self.current
        if current is None or current.kind == "contest" or self.reach >= token.start:
            return
        if any(e.level for e in current.entries):
            return
        for group in reversed(self.groups):
            if group.kind == "contest" and any(e.level for e in group.entries):
                self.current = group
                self.category = None
                return

    def regroup(self, token: Token, group: Group) -> None:
        """Take a bare phrase for the category where the places start again.

        ``… รางวัลที่ 3 …  |ข้าวเหนียว| รางวัลที่ 1 …``
        """
        if token.category is not None or not token.levels:
            return
        grade = name_key(self.text, token.levels[0])
        field = field_key(self.text, self.category)
        if grade not in _FIRST_PLACES or not any(
            e.grade == grade and e.field == field for e in group.entries
        ):
            return
        bare = _BARE.search(self.text, max(0, token.start - 50), token.start)
        if bare is None or _NOT_FIELD.search(bare["field"]):
            return
        if not read_body(self.text, bare.start("field")):
            self.category = CharSpan(*bare.span("field"))

    def read_field(self, token: Token, category: CharSpan) -> None:
        """Read a category that stands by itself."""
        if self.current is None:
            return
        told = (
            HAS_WINNERS.match(self.text, token.end, token.end + 60) is not None
            and token.start - self.last_end < _PLACE_REACH
            and not self.text.startswith("ด้าน", token.start)
        )
        near = 0 <= token.start - self.last_end <= 24
        if not (token.given or told or near or self.in_list(token)):
            return
        self.category = category
        token.levels = token.levels or self.inherited
        self.add(self.current, token, category, self.branch)
        if self.reach > 0:
            self.reach = token.end + _LIST_REACH

    def open_list(self, token: Token) -> None:
        """Open a list of branches, or read one whose items have no label."""
        if self.current is None:
            return
        if self.opens_prizes(token):
            self.reach = token.end + _LIST_REACH
            self.category = None
            return
        far = token.start - self.last_end
        if far > (_COUNTED_REACH if token.count else _NEAR_LIST):
            return
        said = folded(self.text[max(0, token.start - 90) : token.start])
        named = next(
            (g for g in self.groups if any(name_key(self.text, n) in said for n in g.names[:6])),
            None,
        )
        prizes = sum(g.kind in ("prize", "latin") for g in self.groups)
        if named is None and far > 2 * _NEAR_LIST and prizes > 1:
            return  # which of them would it be
        if self.beside(token):
            return
        following = self.peek(1)
        if following is not None and following.start - token.end <= 30:
            after = self.peek(2)
            contests = (
                after is not None and after.kind == "contest" and after.start - following.end < 4
            )
            if following.kind != "level" or following.category or contests:
                self.reach = token.end + _LIST_REACH
                self.category = None
            return
        self.current = named or self.current
        if token.noun == "รางวัล":
            items = counted_items(self.text, token.end, token.count)
            if not items and _LATIN_ITEM.match(self.text, token.end):
                items = plain_items(self.text, token.end, token.count)
        elif token.noun in ("ประเภทรางวัล", "ประเภท", "สาขา") and self.is_about(token):
            items = plain_items(self.text, token.end, token.count)
        else:
            return
        for item in items:
            levels = self.inherited
            self.add(self.current, Token("category", *item, levels=levels), item)
            self.last_end = item.end

    def places_told(self, group: Group) -> bool:
        """Whether places of a contest as a whole have been told, with their winners."""
        return any(e.level and e.recipients and not e.category for e in group.entries)

    def beside(self, token: Token) -> bool:
        """Whether prizes are listed beside an award whose places have been told."""
        special = _SPECIAL.search(self.text, max(0, token.start - 40), token.start)
        return bool(special and self.current and any(e.level for e in self.current.entries))

    def opens_prizes(self, token: Token) -> bool:
        """Whether a numbered list of prizes starts here that are branches of the current one."""
        current = self.current
        return (
            current is not None
            and current.kind in ("prize", "latin")
            and current.given
            and token.start - self.last_end < _PRIZES_REACH
            and not self.beside(token)
            and _NUMBERED_PRIZE.match(self.text, token.end, token.end + 16) is not None
        )

    def is_about(self, token: Token) -> bool:
        """Whether a list is said to be of awards, or stands beside one."""
        if "รางวัล" in self.text[max(0, token.start - 60) : token.start]:
            return True
        return (
            token.start - self.last_end < 260 and "\n" not in self.text[self.last_end : token.start]
        )
