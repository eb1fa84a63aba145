"""What the words around people are, for the roles: who is named where, and which cue stands where.

A line of the article becomes a list of tokens in reading order. A person's token covers the name
with the titles behind it; a title alone that equals a title of somebody named in the article
(``รมว.ทส. กล่าวว่า``) is a token of that person; any other title is a token of nobody, so that
its verbs go to nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.lexicon import table, terms
from thainews_ie.mentions import PersonDraft
from thainews_ie.patterns import NAME_TO_TITLE, TITLE_TO_TITLE, trie

__all__ = ["NOBODY", "Token", "tokens"]

NOBODY = -1
_MAX_TITLES = 6
_TITLE_REACH = 120
_LEAD_REACH = 110

_RANK = re.compile(r"(?:รอง|ผู้ช่วย|อดีต|ว่าที่|รักษาราชการแทน|รักษาการ(?:แทน|ใน)?(?:ตำแหน่ง)?)+")
_RANK_BEFORE = re.compile(rf"{_RANK.pattern}\Z")
_SPACES = re.compile(r"[\s\"“”]+")
_BODY_END = re.compile(r"[\s(\"“”,]")
_BRACKETS = re.compile(r"[^\S\n]{0,2}\([^()\n]{1,30}\)")
_LETTER = re.compile(r"[ก-ฮเ-ไA-Za-z0-9]")
_SHORT_BODY = re.compile(r"(?:[ก-ฮ]{1,5}\.){1,5}|[A-Z]{2,8}\b|[ก-ฮ]{2,6}(?=[\s\"“”)]|\Z)|[ก-๎]{2,30}ฯ")
_THAI = re.compile(r"[ก-๎]")
_KIND_TITLES = frozenset(("full", "post", "ministry", "weak"))


class Token(NamedTuple):
    """A person, a title, or a cue.

    Args:
        start, end: where it stands; a person's titles are included.
        kind: ``person``, ``title`` (a person by title alone, or nobody), or the cue's kind.
        roles: the roles of a cue.
        person: index of the person, ``NOBODY`` for other people and for cues.
        lead: where the title before the name begins, if there is one.
    """

    start: int
    end: int
    kind: str
    roles: tuple[str, ...] = ()
    person: int = NOBODY
    lead: int = 1 << 60


class _Held(NamedTuple):
    person: int
    body: str
    first: int


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str]]:
    posts = {_SPACES.sub("", short): long for short, (long,) in table("position_forms").items()}
    ministries = {
        _SPACES.sub("", form): _SPACES.sub("", full)
        for form, (full,) in table("ministries").items()
    }
    return re.compile(trie(posts)), posts, re.compile(trie(ministries)), ministries


def _office(words: str) -> str:
    """The long form of an office, its rank included, without white space."""
    posts, long_forms, _, _ = _forms()
    words = _SPACES.sub("", words)
    rank = _RANK.match(words)
    at = rank.end() if rank else 0
    short = posts.match(words, at)
    if short:
        words = words[:at] + long_forms[short.group()] + words[short.end() :]
    return words.removesuffix("กระทรวง")


def _body(words: str) -> str:
    """The body a title belongs to, ministries in their full name, without white space."""
    _, _, ministry, full = _forms()
    words = _SPACES.sub("", words).removeprefix("กระทรวง")
    named = ministry.match(words)
    if named and (named.end() == len(words) or words[named.end()] in "ฯ."):
        return full[named.group()]
    return words


class _Titles:
    """The titles that named people hold, to find who is meant by a title alone."""

    def __init__(self, text: str, people: list[PersonDraft]) -> None:
        self._text = text
        self._held: defaultdict[str, list[_Held]] = defaultdict(list)
        self.ends: dict[int, int] = {}
        for i, person in enumerate(people):
            for title in person.titles:
                self.ends[title.start] = title.end
                office = _office(text[title.start : title.office.end])
                body = _body(text[title.office.end : title.end])
                self._held[office].append(_Held(i, body, person.mentions[0].start))

    def holder(self, hit: CueHit) -> tuple[int, int, int]:
        """Start and end of a title that stands alone, and the person who holds it."""
        text = self._text
        rank = _RANK_BEFORE.search(text, max(0, hit.start - 24), hit.start)
        start = rank.start() if rank else hit.start
        end = hit.end
        if text.startswith("กระทรวง", end):
            end += len("กระทรวง")
        held = self._held.get(_office(text[start : hit.end]))
        tail = _BODY_END.search(text, end, end + 60)
        words = text[end : tail.start() if tail else end + 60]
        if not held:
            return start, hit.end, NOBODY
        if hit.values[0] == "full" and not words:
            return start, end, held[-1].person
        best = NOBODY
        best_end = end
        _, _, ministry, full = _forms()
        if text.startswith("ฯ", hit.end) or not _LETTER.match(text, end):
            seen = [h for h in held if h.first < start] or held
            return start, end + text.startswith("ฯ", hit.end), seen[-1].person
        named = ministry.match(text, end) if end > hit.end or hit.values[0] == "ministry" else None
        for one in held:
            if not one.body:
                best = one.person
                break
            common = _common(one.body, words)
            if named and full[_SPACES.sub("", named.group())] == one.body:
                best, best_end = one.person, named.end()
                break
            if common >= min(len(one.body), 5):
                best, best_end = one.person, end + common
                break
        else:
            short = _SHORT_BODY.match(text, end)
            if short and len({h.person for h in held}) == 1:
                best, best_end = held[0].person, short.end()
        return start, best_end + text.startswith("ฯ", best_end), best


def _common(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _block_end(text: str, at: int, limit: int, ends: dict[int, int], posts: list[CueHit], starts: list[int]) -> int:
    """The end of a name with the titles behind it."""
    end = at
    joint = NAME_TO_TITLE
    for _ in range(_MAX_TITLES):
        gap = joint.match(text, end, limit)
        to = gap.end() if gap else end
        if to in ends:
            end = min(ends[to], limit)
        else:
            i = bisect_left(starts, to)
            if i == len(starts) or not to <= starts[i] <= to + 12 or starts[i] >= limit:
                break
            if starts[i] > to and not _RANK.fullmatch(text, to, starts[i]):
                break
            stop = _BODY_END.search(text, posts[i].end, min(limit, posts[i].end + _TITLE_REACH))
            end = stop.start() if stop else min(limit, posts[i].end)
        joint = TITLE_TO_TITLE
    brackets = _BRACKETS.match(text, end, limit)
    return brackets.end() if brackets else end


def tokens(text: str, cues: Cues, people: list[PersonDraft]) -> list[Token]:
    """Everything the roles are read from, in reading order, none overlapping another."""
    titles = _Titles(text, people)
    posts = [hit for hit in cues.longest("positions") if hit.values[0] in _KIND_TITLES]
    starts = [hit.start for hit in posts]
    leads = tuple(terms("title_leads"))
    names = sorted((m.start, m.end, i) for i, p in enumerate(people) for m in p.mentions)
    blocks: list[Token] = []
    covered: list[tuple[int, int]] = []
    cue_hits = cues.longest("role_cues")
    cue_starts = [hit.start for hit in cue_hits if hit.values[0] != "mask"]
    for n, (start, end, person) in enumerate(names):
        if blocks and start < blocks[-1].end:
            continue
        limit = names[n + 1][0] if n + 1 < len(names) else len(text)
        line = text.find("\n", end, min(limit, end + 400))
        limit = max(end, min(limit, line if line >= 0 else end + 400))
        tail = _block_end(text, end, limit, titles.ends, posts, starts)
        if tail > end and tail not in titles.ends.values():
            # a title cut at white space may run into the verb: นายอำเภอเมืองกล่าวว่า
            i = bisect_left(cue_starts, end)
            if i < len(cue_starts) and cue_starts[i] < tail and not _inside(cue_starts[i], titles.ends, end):
                tail = cue_starts[i]
        blocks.append(Token(start, tail, "person", (), person))
    block_starts = [b.start for b in blocks]
    named = len(blocks)
    for hit in posts:
        i = bisect_right(block_starts, hit.start) - 1
        if i >= 0 and hit.start < blocks[i].end:
            continue
        if i + 1 < named and _leads(text, hit, blocks[i + 1].start, cue_starts):
            blocks[i + 1] = blocks[i + 1]._replace(lead=min(hit.start, blocks[i + 1].lead))
            continue
        start, end, person = titles.holder(hit)
        if covered and start < covered[-1][1]:
            continue
        if start and _THAI.match(text[start - 1]) and not text.endswith(leads, 0, start):
            continue  # within a word or phrase: คณะ|กรรมการ
        if person == NOBODY and hit.values[0] == "weak":
            continue
        covered.append((start, end))
        blocks.append(Token(start, end, "title", (), person))
    blocks.sort()
    merged: list[Token] = list(blocks)
    block_starts = [b.start for b in blocks]
    for hit in cue_hits:
        i = bisect_right(block_starts, hit.start) - 1
        if i >= 0 and hit.start < blocks[i].end:
            continue
        if i + 1 < len(blocks) and hit.end > blocks[i + 1].start + 4:
            continue
        kind, roles = hit.values
        merged.append(Token(hit.start, hit.end, kind, tuple(roles.split("+"))))
    merged.sort()
    return merged


def _inside(at: int, ends: dict[int, int], since: int) -> bool:
    return any(start <= at < end for start, end in ends.items() if start >= since and start <= at)


def _leads(text: str, hit: CueHit, name: int, cue_starts: list[int]) -> bool:
    """Whether a title leads up to the name that follows."""
    if name - hit.end > _LEAD_REACH or "\n" in text[hit.end : name]:
        return False
    i = bisect_left(cue_starts, hit.end)
    return i == len(cue_starts) or cue_starts[i] >= name
