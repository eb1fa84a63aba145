"""The spaCy factories, one per step. Each takes its input from ``doc._.thainews`` and fills one
field of it; the work is a plain function elsewhere.

spaCy imports this module whenever any pipeline is made, so the finders, and with them their
lexicons, are imported when a step is made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from thainews_ie.mentions import Findings
from thainews_ie.segment import NewsTokenizer, findings_of

__all__ = ["FACTORIES"]

Step = Callable[[Doc], Doc]


def make_tokenizer(
    engine: str = "auto", tokens: bool = True
) -> Callable[[Language], NewsTokenizer]:
    """The tokenizer as spaCy's config names it: ``thainews_ie.NewsTokenizer.v1``."""

    def make(nlp: Language) -> NewsTokenizer:
        return NewsTokenizer(nlp.vocab, engine, tokens=tokens)

    return make


def _step(work: Callable[[Findings], None]) -> Step:
    """A component that runs ``work`` on a Doc's findings."""

    def step(doc: Doc) -> Doc:
        work(findings_of(doc))
        return doc

    return step


def make_zones(nlp: Language, name: str) -> Step:
    """Tells headline, dateline, body, credits and boiler-plate apart."""
    from thainews_ie.extractors.zones import find_zones

    def work(f: Findings) -> None:
        f.zones = find_zones(f.text, f.cues)

    return _step(work)


def make_dates(nlp: Language, name: str) -> Step:
    """Finds calendar expressions, and the day the page says it was published."""
    from thainews_ie.extractors.dates import find_dates
    from thainews_ie.linking.dates import find_published, resolve_dates

    def work(f: Findings) -> None:
        found = find_dates(f.text, f.cues)
        f.published = f.published or find_published(found, f.text, f.zones)
        f.dates = resolve_dates(found, f.published, f.text)

    return _step(work)


def make_byline(nlp: Language, name: str) -> Step:
    """Reads the page's credit fields."""
    from thainews_ie.extractors.byline import find_byline

    def work(f: Findings) -> None:
        f.byline = find_byline(f.text, f.cues, f.zones)

    return _step(work)


def make_people(nlp: Language, name: str) -> Step:
    """Finds names and titles and joins the mentions of one person."""
    from thainews_ie.extractors.names import find_names
    from thainews_ie.extractors.titles import find_titles
    from thainews_ie.linking.people import link_people
    from thainews_ie.linking.titles import link_titles

    def work(f: Findings) -> None:
        names = find_names(f.text, f.cues, f.zones, f.word_ends)
        f.people = link_people(f.text, names)
        titles = find_titles(f.text, f.cues, f.people, f.word_ends)
        link_titles(f.text, titles, f.people)

    return _step(work)


def make_roles(nlp: Language, name: str) -> Step:
    """Finds what each person does in the event."""
    from thainews_ie.linking.roles import find_roles

    def work(f: Findings) -> None:
        f.roles = find_roles(f.text, f.cues, f.zones, f.people, f.awards)

    return _step(work)


def make_awards(nlp: Language, name: str) -> Step:
    """Finds awards with category, level, year, giver and recipients."""
    from thainews_ie.extractors.awards import find_awards

    def work(f: Findings) -> None:
        f.awards = find_awards(f.text, f.cues, f.zones, f.people)

    return _step(work)


def make_venues(nlp: Language, name: str) -> Step:
    """Finds the places of the event."""
    from thainews_ie.extractors.venues import find_venues

    def work(f: Findings) -> None:
        f.venues = find_venues(f.text, f.cues, f.zones)

    return _step(work)


def make_event(nlp: Language, name: str) -> Step:
    """Finds the main event, its days and its time."""
    from thainews_ie.extractors.event_names import find_event_names
    from thainews_ie.linking.event import link_event

    def work(f: Findings) -> None:
        names = find_event_names(f.text, f.cues, f.zones, f.dates)
        f.event = link_event(f.text, f.zones, names, f.dates, f.venues, f.published)

    return _step(work)


def make_mode(nlp: Language, name: str) -> Step:
    """Finds the channels of taking part and of watching, and what they make the event."""
    from thainews_ie.extractors.mode import find_mode

    def work(f: Findings) -> None:
        f.mode = find_mode(f.text, f.cues, f.zones, f.venues, f.event)

    return _step(work)


def make_spans(nlp: Language, name: str) -> Step:
    """Puts the finds into ``doc.spans``, for displaCy and spaCy's own tools."""
    from thainews_ie.doc_spans import set_doc_spans

    def step(doc: Doc) -> Doc:
        set_doc_spans(doc, findings_of(doc))
        return doc

    return step


# In the order of the pipeline: each step may use what those before it have found.
FACTORIES: dict[str, Any] = {
    "thainews_zones": make_zones,
    "thainews_dates": make_dates,
    "thainews_byline": make_byline,
    "thainews_people": make_people,
    "thainews_awards": make_awards,
    "thainews_roles": make_roles,
    "thainews_venues": make_venues,
    "thainews_event": make_event,
    "thainews_mode": make_mode,
    "thainews_spans": make_spans,
}

for _name, _factory in FACTORIES.items():
    if not Language.has_factory(_name):
        Language.factory(_name, func=_factory)
