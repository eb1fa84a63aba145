"""Words that tell where a name ends, and what can be none.

Thai is written without spaces between words, so that a name runs into the verb or post behind it
as often as not. Names are made of ordinary words, too: a list of words alone does not tell
สมชาย มีชัย (a name) from สมชาย มีบ้าน (he has a house); what stands behind does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from thainews_ie.lexicon import family_names, given_names, table, terms
from thainews_ie.patterns import trie

__all__ = [
    "Posts",
    "begins_with_stop",
    "can_be_surname",
    "follows_post",
    "glued_end",
    "has_stop",
    "is_body",
    "is_nobody",
    "is_verb",
    "na_place",
    "ordinary_end",
    "surname_like",
]

_GAP = re.compile(r"[^\S\n]{1,16}")
# What stands behind the last name of a list: และ …, a comma, a bracket, the next number.
_CLOSED = re.compile(r"[^\S\n]{0,16}(?:และ(?!ได้)|,|\(|\)|\d{1,2}[.)]|\n|\Z)")
_LOWER_POST = re.compile(r"รอง|อดีต|ผู้ช่วย|รักษา(?:ราช)?การ(?:แทน)?|ว่าที่")
_SHORTEST = 2  # letters of a name: วู, ลี
_LONG_POST = 8  # letters of a post that are no part of a surname
_LONG = 16  # letters of a run that is rarely one name
_LONGEST_SURNAME = 22
_LONGEST_TAIL = 13  # letters behind the verb that a surname begins like


class Posts(NamedTuple):
    """Where posts and honorifics begin.

    Args:
        edge: all of them, with their ends (0 for an honorific); a word that begins there is no
            part of a name.
        inner: the long ones, which also end a name that they are glued to.
        word_ends: sorted ends of the segmenter's words.
    """

    edge: dict[int, int]
    inner: set[int]
    word_ends: list[int]

    def ends_word(self, at: int) -> bool:
        """Whether a word of the segmenter ends here."""
        i = bisect_left(self.word_ends, at)
        return i < len(self.word_ends) and self.word_ends[i] == at

    def begin(self, at: int) -> bool:
        """Whether a post begins here as a word, not as letters of a name: วิทยากร|ณ์."""
        end = self.edge.get(at)
        return end is not None and (end == 0 or end - at > _LONG_POST or self.ends_word(end))

    def is_word(self, start: int, end: int) -> bool:
        """Whether these letters are one word of the segmenter."""
        i = bisect_left(self.word_ends, end)
        if i == len(self.word_ends) or self.word_ends[i] != end:
            return False
        return i == 0 or self.word_ends[i - 1] <= start


@cache
def _ends() -> re.Pattern[str]:
    """What ends a name it is glued to. Short words are left out: surnames hold them too."""
    long = {word for word in terms("title_ends") if len(word) >= 5} - {"พร้อม"}
    return re.compile(trie(sorted(long | set(terms("name_ends")))))


@cache
def _no_surname() -> re.Pattern[str]:
    """Words that no surname begins with."""
    return re.compile(trie(sorted({*terms("name_ends"), "ผู้", "และ"})))


@cache
def _stops() -> re.Pattern[str]:
    """Words that begin what stands where a surname would, though surnames may begin so too."""
    words = {*terms("name_stops"), *terms("name_verbs"), *terms("title_ends")}
    words |= {*table("role_verbs"), *terms("organisation_heads"), *terms("name_nobodies")}
    return re.compile(trie(sorted(words)))


@cache
def _quiet() -> re.Pattern[str]:
    """Those of the stops that seldom tell news: surnames begin with them as often."""
    return re.compile(trie(sorted(terms("name_quiet"))))


@cache
def _bodies() -> re.Pattern[str]:
    """Heads of organisations long enough to be no part of a given name."""
    return re.compile(trie(sorted(word for word in terms("organisation_heads") if len(word) >= 5)))


@cache
def _nobodies() -> re.Pattern[str]:
    return re.compile(trie(sorted(terms("name_nobodies"))))


@cache
def _followers() -> re.Pattern[str]:
    """What stands behind a full name besides posts: อายุ …, an organisation, a foreign word."""
    words = {*terms("name_followers"), *terms("organisation_heads")}
    return re.compile(rf"[A-Z]|{trie(sorted(words))}")


@cache
def _na_places() -> re.Pattern[str]:
    """``ณ อยุธยา`` behind a surname or instead of one."""
    places = trie(sorted(name.removeprefix("ณ ").strip() for name in terms("na_surnames")))
    return re.compile(rf"[^\S\n]{{1,3}}ณ[^\S\n]{{1,3}}{places}")


def na_place(text: str, at: int) -> re.Match[str] | None:
    """``ณ อยุธยา`` with the space before it."""
    return _na_places().match(text, at) if text.startswith("ณ", at + 1) else None


def is_verb(text: str, at: int) -> bool:
    """Whether a word begins here that ends a name: กล่าว, พร้อมด้วย."""
    return _ends().match(text, at) is not None


def is_nobody(text: str, at: int) -> bool:
    """Whether royals, monks or people at large begin here: พระเจ้า…, ทั้งหลาย."""
    return _nobodies().match(text, at) is not None


def is_body(text: str, at: int) -> bool:
    """Whether an organisation begins here."""
    return _bodies().match(text, at) is not None


def surname_like(text: str, start: int, end: int) -> bool:
    """Whether the list of family names has it, or it ends like many: …กุล, …วงศ์, …ชัย."""
    if text[start:end] in family_names():
        return True
    if end - start > _LONGEST_SURNAME or _stops().match(text, start) is not None:
        return False
    return text.endswith(terms("name_tails"), start + 1, end)


def begins_with_stop(text: str, start: int, posts: Posts) -> bool:
    """Whether a word of the stop list stands here as a word of its own."""
    return _stop_end(text, start, posts) is not None


def _stop_end(text: str, start: int, posts: Posts) -> int | None:
    stop = _stops().match(text, start)
    return stop.end() if stop is not None and posts.ends_word(stop.end()) else None


def has_stop(text: str, start: int, end: int, posts: Posts) -> bool:
    """Whether a word of the stop list stands within these letters: กาย|เป็น|บ่าว."""
    i = bisect_right(posts.word_ends, start)
    while i < len(posts.word_ends) and (at := posts.word_ends[i]) < end:
        if begins_with_stop(text, at, posts):
            return True
        i += 1
    return False


def follows_post(text: str, end: int, posts: Posts) -> bool:
    """Whether a post, or a verb of the name's holder, stands behind a name that ends here."""
    place = _behind(text, end)
    return place in posts.edge or (place >= 0 and is_verb(text, place))


