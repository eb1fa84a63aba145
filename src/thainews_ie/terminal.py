"""An article and its record for the eye: coloured text and a table, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from thainews_ie import records as rec
from thainews_ie.harmless import harmless

__all__ = ["overview", "render"]

_PEOPLE = 3  # of a record that the overview names
# Hues that people with the common kinds of colour blindness can tell apart (Okabe and Ito,
# "Color universal design", 2008); the underlines keep kinds apart where finds are nested.
_STYLES = {
    "people": Style(color="#56b4e9", bold=True),
    "titles": Style(color="#56b4e9", italic=True),
    "dates": Style(color="#f0e442"),
    "awards": Style(color="#e69f00", bold=True),
    "venues": Style(color="#009e73"),
    "event": Style(underline=True),
    "mode": Style(color="#cc79a7"),
    "byline": Style(dim=True),
}


def _finds(record: rec.NewsRecord) -> Iterator[tuple[str, rec.Span]]:
    """Every span to colour; those that hold others come first."""
    if record.event.name:
        yield "event", record.event.name
    yield from (("venues", v.span) for v in record.venues)
    for award in record.awards:
        spans = (award.name, award.category, award.level, award.giver, *award.recipients)
        yield from (("awards", span) for span in spans if span)
    yield from (("titles", t.span) for p in record.people for t in p.titles)
    yield from (("people", m) for p in record.people for m in p.mentions)
    yield from (("dates", d.span) for d in record.dates)
    yield from (("mode", e.span) for e in record.mode.evidence)
    credit = record.byline
    yield from (("byline", s) for s in (credit.source, credit.reporter, credit.editor) if s)


def _highlight(article: rec.Article, record: rec.NewsRecord) -> Text:
    text = Text(harmless(article.text))
    for kind, span in _finds(record):
        text.stylize(_STYLES[kind], span.start, span.end)
    return text


def _legend() -> Text:
    return Text("  ").join(Text(kind, style=style) for kind, style in _STYLES.items())


def _joined(parts: Iterable[object]) -> str:
    return " · ".join(str(part) for part in parts if part is not None and part != "")


def _rows(record: rec.NewsRecord) -> Iterator[tuple[str, str, str, float | None]]:
    """Field, value, what is known besides, and how sure it is."""
    if record.published:
        yield "published", record.published.isoformat(), "", None
    event = record.event
    if event.name or event.start:
        days = _joined([event.start, event.end])
        when = _joined([days, event.time.strftime("%H:%M") if event.time else None])
        yield "event", event.name.text if event.name else "", when, event.confidence
    mode = record.mode
    channels = _joined([*mode.platforms, *mode.broadcasts])
    yield "mode", mode.mode.value, channels, mode.confidence
    for venue in record.venues:
        places = (venue.subdistrict, venue.district, venue.province)
        areas = _joined(f"{p.name} {p.code or ''}" for p in places if p)
        yield "venue", venue.span.text, areas, venue.confidence
    for person in record.people:
        name = f"{person.honorific or ''} {person.name}".strip()
        titles = _joined(title.text for title in person.titles)
        roles = ", ".join(person.roles)
        posts = _joined([titles, f"[{roles}]" if roles else None])
        yield "person", name, posts, person.confidence
    for award in record.awards:
        parts = [award.category, award.level, award.giver, *award.recipients]
        more = _joined([award.year, *(p.text for p in parts if p)])
        yield "award", award.name.text, more, award.confidence
    for date in record.dates:
        more = _joined([date.value, date.kind.value, date.reason])
        yield "date", date.span.text, more, date.confidence
    credit = record.byline
    for label, span in (
        ("source", credit.source),
        ("reporter", credit.reporter),
        ("editor", credit.editor),
    ):
        if span:
            yield label, span.text, "", None
    if credit.views is not None:
        yield "views", str(credit.views), "", None


def render(article: rec.Article, record: rec.NewsRecord) -> RenderableType:
    """One article with its finds in colour, and the record as a table.

    Args:
        article: the original.
        record: its record.

    Returns:
        Something that ``rich.console.Console.print`` shows. Control characters of the article
        do not reach the terminal.
    """
    table = Table(title=Text(harmless(f"record of {article.id}" if article.id else "record")))
    table.add_column("field", style="bold", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("more", overflow="fold")
    table.add_column("sure", justify="right", no_wrap=True)
    for field, value, more, sure in _rows(record):
        # rounded down: nothing is certain
        share = "" if sure is None else f"{int(sure * 100)}%"
        # Text, not markup: an article may hold square brackets
        table.add_row(field, Text(harmless(value)), Text(harmless(more)), share)
    return Group(_highlight(article, record), Text(), _legend(), table)


def _event_cell(record: rec.NewsRecord) -> str:
    """The event, and below it when, how and where."""
    event = record.event
    provinces = dict.fromkeys(v.province.name for v in record.venues if v.province)
    return "\n".join(
        line
        for line in (
            event.name.text if event.name else "",
            _joined([event.start, record.mode.mode.value]),
            ", ".join(provinces),
        )
        if line
    )


def _people_cell(record: rec.NewsRecord) -> str:
    """The first people with their roles, one a line, and how many more there are."""
    lines = [
        f"{person.name} ({', '.join(person.roles)})" if person.roles else person.name
        for person in record.people[:_PEOPLE]
    ]
    more = len(record.people) - _PEOPLE
    return "\n".join([*lines, f"+{more}"] if more > 0 else lines)


def overview(records: Iterable[rec.NewsRecord]) -> RenderableType:
    """A table with one row a record: who, what, where, when, how.

    Args:
        records: any records; all of them are held in memory.

    Returns:
        Something that ``rich.console.Console.print`` shows.
    """
    table = Table(show_lines=True)
    table.add_column("article", overflow="fold", max_width=24)
    for name in ("event", "people", "awards"):
        table.add_column(name, overflow="fold")
    for record in records:
        awards = dict.fromkeys(award.name.text for award in record.awards)
        row = [record.id, _event_cell(record), _people_cell(record), "\n".join(awards)]
        table.add_row(*(Text(harmless(cell)) for cell in row))
    return table
