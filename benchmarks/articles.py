"""The articles that are measured, and the memory of the process that measures them."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

from thainews_ie import Article
from thainews_ie.io.readers import read_articles

__all__ = ["FIXTURES", "endless_texts", "peak_resident_mb", "read_texts"]

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def read_texts(path: str | Path) -> Iterator[str]:
    """The texts of a file or folder, in order."""
    return (item.text for item in read_articles([path]) if isinstance(item, Article))


def endless_texts(path: str | Path) -> Iterator[str]:
    """The texts of a file or folder again and again, read anew each time, never all held."""
    while True:
        yield from read_texts(path)


def peak_resident_mb() -> float:
    """The most memory this process has held, in MB.

    Linux's ``VmHWM`` starts afresh when a program is executed; ``ru_maxrss`` would begin with
    what the parent process held, and serves where there is no ``/proc``.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
