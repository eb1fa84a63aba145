"""The token: one mention of an award, and what is said right behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thainews_ie.extractors.awards.bodies import read_body
from thainews_ie.extractors.awards.parts import (
    common_era,
    read_category,
    read_edition,
    read_levels,
)
from thainews_ie.extractors.awards.phrases import before, skip_spaces
from thainews_ie.mentions import CharSpan

__all__ = ["Token", "read_tail"]


@dataclass(slots=True)
class Token:
    """One mention of an award, or of a level or category without the award's name.

    Args:
        kind: ``prize``, ``plaque``, ``certificate``, ``contest``, ``latin``, ``merit``, ``level``,
            ``category``, or ``list`` for the word that opens a list.
        start, end: the phrase with its category, level and edition.
        name: the award's name; None for levels, categories and lists.
        category, levels, year, giver: what stands beside it.
        given: whether words of giving, winning or contending stand before it.
        alias: what else a contest is called, before its title.
        count, noun: of a list, how many items it announces and what it calls them.
    """

    kind: str
    start: int
    end: int
    name: CharSpan | None = None
    category: CharSpan | None = None
    levels: list[CharSpan] = field(default_factory=list)
    year: int | None = None
    giver: CharSpan | None = None
    given: bool = False
    alias: CharSpan | None = None
    count: int = 0
    noun: str = ""


_BRACKETS = re.compile(r"[ ]{0,2}\([^()\n]{1,90}\)")
_BRACKET_YEAR = re.compile(r"(?<=[A-Za-z] )20[12]\d(?=\))")
# The edition at the end of a title in quotes: “Top Company Awards |2023|”.
_NAME_YEAR = re.compile(r"[ ](?P<year>20[012]\d|25[56]\d)(?=[ ]?[”\"’]?\Z|[ ][A-Za-z])")
_COUNTED = re.compile(r"[ ]{0,2}(?:รวม|จำนวน)?[ ]{0,2}\d{1,3}[ ]?(?:รางวัล|ราย|คน|แห่ง|ทีม|ผลงาน)")
# The edition, with words between: รางวัล… ผู้ทำคุณประโยชน์แก่… |ประจำปี 2566|.
_LATER_EDITION = re.compile(
    r"[^\n]{0,80}?(?:ประจำปี(?:งบประมาณ)?[ ]?(?:พ\.?ศ\.?|พุทธศักราช)?|พุทธศักราช)[ ]{0,2}"
    r"(?P<year>25\d\d|[56]\d(?!\d))"
)
# Bodies that confer prizes rather than win them.
_OF_BODY = re.compile(
    r"[ ]{0,2}ของ(?=กรม|กระทรวง|สำนักงาน|สำนัก|สมาคม|มูลนิธิ|องค์การ|สถาบัน|สภา|ราชบัณฑิต)"
)
_NEXT_AWARD = re.compile(r"รางวัล|โล่|เกียรติบัตร|งาน|ครบรอบ|ประชุม|[ ]ณ[ ]|โครงการ")


def _levels_at(text: str, token: Token, at: int) -> list[CharSpan]:
    """The levels stated at ``at``, if the token may have them there."""
    if not token.levels:
        return read_levels(text, skip_spaces(text, at)) or read_levels(text, at)
    if token.name and text.startswith("ระดับ", token.levels[-1].start):
        # ระดับชาติ จำนวน 3 รางวัล |ระดับภาค| จำนวน 9 รางวัล
        more = read_levels(text, skip_spaces(text, at))
        return more if more and text.startswith("ระดับ", more[0].start) else []
    return []


def _aside_at(text: str, token: Token, at: int) -> re.Match[str] | None:
    """What may stand between the parts: brackets, a count."""
    if token.kind == "level":
        return None
    return _BRACKETS.match(text, at, at + 96) or _COUNTED.match(text, at, at + 24)


def _conferring(text: str, token: Token, at: int) -> CharSpan | None:
    """Whose prize it is: รางวัลดาวเหนือ ประจำปี 2566 ของ|กรมการข้าว| ประเภท…"""
    of = _OF_BODY.match(text, at, at + 20) if token.name else None
    return read_body(text, of.end()) if of else None


def read_tail(text: str, token: Token) -> Token:
    """Add category, levels and edition that follow the token's phrase, in any order.

    Returns:
        The token, its ``end`` behind what was read.
    """
    if token.name is not None and text[token.end : token.end + 1] in ("”", '"', "’"):
        token.end += 1
    for _ in range(7):
        at = token.end
        edition, year = read_edition(text, at)
        if edition > at:
            token.year = token.year or year
            token.end = edition
        elif levels := _levels_at(text, token, at):
            token.levels = [*token.levels, *levels]
            token.end = levels[-1].end
        elif category := read_category(text, at):
            if token.category is None:
                token.category = category
            elif category.start - token.category.end <= 2:
                token.category = CharSpan(token.category.start, category.end)
            token.end = category.end
        elif token.giver is None and (body := _conferring(text, token, at)):
            token.giver = body
            token.end = body.end
        elif aside := _aside_at(text, token, at):
            inside = _BRACKET_YEAR.search(text, at, aside.end())
            if inside:
                token.year = token.year or common_era(inside.group())
            token.end = aside.end()
        else:
            break
    if token.name is None:
        return token
    if token.year is None and (said := _NAME_YEAR.search(text, token.name.start, token.name.end)):
        token.year = common_era(said["year"])
    if before(text, token.name.start, 7) == "ว่าด้วย":
        token.year = None  # the year of a regulation
    elif token.year is None:
        later = _LATER_EDITION.match(text, token.end, min(len(text), token.end + 110))
        if later and not _NEXT_AWARD.search(text, token.end, later.end()):
            token.year = common_era(later["year"])
    return token
