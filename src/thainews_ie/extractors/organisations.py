"""Where the name of a public body ends that follows a post: ``กรมศิลปากร กระทรวงวัฒนธรรม``.

Thai puts no mark at the end of a name. What helps: the full names of public bodies, white space
(kept inside a name only before words that begin a body, a unit or a field of work), and the words
that tell what the holder of the post does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from thainews_ie.lexicon import table, terms, terms_by_class
from thainews_ie.patterns import trie

__all__ = ["OrganisationReader"]

_MAX_PART = 110
_MAX_PIECES = 6


def _loose(names: Iterable[str]) -> str:
    """A pattern for names whose และ may stand between spaces."""
    return trie(name.replace("และ", " และ ") for name in names)


_BODIES = re.compile(_loose(terms("organisations")))
_PARTS = re.compile(_loose(terms("organisation_parts")))
_COUNTRY = re.compile(rf"(?:ประเทศ)?(?:{trie(terms('countries'))})")
# …ณ กรุงแคนเบอร์รา ประเทศออสเตรเลีย; นายกรัฐมนตรี สปป.ลาว
_OF_COUNTRY = re.compile(
    rf"""[^\S\n]{{1,2}} (?:แห่ง|ของ)?[^\S\n]{{0,2}}
        (?= ประเทศ | สปป | สาธารณรัฐ | ราชอาณาจักร | เครือรัฐ | สหพันธรัฐ )
        {_COUNTRY.pattern} (?![ก-๎])""",
    re.VERBOSE,
)
_ENDS = re.compile(trie(terms("title_ends")))
_CLAUSES = terms_by_class("organisation_clauses")
# Verbs that name a committee: คณะทำงานจัดงาน…, คณะกรรมการติดตามสถานการณ์…
_TASKS = _CLAUSES["task"]
_HAS_TASKS = _CLAUSES["committee"]
# Behind an occupation, what its holder does or is.
_TOLD = _CLAUSES["told"]
# The end of every name that has it: สมาคม…ในพระบรมราชูปถัมภ์
_PATRONAGE = re.compile(r"ใน(?:พระ(?:บรม)?ราชา?นุ?เคราะห์|พระ(?:บรม)?ราชูปถัมภ์)(?!ของ|สมเด็จ|พระ|ใน)")
# Words at the end of a run that lead on to something else.
_DANGLING = ("และ", "ของ", "แห่ง")
_MINISTRY = re.compile(rf"\s{{0,2}}(?:กระทรวง\s{{0,2}})?(?:{_loose(table('ministries'))})ฯ?")

# An unbroken run of characters of a name: สำนักงานวัฒนธรรมจังหวัดลำพูน
_RUN = re.compile(r"[^\s()\[\]{}\"“”‘’«»,;:|!?…•/\\]{1,110}")
# บริษัท ตัวอย่างการค้า (ประเทศไทย) จำกัด (มหาชน); ธนาคารตัวอย่าง จำกัด (มหาชน)
_COMPANY = re.compile(
    r"""(?:บริษัท|ธนาคาร|บมจ\.|บจก\.|(?:ชุมนุม|ร้าน)?สหกรณ์)[^\S\n]{0,2}
        (?:(?!บริษัท|\s(?:นาย|นาง|กล่าว|เปิดเผย|พร้อม))[^\n()]){1,60}?
        (?:\([^()\n]{1,20}\)[^()\n]{0,30}?)?
        จำกัด (?:[^\S\n]?\(มหาชน\))?""",
    re.VERBOSE,
)
_OTHER_FIRM = re.compile(
    r"""(?:บริษัท|บมจ\.|บจก\.|บจ\.|หจก\.|ห้างหุ้นส่วนจำกัด)[^\S\n]{1,2} [^\s(),]{2,40}
        (?: (?:[^\S\n][^\s(),]{2,20}){0,3} [^\S\n](?:ประเทศไทย|คอร์ปอเรชั่น|กรุ๊ป|โฮลดิ้งส?์?)(?![ก-๎]) )?
        (?: [^\S\n]?\((?:ประเทศ)?ไทย(?:แลนด์)?\) )?""",
    re.VERBOSE,
)
# …บริษัท ก จำกัด และบริษัท ข จำกัด: the name of one post's second firm
_AND_FIRM = re.compile(r"[^\S\n]?และ[^\S\n]?(?=บริษัท)")
# A body within no other of its kind.
_SINGLE = ("กรม", "กระทรวง")
# A firm's name is over there, what follows is its short form: …จำกัด ธพส.
_FIRM_END = ("จำกัด", "(มหาชน)")
# Brackets that belong to the name they follow; others hold its abbreviation.
_BRACKET = re.compile(
    r"""[^\S\n]? \( (?: องค์การมหาชน | มหาชน | (?:ประเทศ)?ไทย | ไทยแลนด์ | ชาย | หญิง
        | [ทพต]\.?
        | (?:ด้าน|กลุ่ม|ฝ่าย|สาขา|ภาค(?!เอกชน)) [^()\n]{2,60} ) \)""",
    re.VERBOSE,
)
# What has its own name in quotes: ที่ปรึกษาโครงการ “ค่าของแผ่นดิน”
_QUOTE = re.compile(r"[^\S\n]?(?:“[^“”\n]{2,60}”|\"[^\"\n]{2,60}\")")
_QUOTED = ("โครงการ", "รายการ", "ร้าน", "เพจ", "กลุ่ม")
# The grade of a post: พนักงานธุรการ ส 4, ช่างไฟฟ้า ระดับ ช 3, นิติกร 7 ว, พยาบาล (สบ 5)
_GRADE = re.compile(
    r"""[^\S\n](?:ระดับ[^\S\n]?)?[ก-ฮ][^\S\n]?\d{1,2}(?=[^\S\n])
      | [^\S\n]?\d{1,2}[^\S\n]?ว(?![ก-๎.]) | [^\S\n]?\(สบ\.?[^\S\n]?\d\)""",
    re.VERBOSE,
)
# A number that a name needs: เขตสุขภาพที่ 8, ภาค 4, กองร้อยที่ 2/1
# เขตตรวจราชการที่ 5 และ 7, สำนักงานชลประทานที่ 8 นครราชสีมา
_NUMBER = re.compile(
    rf"""[^\S\n]?\d{{1,4}}(?:[/.\-]\d{{1,3}}){{0,2}}(?![\d:])
        (?: (?:[^\S\n]?,[^\S\n]?|[^\S\n]?และ[^\S\n]?)\d{{1,2}}(?![\d:./]) ){{0,5}}
        (?: [^\S\n]\(?(?:{trie(table("provinces"))})\)?(?=[\s,]|\Z) )?""",
    re.VERBOSE,
)
_BEFORE_NUMBER = terms("numbered_units")
# Words in Latin letters: มูลนิธิ RBSO, สถาบัน ABC & Partners
_LATIN = re.compile(
    r"""[^\S\n]? (?! (?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|H\.E)\b ) [A-Z][\w&.'’\-]{0,30}
        (?: [ ]{1,2} (?: [A-Z&][\w&.'’\-]{0,30} | of | the | and | for ) ){0,5}
        (?: [ ]\d{4}(?![\d:.]) )?""",
    re.VERBOSE,
)
# Glued to a full name, these carry it on: กระทรวงการคลังของประเทศตัวอย่าง, ธนาคารออมสินภาค 3
_GLUED = re.compile(
    r"ของ|แห่ง|ประจำ|ภาค|เขต|สาขา|ฝ่าย|ด้าน(?!ของ)|สาย|กลุ่ม|อาวุโส|จังหวัด|ประเทศ|สาธารณรัฐ"
    r"|ราชอาณาจักร|สหพันธ|และ|ในพระ|ในคณะ|ส่วน(?:กลาง|ภูมิภาค)|เพื่อ|คนที่"
    r"|กระทรวง|กรุงเทพ|สำนักงาน"
)
_HEADS = trie(terms("organisation_heads"))
# ด้าน นาย … begins a new clause, ด้านวิชาการ does not.
_NEW_CLAUSE = r"ด้าน\s?(?:นาย|นาง|ดร|นพ|พญ|พล|พ\.|ศ\.|ศาสตร|รศ|รอง|ผศ|ผู้|ร้อย|ร\.|ว่าที่)"
# Abbreviations that are forms of address or ranks, not bodies: ดร., พล.อ., น.ส.
_ADDRESS = r"(?:ดร|ผศ|รศ|ศ|นพ|พญ|ทพ|ทญ|ภก|ภญ|สพ|นสพ|น|นส|พล|พ|ร|จ|ส\.[ตท]|ว|ม\.[ลร]|อ|ด|ท|ต|ช)\."
# After a space, what carries a title on.
_CARRY_ON = re.compile(
    rf"""[^\S\n]{{1,2}}
        (?! {_NEW_CLAUSE} | กรม(?:พระ|หลวง|สมเด็จ|หมื่น|ขุน)
          | (?:กรม|กอง|จังหวัด|อำเภอ)(?:ต่าง|ละ|[ๆฯ\s])
          | คณะ(?: ผู้|คณะ|กรรม|อนุ|ที่ปรึกษา|ทำงาน|เจ้าหน้าที่|รัฐมนตรี|บุคคล|ครู|อาจารย์
                 | นัก|ข้าราชการ|สงฆ์|สื่อ|บุคลากร|ทูต|[ฯ\s] ) )
        (?: {_HEADS} | ณ[ ](?:กรุง|นคร|เมือง)
          | ภาค (?= [^\S\n]?\d )
          | [ก-๎]{{2,40}}? (?: คอร์ปอเรชั่?น | กรุ๊ป | โฮลดิ้งส?์? | อินเตอร์เนชั่นแนล ) (?= \s )
          | [ก-๎]{{3,20}} (?= [^\S\n] พรรค[ก-๎] )   # ส.ส. ลำพูน พรรค…
          | (?!{_ADDRESS}) (?:[ก-ฮ]{{1,6}}\.){{1,5}} (?![ก-๎]) )""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(r"(?:\.|\b)[ก-ฮ]{1,5}\.\Z")
_SHORT_FORM = re.compile(r"[ก-ฮ.]{2,8}(?=[\s,])")
_COMMITTEE = re.compile(r"[^\S\n]{1,2}คณะ(?:อนุ)?กรรม(?:การ|าธิการ)(?![ฯ\s])")
# The same behind a post that is complete: ผู้ตรวจราชการกระทรวงสาธารณสุข เขตสุขภาพที่ 8
_CARRY_ON_NARROW = re.compile(
    r"[^\S\n]{1,2}(?:เขต(?:สุขภาพ|ตรวจราชการ|พื้นที่|ที่|\s?\d)"
    rf"|(?!{_NEW_CLAUSE})ด้าน|ฝ่าย|คนที่|ประจำ(?!ปี|เดือน|วัน)|แห่ง|ของ)"
)


class OrganisationReader:
    """Reads the name of a body behind a post.

    Args:
        text: the clean text.
        word_ends: sorted ends of the segmenter's words; a title may be cut only there.
        begins_post: whether a post begins at an offset (``และรัฐมนตรี…`` ends a name).
    """

    __slots__ = ("_begins_post", "_text", "_word_ends")

    def __init__(self, text: str, word_ends: list[int], begins_post: Callable[[int], bool]) -> None:
        self._text = text
        self._word_ends = word_ends
        self._begins_post = begins_post

    def end(self, start: int, body: int, limit: int, *, ministry: bool, narrow: bool) -> int:
        """Where the name of the body behind a post ends.

        Args:
            start: the end of the post's own words.
            body: where the body's name begins: ``start``, or earlier where the post's last word
                is part of both (``ปลัดกระทรวง|วัฒนธรรม``).
            limit: the end may not lie beyond it (the next person's name).
            ministry: the post is one of a ministry, which may be named in short (``รมว.คลัง``).
            narrow: the post takes one body only, after which little may follow.

        Returns:
            The end, or ``start`` if no body follows.
        """
        text = self._text
        at = self._first(start, body, limit, ministry)
        grade = _GRADE.match(text, at, limit)
        if grade:
            at = grade.end()
        carry_on = _CARRY_ON_NARROW if narrow and at > start else _CARRY_ON
        for _ in range(_MAX_PIECES):
            at = self._suffixes(at, body, limit)
            country = _OF_COUNTRY.match(text, at, limit) if at > start else None
            if country:
                at = country.end()
                continue
            firm = _AND_FIRM.match(text, at, limit) if text.endswith(_FIRM_END, start, at) else None
            if firm:
                named = _COMPANY.match(text, firm.end(), limit)
                if named:
                    at = named.end()
                    continue
            ahead = carry_on.match(text, at, limit)
            if ahead is None and at == start:
                ahead = _COMMITTEE.match(text, at, limit)
            if ahead is None:
                latin = _LATIN.match(text, at, limit) if at > start or not narrow else None
                if latin is None:
                    break
                at = latin.end()
                continue
            begin = at
            while text[begin].isspace():
                begin += 1
            if text.startswith("ณ ", begin):
                begin += 2
            if self._begins_post(begin) or self._is_beside(begin, body, at):
                break
            reached = self._piece(begin, begin, limit)
            if reached <= begin:
                break
            at = reached
        return at

    def _is_beside(self, begin: int, body: int, at: int) -> bool:
        """Whether what follows is no part of the body: a firm's short form, an award's branch."""
        text = self._text
        if text.startswith(_SINGLE, begin):
            return text[begin : begin + 3] == text[body : body + 3]  # อธิบดีกรม… กรม…
        if text.startswith("ด้าน", begin):
            return text.find("โรงเรียน", body, at) >= 0
        return text.endswith(_FIRM_END, body, at) and _SHORT_FORM.match(text, begin) is not None

    def country(self, start: int, limit: int) -> int:
        """The end of a country's name, glued or after ``ของ`` or ``แห่ง``; else ``start``."""
        text = self._text
        begin = start
        if text.startswith(("ของ", "แห่ง"), start):
            begin += 3 if text[start] == "ข" else 4
            begin += text.startswith(" ", begin)
        found = _COUNTRY.match(text, begin, limit)
        if found is None:
            found = _OF_COUNTRY.match(text, start, limit)
        if found:
            return found.end()
        if begin > start or text.startswith(("สาธารณรัฐ", "ราชอาณาจักร", "สหพันธ", "รัฐ"), start):
            return self._piece(start, start, limit)
        return start

    def clause_goes_on(self, at: int) -> bool:
        """Whether a clause goes on at an offset: a verb, ``พร้อมด้วย``, the end of the line."""
        text = self._text
        after = at + 1 if text.startswith(" ", at) else at
        if after == len(text) or text[after] in "\n)" or text.startswith(_TOLD, after):
            return True
        return _ENDS.match(text, after) is not None

    def _first(self, start: int, body: int, limit: int, ministry: bool) -> int:
        text = self._text
        if ministry:
            part = _PARTS.match(text, start, limit)
            if part:
                return self._rest(part.end(), limit)
            named = _MINISTRY.match(text, start, limit)
            if named:
                return self._rest(named.end(), limit)
        if body < start:
            firm = _COMPANY.match(text, body, limit)
            if firm:
                return firm.end()
        if start >= limit or text[start].isspace():
            return start
        if _ENDS.match(text, start) and not self._is_of_name(start):
            return start
        return self._piece(start, body, limit)

    def _piece(self, start: int, body: int, limit: int) -> int:
        """The end of one piece of a name, white space inside it only where it is known."""
        text = self._text
        firm = _COMPANY.match(text, start, limit) or _OTHER_FIRM.match(text, start, limit)
        if firm:
            return firm.end()
        known = _BODIES.match(text, body, limit)
        if known and known.end() > start:
            return self._rest(known.end(), limit)
        return self._run(start, limit)

    def _rest(self, at: int, limit: int) -> int:
        """Past a full name: on only where the next words carry it on."""
        text = self._text
        if text.startswith("ฯ", at):
            return at + 1
        country = _COUNTRY.match(text, at, limit)
        if country:
            return country.end()
        if _GLUED.match(text, at, limit) is None or _ENDS.match(text, at):
            return at
        if text.startswith("และ", at) and self._and_ends(at):
            return at
        return self._run(at, limit)

    def _run(self, start: int, limit: int) -> int:
        """The end of an unbroken run, and on over a known name with spaces that begins in it."""
        text = self._text
        run = _RUN.match(text, start, limit)
        if run is None:
            return start
        end = run.end()
        part = _PARTS.search(text, start, min(limit, end + _MAX_PART)) if end < limit else None
        if part is None or part.start() >= end or part.end() <= end:
            return self._cut(start, end)
        tail = _RUN.match(text, part.end(), limit)
        return self._cut(part.end(), tail.end() if tail else part.end())

    def _cut(self, start: int, end: int) -> int:
        """``end``, or the first place in the run where a word says that the name is over."""
        text = self._text
        for found in _ENDS.finditer(text, start, end):
            at = found.start()
            if at > start and self._at_word(at) and not self._is_of_name(at):
                end = at
                break
        patron = _PATRONAGE.search(text, start, end)
        if patron:
            end = patron.end()
        at = text.find("และ", start, end)
        while at >= 0:
            if self._begins_post(at + 3):
                end = at
                break
            at = text.find("และ", at + 3, end)
        for word in _DANGLING:
            if text.endswith(word, start, end):
                end -= len(word)
                break
        while end > start and text[end - 1] in ".-–*'" and not _abbreviated(text, end):
            end -= 1
        return end

    def _is_of_name(self, at: int) -> bool:
        """Whether a word that could end a name is part of it: ``คณะกรรมการ|ติดตาม…``."""
        text = self._text
        if text.startswith("โดยสาร", at):
            return True
        return text.startswith(_TASKS, at) and text.endswith(_HAS_TASKS, 0, at)

    def _and_ends(self, at: int) -> bool:
        return self._begins_post(at + 3) or _ENDS.match(self._text, at) is not None

    def _at_word(self, offset: int) -> bool:
        ends = self._word_ends
        i = bisect_left(ends, offset)
        return i < len(ends) and ends[i] == offset

    def _suffixes(self, at: int, body: int, limit: int) -> int:
        text = self._text
        added = _BRACKET.match(text, at, limit)
        if added is None and text.endswith(_QUOTED, body, at):
            added = _QUOTE.match(text, at, limit)
        if added:
            at = added.end()
        if text.endswith(_BEFORE_NUMBER, body, at):
            number = _NUMBER.match(text, at, limit)
            if number:
                at = number.end()
        return at


def _abbreviated(text: str, end: int) -> bool:
    """Whether the full stop before ``end`` belongs to an abbreviation (``ป.ป.ส.``)."""
    return _ABBREVIATION.search(text, max(0, end - 7), end) is not None
