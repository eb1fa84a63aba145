"""A web page as a tree, in bounds, in which what stands side by side reads as one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.page_lines import is_around
from thainews_ie.lexicon import cue_rows

__all__ = ["page_tree", "text_of"]

_SIGNS, _ELEMENTS = 200_000, 50_000  # of "<" before, of elements after parsing
_CELLS = 2_000  # parts of a page that may be menus
_LABEL, _VALUE = 40, 200  # characters
# Characters that no parser of XML takes: libxml2 would stop at the first.
_NO_CHARS = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), " ")
_NO_CHARS |= dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")


def page_tree(html: str) -> Any:
    """The tree of a page.

    Tables that only lay a page out become blocks, and the label of a field and its value in two
    cells or blocks become one line: ``ผู้สื่อข่าว : …``. Nothing is run and nothing fetched.

    Args:
        html: the page.

    Returns:
        The root, of lxml.

    Raises:
        ReaderError: there is nothing, or it has too many or too deeply nested elements.
    """
    from lxml import etree
    from lxml import html as parsing

    if html.count("<") > _SIGNS:
        raise ReaderError(f"the page has more than {_SIGNS:,} tags")
    parser = parsing.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = parsing.document_fromstring(html.translate(_NO_CHARS).encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReaderError(f"the page cannot be parsed: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReaderError("the page's elements are nested too deeply, or too large")
    if sum(1 for _ in root.iter()) > _ELEMENTS:
        raise ReaderError(f"the page has more than {_ELEMENTS:,} elements")
    _unlayout(root)
    _join_fields(root)
    return root


def text_of(element: Any) -> str:
    """The words of an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def _unlayout(root: Any) -> None:
    """A table that holds tables, or has one cell, is no table: its parts become blocks."""
    layouts = set(root.xpath("//table[descendant::table or count(descendant::td) = 1]"))
    parts = [
        part
        for part in root.iter("tbody", "thead", "tfoot", "tr", "td", "th")
        if next(part.iterancestors("table"), None) in layouts
    ]
    for element in (*layouts, *parts):
        element.tag = "div"
    menus = [*parts, *root.iter("table")] if layouts else []
    menus += [element for element in root.iter("ul", "ol", "div") if is_around(element)]
    for element in menus[:_CELLS]:
        if _is_menu(element):
            element.drop_tree()


def _is_menu(element: Any) -> bool:
    """Whether a part of a page holds links and hardly anything else."""
    links = element.findall(".//a")
    linked = sum(len(text_of(link)) for link in links)
    return len(links) > 1 and linked > 0.8 * len(text_of(element))


@cache
def _labels() -> frozenset[str]:
    """Labels of page fields that need no colon to be told: they stand alone in an element."""
    credits_ = {"source", "reporter", "editor", "published", "views"}
    rows = cue_rows("page_fields")
    return frozenset(term for term, field, place in rows if field in credits_ and place == "any")


def _join_fields(root: Any) -> None:
    """A label in one element and its value in the next become one line."""
    pairs = list(_pairs(root))
    for label, value in pairs:
        words = text_of(value).lstrip(":： ")
        line = f"{text_of(label).rstrip(':： ')} : {words}"
        tail = value.tail
        parent = value.getparent()
        parent.remove(value)
        for child in list(label):
            label.remove(child)
        label.text, label.tail = line, tail
        if label.tag == "dt":
            label.tag = "dd"


def _pairs(root: Any) -> Iterator[tuple[Any, Any]]:
    labels = _labels()
    taken: Any = None
    for element in root.iter("td", "th", "div", "span", "dt", "b", "strong", "p", "label"):
        value = element.getnext()
        if element is taken or value is None or (element.tail or "").strip(":： \t\r\n\xa0"):
            continue
        words = _short(element, _LABEL)
        if words is None or words.rstrip(":： ") not in labels:
            continue
        said = _short(value, _VALUE)
        if said and said.strip(":： ") and said.rstrip(":： ") not in labels:
            taken = value
            yield element, value


def _short(element: Any, most: int) -> str | None:
    """The words of an element, None if they are too many: long ones are not put together."""
    if not isinstance(element.tag, str) or len(element) > 8:
        return None
    size, pieces = 0, []
    for piece in element.itertext():
        size += len(piece)
        if size > 4 * most:
            return None
        pieces.append(piece)
    words = " ".join("".join(pieces).split())
    return words if len(words) <= most else None
