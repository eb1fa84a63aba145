"""Foreign text that may go to a terminal."""

from __future__ import annotations

__all__ = ["harmless"]

# Control characters could drive the terminal, and rich drops some, which would shift offsets.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd")
_CONTROLS |= {ord("\n"): "\n", ord("\t"): " ", ord("\r"): " "}


def harmless(text: str) -> str:
    """The text with every control character replaced by one that does nothing, of one length.

    >>> harmless("a\\x1b[31mb")
    'a\ufffd[31mb'
    """
    return text.translate(_CONTROLS)
