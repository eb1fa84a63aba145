"""Names of people with the honorifics before them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from thainews_ie.cues import CueHit, Cues
from thainews_ie.extractors.bare_names import find_bare_names
from thainews_ie.extractors.name_shapes import NameShape, may_begin_name, read_name
from thainews_ie.extractors.name_words import Posts, begins_with_stop
from thainews_ie.lexicon import table
from thainews_ie.mentions import CharSpan, NameMention, Zone, ZoneKind
from thainews_ie.patterns import trie

__all__ = ["find_names"]

_GAP = re.compile(r"[^\S\n]{0,3}")
_THAI = re.compile(r"[ก-๎]")
_UNNAMED_ZONES = frozenset({ZoneKind.CREDITS, ZoneKind.DATELINE, ZoneKind.BOILERPLATE})
# Kinds of honorific that are also words, or parts of words, of their own.
_WORDLIKE = frozenset({"address", "weak", "profession", "prefix", "medical"})
# Kinds that name nobody without a surname behind.
_NEEDS_SURNAME = frozenset({"weak", "profession"})
_BEGINS = frozenset(
    {"address", "rank", "short", "academic", "noble", "medical", "profession", "royal", "latin"}
)
_LONG = 4  # letters of an honorific or post that a name may be glued to
_NESTED = 12  # honorifics that begin at one place at most
_REACH = 24  # how far back the head of a place is looked for


@cache
def _hosts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Heads that bear a person's name, right before the honorific and before a space."""
    rows = table("name_hosts")
    close = trie(sorted(rows))
    apart = trie(sorted(head for head, (gap,) in rows.items() if gap == "y"))
    return re.compile(rf"{close}\Z"), re.compile(rf"{apart}[^\S\n]{{1,2}}\Z")


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


def _shorter(hits: list[CueHit], longest: CueHit) -> Iterator[CueHit]:
    """The honorific and shorter ones at the same place: นางสาว, นาง before ิตรี."""
    yield longest
    same = (hit for hit in hits if hit.start == longest.start and hit.end < longest.end)
    yield from sorted(same, key=lambda hit: -hit.end)


def _stands_alone(text: str, hit: CueHit, word_ends: list[int]) -> bool:
    """Whether the honorific is one, not letters of another word."""
    kind = hit.values[0]
    if kind == "latin":
        apart = hit.end < len(text) and (text[hit.end - 1] == "." or not text[hit.end].isalnum())
        return apart and (hit.start == 0 or not text[hit.start - 1].isalnum())
    if hit.start == 0 or _THAI.match(text, hit.start - 1) is None:
        return kind != "short" or hit.start == 0 or text[hit.start - 1] != "."
    if kind == "short":
        return False
    if kind in _WORDLIKE:
        i = bisect_left(word_ends, hit.start)
        return i < len(word_ends) and word_ends[i] == hit.start
    return True


def _is_host(text: str, start: int) -> bool:
    """Whether a place, body or prize right before bears the name: ห้องประชุม ศ.นิคม …"""
    close, apart = _hosts()
    back = max(0, start - _REACH)
    return bool(close.search(text, back, start) or apart.search(text, back, start))


class _NameReader:
    """Reads the names of one text."""

    def __init__(self, text: str, cues: Cues, word_ends: list[int]) -> None:
        self._text = text
        self._ends = word_ends
        self._all = cues.all("honorifics")
        self._longest = cues.longest("honorifics")
        self._starts = [hit.start for hit in self._longest]
        self.posts = _posts(cues, self._longest, word_ends)

    def names(self) -> Iterator[NameMention]:
        """The names behind honorifics, in reading order."""
        done = 0
        for number, hit in enumerate(self._longest):
            if hit.start < done or hit.values[0] in ("none", "modifier"):
                continue
            if not _stands_alone(self._text, hit, self._ends):
                continue
            mention = self._read(number)
            if mention is not None:
                done = mention.end
                yield mention

    def _read(self, number: int) -> NameMention | None:
        first = self._longest[number]
        last = self._chain_end(number)
        shape = read_name(self._text, last, self.posts)
        kind = first.values[0]
        if kind == "prefix" and last == first.end:
            return None
        weak = kind in _NEEDS_SURNAME and last == first.end
        if shape is None and last == first.end:
            # นางสาว|ิตรี is นาง|สาวิตรี
            for hit in _shorter(self._near(first), first):
                if hit.values[0] != "none" and may_begin_name(self._text, hit.end):
                    last = hit.end
                    shape = read_name(self._text, last, self.posts)
                    break
        if shape is None:
            return None
        if weak and not self._is_sure(first, shape):
            return None
        start = first.start
        if _is_host(self._text, start):
            return None
        return NameMention(start, shape.name.end, CharSpan(start, last), shape.name)

    def _near(self, hit: CueHit) -> list[CueHit]:
        """All honorifics that begin where this one does; they end before it does."""
        return [other for other in self._ending_by(hit.end) if other.start == hit.start]

    def _ending_by(self, end: int) -> list[CueHit]:
        """The last few hits that end here or before: hits are kept by their ends."""
        i = bisect_right(self._all, end, key=lambda other: other.end)
        return self._all[max(0, i - _NESTED) : i]

    def _chain_end(self, number: int) -> int:
        """The end of honorifics that follow one another: ศาสตราจารย์ ดร. นพ."""
        end = self._longest[number].end
        for hit in self._longest[number + 1 : number + 6]:
            gap = _GAP.match(self._text, end)
            if gap is None or gap.end() != hit.start or hit.values[0] in ("none", "weak"):
                break
            if hit.values[0] == "modifier" and not self._modifies(hit):
                break
            end = hit.end
        return end

    def _modifies(self, hit: CueHit) -> bool:
        """Whether a name can follow: หญิง is a rank's, and begins the name หญิงลักษณ์."""
        gap = _GAP.match(self._text, hit.end)
        return gap is not None and may_begin_name(self._text, gap.end())

    def _is_sure(self, hit: CueHit, shape: NameShape) -> bool:
        """Whether a word such as คุณ or ครู is an honorific here: a full name stands behind."""
        if shape.surname is None or begins_with_stop(self._text, shape.given.start, self.posts):
            return False
        gap = _GAP.match(self._text, shape.name.end)
        followed = gap is not None and gap.end() in self.posts.edge
        return followed or self.posts.ends_word(hit.end)


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
    names = list(reader.names())
    names += find_bare_names(text, cues, zones, names, reader.posts)
    return sorted(m for m in names if is_open(m.start))
