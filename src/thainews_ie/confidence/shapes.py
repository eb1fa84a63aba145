"""The features of each kind of find: on or off, or one of several cases."""

from __future__ import annotations

from typing import NamedTuple

from thainews_ie.records import DateKind, ModeKind, Role

__all__ = [
    "AwardFeatures",
    "DateFeatures",
    "Described",
    "EventFeatures",
    "ModeFeatures",
    "PersonFeatures",
    "RoleFeatures",
    "TitleFeatures",
    "VenueFeatures",
]


class PersonFeatures(NamedTuple):
    """Of a person."""

    honorific: bool
    surname: bool
    bare: bool
    several_mentions: bool
    many_mentions: bool
    in_headline: bool
    latin: bool
    titled: bool
    acts: bool
    short: bool
    three_parts: bool
    in_crowd: bool


class TitleFeatures(NamedTuple):
    """Of a title."""

    organisation: bool
    split: bool
    before_name: bool
    near: bool
    far: bool
    short: bool
    long: bool
    very_long: bool
    shared: bool
    not_the_post: bool
    one_of_several: bool
    one_of_many: bool
    latin: bool
    in_crowd: bool


class RoleFeatures(NamedTuple):
    """Of the words that show a role."""

    role: Role
    in_headline: bool
    before_name: bool
    near: bool
    far: bool
    very_far: bool
    titled: bool
    one_of_several: bool
    shown_again: bool
    in_crowd: bool


class DateFeatures(NamedTuple):
    """Of a date."""

    kind: DateKind
    ends_in_digit: bool
    no_value: bool
    slashed: bool
    short: bool
    in_headline: bool
    one_of_many: bool


class AwardFeatures(NamedTuple):
    """Of an award."""

    head: str
    category: bool
    level: bool
    year: bool
    giver: bool
    recipients: bool
    several_recipients: bool
    in_headline: bool
    named_again: bool
    one_of_several: bool
    one_of_many: bool
    short: bool
    long: bool


class VenueFeatures(NamedTuple):
    """Of a venue."""

    room: bool
    floor: bool
    building: bool
    site: bool
    district: bool
    province: bool
    first: bool
    one_of_several: bool
    one_of_many: bool
    short: bool
    long: bool
    in_headline: bool
    early: bool
    after_at: bool


class EventFeatures(NamedTuple):
    """Of the event."""

    head: str
    name: bool
    start: bool
    end: bool
    time: bool
    in_headline: bool
    venue: bool
    short: bool
    long: bool
    on_day_of_page: bool


class ModeFeatures(NamedTuple):
    """Of the mode."""

    mode: ModeKind
    venue: bool
    several_venues: bool
    platform: bool
    broadcast: bool
    several_words: bool
    event: bool
    start: bool


class Described(NamedTuple):
    """Features of all finds, in the order of the drafts; titles in a list for each person."""

    people: list[PersonFeatures]
    titles: list[list[TitleFeatures]]
    roles: list[RoleFeatures]
    dates: list[DateFeatures]
    awards: list[AwardFeatures]
    venues: list[VenueFeatures]
    event: EventFeatures
    mode: ModeFeatures
