"""The roles found so far in one article, and how they are weighed in the end."""

from __future__ import annotations

from collections.abc import Iterable

from thainews_ie.linking.role_tokens import NOBODY
from thainews_ie.mentions import RoleMention
from thainews_ie.records import Role

__all__ = ["RoleFinds"]

_Place = tuple[int, int]
# Who does these is no mere companion.
_MORE_THAN_ATTENDEE = frozenset(Role) - {Role.SPEAKER, Role.ATTENDEE}
_NO_CHAIR = frozenset((Role.ATTENDEE, Role.RECIPIENT))


class RoleFinds:
    """Roles by person, with the first words that show each.

    Firm finds are said outright (``เป็นประธาน``). A companion is named in a list after
    ``พร้อมด้วย`` or ``โดยมี``. A leader does what the first person of a visit or a meeting does
    (``ลงพื้นที่``, ``หารือ``).
    """

    def __init__(self) -> None:
        self._firm: dict[int, dict[Role, _Place]] = {}
        self._companions: dict[int, _Place] = {}
        self._leaders: dict[int, _Place] = {}

    def add(self, person: int, role: Role, start: int, end: int) -> None:
        """A firm find."""
        if person != NOBODY:
            self._firm.setdefault(person, {}).setdefault(role, (start, end))

    def companion(self, person: int, start: int, end: int) -> None:
        """Somebody in a list of companions."""
        if person != NOBODY:
            self._companions.setdefault(person, (start, end))

    def no_companions(self, people: Iterable[int]) -> None:
        """The people listed do something of their own: ``โดยมี นาย ก กล่าวรายงาน``."""
        for person in people:
            self._companions.pop(person, None)

    def leader(self, person: int, start: int, end: int) -> None:
        """Somebody who leads, if nothing speaks against it."""
        if person != NOBODY:
            self._leaders.setdefault(person, (start, end))

    def roles(self, person: int) -> set[Role]:
        """The firm roles of a person."""
        return set(self._firm.get(person, ()))

    def result(self) -> list[RoleMention]:
        """The roles in the end, by person and role.

        A companion with a greater part is no attendee; a leader who is said to attend or to
        receive does not chair; who chairs neither attends nor receives.
        """
        everyone = sorted({*self._firm, *self._companions, *self._leaders})
        mentions = []
        for person in everyone:
            roles = dict(self._firm.get(person, {}))
            if person in self._companions and not _MORE_THAN_ATTENDEE & roles.keys():
                roles.setdefault(Role.ATTENDEE, self._companions[person])
            if person in self._leaders and not _NO_CHAIR & roles.keys():
                roles.setdefault(Role.CHAIR, self._leaders[person])
            for role in Role:
                if role in roles and not (Role.CHAIR in roles and role in _NO_CHAIR):
                    mentions.append(RoleMention(person, role, *roles[role]))
        return mentions