def _is_followed(text: str, end: int, posts: Posts) -> bool:
    """Whether something stands behind that full names have behind them."""
    if _CLOSED.match(text, end) or follows_post(text, end, posts):
        return True
    place = _behind(text, end)
    return place >= 0 and _followers().match(text, place) is not None


def glued_end(text: str, start: int, end: int, posts: Posts) -> int:
    """Where the word or post begins that a run of letters is glued to, else the run's end."""
    cut = end
    found = _ends().search(text, start + _SHORTEST, end)
    while found is not None:
        if found.end() <= end:
            cut = found.start()
            break
        found = _ends().search(text, found.start() + 1, end)
    for place in range(start + _SHORTEST, cut):
        if place in posts.inner:
            return place
    return cut


def ordinary_end(text: str, start: int, end: int, posts: Posts) -> int:
    """The end of a given name that runs into an ordinary word: สนธิ|ได้พูดไว้.

    A run that is a given name is left whole, as ทองมา; else a known given name is cut off before
    a word of the stop list, and a run too long for a name before the first such word.
    """
    if end - start < 5:
        return end
    listed = given_names()
    i = bisect_left(posts.word_ends, start + _SHORTEST)
    while i < len(posts.word_ends) and (at := posts.word_ends[i]) < end:
        i += 1
        if at - start < 3:
            continue
        stop = _stop_end(text, at, posts)
        if stop is None:
            continue
        if text[start:end] in listed:
            return end
        alone = stop >= end and at - start < 5
        known = text[start:at] in listed or text.startswith(terms("name_verbs"), at)
        if (known and not alone) or end - start > _LONG:
            return at
    return end


def can_be_surname(text: str, start: int, end: int, posts: Posts) -> bool:
    """Whether the run ``start:end`` behind a given name can be a surname.

    Many surnames begin like a verb or a noun (พร้อมพัฒน์, กองจันทร์): these are believed where
    the list of family names has them, where they end like a surname, or where a post, a verb or
    the like stands behind, which tells the end of a name.
    """
    size = end - start
    if size < _SHORTEST or size > _LONGEST_SURNAME or text.startswith("รร", start):
        return False
    if _no_surname().match(text, start):
        return False
    stop = _stop_end(text, start, posts)
    if stop is None and _ends().match(text, start) is None:
        return True
    if stop is None:
        return False
    before_post = _is_before_post(text, end, posts)
    word = text[start:end]
    if stop >= end:
        return before_post and (word in family_names() or word in terms("name_verbs"))
    if word in family_names():
        return True
    quiet = _quiet().match(text, start) is not None
    if quiet and before_post:
        return True
    if _stop_end(text, stop, posts) is not None:
        return False
    if end - stop <= _LONGEST_TAIL and text.endswith(terms("name_tails"), stop, end):
        return True
    return before_post or (quiet and _is_followed(text, end, posts))


def _is_before_post(text: str, end: int, posts: Posts) -> bool:
    """Whether a post stands behind a name that ends here, also a deputy's or a former one."""
    place = _behind(text, end)
    if place < 0 or place in posts.edge:
        return place >= 0
    lower = _LOWER_POST.match(text, place)
    return lower is not None and lower.end() in posts.edge


def _behind(text: str, end: int) -> int:
    """Where the next word begins behind white space, else -1."""
    gap = _GAP.match(text, end)
    return gap.end() if gap is not None else -1
