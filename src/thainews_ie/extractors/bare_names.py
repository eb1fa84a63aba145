"""Full names without an honorific, where quotes, a nickname or a post give them away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from thainews_ie.cues import Cues
from thainews_ie.extractors.name_shapes import NameShape, read_name
from thainews_ie.extractors.name_words import (
    Posts,
    begins_with_stop,
    follows_post,
    surname_like,
)
from thainews_ie.lexicon import given_names
from thainews_ie.mentions import NameMention, Zone, ZoneKind

__all__ = ["find_bare_names"]

# “สมชาย ใจดี”, or a nickname in quotes before the name: “ชาย” สมชาย ใจดี
_QUOTED = re.compile(
    r"""[“"'‘](?:
          (?= [ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,20} [^\S\n]{1,2} [ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,21} [”"'’] )
        | (?P<nickname>[ก-๎]{2,12}(?:[ ][ก-๎]{2,12})?) [”"] [^\S\n]{1,2} (?=[ก-ฮเ-ไ])
    )""",
    re.VERBOSE,
)
# The given name of a full one: a run of letters with white space behind.
_GIVEN = re.compile(r"[^\S\n]{0,2}[\"“'‘]?([ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,30})[^\S\n]")
_TOLD = frozenset({ZoneKind.HEADLINE, ZoneKind.BODY})
_POSTS = frozenset({"full", "post", "ministry"})


def _places(text: str, cues: Cues, zones: list[Zone]) -> Iterator[tuple[int, str]]:
    """Where such a name may begin, and what tells so."""
    for found in _QUOTED.finditer(text):
        yield found.end(), "nickname" if found["nickname"] else "quote"
    for hit in cues.longest("positions"):
        kind = hit.values[0]
        if kind in _POSTS:
            if text.startswith(" ", hit.end):
                yield hit.end, "post"
            elif kind != "ministry" or hit.term.endswith("."):
                yield hit.end, "glued"
    for hit in cues.longest("honorifics"):
        if hit.term == "นาย" and text.startswith("ก", hit.end):
            yield hit.end + 1, "glued"  # นายก|เศรษฐา …
        elif hit.values[0] == "lead":
            yield hit.end, "glued"
    for zone in zones:
        if zone.kind in _TOLD:
            yield zone.start, "line"


def find_bare_names(
    text: str, cues: Cues, zones: list[Zone], names: list[NameMention], posts: Posts
) -> list[NameMention]:
    """Names of a given name, mostly a listed one, and a surname, which no honorific precedes.

    Args:
        text: the clean text.
        cues: its cues; uses the kinds ``positions`` and ``honorifics``.
        zones: its zones.
        names: names with honorifics, which are not found again.
        posts: where posts and honorifics begin.

    Returns:
        Mentions in reading order, none overlapping another or a given one.
    """
    listed = given_names()
    taken = sorted((name.start, name.end) for name in names)
    found: dict[int, NameShape] = {}
    for place, sign in _places(text, cues, zones):
        given = _GIVEN.match(text, place)
        if given is None or (given[1] not in listed and sign != "nickname"):
            continue
        at = given.start(1)
        i = bisect_right(taken, (at, len(text))) - 1
        if at in found or (i >= 0 and at < taken[i][1]):
            continue
        shape = read_name(text, at, posts)
        if shape is None or shape.surname is None or shape.given.end != given.end(1):
            continue
        # A line may begin with any word, and a post may go on: more must speak for a name.
        if sign == "line" and not follows_post(text, shape.name.end, posts):
            continue
        unknown = given[1] not in listed
        if (unknown or sign == "glued") and not surname_like(text, *shape.surname):
            continue
        if unknown and begins_with_stop(text, at, posts):
            continue
        found[at] = shape
    mentions: list[NameMention] = []
    for at in sorted(found):
        name = found[at].name
        if not mentions or name.start >= mentions[-1].end:
            mentions.append(NameMention(name.start, name.end, None, name))
    return mentions
