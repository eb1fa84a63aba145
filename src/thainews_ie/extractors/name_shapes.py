"""How long a name is: given name, surname, and where what follows begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thainews_ie.extractors.name_words import (
    Posts,
    begins_with_stop,
    can_be_surname,
    follows_post,
    glued_end,
    is_body,
    is_nobody,
    is_verb,
    na_place,
    ordinary_end,
    surname_like,
)
from thainews_ie.lexicon import given_names, terms
from thainews_ie.mentions import CharSpan
from thainews_ie.patterns import trie

__all__ = ["NameShape", "may_begin_name", "read_behind_nickname", "read_name"]

# A run of Thai letters that a name can be: it begins with a consonant or a leading vowel.
_RUN = re.compile(r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{0,60}")
_FOREIGN_RUN = re.compile(r"-[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{0,30}")
_GAP = re.compile(r"[^\S\n]{1,16}")  # tables set surnames in a column of their own
_LINE_END = re.compile(r"[^\S\n]{0,2}\n(?=[ก-ฮเ-ไ])")
_OPEN = re.compile(r"[^\S\n]{0,3}[\"“'‘]?")
# John Smith, Jean-Pierre de la Fontaine, O'Brien, J. R. Smith
_LATIN = re.compile(
    r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]{0,30}"
    r"(?:[^\S\n]{1,2}(?:(?:de|da|di|la|von|van|der|den|bin|al|el|dos)[^\S\n])?"
    r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'’.-]{0,30}){0,4}"
)
# Particles in the middle of foreign names: มาจิด บิน อับดุลเลาะห์
_PARTICLE = re.compile(r"บิน(?:ติ)?|อัล|เอล|แวน|ฟาน|ฟอน|วอน|เดอร?์?|ดา|ดิ|เลอ|ดอส|ซวน|วัน|ถิ|ดึ๊ก|มินห์")
# Words up to a bracket: … (H.E. Mr. John Smith), or up to the end of the bracket they stand in.
_TO_BRACKET = re.compile(
    r"""[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎-]{1,30}+
        (?:[^\S\n]{1,2}[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎-]{1,30}+){1,4}+
        (?= (?P<own>\)) | [^\S\n]{0,3}\([^\S\n]{0,2}[A-Z] )""",
    re.VERBOSE,
)
_NO_GIVEN = re.compile(r"รร|ๆ|และ|(?:ผู้|ที่|และ|หรือ|ซึ่ง|ใน|ของ|จาก|เพื่อ|หนึ่ง|อื่น|ทั้ง|ใด)\Z")
# A nickname and the given name behind it: อุ้ย กานดา
_NICKNAME = re.compile(
    r"[^\S\n]?([ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,7})[^\S\n]{1,2}(?=([ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,30}))"
)
_SHORTEST = 2  # letters of a name: วู, ลี
_SHORT = 4  # letters of a nickname that stands before any given name
_LONGEST = 32
_REACH = 40  # how far back the bracket around a name may open


@cache
def _letter() -> re.Pattern[str]:
    """A letter before a surname: ดักลาส อาร์. โลวี่, ชัย ฉ.โรจนกุล."""
    return re.compile(
        rf"[^\S\n]{{1,2}}(?:{trie(sorted(terms('name_letters')))}\.[^\S\n]{{0,2}}|[ฉชณธภลหฐ]\.)(?=[ก-ฮเ-ไ])"
    )


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


def may_begin_name(text: str, at: int) -> bool:
    """Whether a name can begin here: no vowel or tone mark, no ``รร``."""
    return _RUN.match(text, at) is not None and not text.startswith("รร", at)


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
    if begin in posts.inner or not may_begin_name(text, begin):
        return None
    if text[begin] == "ก" and _is_mayor(text, begin, posts):
        return None
    return _read_in_brackets(text, begin, posts) or _read_thai(text, begin, posts)


def read_behind_nickname(text: str, at: int, posts: Posts) -> NameShape | None:
    """The full name behind a short nickname: คุณ|อุ้ย|กานดา ใจงาม.

    Args:
        text: the clean text.
        at: the end of the honorific.
        posts: where posts and further honorifics begin.

    Returns:
        The name, or None if no nickname and full name stand there.
    """
    nickname = _NICKNAME.match(text, at)
    if nickname is None or nickname.end() in posts.edge or nickname[1] in given_names():
        return None
    if begins_with_stop(text, nickname.end(), posts):
        return None
    shape = _read_thai(text, nickname.end(), posts)
    if shape is None or shape.surname is None:
        return None
    short = len(nickname[1]) <= _SHORT and surname_like(text, *shape.surname)
    return shape if short or nickname[2] in given_names() else None


def _read_thai(text: str, begin: int, posts: Posts) -> NameShape | None:
    first = _run(text, begin, posts)
    if first is None or first[0] - begin < _SHORTEST:
        return None
    end, cut = first
    short = ordinary_end(text, begin, end, posts)
    if short < end:
        end, cut = short, True
    if _NO_GIVEN.match(text, begin, end) or is_verb(text, begin) or end - begin > _LONGEST:
        return None
    if is_body(text, begin):
        return None
    if is_nobody(text, begin) and text[begin:end] not in given_names():
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


def _run(text: str, at: int, posts: Posts) -> tuple[int, bool] | None:
    """End of the name that begins here, and whether it was cut from a longer run."""
    run = _RUN.match(text, at)
    if run is None:
        return None
    end = run.end()
    while (tail := _FOREIGN_RUN.match(text, end)) is not None and end - at < 40:
        end = tail.end()
    cut = glued_end(text, at, end, posts)
    return cut, cut < end


def _is_mayor(text: str, begin: int, posts: Posts) -> bool:
    """Whether the letter ก behind นาย makes it นายก: นายก|ชื่นชม, นายก|กิ่งกาชาด."""
    if not text.startswith("นาย", begin - 3):
        return False
    if begins_with_stop(text, begin + 1, posts) or is_verb(text, begin + 1):
        return True
    run = _RUN.match(text, begin)
    if not posts.ends_word(begin + 1) or run is None:
        return False
    listed = given_names()
    if text[begin + 1 : run.end()] in listed:
        return run.group() not in listed
    if any(text[begin : begin + size] in listed for size in range(3, 14)):
        return False
    surname, _ = _read_surname(text, run.end(), posts)
    return surname is None or not follows_post(text, surname.end, posts)


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


def _words(text: str, start: int, end: int) -> Iterator[int]:
    """Where words begin behind a space."""
    at = text.find(" ", start, end)
    while at >= 0:
        if text[at + 1] != " ":
            yield at + 1
        at = text.find(" ", at + 1, end)


def _read_in_brackets(text: str, begin: int, posts: Posts) -> NameShape | None:
    """A name of several words up to a bracket, its own or that of its Latin spelling."""
    found = _TO_BRACKET.match(text, begin)
    if found is None:
        return None
    end = found.end()
    if found["own"] and text.rfind("(", max(0, begin - _REACH), begin) < text.rfind(
        ")", max(0, begin - _REACH), begin
    ):
        return None
    at, *more = _words(text, begin, end)
    if not more:
        return None
    if posts.begin(at) or is_verb(text, at) or is_nobody(text, at):
        return None
    if any(word in posts.edge or is_verb(text, word) for word in more):
        return None
    if found["own"] and any(begins_with_stop(text, word, posts) for word in more):
        return None
    given = CharSpan(begin, begin + len(text[begin:at].rstrip()))
    return NameShape(CharSpan(begin, end), given, CharSpan(at, end))


def _read_surname(text: str, at: int, posts: Posts) -> tuple[CharSpan | None, bool]:
    """The surname behind a given name that ends at ``at``, and whether it was cut."""
    na = na_place(text, at)
    if na is not None:
        return CharSpan(at + len(na.group()) - len(na.group().lstrip()), na.end()), False
    gap = _GAP.match(text, at)
    if gap is None:
        return _read_next_line(text, at, posts), False
    start = gap.end()
    letter = _letter().match(text, at)
    if letter is not None:
        run = _RUN.match(text, letter.end())
        return (CharSpan(start, run.end()), False) if run else (None, False)
    if posts.begin(start):
        return None, False
    found = _run(text, start, posts)
    if found is None or not can_be_surname(text, start, found[0], posts):
        return None, False
    end, cut = found
    if cut:
        return CharSpan(start, end), True
    na = na_place(text, end)
    if na is not None:
        return CharSpan(start, na.end()), False
    return _read_more(text, start, end, posts)


def _read_next_line(text: str, at: int, posts: Posts) -> CharSpan | None:
    """A surname that a line end parts from its given name, if it is a known one."""
    line = _LINE_END.match(text, at)
    if line is None:
        return None
    found = _run(text, line.end(), posts)
    if found is None or posts.begin(line.end()) or begins_with_stop(text, line.end(), posts):
        return None
    end, cut = found
    if cut or not surname_like(text, line.end(), end) or not follows_post(text, end, posts):
        return None
    return CharSpan(line.end(), end)


def _read_more(text: str, start: int, end: int, posts: Posts) -> tuple[CharSpan, bool]:
    """Further parts of a surname: of foreign names, and of two families."""
    last = start
    for _ in range(4):
        particle = _PARTICLE.fullmatch(text, last, end)
        gap = _GAP.match(text, end)
        if gap is None or gap.end() in posts.edge:
            break
        at = gap.end()
        found = _run(text, at, posts)
        if found is None or begins_with_stop(text, at, posts):
            break
        part, cut = found
        if not can_be_surname(text, at, part, posts):
            break
        behind = _GAP.match(text, part)
        followed = behind is not None and behind.end() in posts.edge and part - at <= 16
        followed = followed or surname_like(text, at, part)
        if not (particle or (followed and not cut and part - at >= 3)):
            break
        last, end = at, part
        if cut:
            return CharSpan(start, end), True
    return CharSpan(start, end), False
