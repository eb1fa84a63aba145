"""Names of people with the honorifics before them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.extractors.bare_names import find_bare_names
from thainews_ie.extractors.name_shapes import (
    NameShape,
    may_begin_name,
    read_behind_nickname,
    read_name,
)
from thainews_ie.extractors.name_words import (
    Posts,
    begins_with_stop,
    follows_post,
    has_stop,
    surname_like,
)
from thainews_ie.lexicon import given_names, table, terms
from thainews_ie.mentions import CharSpan, NameMention, Zone, ZoneKind

__all__ = ["find_names"]

_GAP = re.compile(r"[^\S\n]{0,3}")
_THAI = re.compile(r"[ก-๎]")
_WORD = re.compile(r"[ก-๎]{3}")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ0-9]")
_UNNAMED_ZONES = frozenset({ZoneKind.CREDITS, ZoneKind.DATELINE, ZoneKind.BOILERPLATE})
# Kinds of honorific that are also words, or parts of words, of their own.
_WORDLIKE = frozenset({"address", "weak", "profession", "prefix", "medical"})
# Kinds that name nobody without a surname behind.
_NEEDS_SURNAME = frozenset({"weak", "profession"})
_BEGINS = frozenset(
    {"address", "rank", "short", "academic", "noble", "medical", "profession", "royal", "latin"}
)
# Kinds that หญิง, พิเศษ and the like may stand behind.
_MODIFIED = frozenset({"rank", "short", "academic", "medical", "modifier"})
# Kinds that no other honorific goes before.
_NO_LINK = frozenset({"none", "weak", "lead"})
# Words and numbers that make นาย a counter of officers: ตำรวจทุกนาย, 20 กว่านาย
_COUNT = re.compile(r"(?:ทุก|กว่า|หลาย|แต่ละ|สิบ|ร้อย|พัน|หมื่น|แสน|ชั้น|ระดับ|\d[^\S\n]?)\Z")
# What stands behind a given name alone that no list has, if it is one: ฯ, a quote, an age.
_AFTER_GIVEN = re.compile(r"[^\S\n]{0,3}(?:ฯ|[”\"’')]|\(|อายุ|กล่าว|เปิดเผย|เผย|ระบุ)")
_AFTER_FULL = re.compile(r"[^\S\n]{0,3}\([^\S\n]?[A-Z]")  # a foreign name's own spelling
# An honorific that lacks its last dot: น.ส, รศ.ดร
_UNDOTTED = re.compile(r"\.[^\S\n]?[ก-ฮ]{1,3}\Z")
_EDITION = re.compile(r"[^\S\n]{0,3}(?:ประจำปี|ครั้งที่|ปี[^\S\n]?\d)")
_INITIALS = 3  # letters before a short honorific that are no initials of an abbreviation
_LONG = 4  # letters of an honorific or post that a name may be glued to
# Beauty contests are called like people: Miss Deaf Thailand.
_CONTESTS = ("Thailand", "Universe", "World", "International", "Global")
_SHORT_GIVEN = 10  # letters of a given name that no list has
_NESTED = 12  # honorifics that begin at one place at most
_REACH = 24  # how far back the head of a place is looked for


class _Find(NamedTuple):
    """A name found, and whether it is one for sure.

    Args:
        mention: where it stands.
        shape: its parts.
        sure: False for a given name alone that needs its full form in the article.
    """

    mention: NameMention
    shape: NameShape
    sure: bool


@cache
def _hosts(gaps: str) -> tuple[str, ...]:
    """Heads that bear a person's name, of some kinds of gap between them."""
    return tuple(head for head, (gap,) in table("name_hosts").items() if gap in gaps)


def _posts(cues: Cues, honorifics: list[CueHit], word_ends: list[int]) -> Posts:
    """Where posts and honorifics begin, and words end."""
    positions = cues.all("positions")
    edge = {hit.start: hit.end for hit in positions}
    inner = {
        hit.start
        for hit in positions
        if hit.end - hit.start > _LONG and hit.values[0] not in ("weak", "role")
    }
    for hit in honorifics:
        if hit.values[0] in _BEGINS:
            edge[hit.start] = 0
            if len(hit.term) >= _LONG:
                inner.add(hit.start)
    return Posts(edge, inner, word_ends)


