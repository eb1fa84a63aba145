"""The reference of the command line, written by Typer from the commands themselves.

MkDocs runs this as a hook: the line ``<!-- commands -->`` of a page becomes a section for each
command, with its arguments and options, so that the page cannot differ from what is installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from typing import Any

__all__ = ["on_page_markdown", "options", "reference"]

_MARKER = "<!-- commands -->"
_NAME = "thainews-ie"
_HEADING = re.compile(rf"^#+ `{_NAME} ?([a-z -]*)`$", re.MULTILINE)
_OPTION = re.compile(r"^\* `(--[a-z-]+)", re.MULTILINE)


@cache
def reference() -> str:
    """Every command as Markdown, under headings of the second level and below."""
    module = [sys.executable, "-m", "typer", "thainews_ie.cli"]
    command = [*module, "utils", "docs", "--name", _NAME]
    written = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    _, *sections = _HEADING.split(written)
    return written[written.index(f"## `{_NAME} {sections[2]}`") :]


def options() -> dict[str, set[str]]:
    """The options of every command, by its name (``extract``, ``db upgrade``)."""
    _, *parts = _HEADING.split(reference())
    return {
        name: set(_OPTION.findall(text)) for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def on_page_markdown(markdown: str, **_: Any) -> str:
    """MkDocs: puts the reference in the place of its marker."""
    return markdown.replace(_MARKER, reference()) if _MARKER in markdown else markdown
