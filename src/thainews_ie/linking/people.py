"""Mentions of one person become one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from thainews_ie.cues import Cues
from thainews_ie.lexicon import table, terms
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft
from thainews_ie.patterns import trie

__all__ = ["link_people"]

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_THAI = re.compile(r"[ก-๎]")
_BRACKET = re.compile(r"[^\S\n]{0,3}\([^\S\n]{0,2}")
_ALIKE = 0.8  # surnames of one given name that differ by a slip of the keys
_SEARCHED = 100  # people whose further mentions are looked for
_FOUND = 100  # further mentions of one person
_TITLE_ENDS = re.compile(r"(?:[.ฯ]|รมว|รมช|ปลัด|ครู|โค้ช|บิ๊ก|หมอ|ผู้ว่า|อธิบดี|โฆษก|ทูต|เลขา|ส\.ส)[^\S\n]?\Z")


def link_people(text: str, names: list[NameMention], cues: Cues) -> list[PersonDraft]:
    """People in the order of their first mention.

    A given name alone is the person of that given name named before it, else after it; a name in
    brackets behind a name, in another script, is the same person.

    Args:
        text: the clean text.
        names: names with honorifics, in reading order.
        cues: its cues.

    Returns:
        One draft per person, without titles.
    """
    linker = _Linker(text)
    for mention in names:
        linker.add(mention)
    people = linker.people()
    taken = sorted((m.start, m.end) for person in people for m in person.mentions)
    if len(people) <= _SEARCHED:
        for person in people:
            _add_bare_mentions(text, person, taken)
    people.sort(key=lambda person: person.mentions[0].start)
    return people


def _spelled(text: str, span: CharSpan) -> str:
    return " ".join(text[span.start : span.end].split())


class _Linker:
    """Groups mentions, one after another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._groups: list[list[NameMention]] = []
        self._by_name: dict[str, int] = {}
        self._by_given: dict[str, list[int]] = {}
        self._waiting: dict[str, list[NameMention]] = {}

    def add(self, mention: NameMention) -> None:
        """Put a mention to its person."""
        name = _spelled(self._text, mention.name)
        given, _, surname = name.partition(" ")
        known = self._by_given.get(given)
        if name in self._by_name:
            self._groups[self._by_name[name]].append(mention)
        elif not surname and known:
            self._groups[known[-1]].append(mention)
        elif not surname:
            self._waiting.setdefault(given, []).append(mention)
        elif (twin := self._in_brackets(mention)) is not None:
            self._groups[twin].append(mention)
        else:
            self._add_full(mention, name, given, surname)

    def _add_full(self, mention: NameMention, name: str, given: str, surname: str) -> None:
        for number in self._by_given.get(given, ())[:8]:
            other = _spelled(self._text, self._groups[number][0].name).partition(" ")[2]
            if _alike(surname, other):
                self._by_name[name] = number
                self._groups[number].append(mention)
                return
        number = len(self._groups)
        self._groups.append([*self._waiting.pop(given, ()), mention])
        self._by_name[name] = number
        self._by_given.setdefault(given, []).append(number)

    def _in_brackets(self, mention: NameMention) -> int | None:
        """The person right before the bracket that a name in another script stands in."""
        if not self._groups:
            return None
        last = max(range(max(0, len(self._groups) - 4), len(self._groups)), key=self._end)
        before = self._groups[last][-1]
        gap = _BRACKET.fullmatch(self._text, before.end, mention.start)
        latin = [bool(_LATIN.match(self._text, m.name.start)) for m in (before, mention)]
        return last if gap is not None and latin[0] != latin[1] else None

    def _end(self, number: int) -> int:
        return self._groups[number][-1].end

    def people(self) -> list[PersonDraft]:
        """A draft for every group; a given name that found no full one stands for itself."""
        groups = [*self._groups, *self._waiting.values()]
        return [self._draft(sorted(group)) for group in groups]

    def _draft(self, group: list[NameMention]) -> PersonDraft:
        names = [_spelled(self._text, m.name) for m in group]
        # Thai before other scripts, the fullest before the short, the first before later ones
        best = max(
            range(len(group)),
            key=lambda i: (not _LATIN.match(names[i]), " " in names[i], -i),
        )
        name = names[best]
        forms = [_spelled(self._text, m.honorific) for m in group if m.honorific]
        given, _, surname = name.partition(" ")
        return PersonDraft(
            name=name,
            honorific=max(forms, key=len, default=None),
            given_name=given,
            surname=surname or None,
            mentions=group,
        )


def _alike(a: str, b: str) -> bool:
    """Whether two surnames differ by a slip: เครืองาม, เครืองาน."""
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    if abs(len(a) - len(b)) > 3 or min(len(a), len(b)) < 4:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _ends() -> re.Pattern[str]:
    global _ENDS
    if _ENDS is None:
        words = set(terms("title_ends")) | set(terms("name_ends")) | set(table("role_verbs"))
        _ENDS = re.compile(trie(sorted(words)))
    return _ENDS


_ENDS: re.Pattern[str] | None = None


def _add_bare_mentions(text: str, person: PersonDraft, taken: list[tuple[int, int]]) -> None:
    """Find the person's name without honorific: in headlines, behind a short post, in quotes."""
    given = person.given_name
    if len(given) < 3 or not _THAI.match(given):
        return
    at = text.find(given)
    found = 0
    while at >= 0 and found < _FOUND:
        found += 1
        end = at + len(given)
        if _is_free(taken, at) and _begins_name(text, at) and _ends_name(text, end, person.surname):
            tail = _surname_end(text, end, person.surname)
            person.mentions.append(NameMention(at, tail, None, CharSpan(at, tail)))
        at = text.find(given, end)
    person.mentions.sort()


def _is_free(taken: list[tuple[int, int]], at: int) -> bool:
    from bisect import bisect_right

    i = bisect_right(taken, (at, 1 << 60)) - 1
    return i < 0 or at >= taken[i][1]


def _begins_name(text: str, at: int) -> bool:
    if at == 0 or not _THAI.match(text, at - 1):
        return True
    return _TITLE_ENDS.search(text, max(0, at - 10), at) is not None


def _ends_name(text: str, end: int, surname: str | None) -> bool:
    if end >= len(text) or not _THAI.match(text, end):
        return True
    return text[end] == "ฯ" or _ends().match(text, end) is not None


def _surname_end(text: str, end: int, surname: str | None) -> int:
    if surname and text.startswith(f" {surname}", end):
        return end + 1 + len(surname)
    return end
