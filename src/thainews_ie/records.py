"""The public vocabulary: an article that goes in, and the record that comes out.

Offsets are half-open and count code points of the article's original text, so that
``article.text[span.start:span.end] == span.text`` holds for every span of a record.
``confidence`` is how probable it is that a find is right, 0 to 1; what is made by hand is
certain.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from thainews_ie.kinds import Broadcast, DateKind, ModeKind, Platform, Role

__all__ = [
    "Article",
    "Award",
    "Broadcast",
    "Byline",
    "DateKind",
    "Event",
    "Failure",
    "Mode",
    "ModeEvidence",
    "ModeKind",
    "NewsDate",
    "NewsRecord",
    "Person",
    "Place",
    "Platform",
    "Role",
    "RoleEvidence",
    "Span",
    "Title",
    "Venue",
]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came, the only input of extraction.

    Args:
        id: the caller's key for it.
        text: the original text; all offsets of the record refer to it.
        url: where it was found.
        title: its headline, where the source keeps it apart from the text.
        published: the day of publication, if known from outside the text.
        source: the publisher, if known from outside the text.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no record, and why.

    Args:
        id: the article's id, or an empty string if it is not known.
        error: the name of the error's class.
        message: what was wrong and what to do.
        source: the file it came from, if known.
        line: the line in it, counted from 1, if it has lines.
    """

    id: str
    error: str
    message: str
    source: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.source, self.line) if part is not None)
        who = f"article {self.id}" if self.id else "input"
        return f"{place or who}: {self.error}: {self.message}"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """A position a person holds: ``ผู้ว่าราชการจังหวัดลำพูน``.

    Args:
        span: the whole title.
        office: the post alone (``ผู้ว่าราชการจังหวัด``); the whole title where it cannot be split.
        organisation: the body the post belongs to (``จังหวัดลำพูน``), if stated. The two may
            share words: the province is part of the post's name and of the body's.
        canonical: the whole title in long form (``รมว.พม.`` as ``รัฐมนตรีว่าการกระทรวง…``), the same
            for one position however it is written; empty in a title made by hand.
        canonical_office: the post in long form.
        canonical_organisation: the full name of the body, if the title tells it.
        province_code: the code of the province that the title names, if any.
    """

    span: Span
    office: Span
    organisation: Span | None = None
    canonical: str = ""
    canonical_office: str = ""
    canonical_organisation: str | None = None
    province_code: str | None = None
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """The title as written."""
        return self.span.text


@dataclass(frozen=True, slots=True)
class RoleEvidence:
    """The words that give a person a role."""

    role: Role
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """One named human being, however often the article names them.

    Args:
        name: the fullest form, without honorific, inner white space collapsed to one space.
        honorific: the longest form of address, rank, or academic title before the name.
        given_name: the first part of the name.
        surname: the rest of it, if the article gives one.
        mentions: every place where the article names the person, honorific included.
        titles: positions held, in order of mention.
        roles: what the person does in the event, in the order of ``Role``.
        role_evidence: the words that show each role.
    """

    name: str
    honorific: str | None
    given_name: str
    surname: str | None
    mentions: tuple[Span, ...]
    titles: tuple[Title, ...] = ()
    roles: tuple[Role, ...] = ()
    role_evidence: tuple[RoleEvidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NewsDate:
    """A calendar expression.

    Args:
        span: the expression as written.
        kind: its form.
        value: ISO 8601 in the Common Era (``2021-09-16``, ``2021-09``, ``2021`` or ``A/B``);
            None where there is no such day.
        reason: why there is no value, else None.
    """

    span: Span
    kind: DateKind
    value: str | None
    reason: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Award:
    """An honour that is given, received, announced or competed for.

    Args:
        name: the award itself, without category, level or year.
        category: the branch, field or type.
        level: the grade or place won.
        year: the edition, a year of the Common Era.
        year_span: the words that state the year, as far as they stand as a date of the article.
        giver: the organisation that confers it.
        recipients: the people or organisations that receive it.
        canonical: the name without quotes, year and other spellings of its head, known aliases
            settled; empty in an award made by hand.
    """

    name: Span
    category: Span | None = None
    level: Span | None = None
    year: int | None = None
    giver: Span | None = None
    recipients: tuple[Span, ...] = ()
    canonical: str = ""
    confidence: float = 1.0
    year_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A province, district or subdistrict.

    Args:
        name: the official bare name (``ลำพูน``).
        code: the code of the Department of Provincial Administration, if known.
    """

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A physical place where the event happens.

    Args:
        span: the longest phrase, from room to province.
        room, floor, building, site: its parts, as written.
        subdistrict, district, province: the areas it states, with their official codes.
    """

    span: Span
    room: Span | None = None
    floor: Span | None = None
    building: Span | None = None
    site: Span | None = None
    subdistrict: Place | None = None
    district: Place | None = None
    province: Place | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ModeEvidence:
    """Words that state a channel, or presence, and what they were read as."""

    channel: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mode:
    """How people take part, and how others may watch.

    Args:
        mode: on site, online, both, or not stated.
        platforms: channels of taking part, in order of mention.
        broadcasts: channels for watching only, in order of mention.
        evidence: the words that state them.
    """

    mode: ModeKind = ModeKind.UNSPECIFIED
    platforms: tuple[Platform, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    evidence: tuple[ModeEvidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """The one main event an article reports.

    Args:
        name: as written, without its date.
        start: its first day.
        end: its last day, where it lasts more than one.
        time: when it starts on the first day.
        when: the words that give the day and the time.
        venues: where it takes place.
        mode: how people take part.
        confidence: of its name and days.
    """

    name: Span | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    when: tuple[Span, ...] = ()
    venues: tuple[Venue, ...] = ()
    mode: Mode = field(default_factory=Mode)
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Byline:
    """The page's own credit fields.

    Args:
        source, reporter, editor: as written.
        views: how often the page says it was read.
        views_span: the digits that say so.
    """

    source: Span | None = None
    reporter: Span | None = None
    editor: Span | None = None
    views: int | None = None
    views_span: Span | None = None


@dataclass(frozen=True, slots=True)
class NewsRecord:
    """All that was found in one article.

    Args:
        id: the article's id.
        url: the article's address, if the caller gave one.
        title: its headline, if the caller gave one.
        source: its publisher, if the caller gave one.
        text: the article's text, which the offsets refer to; None where it was left out.
        text_sha256: digest of the article's text in UTF-8, so that a record is never read
            against another text than its own.
        published: the day of publication, from the page or from the caller.
        published_span: the page's words for it, None if it does not say so.
        people, dates, awards, venues: the finds, in reading order.
        event: the main event.
        mode: how people take part in it.
        byline: the page's credits.
    """

    id: str
    url: str | None = None
    title: str | None = None
    source: str | None = None
    text: str | None = field(default=None, repr=False)
    text_sha256: str | None = None
    published: dt.date | None = None
    published_span: Span | None = None
    people: tuple[Person, ...] = ()
    dates: tuple[NewsDate, ...] = ()
    awards: tuple[Award, ...] = ()
    venues: tuple[Venue, ...] = ()
    event: Event = field(default_factory=Event)
    mode: Mode = field(default_factory=Mode)
    byline: Byline = field(default_factory=Byline)

    @property
    def officials(self) -> tuple[Person, ...]:
        """The people who hold a title."""
        return tuple(person for person in self.people if person.titles)

    def _repr_html_(self) -> str:
        """The article and its record for a notebook: HTML without script, all text escaped."""
        from thainews_ie.markup import record_html  # an upper floor, only when it is asked for

        return record_html(self)
