"""The roles found so far in one article, and how they are weighed in the end."""

from __future__ import annotations

from collections.abc import Iterable

from thainews_ie.linking.role_kinds import ATTENDEE, CHAIR, RECIPIENT, SPEAKER
from thainews_ie.linking.role_tokens import NOBODY
from thainews_ie.mentions import RoleMention
from thainews_ie.records import Role

__all__ = ["RoleFinds"]

_Place = tuple[int, int]
_NO_CHAIR = (ATTENDEE, RECIPIENT)
_ORDER = tuple(Role)


def _rank(find: tuple[Role, int, int]) -> int:
    return _ORDER.index(find[0])


class RoleFinds:
    """Roles by person, with the first words that show each.

    Firm finds are said outright (``เป็นประธาน``). A companion is named in a list after
    ``พร้อมด้วย`` or ``โดยมี``. A leader does what the first person of a visit or a meeting does
    (``ลงพื้นที่``, ``หารือ``).
    """

    def __init__(self) -> None:
        # A person has a handful of roles; comparing them is cheaper than hashing an enum.
        self._firm: dict[int, list[tuple[Role, int, int]]] = {}
        self._companions: dict[int, _Place] = {}
        self._leaders: dict[int, _Place] = {}
        self._receivers: set[int] = set()

    def add(self, person: int, role: Role, start: int, end: int) -> None:
        """A firm find."""
        if person == NOBODY:
            return
        found = self._firm.get(person)
        if found is None:
            self._firm[person] = [(role, start, end)]
        elif not any(one is role for one, _, _ in found):
            found.append((role, start, end))

    def receives(self, people: Iterable[int], start: int, end: int) -> None:
        """They receive what the ceremony they preside over is about."""
        for person in people:
            self.add(person, RECIPIENT, start, end)
            self._receivers.add(person)

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

    def has(self, person: int) -> bool:
        """Whether anything was found for a person."""
        return person in self._firm or person in self._companions or person in self._leaders

    def roles(self, person: int) -> list[Role]:
        """The firm roles of a person."""
        return [role for role, _, _ in self._firm.get(person, ())]

    def result(self) -> list[RoleMention]:
        """The roles in the end, by person and role.

        A companion with a greater part is no attendee; a leader who is said to attend or to
        receive does not chair; who chairs neither attends nor receives.
        """
        mentions = []
        for person in sorted({*self._firm, *self._companions, *self._leaders}):
            found = list(self._firm.get(person, ()))
            if person in self._companions and all(role is SPEAKER for role, _, _ in found):
                found.append((ATTENDEE, *self._companions[person]))
            chairs = any(role is CHAIR for role, _, _ in found)
            if chairs:
                dropped = _NO_CHAIR[:1] if person in self._receivers else _NO_CHAIR
                found = [one for one in found if one[0] not in dropped]
            elif person in self._leaders and not any(role in _NO_CHAIR for role, _, _ in found):
                found.append((CHAIR, *self._leaders[person]))
            if len(found) > 1:
                found.sort(key=_rank)
            mentions += [RoleMention(person, *one) for one in found]
        return mentions
