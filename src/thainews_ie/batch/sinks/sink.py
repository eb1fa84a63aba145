"""What a run asks of an output."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from thainews_ie.errors import WriterError
from thainews_ie.records import NewsRecord

__all__ = ["Sink", "beside", "named"]


@contextmanager
def named(target: object) -> Iterator[None]:
    """Errors of writing, and no others, name the target."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough: no fault
        raise
    except OSError as error:
        reason = error.strerror or error
        raise WriterError(f"{target}: cannot be written: {reason}") from error


def beside(target: Path, ending: str) -> Path:
    """A file beside another, of its name and an ending."""
    return target.with_name(target.name + ending)


class Sink(ABC):
    """An output that can be written in steps, each durable before the ledger says so.

    Attributes:
        keeps: whether what earlier runs wrote stands, as in a database.
        identity: changes when the output is another one than before, as when a database was
            deleted and made anew.
        ledger, rejects: where the run's ledger and its failures are kept if the caller does not
            say; None if there is no place beside the output.
    """

    keeps: bool = False
    identity: str
    ledger: Path | None
    rejects: Path | None

    @staticmethod
    @abstractmethod
    def encode(records: Sequence[NewsRecord]) -> Any:
        """Makes of a chunk's records what ``write`` takes; runs in the processes."""

    @abstractmethod
    def resume(self, state: str | None, *, finishing: bool) -> None:
        """Makes ready to write.

        Args:
            state: what ``commit`` returned last; all that was written after it goes. None
                begins afresh.
            finishing: whether ``finish`` had been begun.

        Raises:
            WriterError: the output cannot be written, or is not as the state says.
        """

    @abstractmethod
    def write(self, payload: Any, keep: Sequence[int]) -> list[tuple[int, str]]:
        """Writes records.

        Args:
            payload: what ``encode`` made.
            keep: which of its records, by number; the others are known already.

        Returns:
            The records that the output refuses, and why.
        """

    @abstractmethod
    def commit(self) -> str:
        """Makes durable what was written, and returns what ``resume`` needs."""

    @abstractmethod
    def finish(self) -> None:
        """Makes the output final; does nothing if it is."""

    def tidy(self) -> None:  # noqa: B027 - most have nothing to do
        """Removes what only a run that goes on would need, when nothing is left to do."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of files and connections; what is not committed may be lost."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
