"""Formats by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

__all__ = ["by_ending"]

T = TypeVar("T")


def by_ending(formats: Mapping[str, T], path: Path) -> T | None:
    """What is registered for the longest ending that the file has, ``.jsonl.gz`` before ``.gz``.

    Args:
        formats: anything by ending, in small letters.
        path: the file; it need not exist.

    Returns:
        The format, None if no ending fits.
    """
    name = path.name.lower()
    fitting = [ending for ending in formats if name.endswith(ending)]
    return formats[max(fitting, key=len)] if fitting else None
