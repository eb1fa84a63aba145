"""From drafts in the clean text to a record over the original: the only way back.

Every span of a record is made here, by slicing the original text, so that none can disagree
with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from thainews_ie import records as rec
from thainews_ie.confidence.model import rate
from thainews_ie.mentions import (
    AwardDraft,
    DateMention,
    Findings,
    ModeDraft,
    PersonDraft,
    PlaceDraft,
    RoleMention,
    TitleMention,
    VenueDraft,
    ZoneKind,
)
from thainews_ie.normalization import canonical_award, canonical_title

if TYPE_CHECKING:
    from thainews_ie.mentions import CharSpan

__all__ = ["assemble"]

Locate = Callable[[int, int], rec.Span]
_ROLE_ORDER = {role: i for i, role in enumerate(rec.Role)}


def _optional(locate: Locate, span: CharSpan | None) -> rec.Span | None:
    return None if span is None else locate(span[0], span[1])


def _title(locate: Locate, title: TitleMention, sure: float, text: str) -> rec.Title:
    body = title.organisation
    long = canonical_title(
        text[title.office.start : title.office.end],
        None if body is None else text[body.start : body.end],
        text[title.start : title.end],
    )
    return rec.Title(
        span=locate(title.start, title.end),
        office=locate(*title.office),
        organisation=_optional(locate, body),
        canonical=long.title,
        canonical_office=long.office,
        canonical_organisation=long.organisation,
        province_code=long.province_code,
        confidence=sure,
    )


def _person(
    locate: Locate,
    person: PersonDraft,
    sure: float,
    titles_sure: list[float],
    roles: Iterable[tuple[RoleMention, float]],
    text: str,
) -> rec.Person:
    evidence = sorted(roles, key=lambda r: (_ROLE_ORDER[r[0].role], r[0].start))
    return rec.Person(
        name=person.name,
        honorific=person.honorific,
        given_name=person.given_name,
        surname=person.surname,
        mentions=tuple(locate(m.start, m.end) for m in person.mentions),
        titles=tuple(
            _title(locate, t, sure, text)
            for t, sure in zip(person.titles, titles_sure, strict=True)
        ),
        roles=tuple(dict.fromkeys(r.role for r, _ in evidence)),
        role_evidence=tuple(
            rec.RoleEvidence(r.role, locate(r.start, r.end), sure) for r, sure in evidence
        ),
        confidence=sure,
    )


def _place(place: PlaceDraft | None) -> rec.Place | None:
    return None if place is None else rec.Place(place.name, place.code)


def _venue(locate: Locate, venue: VenueDraft, sure: float) -> rec.Venue:
    return rec.Venue(
        span=locate(venue.start, venue.end),
        room=_optional(locate, venue.room),
        floor=_optional(locate, venue.floor),
        building=_optional(locate, venue.building),
        site=_optional(locate, venue.site),
        subdistrict=_place(venue.subdistrict),
        district=_place(venue.district),
        province=_place(venue.province),
        confidence=sure,
    )


def _edition(award: AwardDraft, dates: list[DateMention]) -> DateMention | None:
    """The date nearest to an award's name that gives the year of its edition."""
    if award.year is None:
        return None
    year = str(award.year)
    near = (d for d in dates if d.value and year in (d.value[:4], d.value[-10:][:4]))
    return min(near, key=lambda d: abs(d.start - award.name.start), default=None)


def _published(f: Findings) -> DateMention | None:
    """The date in the page's own header that gives the day of publication."""
    if f.published is None:
        return None
    lines = [zone for zone in f.zones if zone.kind is ZoneKind.DATELINE]
    said = (d for d in f.dates if d.value == f.published.isoformat())
    return next((d for d in said if any(z.start <= d.start < z.end for z in lines)), None)


def _words(locate: Locate, date: DateMention | None) -> rec.Span | None:
    return None if date is None else locate(date.start, date.end)


def _award(
    locate: Locate, award: AwardDraft, sure: float, text: str, dates: list[DateMention]
) -> rec.Award:
    return rec.Award(
        name=locate(*award.name),
        category=_optional(locate, award.category),
        level=_optional(locate, award.level),
        year=award.year,
        giver=_optional(locate, award.giver),
        recipients=tuple(locate(*recipient) for recipient in award.recipients),
        canonical=canonical_award(text[award.name.start : award.name.end]),
        confidence=sure,
        year_span=_words(locate, _edition(award, dates)),
    )


def _mode(locate: Locate, mode: ModeDraft, sure: float) -> rec.Mode:
    evidence = (rec.ModeEvidence(channel, locate(*span)) for channel, span in mode.evidence)
    return rec.Mode(mode.mode, mode.platforms, mode.broadcasts, tuple(evidence), sure)


def assemble(article: rec.Article, findings: Findings) -> rec.NewsRecord:
    """The record of an article.

    Args:
        article: the original; every span of the result is a slice of its text.
        findings: what the steps found in the clean form of the same text.

    Returns:
        The record. People marked as ignored are left out.
    """
    text = article.text
    to_source = findings.alignment.to_source

    def locate(start: int, end: int) -> rec.Span:
        first, last = to_source(start, end)
        return rec.Span(first, last, text[first:last])

    sure = rate(findings)
    roles: dict[int, list[tuple[RoleMention, float]]] = {}
    for mention, share in zip(findings.roles, sure.roles, strict=True):
        roles.setdefault(mention.person, []).append((mention, share))
    venues = tuple(map(partial(_venue, locate), findings.venues, sure.venues))
    mode = _mode(locate, findings.mode, sure.mode)
    event = findings.event
    byline = findings.byline
    return rec.NewsRecord(
        id=article.id,
        url=article.url,
        title=article.title,
        source=article.source,
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=findings.published,
        published_span=_words(locate, _published(findings)),
        people=tuple(
            _person(locate, person, sure.people[i], sure.titles[i], roles.get(i, ()), findings.text)
            for i, person in enumerate(findings.people)
            if not person.ignored
        ),
        dates=tuple(
            rec.NewsDate(locate(d.start, d.end), d.kind, d.value, d.reason, share)
            for d, share in zip(findings.dates, sure.dates, strict=True)
        ),
        awards=tuple(
            _award(locate, award, share, findings.text, findings.dates)
            for award, share in zip(findings.awards, sure.awards, strict=True)
        ),
        venues=venues,
        event=rec.Event(
            name=_optional(locate, event.name),
            start=event.start,
            end=event.end,
            time=event.time,
            when=tuple(locate(*span) for span in event.when),
            venues=venues,
            mode=mode,
            confidence=sure.event,
        ),
        mode=mode,
        byline=rec.Byline(
            source=_optional(locate, byline.source),
            reporter=_optional(locate, byline.reporter),
            editor=_optional(locate, byline.editor),
            views=byline.views,
            views_span=_optional(locate, byline.views_span),
        ),
    )
