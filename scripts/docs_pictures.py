"""Pictures for the documentation: a text with what the library finds in it, marked.

MkDocs runs this as a hook (``hooks`` in ``mkdocs.yml``). A fenced block such as

    ```finds show="people titles"
    นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน
    ```

is drawn when the site is built, from what extraction gives at that moment, so that no picture
can differ from what the library does.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from thainews_ie import Article, NewsRecord, Span, extract

__all__ = ["KINDS", "Mark", "marks_of", "on_config", "picture"]

_ROOT = Path(__file__).resolve().parent.parent
_FENCE = "finds"
_THAI = {
    "person": "บุคคล",
    "title": "ตำแหน่ง",
    "office": "ชื่อตำแหน่ง",
    "organisation": "หน่วยงาน",
    "award": "รางวัล",
    "category": "สาขา",
    "level": "ระดับ",
    "giver": "ผู้มอบ",
    "recipient": "ผู้รับ",
    "venue": "สถานที่",
    "room": "ห้อง",
    "floor": "ชั้น",
    "building": "อาคาร",
    "site": "ที่ตั้ง",
    "event": "งาน",
    "when": "เวลา",
    "source": "แหล่งข่าว",
    "reporter": "ผู้สื่อข่าว",
    "editor": "บรรณาธิการ",
    "views": "ยอดอ่าน",
    "published": "วันเผยแพร่",
}


class Mark(NamedTuple):
    """A place in the text and what it was found to be."""

    kind: str
    label: str
    span: Span


def _people(record: NewsRecord) -> Iterator[Mark]:
    for person in record.people:
        yield from (Mark("people", "person", mention) for mention in person.mentions)


def _titles(record: NewsRecord) -> Iterator[Mark]:
    for person in record.people:
        yield from (Mark("titles", "title", title.span) for title in person.titles)


def _parts_of_titles(record: NewsRecord) -> Iterator[Mark]:
    for person in record.people:
        for title in person.titles:
            yield Mark("title_parts", "office", title.office)
            if title.organisation:
                yield Mark("title_parts", "organisation", title.organisation)


def _roles(record: NewsRecord) -> Iterator[Mark]:
    for person in record.people:
        yield from (Mark("roles", e.role.value, e.span) for e in person.role_evidence)


def _dates(record: NewsRecord) -> Iterator[Mark]:
    for date in record.dates:
        yield Mark("dates", date.value or date.reason or date.kind.value, date.span)


def _awards(record: NewsRecord) -> Iterator[Mark]:
    for award in record.awards:
        parts = {"category": award.category, "level": award.level, "giver": award.giver}
        yield Mark("awards", "award", award.name)
        yield from (Mark("awards", name, span) for name, span in parts.items() if span)
        yield from (Mark("awards", "recipient", span) for span in award.recipients)
        if award.year_span:
            yield Mark("awards", str(award.year), award.year_span)


def _venues(record: NewsRecord) -> Iterator[Mark]:
    yield from (Mark("venues", "venue", venue.span) for venue in record.venues)


def _parts_of_venues(record: NewsRecord) -> Iterator[Mark]:
    for venue in record.venues:
        for name in ("room", "floor", "building", "site"):
            span = getattr(venue, name)
            if span:
                yield Mark("venue_parts", name, span)


def _event(record: NewsRecord) -> Iterator[Mark]:
    if record.event.name:
        yield Mark("event", "event", record.event.name)
    yield from (Mark("event", "when", span) for span in record.event.when)


def _mode(record: NewsRecord) -> Iterator[Mark]:
    yield from (Mark("mode", e.channel, e.span) for e in record.mode.evidence)


def _byline(record: NewsRecord) -> Iterator[Mark]:
    credit = record.byline
    parts = {"source": credit.source, "reporter": credit.reporter, "editor": credit.editor}
    yield from (Mark("byline", name, span) for name, span in parts.items() if span)
    if credit.views_span:
        yield Mark("byline", "views", credit.views_span)
    if record.published_span:
        yield Mark("byline", "published", record.published_span)


KINDS = {
    "event": _event,
    "venues": _venues,
    "venue_parts": _parts_of_venues,
    "awards": _awards,
    "titles": _titles,
    "title_parts": _parts_of_titles,
    "people": _people,
    "roles": _roles,
    "dates": _dates,
    "mode": _mode,
    "byline": _byline,
}


def marks_of(record: NewsRecord, show: list[str]) -> list[Mark]:
    """What a record found, as marks in reading order, those that hold others first.

    Args:
        record: of a text.
        show: names among ``KINDS``.
    """
    found = (mark for kind in KINDS if kind in show for mark in KINDS[kind](record))
    once = dict.fromkeys(found)
    return sorted(once, key=_reading_order)


def _reading_order(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def _piece(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _drawn(text: str, start: int, end: int, marks: list[Mark], words: dict[str, str]) -> str:
    """``text[start:end]`` with marks as nested elements; one that crosses another is cut there."""
    out: list[str] = []
    at = start
    rest = list(marks)
    while rest:
        mark = rest.pop(0)
        left, right = mark.span.start, mark.span.end
        inside, beyond = [], []
        for other in rest:
            if other.span.start >= right:
                beyond.append(other)
            elif other.span.end <= right:
                inside.append(other)
            else:
                inside.append(other._replace(span=_piece(text, other.span.start, right)))
                beyond.append(other._replace(span=_piece(text, right, other.span.end), label=""))
        rest = sorted(beyond, key=_reading_order)
        body = _drawn(text, left, right, inside, words)
        label = html.escape(words.get(mark.label, mark.label))
        tag = f"<small>{label}</small>" if label else ""
        out.append(html.escape(text[at:left]))
        out.append(f'<mark class="find find-{mark.kind}">{body}{tag}</mark>')
        at = right
    return "".join([*out, html.escape(text[at:end])])


def picture(text: str, show: list[str], *, thai: bool = False) -> str:
    """A text with its finds marked, as HTML.

    Args:
        text: an article.
        show: names among ``KINDS``.
        thai: whether the labels are in Thai.

    Raises:
        ValueError: nothing was found of what is to be shown.
    """
    record = extract(Article("picture", text))
    marks = marks_of(record, show)
    missing = [kind for kind in show if not list(KINDS[kind](record))]
    if missing:
        raise ValueError(f"a picture finds no {', '.join(missing)} in: {text[:60]}")
    body = _drawn(text, 0, len(text), marks, _THAI if thai else {})
    # the search would run labels and text together
    return f'<div class="finds" lang="th" data-search-exclude>{body}</div>'


def _takes(
    language: str, inputs: dict[str, str], options: dict[str, Any], attrs: Any, md: Any
) -> bool:
    """Whether a fenced block's options are ours."""
    options.update(inputs)
    return {"show"} <= inputs.keys() <= {"show", "file", "labels"}


def _fence(
    source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **_: Any
) -> str:
    """A fenced block as a picture; with ``file``, of an article of the fixtures."""
    if "file" in options:
        source = (_ROOT / "fixtures" / options["file"]).read_bytes().decode("utf-8").strip()
    return picture(source, options["show"].split(), thai=options.get("labels") == "th")


def on_config(config: Any) -> Any:
    """MkDocs: lets the pages hold pictures."""
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {})
    ours = {"name": _FENCE, "class": _FENCE, "validator": _takes, "format": _fence}
    fences.setdefault("custom_fences", []).append(ours)
    return config
