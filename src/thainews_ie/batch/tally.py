"""How a run goes."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """Counts of a run.

    Args:
        records: articles that gave a record, over all the times the run was stopped and went on.
        failures: inputs that gave none, likewise.
        skipped: inputs passed over this time, since they had been met before: in this run,
            before it was stopped, or in an earlier run over the same database.
    """

    records: int = 0
    failures: int = 0
    skipped: int = 0

    def to_text(self) -> str:
        """The counts that outlive a stop, in one word."""
        return f"{self.records},{self.failures}"

    @classmethod
    def from_text(cls, text: str) -> Tally:
        """The counts that ``to_text`` wrote; none for an empty text."""
        return cls(*map(int, text.split(","))) if text else cls()
