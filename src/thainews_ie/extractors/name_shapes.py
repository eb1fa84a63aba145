"""How long a name is: given name, surname, and where what follows begins.

Thai is written without spaces between words, so that a name runs into the verb or post behind
it as often as not; the word lists that tell where it ends are data.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from thainews_ie.lexicon import family_names, given_names, table, terms
from thainews_ie.mentions import CharSpan
from thainews_ie.patterns import trie

__all__ = [
    "NameShape",
    "Posts",
    "begins_with_stop",
    "follows_post",
    "may_begin_name",
    "read_name",
]

# A run of Thai letters that a name can be: it begins with a consonant or a leading vowel.
_RUN = re.compile(r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{0,60}")
_FOREIGN_RUN = re.compile(r"-[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{0,30}")
_GAP = re.compile(r"[^\S\n]{1,4}")
_OPEN = re.compile(r"[^\S\n]{0,3}[\"“'‘]?")
# John Smith, Jean-Pierre de la Fontaine, O'Brien, J. R. Smith
_LATIN = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]{0,30}(?:[^\S\n]{1,2}(?:(?:de|da|di|la|von|van|der|den|bin|al|el|dos)[^\S\n])?"
    r"[A-ZÀ-Þ][\w'’.-]{0,30}){0,4}"
)
# Particles in the middle of foreign names: มาจิด บิน อับดุลเลาะห์
_PARTICLE = re.compile(r"บิน(?:ติ)?|อัล|เอล|แวน|ฟาน|ฟอน|วอน|เดอร?์?|ดา|ดิ|เลอ|ดอส|ซวน|วัน|ถิ|ดึ๊ก|มินห์")
_LATIN_BRACKET = re.compile(r"[^\S\n]{0,3}\([^\S\n]{0,2}[A-Z]")
_NO_GIVEN = re.compile(r"รร|ๆ|และ|(?:ผู้|ที่|และ|หรือ|ซึ่ง|ใน|ของ|จาก|เพื่อ|หนึ่ง|อื่น|ทั้ง|ใด)\Z")
# What stands behind the last name of a list: และ …, a comma, a bracket, the line's end.
_CLOSED = re.compile(r"[^\S\n]{0,3}(?:และ|,|\(|\)|\n|\Z)")
_SHORTEST = 2  # letters of a name: วู, ลี
_LONGEST = 32
_LONGEST_SURNAME = 22


class Posts(NamedTuple):
    """Where posts and honorifics begin.

    Args:
        edge: all of them; a word that begins there is no part of a name.
        inner: the long ones, which also end a name that they are glued to.
        word_ends: sorted ends of the segmenter's words.
    """

    edge: set[int]
    inner: set[int]
    word_ends: list[int]

    def ends_word(self, at: int) -> bool:
        """Whether a word of the segmenter ends here."""
        i = bisect_left(self.word_ends, at)
        return i < len(self.word_ends) and self.word_ends[i] == at


class NameShape(NamedTuple):
    """A name and its parts.

    Args:
        name: given name and surname.
        given: the given name.
        surname: the rest, None where there is none.
        cut: whether the name is glued to what follows.
    """

    name: CharSpan
    given: CharSpan
    surname: CharSpan | None
    cut: bool = False


@cache
def _ends() -> re.Pattern[str]:
    """What ends a name it is glued to. Short words are left out: surnames hold them too."""
    long = {word for word in terms("title_ends") if len(word) >= 5} - {"พร้อม"}
    return re.compile(trie(sorted(long | set(terms("name_ends")))))


@cache
def _stops() -> re.Pattern[str]:
    """Words that begin what stands where a surname would, though surnames may begin so too."""
    words = set(terms("name_stops")) | set(terms("title_ends"))
    words |= set(table("role_verbs")) | set(terms("organisation_heads"))
    return re.compile(trie(sorted(words)))


@cache
def _bodies() -> re.Pattern[str]:
    """Heads of organisations long enough to be no part of a given name."""
    return re.compile(trie(sorted(word for word in terms("organisation_heads") if len(word) >= 5)))


@cache
def _na_places() -> re.Pattern[str]:
    """``ณ อยุธยา`` behind a surname or instead of one."""
    places = trie(sorted(name.removeprefix("ณ ").strip() for name in terms("na_surnames")))
    return re.compile(rf"[^\S\n]{{1,3}}ณ[^\S\n]{{1,3}}{places}")


def may_begin_name(text: str, at: int) -> bool:
    """Whether a name can begin here: no vowel or tone mark, no ``รร``."""
    return _RUN.match(text, at) is not None and not text.startswith("รร", at)


def _glued_end(text: str, start: int, end: int) -> int:
    """Where the word begins that a run of letters is glued to, else the run's end."""
    found = _ends().search(text, start + _SHORTEST, end)
    while found is not None:
        if found.end() <= end:
            return found.start()
        found = _ends().search(text, found.start() + 1, end)
    return end