def _stands_alone(text: str, hit: CueHit, word_ends: list[int]) -> bool:
    """Whether the honorific is one, not letters of another word."""
    kind = hit.values[0]
    start, end = hit.start, hit.end
    behind = text[end : end + 1]
    if kind == "latin":
        apart = text[end - 1] == "." or not behind.isalnum()
        return bool(behind) and apart and (start == 0 or not _LATIN.match(text, start - 1))
    if start == 0 or not _THAI.match(text, start - 1):
        return kind not in ("short", "royal") or start == 0 or text[start - 1] != "."
    if kind in _WORDLIKE or kind == "short":
        i = bisect_left(word_ends, start)
        if i == len(word_ends) or word_ends[i] != start:
            return False
        # โดย|พ.อ. but not the letters of ธ|พว., กย|ศ.
        if kind == "short" or (kind == "medical" and "." in hit.term):
            initial = i > 0 and word_ends[i - 1] == start - 1
            return not initial and bool(_WORD.fullmatch(text, max(0, start - _INITIALS), start))
        return True
    return kind != "royal"


def _is_host(text: str, start: int, end: int) -> bool:
    """Whether a place, body or prize right before bears the name: ห้องประชุม ศ.นิคม …"""
    if not text.startswith(" ", start - 1):
        return text.endswith(_hosts("nye"), 0, start)
    back = start - 2 if text.startswith(" ", start - 2) else start - 1
    if text.endswith(_hosts("y"), 0, max(back, 0)):
        return True
    return bool(_EDITION.match(text, end)) and text.endswith(_hosts("e"), 0, max(back, 0))


