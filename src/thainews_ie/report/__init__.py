"""Records as one page to look at: ``write_report``."""

from __future__ import annotations

from thainews_ie.report.writing import write_report

__all__ = ["write_report"]
