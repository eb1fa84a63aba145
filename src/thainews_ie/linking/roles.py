"""Roles, given to people by the words around them.

Each line is read from left to right (``role_lines``): people and cues in order (``role_tokens``),
with the words right beside them (``role_words``); what was found is weighed in the end
(``role_finds``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from thainews_ie.cues import Cues
from thainews_ie.linking.role_finds import RoleFinds
from thainews_ie.linking.role_groups import PEOPLE
from thainews_ie.linking.role_kinds import ATTENDEE, RECIPIENT
from thainews_ie.linking.role_lines import TOPIC_GAP, LineReader
from thainews_ie.linking.role_tokens import Token, tokens
from thainews_ie.mentions import AwardDraft, PersonDraft, RoleMention, Zone, ZoneKind

__all__ = ["find_roles"]

_HEADLINE, _BODY = ZoneKind.HEADLINE, ZoneKind.BODY
_READ = (_HEADLINE, _BODY)
_LEADING = ("with", "having", "led", "charge", "along")  # what comes before people
_PRIZE = re.compile(r"รางวัล|เหรียญ|ชนะเลิศ|แชมป์|อันดับ")
_WRAP_REACH = 60
_PRIZE_REACH = 500
_MAX_ITEMS = 30
_ITEM_LENGTH = 160
_ITEM_REACH = 16  # from the start of a line to the name of an item: 1. นาย ก
_ITEM = re.compile(
    r"""\s{0,4}
    (?: [-•–*▪●] | >> | \(?\d{1,3}[.)]
      | นาย | นาง | น\.ส | ด\.[ชญ] | เด็ก | ดร\. | ประเภท | ระดับ | สาขา | ด้าน )""",
    re.VERBOSE,
)


def find_roles(
    text: str,
    cues: Cues,
    zones: list[Zone],
    people: list[PersonDraft],
    awards: Sequence[AwardDraft] = (),
) -> list[RoleMention]:
    """What each person does in the event, with the words that say so.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        zones: the parts of the page; only headline and body are read.
        people: the people, their titles linked.
        awards: the awards; the people among their recipients receive.

    Returns:
        One mention for each person and role, ordered by person.
    """
    if not people:
        return []
    finds = RoleFinds()
    found = tokens(text, cues, people)
    lines = [zone for zone in zones if zone.kind in _READ]
    prizes = False
    headlines: set[str] = set()
    reader: LineReader | None = None
    last: Token | None = None
    starts = [token.start for token in found]
    end = 0
    for zone in lines:
        if zone.kind is _HEADLINE:
            words = text[zone.start : zone.end]
            if words in headlines:
                continue  # printed again
            headlines.add(words)
            prizes = prizes or _PRIZE.search(words) is not None
        if end == len(starts):
            break
        if starts[end] >= zone.end:
            continue
        start = bisect_left(starts, zone.start, end)
        end = bisect_left(starts, zone.end, start)
        if start == end:
            continue
        here = found[start:end]
        if here[0].start - zone.start > TOPIC_GAP and not any(t.kind in PEOPLE for t in here):
            last = None  # nobody is named, and no verb stands where their subject is dropped
            continue
        if reader is None or not (
            _runs_on(text, last, zone, here, reader) or _verb_wraps(last, zone, here, reader)
        ):
            reader = LineReader(
                finds, text, people, zone.start, reader.topic if reader else [], prizes
            )
            last = None
        reader.read(here, last)
        last = here[-1]
        if zone.kind is _HEADLINE:
            reader.end_headline(zone.end)
    _add_recipients(finds, people, awards)
    _add_winners(finds, text, lines, people)
    return finds.result()


def _runs_on(
    text: str, last: Token | None, zone: Zone, here: list[Token], reader: LineReader
) -> bool:
    """Whether a line goes on in the middle of the sentence of the line before."""
    if zone.kind is not _BODY or last is None or not 0 <= zone.start - last.end <= 3:
        return False
    if last.kind in _LEADING:
        return True
    if last.kind != "person" or text[zone.start] in '"“(':
        return False
    if here[0].start > zone.start:
        return True
    # A list of people broken into lines: more of them follow, or their common verb.
    verb = next((token for token in here if token.kind not in PEOPLE), None)
    return reader.list_is_open and (
        (len(here) > 1 and here[1].kind in PEOPLE) or verb is None or ATTENDEE in verb.roles
    )


def _verb_wraps(last: Token | None, zone: Zone, here: list[Token], reader: LineReader) -> bool:
    """Whether the verb of a list of people stands in the line after it."""
    return (
        zone.kind is _BODY
        and last is not None
        and last.kind == "person"
        and zone.start - last.end <= _WRAP_REACH
        and reader.list_is_open
        and here[0].kind == "act"
        and here[0].start - zone.start <= TOPIC_GAP
    )


def _add_recipients(
    finds: RoleFinds, people: list[PersonDraft], awards: Sequence[AwardDraft]
) -> None:
    """People named as receiving an award, if nothing else is said of them."""
    if not awards:
        return
    at = {name.name.start: i for i, person in enumerate(people) for name in person.mentions}
    for award in awards:
        for start, end in award.recipients:
            person = at.get(start)
            if person is not None and not finds.has(person):
                finds.add(person, RECIPIENT, start, end)


def _add_winners(finds: RoleFinds, text: str, lines: list[Zone], people: list[PersonDraft]) -> None:
    """People with no deed in a line or a list about prizes are those who won them."""
    starts = [line.start for line in lines]
    for i, person in enumerate(people):
        if finds.has(i):
            continue
        at = person.mentions[0].start
        k = bisect_right(starts, at) - 1
        if k < 0 or at >= lines[k].end:
            continue
        prize = None
        if not person.titles:
            prize = _PRIZE.search(text, max(lines[k].start, at - _PRIZE_REACH), at)
        if prize is None and at - starts[k] <= _ITEM_REACH:
            prize = _list_heading(text, lines, k)
        if prize:
            finds.add(i, RECIPIENT, prize.start(), prize.end())


def _list_heading(text: str, lines: list[Zone], item: int) -> re.Match[str] | None:
    """The prize in the line before a list of lines, for one of its items."""
    line = lines[item]
    if line.end - line.start > _ITEM_LENGTH or not _ITEM.match(text, line.start, line.end):
        return None
    for k in range(item - 1, max(-1, item - _MAX_ITEMS), -1):
        if lines[k].kind is not _BODY:
            return None
        start, end = lines[k].start, lines[k].end
        prize = _PRIZE.search(text, max(start, end - _PRIZE_REACH), end)
        if prize or not _ITEM.match(text, start, end):
            return prize
    return None
