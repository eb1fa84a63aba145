"""Exit codes: the share of inputs that failed, not how."""

from __future__ import annotations

__all__ = ["DONE", "INTERRUPTED", "NOTHING_WORKED", "SOME_FAILED", "USAGE"]

DONE, SOME_FAILED, USAGE, NOTHING_WORKED = 0, 1, 2, 3
INTERRUPTED = 130  # as shells say of a command that Ctrl-C ended
