"""A record as HTML without script, for notebooks, and how a text is cut to draw its finds."""

from __future__ import annotations

from thainews_ie.markup.notebook import record_html
from thainews_ie.markup.segments import Segment, segments

__all__ = ["Segment", "record_html", "segments"]
