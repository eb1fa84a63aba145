"""Provinces, districts and subdistricts: names as written to official names and codes.

Provinces are a small table of the library's own, since nearly every venue asks for one. Districts
and subdistricts come from ``geothai``, which is read when an article first states one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from thainews_ie.lexicon import provinces, table
from thainews_ie.mentions import PlaceDraft
from thainews_ie.patterns import trie

__all__ = ["Areas", "find_areas", "find_district", "find_province", "find_subdistrict"]

_PROVINCE_WORD = r"(?:จังหวัด|จ\.)\s{0,2}"
_DISTRICT_WORD = r"(?:กิ่งอำเภอ|อำเภอ|อ\.|เขต)\s{0,2}"
_SUBDISTRICT_WORD = r"(?:ตำบล|ต\.|แขวง)\s{0,2}"
# The name after such a word: อำเภอเมือง จังหวัดแพร่, ต.บ้านถิ่น
_AREA_NAME = r"(?P<name>[ก-๙]{2,40})"
# ถนนเพชรบุรี, แยกราชบุรี and the like need not be in the province.
_STREET = r"(?<!ถนน)(?<!ถนน\ )(?<!ถ\.)(?<!ถ\.\ )(?<!ซอย)(?<!แยก)(?<!สาย)(?<!คลอง)"


class Areas(NamedTuple):
    """The areas that a phrase states; None for what it does not state."""

    subdistrict: PlaceDraft | None
    district: PlaceDraft | None
    province: PlaceDraft | None


@cache
def _province_names() -> dict[str, PlaceDraft]:
    """Every spelling of every province."""
    return {spelling: PlaceDraft(name, code) for spelling, (name, code) in provinces().items()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Province after its word; bare province; district; subdistrict."""
    names = trie(_province_names())
    words = {name for name, row in table("provinces").items() if row[2]}
    bare = trie(name for name in _province_names() if name not in words)
    common = trie(words)  # these only as a word of their own
    return (
        re.compile(rf"(?:{_PROVINCE_WORD}|(?:อำเภอ|อ\.)\s{{0,2}}เมือง)(?P<name>{names})"),
        re.compile(
            rf"""{_STREET} (?P<name>{bare}) (?!ตัดใหม่)
               | (?<![^\s(]) (?P<common>{common}) (?![ก-๙])
               | (?<=เขื่อน) (?P<dam>{names})""",
            re.VERBOSE,
        ),
        re.compile(rf"(?<![ก-๙]){_DISTRICT_WORD}{_AREA_NAME}"),
        re.compile(rf"(?<![ก-๙]){_SUBDISTRICT_WORD}{_AREA_NAME}"),
    )


def find_province(text: str, start: int = 0, end: int | None = None) -> PlaceDraft | None:
    """The province that a phrase states, or None.

    A province after ``จังหวัด`` or ``จ.`` comes before one that is part of another name.

    Args:
        text: any text.
        start, end: where the phrase stands in it.

    >>> find_province("ห้องประชุมจามเทวี ศาลากลางจังหวัดลำพูน")
    PlaceDraft(name='ลำพูน', code='51')
    >>> find_province("กระทรวงศึกษาธิการ กทม.").name
    'กรุงเทพมหานคร'
    """
    end = len(text) if end is None else end
    titled, bare, _, _ = _patterns()
    found: PlaceDraft | None = None
    for match in titled.finditer(text, start, end):
        found = _province_names()[match["name"]]
    if found is not None:
        return found
    for match in bare.finditer(text, start, end):
        found = _province_names()[match["name"] or match["common"] or match["dam"]]
    return found


def _bare(name: str) -> str:
    return name.removeprefix("เขต").removeprefix("แขวง")


@cache
def _districts() -> dict[str, tuple[PlaceDraft, ...]]:
    """Districts by bare name; a few names occur in several provinces."""
    import geothai

    found: dict[str, list[PlaceDraft]] = {}
    for province in geothai.provinces():
        for district in geothai.districts(province.code):
            name = _bare(district.name_th)
            found.setdefault(name, []).append(PlaceDraft(name, district.code))
    return {name: tuple(places) for name, places in found.items()}


def find_district(name: str, province: PlaceDraft | None = None) -> PlaceDraft:
    """The district of a name.

    Args:
        name: the bare name as written; ``เมือง`` is the capital district of ``province``.
        province: the province it lies in, if stated.

    Returns:
        The official name and code, or the name as written without a code where no district, or
        more than one, has it.

    >>> find_district("เมือง", PlaceDraft("แพร่", "54"))
    PlaceDraft(name='เมืองแพร่', code='5401')
    """
    written = name
    if name == "เมือง" and province is not None:
        name = f"เมือง{province.name}"
    fitting = [
        place
        for place in _districts().get(name, ())
        if province is None or (place.code or "").startswith(province.code or "")
    ]
    return fitting[0] if len(fitting) == 1 else PlaceDraft(written, None)


def find_subdistrict(
    name: str, district: PlaceDraft | None = None, province: PlaceDraft | None = None
) -> PlaceDraft:
    """The subdistrict of a name.

    Args:
        name: the bare name as written.
        district, province: the areas it lies in, if stated.

    Returns:
        The official name and code, or the name as written without a code where no subdistrict,
        or more than one, has it.

    >>> find_subdistrict("เกาะเต่า", province=PlaceDraft("สุราษฎร์ธานี", "84"))
    PlaceDraft(name='เกาะเต่า', code='840503')
    """
    import geothai

    within = (district and district.code) or (province and province.code) or ""
    fitting = [
        address.subdistrict
        for address in geothai.match(name)
        if address.subdistrict.code.startswith(within)
    ]
    if len(fitting) != 1:
        return PlaceDraft(name, None)
    return PlaceDraft(_bare(fitting[0].name_th), fitting[0].code)


def find_areas(text: str, start: int = 0, end: int | None = None) -> Areas:
    """Subdistrict, district and province that a phrase states.

    Args:
        text: any text.
        start, end: where the phrase stands in it.

    >>> find_areas("วัดถิ่นใน ต.บ้านถิ่น อ.เมือง จ.แพร่").district
    PlaceDraft(name='เมืองแพร่', code='5401')
    """
    end = len(text) if end is None else end
    _, _, district_pattern, subdistrict_pattern = _patterns()
    province = find_province(text, start, end)
    district = subdistrict = None
    match = district_pattern.search(text, start, end)
    if match:
        district = find_district(match["name"], province)
    match = subdistrict_pattern.search(text, start, end)
    if match:
        subdistrict = find_subdistrict(match["name"], district, province)
    return Areas(subdistrict, district, province)
