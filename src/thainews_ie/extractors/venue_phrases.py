"""Where the phrase that names a place ends: ``ห้องประชุมดอกบัว ชั้น 2 ศาลากลางจังหวัดลำพูน``.

A phrase is a row of pieces between spaces. The first piece is taken as it stands. A further one is
taken if it begins a place, a floor, an area or a country, or if it can be the rest of a name
(``โรงแรมแกรนด์ ลีลา พาเลซ``). A person, a verb, a date or a conjunction ends it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from thainews_ie.lexicon import provinces, table, terms
from thainews_ie.patterns import trie

__all__ = ["Phrase", "head_at", "is_area", "read_phrase", "stops_at"]

_MAX_PIECES = 14
_MAX_WEAK = 7  # pieces in a row that nothing but their length speaks for
_WEAK_LENGTH = 24  # a longer piece without a known beginning is a clause, not the rest of a name

_HEADS = {term: row[0] for term, row in table("venue_heads").items()}
_STOPS = {term: row[0] for term, row in table("venue_stops").items()}
_INNER_STOPS = [term for term, where in _STOPS.items() if where in ("any", "relative")]
_HEAD = re.compile(trie(_HEADS))
_STOP = re.compile(trie(_STOPS))
_INNER_STOP = re.compile(trie(_INNER_STOPS))

# ตำบลบ้านถิ่น, อ.เมือง, เขตดุสิต, ถ.ราชดำเนิน, ม.8, หมู่ที่ 3, เลขที่ 5, a floor, บริษัท … จำกัด
_AREA = re.compile(
    r"""จังหวัด|จ\.|กิ่งอำเภอ|อำเภอ|อ\.|ตำบล|ต\.|เขต|แขวง|เทศบาล|หมู่|ม\.\s?\d
        |เลขที่|ถนน|ถ\.|ซอย|ซ\.|ตรอก|กม\.|ภาค|วิทยาเขต|สาขา|จำกัด""",
    re.VERBOSE,
)
_PROVINCE = re.compile(rf"(?:{trie(provinces())})(?![ก-๙])")
_ABROAD = re.compile(
    r"(?:ประเทศ|สาธารณรัฐ|สหพันธ|สมาพันธ|สหราช|ราชอาณาจักร|รัฐ(?!มนตรี|บาล|วิสาหกิจ|สภา)|มลรัฐ|กรุง(?!ไทย)"
    rf"|นคร(?=[ก-๙ ])|เมือง|มณฑล|เกาะ|แคว้น|{trie(terms('countries'))})"
)
# The end of an address: nothing of the same place can follow but a country or a bracket.
_LAST = re.compile(r"(?<=\s)(?:(?:จังหวัด|จ\.)\s?[ก-๙]{2,20}|กรุงเทพมหานคร|กรุงเทพ\s?ฯ|กทม\.?)\Z")
# ณ, ใน, บริเวณ between the parts of one place: ฮอลล์ 3 ณ ศูนย์ประชุม…, ห้อง … ในอาคาร…
_LINK = re.compile(r"(?:(?P<at>ณ[^\S\n]{1,2})|ใน|บริเวณ)(?=(?P<rest>[ก-๙A-Z]))")
# สถานเอกอัครราชทูต ณ กรุง…, สถานกงสุลใหญ่ ณ นคร…
_POSTED = re.compile(r"(?:ทูตไทย|ทูต|กงสุล|กงสุลใหญ่|ผู้แทนถาวรไทย)\s{0,2}\Z")
# A person's name that is part of a place's: ห้องประชุม ศ.นิคม, ลานพระราชานุสาวรีย์ สมเด็จ…
_NAMESAKE = re.compile(
    r"(?:ศ\.|ศาสตราจารย์|ดร\.|พล\.|พลเอก|คุณ|ท่าน|ม\.ร\.ว\.|หม่อม|พระ|สมเด็จ|นาย(?!ก)|นาง)"
)
_UNNAMED = re.compile(r"(?:(?:\A|หน้า|\s)(?:ห้องประชุม|ห้อง|หอประชุม|อาคาร|ตึก|หอ|ศาลา|สนาม)|นุสาวรีย์)\Z")

# A piece of a phrase; brackets and quotes are read apart.
_PIECE = re.compile(r"""[^\s()\[\]{}“”"‘’«»,;:|!?…•\\]{1,120}""")
_GAP = re.compile(r"[^\S\n]{0,3}")
_BRACKET = re.compile(r"\([^()\n]{1,50}\)")
_QUOTED = re.compile(r"[“\"‘][^“”\"‘’\n]{1,50}[”\"’]")
# What stands in brackets beside the name and is no part of it: (สปอ.), (OTOP), (Zoom Meeting)
_ASIDE = re.compile(
    r"""\((?: (?:[ก-๙]{1,5}\.){1,4}[ก-๙\s.]{0,20}\) | [A-Z][A-Za-z]{1,9}\)
        | [^)]{0,50}?(?:เว็บ|https?|www|Zoom|ZOOM|ออนไลน์|ระบบ|โทร|วันที่|ประเทศไทย\)) )""",
    re.VERBOSE,
)
_LATIN = re.compile(r"[A-Za-z0-9#&/.,'’\-–]{1,40}")
_GLUED_HEAD = re.compile(r"\d{1,4}(?=[ก-๙])")
_LOOSE_END = re.compile(r"(?:ด้วย|[\s\-–,/])[\s\-–,/]{0,10}\Z")


