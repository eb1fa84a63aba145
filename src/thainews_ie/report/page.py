"""The page around the data: its head and its program, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files

__all__ = ["asset", "ending", "opening", "policy"]


def asset(name: str) -> str:
    """A file of ``assets/``, built from ``frontend/``."""
    return (files("thainews_ie.report") / "assets" / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def policy(script: str, style: str) -> str:
    """The content-security policy: one script and one style sheet, known by their digests.

    Nothing is loaded, nothing is sent, no text becomes HTML or a program (trusted types).

    Args:
        script: the program between its tags.
        style: the style sheet between its tags.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'sha256-{_digest(script)}'",
            f"style-src 'sha256-{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def opening(title: str) -> str:
    """The page up to its data.

    Args:
        title: of the report; foreign text, it is escaped.
    """
    style = asset("report.css")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(asset("report.js"), style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="thainews_ie">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<div id="app"><p class="notice">Opening the records…</p></div>
<noscript><p class="notice">This report needs JavaScript. Everything it needs is in this file;
nothing is loaded from elsewhere.</p></noscript>
"""


def ending() -> str:
    """The page after its data: the program, which finds all of it in place."""
    return f"<script>{asset('report.js')}</script>\n</body>\n</html>\n"
