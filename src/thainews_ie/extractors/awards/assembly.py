"""Puts award tokens together into groups: one for each award name."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import Names, read_body
from thainews_ie.extractors.awards.givers import find_giver
from thainews_ie.extractors.awards.groups import (
    BRANCHES,
    Group,
    field_key,
    name_key,
    same_award,
    same_title,
)
from thainews_ie.extractors.awards.listing import open_list
from thainews_ie.extractors.awards.lists import HAS_WINNERS, MARKED_ITEM
from thainews_ie.extractors.awards.state import LIST_REACH, Assembly, joined
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import CharSpan

__all__ = ["ANY_BODY", "read_groups"]

# Places are told no further behind the award.
_PLACE_REACH = 2500
_NEAR_LEVEL = 18
_NEAR_ITEM = 120
# A branch that only says who may win: รางวัลหน่วยงาน|ระดับกรม.
ANY_BODY = re.compile(r"รางวัล(?:หน่วยงาน|บุคคล|องค์กร|ภาพรวม|สถานประกอบการ)\Z")
# รางวัล ก |จากงานมอบ|รางวัล ข
_FROM = re.compile(
    r"[ ]{0,2}(?:จาก|ใน)(?:เวที|งาน|การ|กิจกรรม|โครงการ|รายการ|พิธี)?[^\n]{0,52}\Z"
    r"|[ ]{0,2}(?:ใน|จาก)?[ ]?\Z"
)
# แชมป์เอเชีย| สมัยที่ 3 หลังเอาชนะจีน ใน|การแข่งขัน…
_TOLD_FROM = re.compile(r"[^\n]{0,60}[ ](?:ใน|จาก)[ ]?")
# 4 เหรียญทอง| 2 |เหรียญเงิน
_NEXT_MEDAL = re.compile(r"[ ]{0,2}(?:,|และ)?[ ]{0,2}\d{0,2}[ ]?")
_MOST_MEDALS = 5
_IS = re.compile(r"[ ]{0,2}(?:เป็น|คือ|ได้แก่|ประเภท)?[ ]{0,2}\Z")
_JOINT = re.compile(r"[ ]{0,2}(?:,|และ|รวมถึง|รวมทั้ง)?[ ]{0,2}")
_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,80}\)")
_BARE = re.compile(r"(?:[ \n]|\d[.)])(?P<field>[ก-์]{4,36})[ ]{0,2}(?:ได้แก่[ ])?\Z")
_NOT_FIELD = re.compile(
    r"รับ|คว้า|มอบ|เป็น|จาก|ได้|และ|ที่|นาย|นาง|จังหวัด|โรงเรียน|โดย|ผู้|ทีม|สำหรับ|ส่วน|ลุ้น|ชิง|รางวัล|มูลค่า|เงิน"
)
_FIRST_PLACES = ("ที่1", "ชนะเลิศ", "เหรียญทอง", "ชนะเลิศอันดับ1")


class Reader(Assembly):
    """Goes through the tokens of an article in order."""

    def read(self) -> list[Group]:
        """Go through the tokens."""
        skip = False
        for index, token in enumerate(self.tokens):
            self.index = index
            if skip:
                skip = False
                continue
            if token.kind == "list":
                open_list(self, token)
                continue
            if token.name is not None:
                skip = self.read_name(token, token.name)
            elif token.kind == "level":
                skip = self.read_level(token)
            elif token.category is not None:
                self.read_field(token, token.category)
            self.last_end = max(self.last_end, token.end)
        return self.groups

    def outer_of(self, token: Token, ahead: int = 1) -> Token | None:
        """The award or contest within which the token's award is given: ``รางวัล ก จากงาน|ข|``."""
        outer = self.peek(ahead)
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
        if gap.rstrip().endswith(("และ", ",")):
            return None  # รางวัล ก จากสมาคม ข |และ|รางวัล ค: two of one list
        if _FROM.fullmatch(gap):
            return outer
        told = self.current is None and token.kind == "level" and outer.kind == "contest"
        return outer if told and _TOLD_FROM.fullmatch(gap) else None

    def shared_outer(self, token: Token) -> Token | None:
        """The contest behind a row of levels: ``|4 เหรียญทอง| 2 เหรียญเงิน จากการแข่งขัน…``."""
        last = token
        for ahead in range(1, _MOST_MEDALS):
            following = self.peek(ahead)
            if following is None or following.kind != "level" or following.name is not None:
                return self.outer_of(last, ahead) if ahead > 1 else None
            if not _NEXT_MEDAL.fullmatch(self.text, last.end, following.start):
                return None
            last = following
        return None

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
            if not self.has_giver(token, name):
                return current
            current.parted = True
            return None
        gap = text[self.last_end : token.start]
        if len(gap) < 14 and _IS.fullmatch(gap) and (gap.strip() or len(current.names) > 1):
            return None if token.kind == "latin" and not gap.strip() else current
        return None

    def has_giver(self, token: Token, name: CharSpan) -> bool:
        """Whether a giver of its own is stated behind an item of a list: ``รางวัล ก จากสมาคม ข``."""
        giver = find_giver(self.text, name, token.end, self.names)
        return giver is not None and giver[0] == 0

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
                self.reach = token.end + LIST_REACH
            return False
        before = self.current
        self.current = self.group(name, token.kind, token.alias)
        if self.current is not before:
            self.subject = None
        # a grade behind a category is that category's own
        own = (
            token.category is not None
            and bool(token.levels)
            and (token.levels[0].start > token.category.start)
        )
        self.inherited = [] if own else token.levels
        self.reach = -1
        self.branch = ""
        self.category = token.category
        self.add(self.current, token, token.category)
        return False

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
                self.reach = outer.end + LIST_REACH
                return True
            self.current = self.take_outer(outer, outer.name)
            self.category = token.category or outer.category
            self.reach = -1
            self.placed = token.levels
            self.add(self.current, joined(token, outer), self.category)
            return True
        shared = self.shared_outer(token)
        if shared is not None and shared.name is not None:
            self.current = self.group(shared.name, shared.kind)
            self.category = token.category
            self.reach = -1
            self.add(self.current, joined(token, shared), self.category)
            return False
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
        listed = self.in_list(token) and (
            token.start - self.last_end < _NEAR_ITEM
            or MARKED_ITEM.search(self.text, max(0, token.start - 14), token.start) is not None
        )
        if not (token.given or told or near or listed):
            return
        if self.current.kind == "contest" and self.text.startswith("ด้าน", token.start):
            return  # what entries are judged by, or what is shown
        self.category = category
        token.levels = token.levels or self.inherited
        self.add(self.current, token, category, self.branch)
        if self.reach > 0:
            self.reach = token.end + LIST_REACH


def read_groups(text: str, tokens: list[Token], names: Names) -> list[Group]:
    """The groups of an article's tokens.

    Args:
        text: the clean text.
        tokens: the tokens, in order.
        names: the people of the article.
    """
    return Reader(text, tokens, names).read()