class Phrase(NamedTuple):
    """A place's name.

    ``relative`` tells that a clause cut it short (``ร้านค้าที่ร่วมโครงการ``): no certain place.
    """

    end: int
    relative: bool


def head_at(text: str, at: int) -> str | None:
    """The kind of place that begins at an offset (``room``, ``site``, ...), or None."""
    match = _HEAD.match(text, at)
    return _HEADS[match.group()] if match else None


def bare_head(text: str, start: int, end: int) -> bool:
    """Whether a phrase is a common noun alone: ``ร้านค้า``, ``อาคาร``."""
    match = _HEAD.fullmatch(text, start, end)
    return bool(match and _HEADS[match.group()] != "named")


def is_area(text: str, at: int) -> bool:
    """Whether an area, a city or a country begins at an offset."""
    return bool(_AREA.match(text, at) or _PROVINCE.match(text, at) or _ABROAD.match(text, at))


def stops_at(text: str, at: int) -> str | None:
    """How the word at an offset ends a phrase, as in the table ``venue_stops``; None if not.

    A longer word that begins a place is stronger: ``ที่ว่าการอำเภอ`` is no ``ที่``.
    """
    stop = _STOP.match(text, at)
    if stop is None:
        return None
    head = _HEAD.match(text, at)
    if head is not None and head.end() > stop.end():
        return None
    return _STOPS[stop.group()]


