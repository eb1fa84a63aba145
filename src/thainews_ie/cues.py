"""Finds every string of every cue lexicon in one pass over the text.

An Aho-Corasick automaton reads the text once, however many strings it looks for; the finders
then look closely at the places it names, and nowhere else. (Aho and Corasick, "Efficient string
matching: an aid to bibliographic search", CACM 18(6), 1975.)
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thainews_ie.lexicon import cue_kinds, cue_rows

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = ["CueHit", "CueIndex", "Cues", "cue_index"]


class CueHit(NamedTuple):
    """One cue in the text.

    Args:
        start, end: where it stands.
        term: the string of the lexicon.
        values: the other columns of its row.
    """

    start: int
    end: int
    term: str
    values: tuple[str, ...]


class Cues:
    """The hits of one text, by kind (the name of the cue table)."""

    __slots__ = ("_all", "_longest")

    def __init__(self, hits: dict[str, list[CueHit]]) -> None:
        self._all = hits
        self._longest: dict[str, list[CueHit]] = {}

    def all(self, kind: str) -> list[CueHit]:
        """Every hit of a kind, overlapping ones too, by end and then by start."""
        return self._all.get(kind, [])

    def longest(self, kind: str) -> list[CueHit]:
        """Hits that do not overlap, by start: at each place the longest."""
        kept = self._longest.get(kind)
        if kept is None:
            kept = []
            end = 0
            for hit in sorted(self._all.get(kind, ()), key=lambda h: (h.start, -h.end)):
                if hit.start >= end:
                    kept.append(hit)
                    end = hit.end
            self._longest[kind] = kept
        return kept


class CueIndex:
    """The automaton over all cue tables.

    Args:
        tables: rows of each kind; the first column is the string to look for.
    """

    def __init__(self, tables: dict[str, tuple[tuple[str, ...], ...]]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        entries: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for kind, rows in tables.items():
            for row in rows:
                entries.setdefault(row[0], []).append((kind, row[0], row[1:]))
        self._entries = list(entries.values())
        self._automaton: AhoCorasick = AhoCorasick(
            list(entries),
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )

    def scan(self, text: str) -> Cues:
        """All hits in a text, in time linear in its length and the number of hits."""
        hits: defaultdict[str, list[CueHit]] = defaultdict(list)
        entries = self._entries
        new = tuple.__new__  # a third of the cost of calling the class, and there are many hits
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for kind, term, values in entries[index]:
                hits[kind].append(new(CueHit, (start, end, term, values)))
        return Cues(hits)


@cache
def cue_index() -> CueIndex:
    """The index over the library's own lexicons, built once."""
    return CueIndex({kind: cue_rows(kind) for kind in cue_kinds()})
