"""A record for a notebook: HTML without script, its styles inline, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from thainews_ie import records as rec
from thainews_ie.harmless import harmless
from thainews_ie.markup.finds import Find, finds_of
from thainews_ie.markup.segments import lanes, segments

__all__ = ["record_html"]

_MOST = 20_000  # characters of a text that a notebook shows

# Okabe and Ito's hues, and a kind of line for each kind, so that colour alone tells nothing.
# The tint lets the notebook's own ground through, light or dark.
_LINES = {
    "person": ("#0072b2", "solid 2px"),
    "title": ("#2b93c9", "dashed 2px"),
    "role": ("#d55e00", "dotted 3px"),
    "award": ("#d08f00", "solid 4px"),
    "venue": ("#009e73", "double 1.5px"),
    "event": ("#808080", "solid 1px"),
    "date": ("#b5a400", "dotted 2px"),
    "mode": ("#b8568f", "wavy 1.5px"),
    "byline": ("#8a8d90", "dashed 1px"),
}
_LANES = 4

_TEXT = "line-height:2.1;white-space:pre-wrap;max-width:60em;overflow-wrap:anywhere"
_CELL = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0"


def _escaped(text: str) -> str:
    return escape(harmless(text), quote=True)


def _mark(kind: str, lane: int, inner: str, title: str = "") -> str:
    colour, line = _LINES[kind]
    style = (
        f"color:inherit;background:{colour}22;text-decoration:underline {line} {colour};"
        f"text-decoration-skip-ink:none;text-underline-offset:{0.26 + 0.24 * lane:.2f}em"
    )
    said = f' title="{title}"' if title else ""
    return f'<mark style="{style}"{said}>{inner}</mark>'


def _tip(find: Find) -> str:
    sure = "" if find.confidence is None else f"{int(find.confidence * 100)}%"
    value = find.value if find.value != find.span.text else None
    place = f"characters {find.span.start}–{find.span.end}"
    return " · ".join(_escaped(part) for part in (find.kind, value, sure, place) if part)


def _text(text: str, finds: list[Find]) -> Iterator[str]:
    """The text in nested marks, the longest find outside."""
    shown = min(len(text), _MOST)
    pieces = list(segments(shown, [(find.span.start, find.span.end) for find in finds]))
    lane = lanes(pieces, len(finds), _LANES)
    for piece in pieces:
        html = _escaped(text[piece.start : piece.end])
        for index in reversed(piece.covers):
            html = _mark(finds[index].kind, lane[index], html, _tip(finds[index]))
        yield html
    if shown < len(text):
        yield f"… ({len(text) - shown:,} more characters)"


Row = tuple[str, str, str, float | None]


def _joined(parts: Iterable[object | None]) -> str:
    return " · ".join(str(part) for part in parts if part is not None and part != "")


def _rows(record: rec.NewsRecord) -> Iterator[Row]:
    """Field, value, what is known besides, and how sure it is."""
    event, mode = record.event, record.mode
    if event.name or event.start:
        name = event.name.text if event.name else ""
        time = event.time.strftime("%H:%M") if event.time else None
        yield "event", name, _joined([event.start, event.end, time]), event.confidence
    channels = _joined([*mode.platforms, *mode.broadcasts])
    yield "mode", mode.mode.value, channels, mode.confidence
    for venue in record.venues:
        places = (venue.subdistrict, venue.district, venue.province)
        areas = _joined(f"{p.name} {p.code or ''}".strip() for p in places if p)
        yield "venue", venue.span.text, areas, venue.confidence
    for person in record.people:
        name = f"{person.honorific or ''} {person.name}".strip()
        posts = [title.text for title in person.titles]
        roles = [f"[{role.value}]" for role in person.roles]
        yield "person", name, _joined([*posts, *roles]), person.confidence
    for award in record.awards:
        parts = (award.category, award.level, award.giver, *award.recipients)
        more = _joined([award.year, *(part.text for part in parts if part)])
        yield "award", award.name.text, more, award.confidence
    for date in record.dates:
        yield "date", date.span.text, date.value or date.reason or "", date.confidence
    if record.published:
        yield "published", record.published.isoformat(), "", None
    byline = record.byline
    for label in ("source", "reporter", "editor"):
        span: rec.Span | None = getattr(byline, label)
        if span:
            yield label, span.text, "", None
    if byline.views is not None:
        yield "views", f"{byline.views:,}", "", None


def _table(record: rec.NewsRecord) -> Iterator[str]:
    yield '<table lang="th" style="margin:.8em 0;border-collapse:collapse">'
    heads = "".join(
        f'<th scope="col" style="{_CELL}">{head}</th>'
        for head in ("field", "value", "more", "sure")
    )
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for field, value, more, sure in _rows(record):
        # rounded down: nothing is certain
        share = "" if sure is None else f"{int(sure * 100)}%"
        cells = "".join(
            f'<td style="{_CELL}">{_escaped(cell)}</td>' for cell in (value, more, share)
        )
        yield f'<tr><th scope="row" style="{_CELL};font-weight:normal">{field}</th>{cells}</tr>'
    yield "</tbody></table>"


def record_html(record: rec.NewsRecord) -> str:
    """One article with its finds drawn in it, a legend, and its record as a table.

    Args:
        record: any record; one without its text shows its table, and says so.

    Returns:
        A piece of HTML without script and without ids. What comes from the article is escaped,
        and control characters are replaced.
    """
    head = _escaped(record.title or record.id)
    parts = [f'<div class="thainews-record"><p><b lang="th">{head}</b></p>']
    if record.text is None:
        parts.append("<p><i>This record came without its text.</i></p>")
    else:
        legend = " ".join(_mark(kind, 0, kind) for kind in _LINES)
        parts.append(f"<p>{legend}</p>")
        # one award name may serve several awards: one line below it is enough
        finds = {(f.kind, f.span.start, f.span.end): f for f in finds_of(record)}
        text = "".join(_text(record.text, list(finds.values())))
        parts.append(f'<div lang="th" dir="auto" style="{_TEXT}">{text}</div>')
    parts.extend(_table(record))
    parts.append("</div>")
    return "".join(parts)
