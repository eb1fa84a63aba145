"""Docstrings as the site shows them: Griffe runs this for every object it reads.

In the source, an example is a paragraph of ``>>>`` lines, as doctest wants it, and a reference is
``:func:`name```. Markdown wants a fenced block and a plain name.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

__all__ = ["Docstrings", "as_markdown"]

_REFERENCE = re.compile(r":[a-z]+:(`[^`]+`)")
_EXAMPLE = re.compile(r"(?:\A|(?<=\n\n))>>> .*?(?=\n\n|\Z)", re.DOTALL)


def as_markdown(docstring: str) -> str:
    """A docstring with fenced examples and plain references."""
    fenced = _EXAMPLE.sub(lambda example: f"```python\n{example[0].rstrip()}\n```", docstring)
    return _REFERENCE.sub(r"\1", fenced)


class Docstrings(griffe.Extension):
    """Makes Markdown of docstrings before they are parsed."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Griffe: an object was read."""
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)
