"""Puts award tokens together: one entry per name, category and level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thainews_ie.extractors.awards.parties import (
    Names,
    acting_body,
    expanded,
    find_giver,
    presiding_body,
    read_body,
    read_recipients,
    subject_before,
)
from thainews_ie.extractors.awards.phrases import read_category, read_levels
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.lexicon import table
from thainews_ie.mentions import AwardDraft, CharSpan

__all__ = ["assemble_awards"]

_BRANCHES = {branch: row[0] for branch, row in table("award_branches").items()}
# Items of one list stand no further apart.
_LIST_REACH = 700
_HEADS = re.compile(
    r"^(?:รางวัล|โล่|ถ้วย|ประกาศเกียรติคุณ|เกียรติยศ|เกียรติคุณ|การ|งาน|กิจกรรม|เวที|ประกวด|แข่งขัน|กีฬา|ผู้ชนะ)+"
)
_FOLD = re.compile(r"[\s“”\"‘’'()]+|ฯ$")
_FIELD_WORDS = re.compile(r"^(?:รางวัล|ใน|ประเภท|สาขา|ด้าน|หมวด|การ)+")


@dataclass(slots=True)
class _Entry:
    """One award as found at one place; ``branch`` is the branch award it falls under."""

    category: CharSpan | None
    level: CharSpan | None
    year: int | None
    recipients: tuple[CharSpan, ...]
    branch: str = ""
    counted: bool = False


@dataclass(slots=True)
class _Group:
    """All that the article says of one award name."""

    key: str
    kind: str
    alias: str = ""
    names: list[CharSpan] = field(default_factory=list)
    entries: list[_Entry] = field(default_factory=list)
    given: bool = False
    years: list[int] = field(default_factory=list)
    givers: list[tuple[int, CharSpan]] = field(default_factory=list)
    subjects: list[CharSpan] = field(default_factory=list)


_HONOURS = re.compile(r"(?:ประกาศ|เชิดชู|เกียรติ|คุณ|ผู้|และ|เข็ม|บัตร|ยกย่อง|โครงการ|ผลงาน)+")


def _shared(short: str, long: str) -> float:
    """Share of the pairs of neighbouring letters of ``short`` that stand in ``long``."""
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return sum(pair in long for pair in pairs) / len(pairs)


def _key(text: str, span: CharSpan) -> str:
    folded = _FOLD.sub("", text[span.start : span.end]).casefold()
    return _HEADS.sub("", folded) or folded


def _field_key(text: str, span: CharSpan | None) -> str:
    if span is None:
        return ""
    folded = _FOLD.sub("", text[span.start : span.end]).casefold()
    return _FIELD_WORDS.sub("", folded) or folded


# A branch that only says who may win: รางวัลหน่วยงาน|ระดับกรม.
_ANY_BODY = re.compile(r"รางวัล(?:หน่วยงาน|บุคคล|องค์กร|ภาพรวม|สถานประกอบการ)\Z")
_TITLE = re.compile(r"(?<=[“\"])[^“”\"]{6,90}(?=[”\"])")
_FROM = re.compile(
    r"[ ]{0,2}(?:จาก|ใน)(?:เวที|งาน|การ|กิจกรรม|โครงการ|รายการ|พิธี)?[^\n]{0,52}\Z|[ ]{0,2}(?:ใน|จาก)?[ ]?\Z"
)
_IS = re.compile(r"[ ]{0,2}(?:เป็น|คือ|ได้แก่|ประเภท)?[ ]{0,2}\Z")
_ITEM_START = re.compile(r"(?:\d[.)][ ]{0,3}|[\n•\-–][ ]{0,6}|,[ ]?|และ[ ]?|(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย|อาทิ|แบ่งเป็น|แบ่งออกเป็น|ส่วน|สำหรับ)[ ]{0,2}|[ ])\Z")
_JOINT = re.compile(r"[ ]{0,2}(?:,|และ|รวมถึง|รวมทั้ง)?[ ]{0,2}")
_NOT_FIELD = re.compile(r"รับ|คว้า|มอบ|เป็น|จาก|ได้|และ|ที่|นาย|นาง|จังหวัด|โรงเรียน")
_UNIT = re.compile(r"(?:ผลงาน|เรื่อง|ราย|ทีม|คน|แห่ง|รางวัล)[ ]+(?:และ[ ]?)?|และ[ ]?")
_COUNTED_ITEM = re.compile(
    r"(?:ประกอบด้วย|ได้แก่|ดังนี้|\d[.)]|และ|[ \n])[ ]{0,2}(?P<field>[ก-์A-Za-z][^\d\n(,]{2,60}?)[ ]{0,2}(?:จำนวน[ ]?)?"
    r"(?P<count>\d{1,3})[ ]รางวัล"
)
_BARE = re.compile(r"(?:[ \n]|\d[.)])(?P<field>[ก-์]{4,36})[ ]{0,2}(?:ได้แก่[ ])?\Z")
_HAS_WINNERS = re.compile(
    r"[ ]{0,2}(?:(?:มี)?จำนวน(?:รางวัล)?[ ]?\d{1,3}[ ]?(?:รางวัล|ราย|ทีม|แห่ง)|ได้แก่|[ ]{0,4}(?:รางวัล(?:ชนะเลิศ|ที่[ ]?1)))"
)
_FIELD = re.compile(r"ประเภท(?!รางวัล)|สาขา(?!วิชา|อาชีพ)|สายงาน|ด้าน|ระดับ")
_ENUMERATED = re.compile(r"(?:\d[.)][ ]{0,3}|\n[ ]{0,6}[•\-–]?[ ]{0,3}|(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย)[ ]{0,2})\Z")


_LATIN_ITEM = re.compile(r"[ ]{0,3}\(?1[.)][ ]{0,3}[A-Z]")
_PLAIN_END = re.compile(r"\n|ซึ่ง|โดย(?!สาร)|เพื่อ(?!น)|เป็นต้น|[ ](?:รวม|พร้อม|จาก|ณ|ทั้งนี้|สำหรับ|มี)")
_SPLITS = (
    re.compile(r"[ ]{0,2}(?:และ)?[ ]?\(?\d{1,2}[.)][ ]{0,3}"),
    re.compile(r"[ ]{0,2}(?:,(?:[ ]{0,2}และ)?|[ ]และ)[ ]{0,2}"),
    re.compile(r"[ ]{1,3}และ[ ]?|[ ]{1,3}"),
)
_LATIN_TITLE = re.compile(r"[A-Z][A-Za-z0-9&'’.\- ]{3,80}(?<! )")


def _plain_items(text: str, at: int, count: int) -> list[tuple[int, int]]:
    """The items of a list without labels, if there are as many as announced; else none."""
    if not 2 <= count <= 12:
        return []
    limit = min(len(text), at + 260 * count)
    numbered = [m.end() for m in _SPLITS[0].finditer(text, at, limit) if m.group().strip()]
    if len(numbered) >= count:
        titles = [_LATIN_TITLE.match(text, start, start + 90) for start in numbered[:count]]
        if all(titles):
            return [t.span() for t in titles if t]
    limit = min(limit, at + 90 * count)
    stop = _PLAIN_END.search(text, at + 2, limit)
    end = stop.start() if stop else limit
    for split in _SPLITS:
        items: list[tuple[int, int]] = []
        start = at
        for cut in [*(m.span() for m in split.finditer(text, at, end)), (end, end)]:
            if cut[0] > start + 2:
                items.append((start, cut[0]))
            start = cut[1]
        if len(items) == count and all(stop - start <= 80 for start, stop in items):
            return items
    return []


def _free_categories(text: str, tokens: list[Token]) -> list[Token]:
    """Categories that stand by themselves, as items of a list."""
    found = []
    start = tokens[0].end
    stop = min(len(text), tokens[-1].end + 4 * _LIST_REACH)
    taken = iter(tokens)
    token = next(taken, None)
    last = 0
    for match in _FIELD.finditer(text, start, stop):
        at = match.start()
        while token is not None and token.end <= at:
            last = max(last, token.end)
            token = next(taken, None)
        if at < last or (token is not None and token.start <= at):
            continue
        left = text[max(0, at - 12) : at]
        category = read_category(text, at)
        narrow = match.group() == "ด้าน" or (match.group() == "ระดับ" and category is None)
        if not (_ENUMERATED if narrow else _ITEM_START).search(left):
            continue
        if match.group() == "ระดับ" and category is None:
            levels = read_levels(text, at)
            if levels and _HAS_WINNERS.match(text, levels[-1].end, levels[-1].end + 60):
                last = levels[-1].end
                found.append(Token("level", at, last, levels=levels))
            continue
        if category:
            found.append(Token("category", at, category.end, category=category))
            last = category.end
    return found


class _Assembly:
    """The state while the tokens of an article are read in order."""

    def __init__(self, text: str, tokens: list[Token], names: Names) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self.groups: list[_Group] = []
        self.current: _Group | None = None
        self.reach = -1  # a list of the current award's branches is open until here
        self.branch: CharSpan | None = None
        self.category: CharSpan | None = None
        self.last_end = 0
        self.index = 0
        self.named = {text[t.name.start : t.name.end]: t.name for t in tokens if t.name}
        self.placed: list[CharSpan] = []  # levels of the contest just read
        self.inherited: list[CharSpan] = []  # levels that hold for all branches listed

    def group(self, span: CharSpan, kind: str, alias: CharSpan | None = None) -> _Group:
        """The group of a name, made if there is none."""
        key = _key(self.text, span)
        for group in self.groups:
            if key in (group.key, group.alias):
                break
            short, long = sorted((group.key, key), key=len)
            if len(short) >= 6 and (
                long.startswith(short)
                or (long.endswith(short) and _HONOURS.fullmatch(long, 0, len(long) - len(short)))
                or (len(group.alias) >= 12 and _shared(key, group.alias) >= 0.86)
                or (len(short) >= 12 and _shared(short, long) >= 0.86)
            ):
                known = self.text[span.start : span.end] in _BRANCHES
                if known or (long.endswith("ยอดเยี่ยม") and len(long) - len(short) == 9):
                    continue
                group.key = long
                break
            if self.same_title(span, group):
                break
        else:
            group = _Group(key, kind)
            self.groups.append(group)
        group.names.append(span)
        if alias is not None:
            group.alias = _key(self.text, alias)
        return group

    def same_title(self, span: CharSpan, group: _Group) -> bool:
        """Whether a name and a group's first name carry the same title in quotes."""
        title = _TITLE.search(self.text, span.start, span.end)
        known = _TITLE.search(self.text, group.names[0].start, group.names[0].end)
        return bool(title and known and title.group() == known.group())

    def add(self, group: _Group, token: Token, category: CharSpan | None, branch: str = "") -> None:
        """Add the entries of one token to a group."""
        text = self.text
        end = min(len(text), token.end + 900)
        for following in self.tokens[self.index + 1 : self.index + 6]:
            if following.kind != "list" and following.start >= token.end:
                end = min(end, following.start)
                break
        direct = bool(token.levels)
        subject = subject_before(text, token.start, self.names)
        if subject and token.name is None:
            recipients: tuple[CharSpan, ...] = (subject,)
            subject = None
        else:
            recipients = read_recipients(text, token.end, end, self.names, direct)
        medal = text.startswith("เหรียญ", token.start)
        counted = medal and text[max(0, token.start - 3) : token.start].rstrip()[-1:].isdigit()
        counted = counted or bool(re.match(r"[ ]?\d{1,2}[ ]เหรียญ", text[token.end : token.end + 12]))
        if token.year:
            group.years.append(token.year)
        for level in token.levels or [None]:
            group.entries.append(
                _Entry(category, level, token.year, recipients, branch, counted and bool(token.levels))
            )
        if subject:
            group.subjects.append(subject)
        giver = find_giver(text, token.name or CharSpan(token.start, token.end), token.end, self.names)
        if giver:
            group.givers.append(giver)
        group.given = group.given or token.given

    def in_list(self, token: Token) -> bool:
        """Whether the token is an item of the open list of branches."""
        if self.current is None or token.start > self.reach:
            return False
        return bool(_ITEM_START.search(self.text[max(0, token.start - 14) : token.start]))

    def branch_of(self, token: Token) -> _Group | None:
        """The award whose branch the token names."""
        if token.kind not in ("prize", "latin") or token.name is None:
            return None
        text = self.text
        said = text[token.name.start : token.name.end]
        umbrella = next((u for b, u in _BRANCHES.items() if said.startswith(b)), None)
        if umbrella:
            whole = self.named.get(umbrella)
            if whole is not None:
                return self.group(whole, "prize")
        if self.current is not None and self.current.kind in ("prize", "latin", "contest"):
            if _key(text, token.name) == self.current.key:
                return None
            if self.in_list(token):
                return self.current
            gap = text[self.last_end : token.start]
            if token.kind == "latin" and not gap.strip(" “หรือ"):
                return None
            if len(gap) < 14 and _IS.fullmatch(gap) and self.last_end > 0 and (
                gap.strip() or len(self.current.names) > 1
            ):
                return self.current
        return None

    def nested(self, token: Token) -> Token | None:
        """The award or contest within which the token's award is given: ``รางวัล ก จากงาน|ข``."""
        if self.index + 1 >= len(self.tokens):
            return None
        outer = self.tokens[self.index + 1]
        if outer.name is None or outer.start - token.end > 74 or outer.kind not in (
            "latin", "contest", "prize"):
            return None
        gap = self.text[token.end : outer.start]
        if outer.kind == "prize" and "งาน" not in gap and "เวที" not in gap:
            return None
        if token.kind != "level" and not gap.strip():
            return None
        return outer if _FROM.fullmatch(gap) else None

    def read(self) -> list[_Group]:
        """Go through the tokens."""
        skip = False
        for self.index, token in enumerate(self.tokens):
            if skip:
                skip = False
                continue
            if token.kind == "list":
                self.open_list(token)
                continue
            if token.name is not None:
                skip = self.name(token)
            elif token.kind == "level":
                skip = self.level(token)
            else:
                self.field(token)
            self.last_end = max(self.last_end, token.end)
        return self.groups

    def open_list(self, token: Token) -> None:
        """Open a list of branches, if the word is followed by one."""
        if self.current is None or not (token.count or token.start - self.last_end < 130):
            return
        following = self.tokens[self.index + 1] if self.index + 1 < len(self.tokens) else None
        if following is not None and following.start - token.end <= 30:
            after = self.tokens[self.index + 2] if self.index + 2 < len(self.tokens) else None
            contests = after is not None and after.kind == "contest" and (
                after.start - following.end < 4)
            if following.kind != "level" or following.category or contests:
                self.reach = token.end + _LIST_REACH
                self.category = None
            return
        said = _FOLD.sub("", self.text[max(0, token.start - 90) : token.start]).casefold()
        self.current = next((g for g in self.groups if g.key[:40] in said), self.current)
        near = token.start - self.last_end < 260 and "\n" not in self.text[self.last_end : token.start]
        announced = self.text[max(0, token.start - 60) : token.start]
        if token.noun == "รางวัล":
            self.counted_list(token)
            if _LATIN_ITEM.match(self.text, token.end):
                self.plain_list(token)
        elif token.noun in ("ประเภทรางวัล", "ประเภท", "สาขา") and (near or "รางวัล" in announced):
            self.plain_list(token)

    def counted_list(self, token: Token) -> None:
        """Read categories whose prizes add up: 92 รางวัล ประกอบด้วย |โปสเตอร์| 60 รางวัล …"""
        assert self.current is not None
        left = token.count
        items = []
        for item in _COUNTED_ITEM.finditer(self.text, token.end, token.end + 420):
            left -= int(item["count"])
            start, end = item.span("field")
            unit = _UNIT.match(self.text, start, end)
            items.append((unit.end() if unit else start, end))
            if left <= 0:
                break
        if left or len(items) < 2:
            return
        for start, end in items:
            self.add(self.current, Token("category", start, end), CharSpan(start, end))
        self.last_end = items[-1][1]

    def plain_list(self, token: Token) -> None:
        """Read a list of as many categories as were announced: ``3 สาขา ได้แก่ ก ข และ ค``."""
        assert self.current is not None
        items = _plain_items(self.text, token.end, token.count)
        for start, end in items:
            item = Token("category", start, end, category=CharSpan(start, end))
            item.levels = self.inherited
            self.add(self.current, item, item.category)
        if items:
            self.last_end = items[-1][1]

    def outer(self, token: Token) -> _Group:
        assert token.name is not None
        group = self.group(token.name, token.kind)
        group.given = True
        if token.year:
            group.years.append(token.year)
        giver = find_giver(self.text, token.name, token.end, self.names)
        if giver:
            group.givers.append(giver)
        return group

    def name(self, token: Token) -> bool:
        """Read a token with a name; True if the next token is read with it."""
        assert token.name is not None
        outer = self.nested(token) if token.kind in ("prize", "latin") else None
        if outer is not None:
            group = self.outer(outer)
            self.current = group
            self.add(group, token, self.widened(token))
            self.last_end = outer.end
            return True
        if token.kind == "contest" and not token.levels and self.placed and (
            _JOINT.fullmatch(self.text, self.last_end, token.start)
        ):
            token.levels = self.placed
        else:
            self.placed = []
        umbrella = self.branch_of(token)
        if umbrella is not None:
            said = _key(self.text, token.name)
            self.branch = token.name
            self.add(umbrella, token, self.widened(token), said)
            if self.reach > 0:
                self.reach = token.end + _LIST_REACH
            self.category = None
            return False
        if token.kind == "latin" and self.current is not None and self.current.kind != "latin" and (
            not self.text[self.last_end : token.start].strip(" “หรือ")
        ):
            if token.year:
                self.current.years.append(token.year)  # the same award's name in English
            return False
        self.current = self.group(token.name, token.kind, token.alias)
        self.inherited = token.levels
        self.reach = -1
        self.branch = None
        self.category = token.category
        self.add(self.current, token, token.category)
        return False

    def widened(self, token: Token) -> CharSpan | None:
        """The branch's name with its own category, where the two stand together."""
        assert token.name is not None
        if token.levels and _ANY_BODY.search(self.text, token.name.start, token.name.end):
            return token.category
        if token.category is None:
            brackets = re.compile(r"[ ]{0,2}\([^()\n]{1,80}\)").match(self.text, token.name.end)
            return CharSpan(token.name.start, brackets.end() if brackets else token.name.end)
        if token.levels and token.levels[0].start < token.category.start:
            return token.category
        return CharSpan(token.name.start, token.category.end)

    def level(self, token: Token) -> bool:
        """Read a level without a name of its own."""
        outer = self.nested(token)
        if outer is not None and outer.kind == "contest" and self.in_list(token) and (
            self.current is not None and self.current.kind == "contest" and outer.name is not None
            and _key(self.text, outer.name) != self.current.key
        ):
            self.add(self.current, token, outer.name)
            self.reach = outer.end + _LIST_REACH
            return True
        if outer is not None:
            self.current = self.outer(outer)
            self.category = token.category or outer.category
            self.reach = -1
            self.add(self.current, token, self.category)
            self.placed = token.levels
            self.last_end = outer.end
            return True
        contest = self.contest()
        if contest is not None and self.current is not None and self.current.kind != "contest" and (
            not any(e.level for e in self.current.entries) and self.reach < token.start
        ):
            self.current = contest
            self.category = None
        if self.current is None or token.start - self.last_end > 2500:
            return False
        self.regroup(token)
        if token.category is not None:
            self.category = token.category
        self.add(self.current, token, self.category)
        return False

    def contest(self) -> _Group | None:
        """The contest whose places the article tells, if it tells of one."""
        placed = [g for g in self.groups if g.kind == "contest" and any(e.level for e in g.entries)]
        return placed[-1] if placed else None

    def regroup(self, token: Token) -> None:
        """Take a bare phrase for the category where the places start again: |ข้าวเหนียว| รางวัลที่ 1."""
        if token.category is not None or self.current is None or not token.levels:
            return
        text = self.text
        level = _key(text, token.levels[0])
        if level not in ("ที่1", "ชนะเลิศ", "เหรียญทอง", "ชนะเลิศอันดับ1"):
            return
        field = _field_key(text, self.category)
        if not any(
            e.level and _key(text, e.level) == level and _field_key(text, e.category) == field
            for e in self.current.entries
        ):
            return
        bare = _BARE.search(text, max(0, token.start - 50), token.start)
        if bare and not _NOT_FIELD.search(bare["field"]) and not read_body(text, bare.start("field")):
            self.category = CharSpan(*bare.span("field"))

    def field(self, token: Token) -> None:
        """Read a category that stands by itself."""
        if self.current is None or token.category is None:
            return
        if token.given or self.in_list(token) or (
            _HAS_WINNERS.match(self.text, token.end, token.end + 60)
            and token.start - self.last_end < 2500
            and not self.text.startswith("ด้าน", token.start)
        ):
            self.category = token.category
            token.levels = token.levels or self.inherited
            branch = _key(self.text, self.branch) if self.branch else ""
            self.add(self.current, token, token.category, branch)
            if self.reach > 0:
                self.reach = token.end + _LIST_REACH