def _run(text: str, at: int, posts: Posts) -> tuple[int, bool] | None:
    """End of the name that begins here, and whether it was cut from a longer run."""
    run = _RUN.match(text, at)
    if run is None:
        return None
    end = run.end()
    while (tail := _FOREIGN_RUN.match(text, end)) is not None and end - at < 40:
        end = tail.end()
    cut = _glued_end(text, at, end)
    for place in range(at + _SHORTEST, cut):
        if place in posts.inner:
            return place, True
    return cut, cut < end


def _ordinary_end(text: str, start: int, end: int, posts: Posts) -> int:
    """The end of a given name that runs into an ordinary word: สนธิ|ได้พูดไว้.

    A run that is a given name is left whole, as ทองมา; else a known given name is cut off before
    a word of the stop list, and a run too long for a name before the first such word.
    """
    if end - start < 5 or text[start:end] in given_names():
        return end
    i = bisect_left(posts.word_ends, start + _SHORTEST)
    while i < len(posts.word_ends) and (at := posts.word_ends[i]) < end:
        i += 1
        if at - start < 3 or not begins_with_stop(text, at, posts):
            continue
        stop = _stops().match(text, at)
        alone = stop is not None and stop.end() >= end and at - start < 5
        if (text[start:at] in given_names() and not alone) or end - start > _LONGEST // 2:
            return at
    return end


def _is_surname(text: str, start: int, end: int, posts: Posts) -> bool:
    """Whether the run ``start:end`` behind a given name can be a surname.

    Many surnames begin like a verb or a noun (พร้อมพัฒน์, กองจันทร์): these are believed where
    a post stands behind, or where the list of family names has them.
    """
    if end - start < _SHORTEST or text.startswith("รร", start) or _ends().match(text, start):
        return False
    if end - start > _LONGEST_SURNAME:
        return False
    if not begins_with_stop(text, start, posts):
        return True
    stop = _stops().match(text, start)
    if stop is None or stop.end() >= end:
        return False
    if _CLOSED.match(text, end) or follows_post(text, end, posts):
        return end - start <= _LONGEST // 2
    return text[start:end] in family_names()


def follows_post(text: str, end: int, posts: Posts) -> bool:
    """Whether a post, or a verb of the name's holder, stands behind a name that ends here."""
    gap = _GAP.match(text, end)
    if gap is None:
        return False
    return gap.end() in posts.edge or _ends().match(text, gap.end()) is not None


def begins_with_stop(text: str, start: int, posts: Posts) -> bool:
    """Whether a word of the stop list stands here as a word of its own."""
    stop = _stops().match(text, start)
    return stop is not None and posts.ends_word(stop.end())


