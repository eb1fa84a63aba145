"""Finds as spaCy spans."""

from __future__ import annotations

from spacy.tokens import Doc

from thainews_ie.mentions import Findings

__all__ = ["set_doc_spans"]


def set_doc_spans(doc: Doc, findings: Findings) -> None:
    """Put every find into ``doc.spans``, under the field's name.

    A find that does not fall on the edges of words is widened to them, since spaCy's spans are
    runs of words; the record keeps the exact place.

    Args:
        doc: the Doc; its text is the clean text.
        findings: what the steps found in it.
    """
    groups: dict[str, list[tuple[int, int]]] = {
        "people": [(m.start, m.end) for p in findings.people for m in p.mentions],
        "titles": [(t.start, t.end) for p in findings.people for t in p.titles],
        "roles": [(r.start, r.end) for r in findings.roles],
        "dates": [(d.start, d.end) for d in findings.dates],
        "awards": [(a.name.start, a.name.end) for a in findings.awards],
        "venues": [(v.start, v.end) for v in findings.venues],
        "event": [(e.start, e.end) for e in (findings.event.name,) if e],
        "mode": [(s.start, s.end) for _, s in findings.mode.evidence],
    }
    for name, places in groups.items():
        spans = (doc.char_span(a, b, name.upper(), alignment_mode="expand") for a, b in places)
        doc.spans[name] = [span for span in spans if span is not None]
