"""Mentions of one person become one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from thainews_ie.lexicon import cue_rows, table, terms
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft
from thainews_ie.patterns import trie

__all__ = ["link_people"]

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_THAI = re.compile(r"[ก-๎]")
# From a name to its spelling in another script: a bracket, a title before it or not.
_BRACKET = re.compile(r"[^\S\n]{0,3}(?:[^()\n]{1,150})?\([^\S\n]{0,2}")
# What a name may be glued to before it in headlines: a short post without honorific.
_POST_END = re.compile(r"(?:[.ฯ]|รมว|รมช|ปลัด|ครู|โค้ช|บิ๊ก|หมอ|ผู้ว่า|อธิบดี|โฆษก|ทูต|เลขา|ส\.ส)[^\S\n]?\Z")
_LONGEST_POST = 10  # letters of the words before a name that are looked at
_ALIKE = 0.75  # share of two surnames of one given name that agrees, if they differ by a slip
_RIVALS = 8  # people of one given name whose surnames are compared with another
_SEARCHED = 100  # people whose further mentions are looked for
_FOUND = 100  # further mentions of one person


def link_people(text: str, names: list[NameMention]) -> list[PersonDraft]:
    """People in the order of their first mention.

    A given name alone is the person of that given name named before it, else after it; a name in
    brackets behind a name, in another script, is the same person. Royals are marked as ignored.

    Args:
        text: the clean text.
        names: mentions in reading order, most of them with honorifics.

    Returns:
        One draft per person, without titles.
    """
    linker = _Linker(text)
    for mention in names:
        linker.add(mention)
    people = [_draft(text, group) for group in linker.groups()]
    if len(people) <= _SEARCHED:
        taken = sorted((mention.start, mention.end) for mention in names)
        for person in people:
            _add_bare_mentions(text, person, taken)
    people.sort(key=lambda person: person.mentions[0].start)
    return people


def _spelled(text: str, span: CharSpan) -> str:
    words = text[span.start : span.end]
    return " ".join(words.split()) if "  " in words or "\n" in words else words.strip()


class _Linker:
    """Groups mentions, one after another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: list[list[NameMention]] = []
        self._by_name: dict[str, list[NameMention]] = {}
        self._by_given: dict[str, list[tuple[str, list[NameMention]]]] = {}
        self._waiting: dict[str, list[NameMention]] = {}
        self._last: list[NameMention] = []  # the group of the mention before

    def add(self, mention: NameMention) -> None:
        """Put a mention to its person."""
        name = _spelled(self._text, mention.name)
        given, _, surname = name.partition(" ")
        group = self._by_name.get(name)
        if group is None and self._is_twin(mention):
            group = self._by_name[name] = self._last
        if group is None and surname:
            group = self._by_name[name] = self._of_full(given, surname)
        if group is None:
            known = self._by_given.get(given)
            group = known[-1][1] if known else self._waiting.setdefault(given, [])
        group.append(mention)
        self._last = group

    def _of_full(self, given: str, surname: str) -> list[NameMention]:
        """The group of someone whose surname differs by a slip, else a new one."""
        known = self._by_given.setdefault(given, [])
        for other, group in known[:_RIVALS]:
            if _alike(surname, other):
                return group
        group = self._waiting.pop(given, [])
        known.append((surname, group))
        self._full.append(group)
        return group

    def _is_twin(self, mention: NameMention) -> bool:
        """Whether this is the name right before it once more, in brackets and another script."""
        if not self._last:
            return False
        before = self._last[-1]
        if _BRACKET.fullmatch(self._text, before.end, mention.start) is None:
            return False
        latin = [bool(_LATIN.match(self._text, m.name.start)) for m in (before, mention)]
        return latin[0] != latin[1]

    def groups(self) -> list[list[NameMention]]:
        """A group for every person; a given name that found no full one stands for itself."""
        return [*self._full, *self._waiting.values()]


def _alike(a: str, b: str) -> bool:
    """Whether two surnames differ by a slip in one place: ชื่นบาน, ชื่นบาล."""
    shorter, longer = sorted((a.replace(" ", ""), b.replace(" ", "")), key=len)
    if shorter == longer:
        return True
    size = len(shorter)
    if size < 4 or len(longer) - size > 3:
        return False
    head = next((i for i in range(size) if shorter[i] != longer[i]), size)
    tail = next((i for i in range(size - head) if shorter[-1 - i] != longer[-1 - i]), size - head)
    return 2 * (head + tail) >= _ALIKE * (size + len(longer))


@cache
def _royal() -> tuple[str, ...]:
    """Honorifics of princes and princesses."""
    return tuple(term for term, kind in cue_rows("honorifics") if kind == "royal")


def _draft(text: str, group: list[NameMention]) -> PersonDraft:
    """The person of these mentions: Thai before other scripts, the fullest name, the first."""
    group.sort()
    names = [_spelled(text, mention.name) for mention in group]
    name = names[0]
    if len(names) > 1:
        name = max(names, key=lambda name: (not _LATIN.match(name), " " in name))
    forms = [_spelled(text, mention.honorific) for mention in group if mention.honorific]
    honorific = max(forms, key=len, default=None)
    given, _, surname = name.partition(" ")
    ignored = honorific is not None and honorific.startswith(_royal())
    return PersonDraft(name, honorific, given, surname or None, group, ignored=ignored)


@cache
def _ends() -> re.Pattern[str]:
    """What may stand behind a name it is glued to."""
    words = {*terms("title_ends"), *terms("name_ends"), *table("role_verbs"), "ฯ"}
    return re.compile(trie(sorted(words)))


def _add_bare_mentions(text: str, person: PersonDraft, taken: list[tuple[int, int]]) -> None:
    """Find the person's name without honorific: in headlines, behind a short post, in quotes."""
    given = person.given_name
    if len(given) < 3 or not _THAI.match(given):
        return
    behind = f" {person.surname}" if person.surname else ""
    known = len(person.mentions)
    at = text.find(given)
    for _ in range(_FOUND):
        if at < 0:
            break
        end = at + len(given)
        if _is_free(taken, at) and _begins_name(text, at) and _ends_name(text, end):
            tail = end + len(behind) if behind and text.startswith(behind, end) else end
            person.mentions.append(NameMention(at, tail, None, CharSpan(at, tail)))
        at = text.find(given, end)
    if len(person.mentions) > known:
        person.mentions.sort()


def _is_free(taken: list[tuple[int, int]], at: int) -> bool:
    """Whether no name found before covers this place."""
    i = bisect_right(taken, (at + 1,)) - 1
    return i < 0 or at >= taken[i][1]


def _begins_name(text: str, at: int) -> bool:
    if at == 0 or not _THAI.match(text, at - 1):
        return True
    return _POST_END.search(text, max(0, at - _LONGEST_POST), at) is not None


def _ends_name(text: str, end: int) -> bool:
    if end >= len(text) or not _THAI.match(text, end):
        return True
    return _ends().match(text, end) is not None
