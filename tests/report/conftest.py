"""A record that tries to leave the page it is shown in."""

from __future__ import annotations

import datetime as dt

import pytest

from thainews_ie import (
    Award,
    Byline,
    DateKind,
    Event,
    Mode,
    ModeEvidence,
    ModeKind,
    NewsDate,
    NewsRecord,
    Person,
    Place,
    Platform,
    Role,
    RoleEvidence,
    Span,
    Title,
    Venue,
)

_MARKS = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script>",
    "<img src=x onerror='window.hacked = 3'>",
    "<!--",
    "]]>",
    "&lt;b&gt; &amp;",
    '" onmouseover="window.hacked = 4" x="',
    "javascript:window.hacked=5",
    "<svg onload=window.hacked=6>",
    "\u2028\u2029",
    "\u202eเกมส์\u2066",
    "\x00\x1b[31m\x7f\x9f",
    "\ud800",
    "{{constructor.constructor('window.hacked=7')()}}",
    "😀ก",
)
_TEXT = "\n".join(_MARKS)


def _span(part: str) -> Span:
    """The first place of a part in the text."""
    start = _TEXT.index(part)
    return Span(start, start + len(part), part)


@pytest.fixture
def hostile_record() -> NewsRecord:
    """A record whose every field holds something hostile."""
    script, close, image, *_ = _MARKS
    who, where, what = _span(script), _span(close), _span(image)
    crossing = Span(who.start + 4, where.end - 4, _TEXT[who.start + 4 : where.end - 4])
    mode = Mode(
        ModeKind.ONLINE,
        (Platform.ZOOM,),
        evidence=(ModeEvidence("Zoom", _span("<!--")), ModeEvidence(image, what)),
    )
    venue = Venue(where, room=_span("</script>"), province=Place(image, script))
    return NewsRecord(
        id=f'a"><b>{script}',
        url="javascript:window.hacked=8",
        title=f"{script}{image}\u202e",
        source=script,
        text=_TEXT,
        published=dt.date(2024, 2, 1),
        published_span=_span("]]>"),
        people=(
            Person(
                name=script,
                honorific=image,
                given_name=script,
                surname=None,
                mentions=(who, crossing),
                titles=(Title(what, what, canonical=close),),
                roles=(Role.CHAIR,),
                role_evidence=(RoleEvidence(Role.CHAIR, _span("&lt;b&gt;")),),
            ),
        ),
        dates=(NewsDate(_span("😀"), DateKind.DAY, None, script),),
        awards=(Award(what, giver=who, recipients=(where,), canonical=close, year=2024),),
        venues=(venue,),
        event=Event(name=crossing, start=dt.date(2024, 2, 1), venues=(venue,), mode=mode),
        mode=mode,
        byline=Byline(source=who, reporter=where, editor=what),
    )
