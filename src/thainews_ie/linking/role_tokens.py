"""People, titles that stand alone, and role cues of one article, in reading order.

A person's token covers the name with the titles behind it. A title alone that equals a title of
somebody the article names (``รมว.ทส. กล่าวว่า``) is a token of that person; any other title is a
token of nobody, so that its verbs go to nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.lexicon import terms
from thainews_ie.linking.role_kinds import ATTENDEE
from thainews_ie.linking.role_titles import BODY_END, NOBODY, RANK, TitleHolders
from thainews_ie.mentions import PersonDraft
from thainews_ie.patterns import NAME_TO_TITLE, TITLE_TO_TITLE, line_end
from thainews_ie.records import Role

__all__ = ["NOBODY", "Token", "says_more", "tokens"]

_MAX_TITLES = 6
_LINE_REACH = 400  # a name's titles end within so many characters
_TITLE_REACH = 120  # … and one whose end is not known within so many
_RANK_REACH = 12
_LEAD_REACH = 110
_OVERLAP = 4  # of พร้อมนาย with นาย
_NO_LEAD = 1 << 60
_TITLE_KINDS = frozenset(("full", "post", "ministry", "weak"))
_THAI = re.compile(r"[ก-๎]")
_BRACKETS = re.compile(r"[^\S\n]{0,2}\([^()\n]{1,30}\)")


class Token(NamedTuple):
    """A person, a title, or a cue.

    Args:
        start, end: where it stands; a person's titles are included.
        kind: ``person``, ``title`` (a person by title alone, or nobody), or the kind of a cue of
            ``cues/role_cues.tsv``.
        roles: the roles of a cue.
        person: index of the person, ``NOBODY`` for other people and for cues.
        lead: where the title before a name begins; past the end of the text if there is none.
    """

    start: int
    end: int
    kind: str
    roles: tuple[Role, ...] = ()
    person: int = NOBODY
    lead: int = _NO_LEAD


@cache
def _roles(names: str) -> tuple[Role, ...]:
    return tuple(Role(name) for name in names.split("+") if name)


def tokens(text: str, cues: Cues, people: list[PersonDraft]) -> list[Token]:
    """Everything that roles are read from.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        people: the people, their titles linked.

    Returns:
        The tokens in reading order.
    """
    hits = cues.longest("role_cues")
    cue_starts = [hit.start for hit in hits if hit.values[0] != "mask"]
    posts = [hit for hit in cues.longest("positions") if hit.values[0] in _TITLE_KINDS]
    holders = TitleHolders(text, people)
    named = _people(text, people, posts, holders, cue_starts)
    found = _titles(text, posts, named, holders, cue_starts) + named
    found.sort()
    starts = [token.start for token in found]
    marks: list[Token] = []
    for hit in hits:
        i = bisect_right(starts, hit.start)
        if i and hit.start < found[i - 1].end:
            continue
        if i < len(found) and hit.end > found[i].start + _OVERLAP:
            continue
        kind, roles = hit.values
        marks.append(Token(hit.start, hit.end, kind, _roles(roles)))
    found += marks
    found.sort()
    return found


def _people(
    text: str,
    people: list[PersonDraft],
    posts: list[CueHit],
    holders: TitleHolders,
    cue_starts: list[int],
) -> list[Token]:
    """A token for each mention of a person."""
    names = sorted((name.start, name.end, i) for i, p in enumerate(people) for name in p.mentions)
    post_starts = [hit.start for hit in posts]
    found: list[Token] = []
    for n, (start, end, person) in enumerate(names):
        if found and start < found[-1].end:
            continue
        limit = min(end + _LINE_REACH, len(text))
        if n + 1 < len(names):
            limit = max(end, min(limit, names[n + 1][0]))
        limit = line_end(text, end, limit)
        tail = _titles_end(text, end, limit, posts, post_starts, holders, cue_starts)
        found.append(Token(start, tail, "person", (), person))
    return found


def _titles_end(
    text: str,
    at: int,
    limit: int,
    posts: list[CueHit],
    post_starts: list[int],
    holders: TitleHolders,
    cue_starts: list[int],
) -> int:
    """The end of the titles behind a name, as far as they are on its line."""
    end = at
    joint = NAME_TO_TITLE
    for _ in range(_MAX_TITLES):
        gap = joint.match(text, end, limit)
        to = gap.end() if gap else end
        known = holders.end(to)
        if known is not None:
            end = min(known, limit)
        else:
            i = bisect_left(post_starts, to)
            if i == len(posts) or post_starts[i] > min(to + _RANK_REACH, limit - 1):
                break
            if post_starts[i] > to and not RANK.fullmatch(text, to, post_starts[i]):
                break
            # Said before, so not linked again; up to white space, or to a verb glued to it.
            stop = BODY_END.search(text, posts[i].end, min(limit, posts[i].end + _TITLE_REACH))
            end = stop.start() if stop else min(limit, posts[i].end)
            k = bisect_left(cue_starts, posts[i].start)
            if k < len(cue_starts) and cue_starts[k] < end:
                return cue_starts[k]
        joint = TITLE_TO_TITLE
    brackets = _BRACKETS.match(text, end, limit)
    return brackets.end() if brackets else end


def _titles(
    text: str,
    posts: list[CueHit],
    named: list[Token],
    holders: TitleHolders,
    cue_starts: list[int],
) -> list[Token]:
    """A token for each title that stands alone; marks in ``named`` those that lead up to a name."""
    leads = terms("title_leads")
    starts = [token.start for token in named]
    found: list[Token] = []
    for hit in posts:
        i = bisect_right(starts, hit.start)
        if i and hit.start < named[i - 1].end:
            continue
        if i < len(named) and _leads_to(text, hit, starts[i], cue_starts):
            named[i] = named[i]._replace(lead=min(hit.start, named[i].lead))
            continue
        start, end, person = holders.find(hit)
        if found and start < found[-1].end:
            continue
        if start and _THAI.match(text[start - 1]) and not text.endswith(leads, 0, start):
            continue  # within a word or phrase: คณะ|กรรมการ
        if person == NOBODY and hit.values[0] == "weak":
            continue
        found.append(Token(start, end, "title", (), person))
    return found


def _leads_to(text: str, hit: CueHit, name: int, cue_starts: list[int]) -> bool:
    """Whether a title leads up to the name that begins at an offset."""
    if name - hit.end > _LEAD_REACH or text.find("\n", hit.end, name) >= 0:
        return False
    i = bisect_left(cue_starts, hit.end)
    return i == len(cue_starts) or cue_starts[i] >= name


def says_more(token: Token, following: Token | None) -> bool:
    """Whether the next verb says better what is joined in: ``ร่วม|ให้การต้อนรับ``."""
    return (
        token.roles == (ATTENDEE,)
        and following is not None
        and following.kind == "act"
        and following.start - token.end <= 1
        and following.roles != token.roles
    )
