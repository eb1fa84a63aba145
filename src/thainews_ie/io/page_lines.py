"""The lines that a reader of a page sees, and the headline among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["PageLine", "folded", "headline", "is_around", "page_lines"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INLINE = _words(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter
    nobr output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
    """
)
_NO_LETTERS = re.compile(r"[\W_]+")
_CELLS = frozenset(("td", "th"))
_UNSEEN = _words(
    """
    head script style noscript template svg math object embed iframe select option textarea
    button input canvas audio video map
    """
)
# Parts of a page that are not the article's, by element, by role, by words in class and id.
_AROUND = frozenset(("nav", "aside"))
_OF_STORY = re.compile(r"(?:entry|post|article|card|news|node)[-_]", re.IGNORECASE)
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "dialog"))
_AROUND_WORDS = re.compile(
    r"""
    (?:^|[-_\s])
    (?: nav | navbar | navigation | menu | breadcrumbs? | sidebar | comments? | respond
      | repl(?:y|ies) | related | relatedposts | recommend(?:ed|s)? | popular | widget
      | cookies? | consent | share | sharing | sns | social | ads? | pager | pagination )
    (?:$|[-_\s0-9])
    | (?:^|\s) (?:site-|page-|main-)? foot(?:er)? (?:$|\s)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The way home, which carries the name of the site.
_HOME = re.compile(r"(?:https?://[^/\s]{1,100})?/?(?:(?:index|default|main|home)\.\w{2,5})?\Z")
_HEADLINE_WORDS = re.compile(r"title|headline|subject|topic", re.IGNORECASE)
_LEVELS = {"h1": 4, "h2": 3, "h3": 2, "h4": 1, "h5": 1, "h6": 1}
_BOLD = frozenset(("b", "strong", "center"))
_NAMED = frozenset(("div", "span", "p", "td", "a"))
_LARGE = frozenset(("3", "4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_DATED = re.compile(r"date|time|stamp|posted|publish", re.IGNORECASE)
_SHORTEST, _LONGEST = 10, 250  # characters of a headline


@dataclass(slots=True)
class PageLine:
    """A line as it is seen.

    Args:
        text: white space collapsed.
        folded: the text without what two ways of rendering it may differ in.
        around: whether it belongs to the page's frame: menus, other news, comments.
        weight: how much it is marked as a headline.
    """

    text: str
    folded: str
    around: bool
    weight: int


@dataclass(slots=True)
class _Block:
    pieces: list[str] = field(default_factory=list)
    around: bool = False
    weight: int = 0


def folded(text: str) -> str:
    """A text without what two ways of rendering it may differ in: spaces, marks, Thai signs above
    and below."""
    return _NO_LETTERS.sub("", text)


def page_lines(root: Any) -> list[PageLine]:
    """The lines of a page, in order; cells of a row of a table are one line."""
    lines: list[PageLine] = []
    block = _Block()

    def end() -> None:
        text = " ".join("".join(block.pieces).split())
        if text:
            lines.append(PageLine(text, folded(text), block.around, block.weight))
        block.pieces.clear()
        block.weight = 0

    for kind, element, around, weight in _walk(root):
        if kind == "text":
            block.pieces.append(element)
            block.around = around
            block.weight = max(block.weight, weight)
        elif kind == "space":
            block.pieces.append(" ")
        else:
            end()
    end()
    return lines


def _walk(root: Any) -> Iterator[tuple[str, Any, bool, int]]:
    """Texts and the breaks between them, without recursion."""
    waiting: list[tuple[Any, bool, int, bool]] = [(root, False, 0, False)]
    while waiting:
        element, around, weight, is_tail = waiting.pop()
        if is_tail:
            yield from _break(element)
            if element.tail:
                yield "text", element.tail, around, weight
            continue
        outer = around, weight
        if element.getparent() is not None:
            waiting.append((element, *outer, True))
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        yield from _break(element)
        around = around or is_around(element)
        weight = max(weight, _weight(element))
        if element.text:
            yield "text", element.text, around, weight
        waiting.extend((child, around, weight, False) for child in reversed(element))


def _break(element: Any) -> Iterator[tuple[str, Any, bool, int]]:
    tag = element.tag
    if tag in _CELLS:
        yield "space", None, False, 0
    elif isinstance(tag, str) and (tag not in _INLINE or _is_day(element)):
        yield "break", None, False, 0


def _is_day(element: Any) -> bool:
    """Whether an element of a line holds a day, beside a name or a count."""
    return (
        element.tag == "span"
        and not len(element)
        and _DATED.search(_names(element)) is not None
        and (element.text or "").strip()[:1].isdecimal()
    )


def is_around(element: Any) -> bool:
    """Whether an element is part of a page's frame, and not of its story."""
    if element.tag == "footer":  # an article may have one too
        of_story = (
            _OF_STORY.search(_names(element))
            or next(element.iterancestors("article"), None) is not None
        )
        return not of_story
    if element.tag in _AROUND or element.get("role") in _ROLES:
        return True
    if element.tag in ("body", "html", "article", "main"):
        return False
    if element.tag == "a" and (href := element.get("href")) and _HOME.match(href.strip()):
        return True
    return _AROUND_WORDS.search(_names(element)) is not None


def _weight(element: Any) -> int:
    if element.tag in _LEVELS:
        return 2 + _LEVELS[element.tag]
    if element.tag in _NAMED and _HEADLINE_WORDS.search(_names(element)):
        return 3
    large = element.tag == "font" and (element.get("size") or "")[:2] in _LARGE
    return 1 if large or element.tag in _BOLD else 0


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def headline(lines: list[PageLine], said: list[str], start: int) -> str | None:
    """The headline of a page.

    Args:
        lines: of the page.
        said: what its head gives as its title, the best first; sites add their name to it.
        start: the line at which the story starts.

    Returns:
        The line above the story that is marked most as a headline, else what the head says,
        else None.
    """
    best: tuple[int, str] | None = None
    for line in lines[:start]:
        if line.around or not _SHORTEST <= len(line.text) <= _LONGEST:
            continue
        title = next((title for title in said if _is_same(line.folded, folded(title))), None)
        score = line.weight + 5 * (title is not None)
        if score and (best is None or score >= best[0]):
            # a line that holds more than the title is the title only where it is marked so
            best = score, line.text if title is None or line.weight > 2 else title
    if best is not None:
        return best[1]
    return said[0] if said else None


def _is_same(own: str, theirs: str) -> bool:
    """Whether a line is a title that has the name of the site beside it, or has it in it."""
    if own in theirs:  # the name of the site stands last, and first where it is short
        return 10 * len(own) >= (5 if theirs.startswith(own) else 8) * len(theirs)
    return theirs in own and len(theirs) > 15