def read_phrase(text: str, start: int, limit: int, *, single: bool = False) -> Phrase:
    """The place's name that begins at ``start``.

    Args:
        text: the clean text.
        start: its first character, not a space.
        limit: where its line ends.
        single: whether another place's first word ends it, as in a list of places.

    Returns:
        The phrase; its end is ``start`` if no place can begin there.

    >>> text = "ห้องประชุมดอกบัว ชั้น 2 ศาลากลางจังหวัดลำพูน โดยมีผู้เข้าร่วม 40 คน"
    >>> text[: read_phrase(text, 0, len(text)).end]
    'ห้องประชุมดอกบัว ชั้น 2 ศาลากลางจังหวัดลำพูน'
    """
    end = at = start
    weak = 0
    in_address = False
    subject = start  # where the phrase ended before its last piece, if that is a body
    for number in range(_MAX_PIECES):
        begin = _skip_gap(text, at, limit)
        wide = begin - at >= 2
        if number and text.startswith(", ", begin) and _is_strong(text, begin + 2):
            begin += 2
        if begin >= limit:
            break
        if number and text[begin] in '(“"‘':
            match = (_BRACKET if text[begin] == "(" else _QUOTED).match(text, begin, limit)
            if match is None:
                break
            at = match.end()
            if match.group() == "(มหาชน)" or not _ASIDE.match(match.group()):
                end = at
            continue
        if number:
            begin = _skip_link(text, start, begin, single=single)
        stop, namesake = _stop(text, start, begin, end)
        if stop is not None:
            if number and stop in ("verb", "relative") and not text.startswith("ที่", begin):
                end = max(subject, start + 1) if subject > start else end
            break
        piece = _PIECE.match(text, begin, limit)
        if piece is None:
            break
        cut = _INNER_STOP.search(text, begin + 1, min(piece.end() + 2, limit))  # ต่าง ๆ
        piece_end = cut.start() if cut else piece.end()
        if number and text.startswith(")", piece_end) and text[begin:piece_end].isdigit():
            break  # the number of the next item: … 4) …
        subject = start
        if number:
            last = bool(_LAST.search(text[max(start, end - 40) : end]))
            head = head_at(text, begin)
            if single and head is not None and head != "floor" and not _AREA.match(text, begin):
                break
            if head or _is_strong(text, begin):
                if last and not _ABROAD.match(text, begin):
                    break
                weak = 0
                province = text.startswith("จังหวัด", begin) and not in_address
                if head == "body" or province:
                    subject = end
                in_address = bool(_AREA.match(text, begin))
            elif not namesake and (
                last or cut or weak >= _MAX_WEAK or not _may_belong(text, begin, piece_end, wide)
            ):
                break
            else:
                weak += 1
        end = at = piece_end
        if text.endswith("ว่า", begin, end) and not text.endswith("ศาลาว่า", begin, end):
            return Phrase(end - 3, relative=False)
        if cut:
            if cut.group().startswith("วัน") and text.endswith("ใน", begin, end):
                end -= 2  # จังหวัดน่านใน|วันพุธ
            if _STOPS[cut.group()] == "relative":
                return Phrase(end, relative=True)
            break
    loose = _LOOSE_END.search(text, max(start, end - 10), end)
    return Phrase(loose.start() if loose and loose.start() > start else end, relative=False)


def _stop(text: str, start: int, begin: int, end: int) -> tuple[str | None, bool]:
    """How the piece at ``begin`` ends the phrase ``start:end``, if it does.

    The flag tells that the piece is the name of a person whom the place is named after.
    """
    if text.startswith("รอบ", begin) and text[begin - 2 : begin - 1].isdigit():
        return None, False  # อาคารเฉลิมพระเกียรติ 6 รอบ
    stop = stops_at(text, begin)
    if stop == "start" and begin > start and _NAMESAKE.match(text, begin):
        namesake = _UNNAMED.search(text[max(start, end - 16) : end]) is not None
        return (None if namesake else stop), namesake
    return stop, False


def _skip_gap(text: str, at: int, limit: int) -> int:
    gap = _GAP.match(text, at, limit)
    return gap.end() if gap else at


def _skip_link(text: str, start: int, begin: int, *, single: bool) -> int:
    """Past a preposition that joins a room or a building to its site."""
    link = None if single else _LINK.match(text, begin)
    if link is None or not (head_at(text, link.end()) or _ABROAD.match(text, link.end())):
        return begin
    if link["at"]:
        head = head_at(text, start)
        abroad = _POSTED.search(text, max(start, begin - 10), begin)
        joins = head in ("room", "building", "floor", None) and not is_area(text, start)
        if not (joins or (abroad and _ABROAD.match(text, link.end()))):
            return begin
    return link.end()


def _is_strong(text: str, at: int) -> bool:
    """Whether a piece surely belongs to an address."""
    number = _GLUED_HEAD.match(text, at)  # ชั้น 2อาคาร…
    return is_area(text, at) or bool(_HEAD.match(text, number.end() if number else at))


def _may_belong(text: str, begin: int, end: int, wide: bool) -> bool:
    """Whether a piece without a known beginning can be the rest of a name."""
    if text.startswith("ณ ", begin) or not any(map(str.isalnum, text[begin : begin + 3])):
        return False
    if _LATIN.fullmatch(text, begin, end):
        return True
    return not wide and end - begin <= _WEAK_LENGTH