class _NameReader:
    """Reads the names of one text."""

    def __init__(self, text: str, cues: Cues, word_ends: list[int]) -> None:
        self._text = text
        self._ends = word_ends
        self._all = cues.all("honorifics")
        self._longest = cues.longest("honorifics")
        self.posts = _posts(cues, self._longest, word_ends)

    def names(self) -> list[NameMention]:
        """The names behind honorifics, in reading order."""
        finds: list[_Find] = []
        done = 0
        for number, hit in enumerate(self._longest):
            if hit.start < done or hit.values[0] in ("modifier", "lead"):
                continue
            if not _stands_alone(self._text, hit, self._ends):
                continue
            if hit.values[0] == "none":
                find = self._read_none(hit)
            elif _UNDOTTED.search(hit.term) and not self._text.startswith(" ", hit.end):
                find = self._read_shorter(hit)  # เวลา 10.00 น.|สมเด็จ…, รศ.|ดรุณี
            else:
                find = self._read(number)
            if find is not None:
                done = find.mention.end
                finds.append(find)
        full = {self._given(find) for find in finds if find.shape.surname is not None}
        return [find.mention for find in finds if find.sure or self._given(find) in full]

    def _given(self, find: _Find) -> str:
        return self._text[find.shape.given.start : find.shape.given.end]

    def _read(self, number: int) -> _Find | None:
        first = self._longest[number]
        last = self._chain_end(number)
        kind = first.values[0]
        alone = last == first.end
        if kind == "prefix" and alone:
            return None
        weak = kind in _NEEDS_SURNAME and alone
        shape = None
        if weak:
            shape = read_behind_nickname(self._text, last, self.posts)
        if shape is None:
            shape = read_name(self._text, last, self.posts)
        if shape is None:
            return self._read_shorter(first) if alone else None
        if weak and not self._is_titled(first, shape):
            return None
        return self._find(first, last, shape)

    def _find(self, first: CueHit, end: int, shape: NameShape) -> _Find | None:
        if _is_host(self._text, first.start, shape.name.end):
            return None
        if self._text.endswith(_CONTESTS, 0, shape.name.end):
            return None
        honorific = CharSpan(first.start, end)
        mention = NameMention(first.start, shape.name.end, honorific, shape.name)
        return _Find(mention, shape, shape.surname is not None or self._is_given(first, shape))

    def _read_shorter(self, longest: CueHit) -> _Find | None:
        """A name behind a shorter honorific at the same place: นาง|สาวิตรี, not นางสาว|ิตรี."""
        broken = bool(_THAI.match(self._text, longest.end))
        broken = broken and not may_begin_name(self._text, longest.end)
        for hit in self._nested(longest):
            shape = read_name(self._text, hit.end, self.posts)
            if shape is None:
                continue
            if shape.surname is not None or broken or self._is_listed(shape):
                return self._find(hit, hit.end, shape)
        return None

    def _read_none(self, longest: CueHit) -> _Find | None:
        """A name that begins like a word that is no honorific: นาง|เอกอนงค์ …, not นางเอก."""
        if not _THAI.match(self._text, longest.end) or longest.term.startswith("นายก"):
            return None
        for hit in self._nested(longest):
            if hit.values[0] != "address":
                continue
            shape = read_name(self._text, hit.end, self.posts)
            if shape is None or shape.surname is None or shape.cut:
                continue
            rest = self._text[longest.end : shape.given.end]
            if self._is_listed(shape) or rest in given_names() or rest in terms("name_tails"):
                return self._find(hit, hit.end, shape)
            if shape.given.end - shape.given.start > _SHORT_GIVEN:
                continue
            inside = not self.posts.ends_word(longest.end)
            if inside and follows_post(self._text, shape.name.end, self.posts):
                return self._find(hit, hit.end, shape)
        return None

    def _nested(self, hit: CueHit) -> list[CueHit]:
        """Shorter honorifics that begin where this one does, the longest first."""
        i = bisect_right(self._all, hit.end, key=lambda other: other.end)
        near = self._all[max(0, i - _NESTED) : i]
        same = [other for other in near if other.start == hit.start and other.end < hit.end]
        return sorted((o for o in same if o.values[0] != "none"), key=lambda o: -o.end)

    def _chain_end(self, number: int) -> int:
        """The end of honorifics that follow one another: ศาสตราจารย์ ดร. นพ."""
        before = self._longest[number]
        for hit in self._longest[number + 1 : number + 6]:
            gap = _GAP.match(self._text, before.end)
            if gap is None or gap.end() != hit.start or hit.values[0] in _NO_LINK:
                break
            if hit.values[0] == "modifier" and not self._modifies(hit, before):
                break
            before = hit
        return before.end

    def _modifies(self, hit: CueHit, before: CueHit) -> bool:
        """Whether a name can follow: หญิง is a rank's, and begins the name หญิงลักษณ์."""
        if before.values[0] not in _MODIFIED:
            return False
        gap = _GAP.match(self._text, hit.end)
        return gap is not None and may_begin_name(self._text, gap.end())

    def _is_listed(self, shape: NameShape) -> bool:
        return self._text[shape.given.start : shape.given.end] in given_names()

    def _is_given(self, hit: CueHit, shape: NameShape) -> bool:
        """Whether a given name alone is one: the list has it, or what stands around says so.

        Otherwise it may be a word (สตรีและเด็กหญิงพิการ) or its honorific a counter (ทุกนายร่วม).
        """
        given = shape.given
        if self._is_listed(shape):
            return True
        if _COUNT.search(self._text, max(0, hit.start - _REACH), hit.start):
            return False
        if _AFTER_GIVEN.match(self._text, given.end):
            return True
        if not _THAI.match(self._text, given.start):
            return True
        stop = begins_with_stop(self._text, given.start, self.posts)
        if shape.cut and not stop and (hit.values[0] == "address" or given.end in self.posts.edge):
            return True
        if stop or self.posts.is_word(*given):
            return False
        return not has_stop(self._text, *given, self.posts) and self._text[given.end - 1] != "-"

    def _is_titled(self, hit: CueHit, shape: NameShape) -> bool:
        """Whether a word such as คุณ or ครู is an honorific here: a full name stands behind."""
        text, given = self._text, shape.given
        if shape.surname is None or begins_with_stop(text, given.start, self.posts):
            return False
        if self._is_listed(shape) or surname_like(text, *shape.surname):
            return True
        if not _THAI.match(text, given.start):
            return True
        if has_stop(text, *given, self.posts):
            return False
        end = shape.name.end
        if follows_post(text, end, self.posts) or _AFTER_FULL.match(text, end):
            return True
        return self.posts.ends_word(hit.end) and not self.posts.is_word(*given)


def find_names(text: str, cues: Cues, zones: list[Zone], word_ends: list[int]) -> list[NameMention]:
    """Names, most of them with an honorific, in reading order, none overlapping another.

    Args:
        text: the clean text.
        cues: its cues; uses the kinds ``honorifics`` and ``positions``.
        zones: its zones; the page's own credits name no people of the article.
        word_ends: sorted ends of the segmenter's words; they tell นาง from พัฒนา|งาน.

    Returns:
        One mention per place.
    """
    closed = [zone for zone in zones if zone.kind in _UNNAMED_ZONES]
    starts = [zone.start for zone in closed]

    def is_open(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i < 0 or at >= closed[i].end

    reader = _NameReader(text, cues, word_ends)
    names = reader.names()
    names += find_bare_names(text, cues, zones, names, reader.posts)
    return sorted(m for m in names if is_open(m.start))
