"""The closed sets of the public vocabulary."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Broadcast", "DateKind", "ModeKind", "Platform", "Role"]


class Role(StrEnum):
    """What a person does in the reported event."""

    CHAIR = "chair"
    PRESENTER = "presenter"
    RECIPIENT = "recipient"
    RAPPORTEUR = "rapporteur"
    HOST = "host"
    SPEAKER = "speaker"
    SIGNATORY = "signatory"
    ATTENDEE = "attendee"


class DateKind(StrEnum):
    """The form of a calendar expression."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    ACADEMIC_YEAR = "academic_year"


class ModeKind(StrEnum):
    """How people take part in the event."""

    ONSITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"
    UNSPECIFIED = "unspecified"


class Platform(StrEnum):
    """A channel of taking part."""

    ZOOM = "Zoom"
    MICROSOFT_TEAMS = "Microsoft Teams"
    CISCO_WEBEX = "Cisco Webex"
    GOOGLE_MEET = "Google Meet"
    VIDEO_CONFERENCE = "Video Conference"
    TELEPHONE = "Telephone"
    OTHER_ONLINE = "Other online"


class Broadcast(StrEnum):
    """A channel for watching only."""

    FACEBOOK_LIVE = "Facebook Live"
    YOUTUBE = "YouTube"
    LINE = "LINE"
    TIKTOK = "TikTok"
    TV = "TV"
    RADIO = "Radio"
    WEBSITE = "Website"