_LAST_FIELD = re.compile(r"(?:ด้าน|ประเภท|สาขา)(?:(?!ด้าน|ประเภท|สาขา).){14,90}\Z")


def _same_field(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and (long.startswith(short) or (len(short) >= 14 and short in long)):
        return True
    tails = _LAST_FIELD.search(a), _LAST_FIELD.search(b)
    return bool(tails[0] and tails[1] and tails[0].group() == tails[1].group())


def _merged(text: str, entries: list[_Entry]) -> list[_Entry]:
    """The entries without those that a fuller one repeats."""
    kept: list[_Entry] = []
    for entry in entries:
        key = _field_key(text, entry.category)
        level = _key(text, entry.level) if entry.level else ""
        for other in kept:
            other_key = _field_key(text, other.category)
            other_level = _key(text, other.level) if other.level else ""
            if level == other_level and _same_field(key, other_key) and (
                not (entry.branch and other.branch and entry.category)
                or entry.branch.endswith(other.branch) or other.branch.endswith(entry.branch)
            ):
                if len(key) > len(other_key):
                    other.category = entry.category
                other.recipients += tuple(
                    r for r in entry.recipients
                    if text[r.start : r.end] not in {text[o.start : o.end] for o in other.recipients}
                )
                other.year = other.year or entry.year
                other.counted = other.counted and entry.counted
                break
        else:
            kept.append(entry)
    detailed = [e for e in kept if not e.counted]
    if len(detailed) > 1 or any(e.level for e in detailed):
        kept = detailed
    special = [e for e in kept if e.category or e.level]
    out = []
    for entry in kept:
        key = _field_key(text, entry.category)
        if not entry.category and not entry.level and special:
            continue
        if entry.category and not entry.level and any(
            o.level and _same_field(key, _field_key(text, o.category)) for o in kept if o.category
        ):
            continue
        if entry.level and not entry.category and any(
            o.category and o.level and _key(text, o.level) == _key(text, entry.level) for o in kept
        ):
            continue
        if entry.branch and not entry.level and key == _FIELD_WORDS.sub("", entry.branch) and any(
            o is not entry and o.branch == entry.branch for o in kept
        ):
            continue
        out.append(entry)
    return out


def _best_name(text: str, names: list[CharSpan]) -> CharSpan:
    """The most frequent spelling, the first of equals, whole before cut short by ฯ."""
    counts: dict[str, int] = {}
    for name in names:
        said = text[name.start : name.end]
        counts[said] = counts.get(said, 0) + 1
    best = max(counts, key=lambda s: ("ฯ" not in s, counts[s]))
    return next(n for n in names if text[n.start : n.end] == best)


def _giver(text: str, group: _Group) -> CharSpan | None:
    """Who confers an award: as stated, or else the body whose head hands it over."""
    if group.givers:
        best = min(group.givers, key=lambda g: (g[0], g[1].start - g[1].end))[1]
        return expanded(text, best)
    for name in group.names[:6]:
        body = presiding_body(text, name)
        if body:
            return body
    return acting_body(text) or next(
        (body for name in group.names[:6] if (body := presiding_body(text, name, minister=True))), None
    )


def assemble_awards(
    text: str, tokens: list[Token], names: Names, winners: list[CharSpan]
) -> list[AwardDraft]:
    """One award per name, category and level, in reading order of the names.

    Args:
        text: the clean text.
        tokens: the award tokens, in order.
        names: the people of the article.
        winners: who the article says has won any award, named or not.
    """
    if any(t.name for t in tokens):
        tokens = sorted([*tokens, *_free_categories(text, tokens)], key=lambda t: t.start)
    groups = _Assembly(text, tokens, names).read()
    drafts = []
    for group in groups:
        entries = _merged(text, group.entries)
        if len(group.key) < 4 or _ANY_BODY.search(text, group.names[0].start, group.names[0].end):
            continue
        if not group.given and not (group.kind == "contest" and any(e.level for e in entries)):
            continue
        name = _best_name(text, group.names)
        giver = _giver(text, group)
        year = max(set(group.years), key=group.years.count) if group.years else None
        subjects = [*group.subjects, *winners]
        subject = max(subjects, key=lambda s: s.end - s.start) if subjects else None
        for entry in entries:
            recipients = entry.recipients or ((subject,) if subject else ())
            drafts.append(
                AwardDraft(name, entry.category, entry.level, entry.year or year, giver, recipients)
            )
    return drafts
