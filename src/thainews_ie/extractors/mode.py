"""Channels of taking part and of watching, and what they make of the event.

A channel counts only where the text uses it for the event: ``ผ่านระบบ Zoom Meeting`` in the lines
that tell of the meeting, not ``ลงทะเบียนออนไลน์`` nor the page's own Facebook address. The names
of channels are the cue tables ``platforms``, ``broadcasts`` and ``live_cues``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.lexicon import terms
from thainews_ie.mentions import CharSpan, EventDraft, ModeDraft, VenueDraft, Zone, ZoneKind
from thainews_ie.patterns import trie
from thainews_ie.records import Broadcast, ModeKind, Platform

__all__ = ["find_mode"]

_BEFORE = 60  # characters before a word that are read
_NEAR = 40  # characters before "online" in which a service would be named
_TOLD = 350  # characters after name and day of the event that still tell of it
_APPOSED = 40  # characters between a kind of channel and its product: การประชุมทางไกล (Zoom)
_LIVE = 70  # characters after ถ่ายทอดสด in which the channel is named
_NEXT_LIVE = 50  # characters from one channel to the next
_MOST = 500  # hits looked at: a bound for texts that hold nothing else

# Video | VDO | Web before "Conference": other conferences are no channel.
_SCREEN = re.compile(
    r"(?:video|vdo|vedio|v\.d\.o\.|web|tele|วิดีโอ|วีดีโอ|วีดิโอ)[\s-]{0,3}(?:tele)?\s?\Z", re.IGNORECASE
)

# ระบบการประชุมทางไกล | วีดิทัศน์ทางไกล, but not เดินทางไกล, การแพทย์ทางไกล, รถไฟทางไกล.
_REMOTE = re.compile(rf"(?:{trie(terms('remote_leads'))})[\s(]{{0,2}}\Z")

# ผ่านระบบออนไลน์ | การอบรมออนไลน์ | ในรูปแบบออนไลน์: what makes "online" a way of taking part.
_ONLINE = re.compile(
    rf"""
    (?: (?:ผ่าน|ทาง|ด้วย|โดย|และ|ใช้|ใน|ทั้ง|เป็น|แบบ) \s?
        (?:ทาง|ช่องทาง|ระบบ|รูปแบบ|สื่อ|วิธีการ|วิธี|การ){{0,2}} \s?
        (?:การ)? (?:ระบบ|ช่องทาง|รูปแบบ|ประชุม|หารือ|แบบ|สื่อ|แพลตฟอร์ม|สัมมนา|อบรม|ทาง){{0,2}}
      | (?: {trie(terms("online_events"))} | (?:พิธี|งาน)[ก-๙]{{0,20}} )
        (?:แบบ|ระบบ|ทาง|และ|ผ่าน|ใน|รูปแบบ){{0,3}}
    )
    [\s(“"-]{{0,3}} \Z
    """,
    re.VERBOSE,
)

# ลงทะเบียนผ่านระบบออนไลน์ | จำหน่ายทางออนไลน์: a service or a topic, not the event.
_SERVICE = re.compile(rf"{trie(terms('online_services'))}|แจ้ง(?!วัฒนะ)")
# ผ่านสื่อ|อิเล็กทรอนิกส์ | ประชุมผ่านระบบ|อิเล็กทรอนิกส์, but not บัตรอิเล็กทรอนิกส์
_MEETS_BY = re.compile(
    r"(?:ผ่าน|ทาง|ด้วย)สื่อ\s?\Z|(?:ประชุม|อบรม|สัมมนา|บรรยาย)[ก-๙ ]{0,20}(?:ระบบ|ช่องทาง)\s?\Z"
)
# หารือ|ทางโทรศัพท์, but not หลอกลวงทางโทรศัพท์
_TALK = re.compile(r"(?:หารือ|สนทนา|คุย|เจรจา|ประชุม)[^\n]{0,25}\Z")
# Kinds of words that name no product and no device.
_ONLINE_KINDS = frozenset({"online", "electronic", "hybrid"})
_LETTER = re.compile(r"[A-Za-z]")  # beside VTC: another word
_EARLIER = re.compile(r"ที่ผ่านมา|ที่แล้ว|ก่อนหน้านี้")

# เข้าร่วมประชุมผ่าน …: far from the name of the event, only such words make a product a channel.
_TAKES_PART = re.compile(
    r"(?:เข้า)?ร่วม(?:การ)?(?:ประชุม|รับฟัง|งาน|กิจกรรม|พิธี|หารือ|อบรม|สัมมนา|โครงการ)|ประชุมผ่าน|ผู้เข้า"
)

# First words of events that need people to be there.
_PRESENCE = terms("presence_heads")


class _Channel(NamedTuple):
    """A way of taking part or of watching, and the words that state it."""

    name: str
    kind: str
    start: int
    end: int


def _told_until(text: str, zones: list[Zone], event: EventDraft) -> int:
    """The end of the lines that tell of the event itself."""
    body = next((zone.start for zone in zones if zone.kind is ZoneKind.BODY), 0)
    told = max([body, *(span.end for span in event.when)])
    if event.name:
        told = max(told, event.name.end)
    line_end = text.find("\n", told + _TOLD)
    return line_end if line_end != -1 else len(text)


class _Lines:
    """Tells whether offsets, asked for in order, lie in headline or body."""

    __slots__ = ("_at", "_zones")

    def __init__(self, zones: list[Zone]) -> None:
        self._zones = zones
        self._at = 0

    def hold(self, offset: int) -> bool:
        """Whether an offset lies in a line of the headline or the body."""
        zones = self._zones
        while self._at < len(zones) and zones[self._at].end <= offset:
            self._at += 1
        if self._at == len(zones) or offset < zones[self._at].start:
            return False
        return zones[self._at].kind in (ZoneKind.HEADLINE, ZoneKind.BODY)


def _takes_part(text: str, hit: CueHit, told_until: int) -> bool:
    """Whether the words around a hit make it a way of taking part in the event."""
    kind = hit.values[1]
    before = text[max(0, hit.start - _BEFORE) : hit.start]
    if hit.start >= told_until:
        return kind == "product" and bool(_TAKES_PART.search(before))
    if kind == "conference":
        return bool(_SCREEN.search(before))
    if kind == "letters":
        return not (_LETTER.match(before[-1:]) or _LETTER.match(text, hit.end))
    if kind == "distance":
        return bool(_REMOTE.search(before))
    if kind == "by_phone":
        return bool(_TALK.search(before))
    if kind not in _ONLINE_KINDS:
        return True
    if _SERVICE.search(before[-_NEAR:]):
        return False
    if kind == "hybrid":
        return True
    if kind == "electronic" and not _MEETS_BY.search(before):
        return False
    return bool(_ONLINE.search(before)) and not _EARLIER.search(before)


def _platforms(
    text: str, cues: Cues, zones: list[Zone], event: EventDraft
) -> tuple[list[_Channel], bool]:
    """The ways of taking part in the event, in reading order, one per platform.

    The flag tells whether the text says in so many words that people were there as well.
    """
    told_until = _told_until(text, zones, event)
    lines = _Lines(zones)
    found = [
        _Channel(hit.values[0], hit.values[1], hit.start, hit.end)
        for hit in cues.longest("platforms")[:_MOST]
        if lines.hold(hit.start) and _takes_part(text, hit, told_until)
    ]
    products = [channel.start for channel in found if channel.kind == "product"]
    named = any(channel.kind not in _ONLINE_KINDS for channel in found)
    kept: dict[str, _Channel] = {}
    at = 0
    for channel in found:
        while at < len(products) and products[at] <= channel.start:
            at += 1
        apposed = at < len(products) and products[at] < channel.end + _APPOSED
        if (channel.kind in _ONLINE_KINDS and named) or (channel.kind != "product" and apposed):
            continue
        kept.setdefault(channel.name, channel)
    return list(kept.values()), any(channel.kind == "hybrid" for channel in found)


def _broadcasts(text: str, cues: Cues, zones: list[Zone]) -> list[_Channel]:
    """The channels that show the event, in reading order, one per channel."""
    live = cues.longest("live_cues")[:_MOST]
    if not live:
        return []
    channels = cues.longest("broadcasts")
    lines = _Lines(zones)
    kept: dict[str, _Channel] = {}
    at = 0
    for cue in live:
        if not lines.hold(cue.start):
            continue
        while at < len(channels) and channels[at].start < cue.start:
            at += 1
        reach = cue.end + _LIVE
        for hit in channels[at : at + 20]:
            if hit.start > reach or text.find("\n", cue.end, hit.start) != -1:
                break
            if text.endswith(("ออน", "ออฟ", "On", "on"), 0, hit.start):  # ออน|ไลน์
                continue
            if hit.values[0] == "Facebook Live" and cue.values[0] == "watch":  # a page, not live
                continue
            kept.setdefault(hit.values[0], _Channel(hit.values[0], "live", hit.start, hit.end))
            reach = max(reach, hit.end + _NEXT_LIVE)
    return list(kept.values())


def find_mode(
    text: str,
    cues: Cues,
    zones: list[Zone],
    venues: list[VenueDraft],
    event: EventDraft,
) -> ModeDraft:
    """How people take part in the main event, and how others may watch it.

    Args:
        text: the clean text.
        cues: its cue hits (``platforms``, ``broadcasts``, ``live_cues``).
        zones: its zones.
        venues: the places of the event.
        event: the main event.

    Returns:
        ``unspecified`` where there is neither event nor place, or neither place nor channel is
        stated.

    >>> from thainews_ie.cues import cue_index
    >>> page = "นายก ประชุมสภากาแฟ ผ่านระบบ Zoom Meeting"
    >>> find_mode(page, cue_index().scan(page), [Zone(ZoneKind.BODY, 0, len(page))], [],
    ...           EventDraft(name=CharSpan(5, 18))).platforms
    (<Platform.ZOOM: 'Zoom'>,)
    """
    if event.name is None and event.start is None and not venues:
        return ModeDraft()
    channels, both = _platforms(text, cues, zones, event)
    shown = _broadcasts(text, cues, zones)
    evidence = [
        (channel.name, CharSpan(channel.start, channel.end)) for channel in channels + shown
    ]
    if channels:
        mode = ModeKind.HYBRID if venues or both else ModeKind.ONLINE
    elif venues:
        mode = ModeKind.ONSITE
        evidence[:0] = [(mode.value, CharSpan(venues[0].start, venues[0].end))]
    elif event.name and text.startswith(_PRESENCE, event.name.start):
        mode = ModeKind.ONSITE
        evidence[:0] = [(mode.value, event.name)]
    else:
        mode = ModeKind.UNSPECIFIED
    return ModeDraft(
        mode,
        tuple(Platform(channel.name) for channel in channels),
        tuple(Broadcast(channel.name) for channel in shown),
        tuple(evidence),
    )
