"""What is known of each find that may tell right ones from wrong ones.

A handful of comparisons a find: the text is not searched again. A feature is on or off, or names
one of several cases; ``model`` turns them into a probability.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from thainews_ie.confidence.shapes import (
    AwardFeatures,
    DateFeatures,
    Described,
    EventFeatures,
    ModeFeatures,
    PersonFeatures,
    RoleFeatures,
    TitleFeatures,
    VenueFeatures,
)
from thainews_ie.lexicon import table
from thainews_ie.mentions import (
    AwardDraft,
    CharSpan,
    DateMention,
    Findings,
    NameMention,
    PersonDraft,
    RoleMention,
    TitleMention,
    VenueDraft,
    ZoneKind,
)

__all__ = ["describe"]

_EARLY = 600  # characters of the body in which an event is usually placed
_THAI_START = "\u0e00"  # letters before it are Latin
_NOT_THE_POST = ("รักษา", "ปฏิบัติ", "อดีต", "ผู้แทน")


class _Page(NamedTuple):
    """What all finds of an article share."""

    text: str
    headline_end: int
    body: int
    crowd: bool


def _page(f: Findings) -> _Page:
    headline_end = body = 0
    for kind, start, end in f.zones:
        if kind is ZoneKind.HEADLINE:
            headline_end = end
        elif kind is ZoneKind.BODY:
            body = start
            break
    return _Page(f.text, headline_end, body, len(f.people) >= 10)


def _start(mention: NameMention) -> int:
    return mention.start


def _gap(start: int, end: int, mentions: list[NameMention]) -> tuple[int, bool]:
    """Characters between some words and the nearest mention, and whether it comes after them."""
    at = bisect_right(mentions, start, key=_start)
    after = mentions[at].start - end if at < len(mentions) else None
    before = start - mentions[at - 1].end if at else None
    if after is None or (before is not None and before <= after):
        return before or 0, False
    return after, True


def _person(page: _Page, person: PersonDraft, acts: bool) -> PersonFeatures:
    name, count = person.name, len(person.mentions)
    return PersonFeatures(
        honorific=person.honorific is not None,
        surname=person.surname is not None,
        bare=person.honorific is None and person.surname is None,
        several_mentions=count >= 2,
        many_mentions=count >= 4,
        in_headline=count > 0 and person.mentions[0].start < page.headline_end,
        latin=name < _THAI_START,
        titled=bool(person.titles),
        acts=acts,
        short=len(name) <= 5,
        three_parts=name.count(" ") >= 2,
        in_crowd=page.crowd,
    )


def _title(page: _Page, title: TitleMention, person: PersonDraft, shared: bool) -> TitleFeatures:
    start, end, office, organisation = title
    gap, before_name = _gap(start, end, person.mentions)
    length, count = end - start, len(person.titles)
    return TitleFeatures(
        organisation=organisation is not None,
        split=office.end - office.start < length,
        before_name=before_name,
        near=gap <= 2,
        far=gap > 40,
        short=length <= 8,
        long=length > 40,
        very_long=length > 80,
        shared=shared,
        not_the_post=page.text.startswith(_NOT_THE_POST, start),
        one_of_several=count >= 2,
        one_of_many=count >= 4,
        latin=page.text[start:end] < _THAI_START,
        in_crowd=page.crowd,
    )


def _role(
    page: _Page, mention: RoleMention, person: PersonDraft, times: int, roles: int
) -> RoleFeatures:
    _, role, start, end = mention
    gap, before_name = _gap(start, end, person.mentions)
    return RoleFeatures(
        role=role,
        in_headline=start < page.headline_end,
        before_name=before_name,
        near=gap <= 10,
        far=gap > 60,
        very_far=gap > 200,
        titled=bool(person.titles),
        one_of_several=roles > 1,
        shown_again=times > 1,
        in_crowd=page.crowd,
    )


def _date(page: _Page, date: DateMention, count: int) -> DateFeatures:
    words = page.text[date.start : date.end]
    return DateFeatures(
        kind=date.kind,
        ends_in_digit=words[-1:].isdigit(),
        no_value=date.value is None,
        slashed="/" in words,
        short=len(words) <= 4,
        in_headline=date.start < page.headline_end,
        one_of_many=count >= 10,
    )


def _kind(text: str, name: CharSpan, kinds: str) -> str:
    """The kind of an award or event by how its name begins."""
    for head, (kind,) in table(kinds).items():
        if text.startswith(head, name.start):
            return kind
    return "latin" if text[name.start : name.end] < _THAI_START else "other"


def _award(page: _Page, award: AwardDraft, count: int, alike: int) -> AwardFeatures:
    length = award.name.end - award.name.start
    return AwardFeatures(
        head=_kind(page.text, award.name, "award_name_kinds"),
        category=award.category is not None,
        level=award.level is not None,
        year=award.year is not None,
        giver=award.giver is not None,
        recipients=bool(award.recipients),
        several_recipients=len(award.recipients) > 1,
        in_headline=award.name.start < page.headline_end,
        named_again=alike > 1,
        one_of_several=count >= 3,
        one_of_many=count >= 8,
        short=length <= 12,
        long=length > 50,
    )


def _venue(page: _Page, venue: VenueDraft, number: int, count: int) -> VenueFeatures:
    start, length = venue.start, venue.end - venue.start
    return VenueFeatures(
        room=venue.room is not None,
        floor=venue.floor is not None,
        building=venue.building is not None,
        site=venue.site is not None,
        district=venue.district is not None,
        province=venue.province is not None,
        first=number == 0,
        one_of_several=count >= 2,
        one_of_many=count >= 4,
        short=length <= 15,
        long=length > 70,
        in_headline=start < page.headline_end,
        early=start < page.body + _EARLY,
        after_at="ณ" in page.text[max(start - 2, 0) : start],
    )


def _event(page: _Page, f: Findings) -> EventFeatures:
    name, start, end, time, _ = f.event
    length = name.end - name.start if name else 0
    return EventFeatures(
        head="none" if name is None else _kind(page.text, name, "event_name_kinds"),
        name=name is not None,
        start=start is not None,
        end=end is not None,
        time=time is not None,
        in_headline=name is not None and name.start < page.headline_end,
        venue=bool(f.venues),
        short=length <= 20,
        long=length > 80,
        on_day_of_page=start is not None and start == f.published,
    )


def _mode(f: Findings) -> ModeFeatures:
    mode, event = f.mode, f.event
    return ModeFeatures(
        mode=mode.mode,
        venue=bool(f.venues),
        several_venues=len(f.venues) > 1,
        platform=bool(mode.platforms),
        broadcast=bool(mode.broadcasts),
        several_words=len(mode.evidence) > 1,
        event=event.name is not None,
        start=event.start is not None,
    )


def describe(f: Findings) -> Described:
    """The features of every find of an article.

    Args:
        f: what the steps found.

    Returns:
        One entry per draft, in their order; those of ignored people too.
    """
    page = _page(f)
    shown = Counter((mention.person, mention.role) for mention in f.roles)
    played = Counter(number for number, _ in shown)
    places = Counter((t.start, t.end) for person in f.people for t in person.titles)
    names = [f.text[a.name.start : a.name.end] for a in f.awards]
    alike = Counter(names)
    dates, awards, venues = len(f.dates), len(f.awards), len(f.venues)
    return Described(
        people=[_person(page, person, i in played) for i, person in enumerate(f.people)],
        titles=[
            [_title(page, t, person, places[t.start, t.end] > 1) for t in person.titles]
            for person in f.people
        ],
        roles=[
            _role(page, m, f.people[m.person], shown[m.person, m.role], played[m.person])
            for m in f.roles
        ],
        dates=[_date(page, date, dates) for date in f.dates],
        awards=[
            _award(page, a, awards, alike[name]) for a, name in zip(f.awards, names, strict=True)
        ],
        venues=[_venue(page, venue, i, venues) for i, venue in enumerate(f.venues)],
        event=_event(page, f),
        mode=_mode(f),
    )