def read_name(text: str, at: int, posts: Posts) -> NameShape | None:
    """The name that stands behind an honorific.

    Args:
        text: the clean text.
        at: the end of the honorific; white space and an opening quote may follow.
        posts: where posts and further honorifics begin; a name ends there.

    Returns:
        The name, or None if what stands there is none.
    """
    opened = _OPEN.match(text, at)
    begin = opened.end() if opened else at
    if begin >= len(text):
        return None
    latin = _LATIN.match(text, begin)
    if latin is not None:
        return _read_latin(latin)
    if text[begin] == "ก" and begin + 1 < len(text) and _is_mayor(text, begin, posts):
        return None
    if begin in posts.inner or not may_begin_name(text, begin):
        return None
    first = _run(text, begin, posts)
    if first is None or first[0] - begin < _SHORTEST:
        return None
    end, cut = first
    short = _ordinary_end(text, begin, end, posts)
    if short < end:
        end, cut = short, True
    if _NO_GIVEN.match(text, begin, end) or _ends().match(text, begin) or end - begin > _LONGEST:
        return None
    if _bodies().match(text, begin):
        return None
    given = CharSpan(begin, end)
    if cut:
        return NameShape(given, given, None, True)
    surname, cut = _read_surname(text, end, posts)
    if surname is None:
        if begins_with_stop(text, begin, posts) and text[begin:end] not in given_names():
            return None
        return NameShape(given, given, None)
    return NameShape(CharSpan(begin, surname.end), given, surname, cut)


def _is_mayor(text: str, begin: int, posts: Posts) -> bool:
    """Whether the letter ก behind นาย makes it นายก: นายก|ชื่นชม."""
    if not text.startswith("นาย", begin - 3):
        return False
    return begins_with_stop(text, begin + 1, posts) or _ends().match(text, begin + 1) is not None


def _read_latin(found: re.Match[str]) -> NameShape:
    text = found.group().rstrip(".-'’")
    start = found.start()
    name = CharSpan(start, start + len(text))
    head, gap, rest = text.partition(" ")
    given = CharSpan(start, start + len(head))
    if not gap:
        return NameShape(name, given, None)
    at = start + len(head) + 1 + len(rest) - len(rest.lstrip())
    return NameShape(name, given, CharSpan(at, name.end))


def _read_surname(text: str, at: int, posts: Posts) -> tuple[CharSpan | None, bool]:
    """The surname behind a given name that ends at ``at``, and whether it was cut."""
    na = _na_places().match(text, at)
    if na is not None:
        return CharSpan(at + len(na.group()) - len(na.group().lstrip()), na.end()), False
    gap = _GAP.match(text, at)
    if gap is None or gap.end() in posts.edge:
        return None, False
    start = gap.end()
    found = _run(text, start, posts)
    if found is None or not _is_surname(text, start, found[0], posts):
        return None, False
    end, cut = found
    if cut:
        return CharSpan(start, end), True
    na = _na_places().match(text, end)
    if na is not None:
        return CharSpan(start, na.end()), False
    return _read_more(text, start, end, posts)


def _read_more(text: str, start: int, end: int, posts: Posts) -> tuple[CharSpan, bool]:
    """Further parts of a surname: of foreign names, and of two families."""
    last = start
    for _ in range(4):
        particle = _PARTICLE.fullmatch(text, last, end)
        gap = _GAP.match(text, end)
        if gap is None or gap.end() in posts.edge:
            break
        found = _run(text, gap.end(), posts)
        if found is None or begins_with_stop(text, gap.end(), posts):
            break
        if not _is_surname(text, gap.end(), found[0], posts):
            break
        part, cut = found
        behind = _GAP.match(text, part)
        followed = behind is not None and behind.end() in posts.edge and part - gap.end() <= 16
        followed = followed or _LATIN_BRACKET.match(text, part) is not None
        followed = followed or text[gap.end() : part] in family_names()
        if not (particle or (followed and not cut and part - gap.end() >= 3)):
            break
        last, end = gap.end(), part
        if cut:
            return CharSpan(start, end), True
    return CharSpan(start, end), False
