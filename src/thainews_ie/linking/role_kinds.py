"""The roles, and the ways a group of people is named, as plain names.

They are looked up dozens of times in an article, and an attribute of an enum costs several times
what a name of a module costs.
"""

from __future__ import annotations

from enum import Enum, auto

from thainews_ie.records import Role

__all__ = [
    "ALONG",
    "ATTENDEE",
    "BLOCKED",
    "CALLED",
    "CHAIR",
    "GIVEN",
    "HAVING",
    "HOST",
    "LISTS",
    "PRESENTER",
    "RAPPORTEUR",
    "RECIPIENT",
    "SIGNATORY",
    "SPEAKER",
    "SUBJECT",
    "WITH",
    "Mode",
]

CHAIR = Role.CHAIR
PRESENTER = Role.PRESENTER
RECIPIENT = Role.RECIPIENT
RAPPORTEUR = Role.RAPPORTEUR
HOST = Role.HOST
SPEAKER = Role.SPEAKER
SIGNATORY = Role.SIGNATORY
ATTENDEE = Role.ATTENDEE


class Mode(Enum):
    """How a group was named."""

    SUBJECT = auto()
    WITH = auto()
    HAVING = auto()
    ALONG = auto()
    GIVEN = auto()
    CALLED = auto()
    BLOCKED = auto()


SUBJECT = Mode.SUBJECT
WITH = Mode.WITH
HAVING = Mode.HAVING
ALONG = Mode.ALONG
GIVEN = Mode.GIVEN
CALLED = Mode.CALLED
BLOCKED = Mode.BLOCKED
LISTS = (WITH, HAVING, ALONG)
