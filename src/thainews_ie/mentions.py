"""What finders return: offsets into the *clean* text, until ``assemble`` maps them back.

Plain named tuples and slotted dataclasses, cheap to make; the public ones are in ``records``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from thainews_ie.cleaning import Alignment
from thainews_ie.cues import Cues
from thainews_ie.records import Broadcast, DateKind, ModeKind, Platform, Role


class CharSpan(NamedTuple):
    """A half-open run of characters of the clean text."""

    start: int
    end: int


class ZoneKind(StrEnum):
    """A part of the page."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CREDITS = "credits"
    BOILERPLATE = "boilerplate"


class Zone(NamedTuple):
    """One line of the page (without its line end), and the part it belongs to."""

    kind: ZoneKind
    start: int
    end: int


class DateMention(NamedTuple):
    """A calendar expression; ``value`` is settled by ``linking.dates``."""

    start: int
    end: int
    kind: DateKind
    value: str | None
    reason: str | None = None


class NameMention(NamedTuple):
    """A name where it stands, with the honorific before it.

    ``start:end`` covers honorific and name; ``honorific`` is None where there is none.
    """

    start: int
    end: int
    honorific: CharSpan | None
    name: CharSpan


class TitleMention(NamedTuple):
    """A position where it stands; office and organisation lie within ``start:end``."""

    start: int
    end: int
    office: CharSpan
    organisation: CharSpan | None


class RoleMention(NamedTuple):
    """Words (``start:end``) that give a role to ``people[person]``."""

    person: int
    role: Role
    start: int
    end: int


@dataclass(slots=True)
class PersonDraft:
    """One person after linking, named as in the fullest of the mentions; the first comes first.

    ``ignored`` marks royals and monks: later steps may look at them, the record leaves them out.
    """

    name: str
    honorific: str | None
    given_name: str
    surname: str | None
    mentions: list[NameMention]
    titles: list[TitleMention] = field(default_factory=list)
    ignored: bool = False


class AwardDraft(NamedTuple):
    """One award, one entry per name, category and level."""

    name: CharSpan
    category: CharSpan | None = None
    level: CharSpan | None = None
    year: int | None = None
    giver: CharSpan | None = None
    recipients: tuple[CharSpan, ...] = ()


class PlaceDraft(NamedTuple):
    """An administrative area: official bare name, and code if known."""

    name: str
    code: str | None


class VenueDraft(NamedTuple):
    """A place of the event with the parts that could be told apart."""

    start: int
    end: int
    room: CharSpan | None = None
    floor: CharSpan | None = None
    building: CharSpan | None = None
    site: CharSpan | None = None
    subdistrict: PlaceDraft | None = None
    district: PlaceDraft | None = None
    province: PlaceDraft | None = None


class EventNameMention(NamedTuple):
    """Words that may name the event.

    ``act`` tells a verb (``ลงพื้นที่…``) from a noun (``การประชุม…``); ``points`` say how much the
    words themselves speak for a name of the event.
    """

    start: int
    end: int
    act: bool
    points: int


class EventDraft(NamedTuple):
    """The main event; ``when`` are the words that date it."""

    name: CharSpan | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    when: tuple[CharSpan, ...] = ()


class ModeDraft(NamedTuple):
    """How people take part; ``evidence`` pairs a channel's name with the words that state it."""

    mode: ModeKind = ModeKind.UNSPECIFIED
    platforms: tuple[Platform, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    evidence: tuple[tuple[str, CharSpan], ...] = ()


class BylineDraft(NamedTuple):
    """The page's credits."""

    source: CharSpan | None = None
    reporter: CharSpan | None = None
    editor: CharSpan | None = None
    views: int | None = None
    views_span: CharSpan | None = None


@dataclass(slots=True)
class Findings:
    """All that the steps have found in one article; each step fills its own field.

    Args:
        text: the clean text, which every offset here refers to.
        alignment: the way back to the original text.
        published: the day of publication, from the caller or the page.
        word_ends: sorted ends of the segmenter's words.
        cues: hits of the cue lexicons.
    """

    text: str
    alignment: Alignment
    word_ends: list[int]
    cues: Cues
    published: dt.date | None = None
    zones: list[Zone] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    people: list[PersonDraft] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    awards: list[AwardDraft] = field(default_factory=list)
    venues: list[VenueDraft] = field(default_factory=list)
    event: EventDraft = field(default_factory=EventDraft)
    mode: ModeDraft = field(default_factory=ModeDraft)
    byline: BylineDraft = field(default_factory=BylineDraft)
