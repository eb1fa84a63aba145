"""Records as plain data and JSON, and back.

The JSON holds the fields of the annotation guide under the guide's names; beside each value
that was copied from the article stands its place (``start``, ``end``). The shape is published
as a JSON Schema (see ``schema``).
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from thainews_ie import records as rec
from thainews_ie.errors import RecordError
from thainews_ie.json_cursor import JsonCursor
from thainews_ie.schema import SCHEMA_VERSION, json_schema

__all__ = ["SCHEMA_VERSION", "from_dict", "from_json", "json_schema", "to_dict", "to_json"]

Json = dict[str, Any]


def _span(span: rec.Span) -> Json:
    return {"text": span.text, "start": span.start, "end": span.end}


def _maybe(span: rec.Span | None) -> Json | None:
    return None if span is None else _span(span)


def _iso(value: dt.date | None) -> str | None:
    return None if value is None else value.isoformat()


def _title(t: rec.Title) -> Json:
    return {
        **_span(t.span),
        "office": _span(t.office),
        "organisation": _maybe(t.organisation),
        "canonical": t.canonical,
        "canonical_office": t.canonical_office,
        "canonical_organisation": t.canonical_organisation,
        "province_code": t.province_code,
        "confidence": t.confidence,
    }


def _person(p: rec.Person) -> Json:
    return {
        "name": p.name,
        "honorific": p.honorific,
        "given_name": p.given_name,
        "surname": p.surname,
        "mentions": [_span(m) for m in p.mentions],
        "titles": [_title(t) for t in p.titles],
        "roles": [role.value for role in p.roles],
        "role_evidence": [
            {"role": e.role.value, **_span(e.span), "confidence": e.confidence}
            for e in p.role_evidence
        ],
        "confidence": p.confidence,
    }


def _award(a: rec.Award) -> Json:
    return {
        "name": a.name.text,
        "start": a.name.start,
        "end": a.name.end,
        "canonical": a.canonical,
        "category": _maybe(a.category),
        "level": _maybe(a.level),
        "year": a.year,
        "year_span": _maybe(a.year_span),
        "giver": _maybe(a.giver),
        "recipients": [_span(r) for r in a.recipients],
        "confidence": a.confidence,
    }


def _venue(v: rec.Venue) -> Json:
    area: Json = {}
    for level in ("subdistrict", "district", "province"):
        place: rec.Place | None = getattr(v, level)
        area[level] = place.name if place else None
        area[f"{level}_code"] = place.code if place else None
    return {
        **_span(v.span),
        "room": _maybe(v.room),
        "floor": _maybe(v.floor),
        "building": _maybe(v.building),
        "site": _maybe(v.site),
        **area,
        "confidence": v.confidence,
    }


def to_dict(record: rec.NewsRecord) -> Json:
    """A record as plain data, ready for ``json.dumps``.

    Args:
        record: any record.

    Returns:
        A new dictionary after the JSON Schema of :func:`json_schema`.

    Raises:
        RecordError: it is no record, but a Failure, say.
    """
    if not isinstance(record, rec.NewsRecord):
        raise RecordError(f"want a NewsRecord, got {type(record).__name__}")
    event, mode, byline = record.event, record.mode, record.byline
    return {
        "schema_version": SCHEMA_VERSION,
        "id": record.id,
        "url": record.url,
        "title": record.title,
        "source": record.source,
        "text": record.text,
        "text_sha256": record.text_sha256,
        "published": _iso(record.published),
        "published_span": _maybe(record.published_span),
        "people": [_person(p) for p in record.people],
        "dates": [
            {
                **_span(d.span),
                "kind": d.kind.value,
                "value": d.value,
                "reason": d.reason,
                "confidence": d.confidence,
            }
            for d in record.dates
        ],
        "awards": [_award(a) for a in record.awards],
        "venues": [_venue(v) for v in record.venues],
        "event": {
            "name": None if event.name is None else event.name.text,
            "name_span": None
            if event.name is None
            else {"start": event.name.start, "end": event.name.end},
            "start": _iso(event.start),
            "end": _iso(event.end),
            "time": None if event.time is None else event.time.strftime("%H:%M"),
            "when": [_span(w) for w in event.when],
            "confidence": event.confidence,
        },
        "mode": {
            "mode": mode.mode.value,
            "platforms": [p.value for p in mode.platforms],
            "broadcasts": [b.value for b in mode.broadcasts],
            "evidence": [{"channel": e.channel, **_span(e.span)} for e in mode.evidence],
            "confidence": mode.confidence,
        },
        "byline": {
            "source": _maybe(byline.source),
            "reporter": _maybe(byline.reporter),
            "editor": _maybe(byline.editor),
            "views": byline.views,
            "views_span": _maybe(byline.views_span),
        },
    }


def to_json(record: rec.NewsRecord, *, indent: int | None = None) -> str:
    """A record as one JSON object; Thai stays readable, lone surrogates are escaped.

    Args:
        record: any record.
        indent: spaces per level, or None for a single line.
    """
    text = json.dumps(to_dict(record), ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a slice of an original that held lone surrogates
        text = json.dumps(to_dict(record), ensure_ascii=True, indent=indent)
    return text


def _read_string(r: JsonCursor) -> str:
    return r.string()


def _read_span(r: JsonCursor) -> rec.Span:
    return r.span(r["text"].string())


def _read_title(r: JsonCursor) -> rec.Title:
    return rec.Title(
        span=_read_span(r),
        office=_read_span(r["office"]),
        organisation=r["organisation"].maybe(_read_span),
        canonical=r["canonical"].string(),
        canonical_office=r["canonical_office"].string(),
        canonical_organisation=r["canonical_organisation"].maybe(_read_string),
        province_code=r["province_code"].maybe(_read_string),
        confidence=r["confidence"].share(),
    )


def _read_person(r: JsonCursor) -> rec.Person:
    return rec.Person(
        name=r["name"].string(),
        honorific=r["honorific"].maybe(_read_string),
        given_name=r["given_name"].string(),
        surname=r["surname"].maybe(_read_string),
        mentions=r["mentions"].each(_read_span),
        titles=r["titles"].each(_read_title),
        roles=r["roles"].each(lambda x: x.enum(rec.Role)),
        role_evidence=r["role_evidence"].each(
            lambda e: rec.RoleEvidence(
                e["role"].enum(rec.Role), _read_span(e), e["confidence"].share()
            )
        ),
        confidence=r["confidence"].share(),
    )


def _read_award(r: JsonCursor) -> rec.Award:
    return rec.Award(
        name=r.span(r["name"].string()),
        category=r["category"].maybe(_read_span),
        level=r["level"].maybe(_read_span),
        year=r["year"].maybe(JsonCursor.integer),
        year_span=r["year_span"].maybe(_read_span),
        giver=r["giver"].maybe(_read_span),
        recipients=r["recipients"].each(_read_span),
        canonical=r["canonical"].string(),
        confidence=r["confidence"].share(),
    )


def _read_venue(r: JsonCursor) -> rec.Venue:
    def place(level: str) -> rec.Place | None:
        name = r[level].maybe(_read_string)
        code = r[f"{level}_code"].maybe(_read_string)
        return None if name is None else rec.Place(name, code)

    return rec.Venue(
        span=_read_span(r),
        room=r["room"].maybe(_read_span),
        floor=r["floor"].maybe(_read_span),
        building=r["building"].maybe(_read_span),
        site=r["site"].maybe(_read_span),
        subdistrict=place("subdistrict"),
        district=place("district"),
        province=place("province"),
        confidence=r["confidence"].share(),
    )


def _read_event(r: JsonCursor, venues: tuple[rec.Venue, ...], mode: rec.Mode) -> rec.Event:
    text = r["name"].maybe(_read_string)
    name = None if text is None else r["name_span"].span(text)
    return rec.Event(
        name=name,
        start=r["start"].maybe(JsonCursor.date),
        end=r["end"].maybe(JsonCursor.date),
        time=r["time"].maybe(JsonCursor.time),
        when=r["when"].each(_read_span),
        venues=venues,
        mode=mode,
        confidence=r["confidence"].share(),
    )


def from_dict(data: Any) -> rec.NewsRecord:
    """The record that :func:`to_dict` made the data from.

    Args:
        data: plain data after the JSON Schema; unknown fields are passed over.

    Returns:
        A record equal to the one it was made from.

    Raises:
        RecordError: a field is missing or of a wrong type (the error's ``path`` names it), or
            the data was written under another schema version.
    """
    r = JsonCursor(data, "$")
    version = r["schema_version"].integer()
    if version != SCHEMA_VERSION:
        raise RecordError(
            f"this library reads schema version {SCHEMA_VERSION}, got {version}; "
            "extract the articles again, or install the version that wrote the record",
            "$.schema_version",
        )
    venues = r["venues"].each(_read_venue)
    m = r["mode"]
    mode = rec.Mode(
        mode=m["mode"].enum(rec.ModeKind),
        platforms=m["platforms"].each(lambda x: x.enum(rec.Platform)),
        broadcasts=m["broadcasts"].each(lambda x: x.enum(rec.Broadcast)),
        evidence=m["evidence"].each(
            lambda e: rec.ModeEvidence(e["channel"].string(), _read_span(e))
        ),
        confidence=m["confidence"].share(),
    )
    b = r["byline"]
    return rec.NewsRecord(
        id=r["id"].string(),
        url=r["url"].maybe(_read_string),
        title=r["title"].maybe(_read_string),
        source=r["source"].maybe(_read_string),
        text=r["text"].maybe(_read_string),
        text_sha256=r["text_sha256"].maybe(_read_string),
        published=r["published"].maybe(JsonCursor.date),
        published_span=r["published_span"].maybe(_read_span),
        people=r["people"].each(_read_person),
        dates=r["dates"].each(
            lambda d: rec.NewsDate(
                _read_span(d),
                d["kind"].enum(rec.DateKind),
                d["value"].maybe(_read_string),
                d["reason"].maybe(_read_string),
                d["confidence"].share(),
            )
        ),
        awards=r["awards"].each(_read_award),
        venues=venues,
        event=_read_event(r["event"], venues, mode),
        mode=mode,
        byline=rec.Byline(
            source=b["source"].maybe(_read_span),
            reporter=b["reporter"].maybe(_read_span),
            editor=b["editor"].maybe(_read_span),
            views=b["views"].maybe(JsonCursor.integer),
            views_span=b["views_span"].maybe(_read_span),
        ),
    )


def from_json(text: str | bytes) -> rec.NewsRecord:
    """The record that :func:`to_json` wrote.

    Args:
        text: one JSON object, UTF-8 if bytes.

    Raises:
        RecordError: the text is not JSON, or not a record.
    """
    try:
        data = json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise RecordError(f"not JSON: {error}") from error
    return from_dict(data)
