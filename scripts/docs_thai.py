"""What pages in Thai need of MkDocs, which runs this as a hook."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["on_config", "on_page_content", "slug"]

# ``\w`` leaves out Thai vowels above and below the line, and tone marks.
_NOT_IN_SLUGS = re.compile(r"[^\w\u0e00-\u0e7f -]")


def slug(heading: str, separator: str) -> str:
    """The anchor of a heading, the same as code hosts make it.

    >>> slug("วันที่ และ Mode", "-")
    'วันที่-และ-mode'
    """
    return _NOT_IN_SLUGS.sub("", heading.strip().lower()).replace(" ", separator)


def on_config(config: Any) -> Any:
    """MkDocs: lets headings have Thai anchors."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    return config


def on_page_content(content: str, page: Any, **_: Any) -> str:
    """MkDocs: tells browsers and screen readers which pages are in Thai."""
    thai = page.file.src_uri.startswith("th/")
    return f'<div lang="th">{content}</div>' if thai else content
