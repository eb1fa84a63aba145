"""How much of the input has been read, for whoever wants to tell the time left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from thainews_ie.errors import ReaderError
from thainews_ie.io.opening import files, local_path

__all__ = ["Meter"]


def _size(given: str) -> int | None:
    """The bytes of an input's files; None if they do not lie on this machine."""
    if given == "-" or local_path(given) is None:
        return None
    try:
        paths = [Path(file.name) for file in files(given) if file.problem is None]
        return sum(path.stat().st_size for path in paths)
    except (OSError, ReaderError):  # whoever reads it says so
        return None


class Meter:
    """Bytes read of bytes to read. Files that are passed over count as read at the end.

    Args:
        inputs: as for ``read_items``.
    """

    def __init__(self, inputs: Iterable[str]) -> None:
        self._inputs = list(inputs)
        self._total: int | None = None
        self._looked = False
        self._before = 0
        self._stream: IO[bytes] | None = None

    @contextmanager
    def reading(self, stream: IO[bytes]) -> Iterator[None]:
        """While a file is read."""
        self._stream = stream
        try:
            yield
        finally:
            self._before += stream.tell() if stream.seekable() else 0
            self._stream = None

    def share(self) -> float | None:
        """The share of the input that has been read, 0 to 1; None if its size is not known."""
        if not self._looked:
            sizes = [_size(given) for given in self._inputs]
            self._total = None if None in sizes else sum(size or 0 for size in sizes)
            self._looked = True
        if not self._total:
            return None
        stream = self._stream
        now = stream.tell() if stream is not None and stream.seekable() else 0
        return min(1.0, (self._before + now) / self._total)
