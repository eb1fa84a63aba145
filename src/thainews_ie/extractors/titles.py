"""Positions with their organisation, where they stand beside a person's name.

A title is read only at a name: behind it (``นายสมชาย ใจดี อธิบดีกรมศิลปากร``), before it
(``รองนายกรัฐมนตรี นายสมชาย ใจดี``), and on from there (``…และรัฐมนตรีว่าการกระทรวง…``,
``…ในฐานะโฆษก…``). A post far from any name (``นายกรัฐมนตรี กล่าวว่า``) tells nothing about a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from thainews_ie.cues import CueHit, Cues
from thainews_ie.extractors.organisations import OrganisationReader
from thainews_ie.mentions import CharSpan, PersonDraft, TitleMention
from thainews_ie.patterns import NAME_TO_TITLE, TITLE_TO_TITLE

__all__ = ["find_titles"]

_BEFORE_WINDOW = 200
_LATER_WINDOW = 160
_MAX_CHAIN = 6
_MAX_NESTING = 2

# What may stand before a post and belongs to it: รักษาราชการแทนรอง, อดีต, ปฏิบัติหน้าที่
_ACTING = r"""
    ปฏิบัติ(?:หน้าที่|ราชการ)(?:ราชการ)?(?:แทน|ใน(?:ฐานะ|ตำแหน่ง))?
  | รักษาราชการ(?:การ)?(?:แทน|ใน)?(?:ตำแหน่ง)?
  | รักษาการ(?:แทน|ใน)?(?:ตำแหน่ง)?
  | ทำการแทน | รรท\.? | ว่าที่ | อดีต
"""
_DEPUTY = r"รอง | ผู้ช่วย | ผช\. | อดีต"
_PREFIX = re.compile(
    rf"(?:(?:{_ACTING})[^\S\n]{{0,2}}){{0,3}}(?:(?:{_DEPUTY})[^\S\n]?){{0,3}}", re.VERBOSE
)
_PREFIX_BACKWARDS = re.compile(
    rf"(?:(?:(?:{_ACTING})[^\S\n]{{0,2}})|(?:(?:{_DEPUTY})[^\S\n]?)){{1,4}}\Z", re.VERBOSE
)
_PREFIX_WINDOW = 60
# Posts whose holder serves another post: เลขานุการ|รัฐมนตรีว่าการ…
_SERVES = ("ที่ปรึกษา", "เลขานุการ", "เลขาฯ", "คณะทำงาน", "ผู้ช่วย", "เลขา")
# Between a title and the name it stands before.
_TO_NAME = re.compile(r"(?:[^\S\n]?\([^()\n]{1,20}\))?[^\S\n]{0,3}[(:“\"]?[^\S\n]{0,2}")
_FULL_SUFFIX = re.compile(r"[^\S\n]?(?:ฝ่าย(?:การเมือง|บริหาร|กฎหมาย|ความมั่นคง|เศรษฐกิจ|ประสานงาน\S{2,30})"
    r"|คนที่[^\S\n]?(?:\d|หนึ่ง|สอง|สาม)|ลำดับที่[^\S\n]?\d)")
# Posts that say nothing alone.
_NOT_ALONE = ("ประธาน", "หัวหน้า", "รัฐมนตรี", "ผู้นำ", "ผู้บริหาร", "นายก", "ปลัด", "ประจำ")


# Others named by their post alone: …ปลัดกระทรวง ผู้ตรวจราชการกระทรวง ผู้บริหาร
_MANY = re.compile(r"(?:รอง|ผู้ช่วย)?(?:ปลัด|อธิบดี|ผู้ตรวจ|ผู้อำนวยการ|ที่ปรึกษา|ผู้จัดการ|หัวหน้า)")
_GROUP = re.compile(
    r"[^\S\n]{1,2}(?:คณะ|ผู้บริหาร|ข้าราชการ|เจ้าหน้าที่|หัวหน้าส่วน|ผู้แทน|ผู้อำนวยการ)"
)
# Words that a title before a name may be glued to: โดยรองนายกรัฐมนตรี (นาย…)
_LEADS = ("และ", "โดย", "มี", "กับ", "ให้", "ของ", "แก่", "ต่อ", "เชิญ", "ขอบคุณ", "พบ", "จาก", "ถึง",
    "ด้วย", "พร้อม", "นำ", "แก่", "คือ", "ว่า", "หมาย", "ตั้ง", "ฯพณฯ", "แทน", "ท่าน", "ที่", "ซึ่ง", "อดีต", "ไว้")


class _Read(NamedTuple):
    """A title that was read, and what kind of post it ends with."""

    title: TitleMention
    kind: str


class _TitleReader:
    """Reads titles at given places of one text."""

    __slots__ = ("_bodies", "_posts", "_starts", "_text")

    def __init__(self, text: str, cues: Cues, word_ends: list[int]) -> None:
        posts: dict[int, CueHit] = {}
        for hit in cues.all("positions"):
            held = posts.get(hit.start)
            if held is None or hit.end > held.end:
                posts[hit.start] = hit
        self._text = text
        self._posts = posts
        self._starts = sorted(posts)
        self._bodies = OrganisationReader(text, word_ends, self._begins_post)

    def _begins_post(self, at: int) -> bool:
        return self._post(at) is not None

    def _post(self, at: int) -> CueHit | None:
        """The post at an offset, behind รอง, ผู้ช่วย, รักษาราชการแทน… or without them."""
        prefix = _PREFIX.match(self._text, at)
        if prefix and prefix.end() > at:
            hit = self._posts.get(prefix.end())
            if hit is not None:
                return hit
        return self._posts.get(at)

    def read(self, at: int, limit: int, *, weak: bool, depth: int = 0) -> _Read | None:
        """The title that begins at an offset.

        Args:
            at: its first character.
            limit: it may not end beyond this.
            weak: whether posts that often name a group count too.
            depth: how deep the post lies in another (``ที่ปรึกษารัฐมนตรี…``).
        """
        text = self._text
        hit = self._post(at)
        if hit is None or hit.end > limit:
            return None
        kind, shared = hit.values
        if kind == "role" or (kind == "weak" and not weak):
            return None
        office_end = hit.end
        if depth < _MAX_NESTING:
            inner_at = office_end
            if hit.term in _SERVES and text.startswith(" ", inner_at):
                inner_at += 1
            inner = self.read(inner_at, limit, weak=False, depth=depth + 1)
            if inner is not None:
                held = inner.title
                office = CharSpan(at, held.office.end)
                return _Read(TitleMention(at, held.end, office, held.organisation), kind)
        if kind == "full":
            end = self._full_end(hit, limit)
            body = office_end - len(shared) if shared else office_end
        else:
            body = office_end - len(shared)
            end = self._bodies.end(
                office_end,
                body,
                limit,
                ministry=kind == "ministry",
                narrow=kind == "ministry" or shared == "จังหวัด",
            )
        if end == office_end and not shared:
            alone = kind != "weak" and (hit.start > at or hit.term not in _NOT_ALONE)
            if depth == 0 and not alone:
                return None
            return _Read(TitleMention(at, end, CharSpan(at, end), None), kind)
        if end == office_end and kind == "weak":
            return None
        if text.startswith("ๆ", end) or text.endswith(("ต่าง", "ต่างๆ"), at, end) or text.startswith(" ๆ", end):
            return None  # several holders of such posts
        while body < end and text[body].isspace():
            body += 1
        organisation = CharSpan(body, end) if body < end else None
        return _Read(TitleMention(at, end, CharSpan(at, office_end), organisation), kind)

    def _full_end(self, hit: CueHit, limit: int) -> int:
        suffix = _FULL_SUFFIX.match(self._text, hit.end, limit)
        if suffix:
            return suffix.end()
        return self._bodies.country(hit.end, limit)

    def chain(self, at: int, limit: int, *, weak: bool) -> list[TitleMention]:
        """All titles that follow one another from an offset on."""
        found: list[TitleMention] = []
        first = self.read(at, limit, weak=weak)
        if first is None:
            return found
        found.append(first.title)
        while len(found) < _MAX_CHAIN:
            gap = TITLE_TO_TITLE.match(self._text, found[-1].end, limit)
            if gap is None or gap.end() == found[-1].end:
                break
            more = self.read(gap.end(), limit, weak=gap["link"] is not None)
            if more is None or (
                gap["and"] is None
                and gap["link"] is None
                and _MANY.match(self._text, more.title.start)
                and _GROUP.match(self._text, more.title.end)
            ):
                break
            found.append(more.title)
        return found

    def behind(self, at: int, limit: int, *, linked: bool = False) -> list[TitleMention]:
        """The titles behind a name that ends at an offset; ``linked``: only with ในฐานะ or so."""
        gap = NAME_TO_TITLE.match(self._text, at, limit)
        if gap is None or (linked and gap["link"] is None):
            return []
        return self.chain(gap.end(), limit, weak=True)

    def later(self, at: int, limit: int) -> list[TitleMention]:
        """The titles that ``ในฐานะ`` adds later in the clause about the last person named."""
        text = self._text
        limit = min(limit, at + _LATER_WINDOW)
        line_end = text.find("\n", at, limit)
        if line_end >= 0:
            limit = line_end
        lead = text.find(" ในฐานะ", at, limit)
        if lead < 0 or text.find("ว่า", at, lead) >= 0:
            return []
        link = NAME_TO_TITLE.match(text, lead, limit)
        return self.chain(link.end(), limit, weak=True) if link and link["link"] else []

    def before(self, start: int, since: int) -> list[TitleMention]:
        """The titles that lead up to a name.

        Args:
            start: where the name begins.
            since: nothing before this is looked at.
        """
        since = max(since, start - _BEFORE_WINDOW)
        i = bisect_left(self._starts, since)
        while i < len(self._starts) and self._starts[i] < start:
            at = self._with_prefix(self._starts[i], since)
            found = self.chain(at, start, weak=False) if self._may_lead(at) else []
            if found:
                gap = _TO_NAME.match(self._text, found[-1].end, start)
                if gap and gap.end() == start:
                    return found
                i = bisect_left(self._starts, found[-1].end)
            else:
                i += 1
        return []

    def _may_lead(self, at: int) -> bool:
        """Whether a title before a name may begin here, and not in the middle of a phrase."""
        text = self._text
        if not at or not text[at - 1].isalnum():
            return not at or not "ะ" <= text[at - 1] <= "๎" or text.endswith(_LEADS, 0, at)
        return text.endswith(_LEADS, 0, at)

    def _with_prefix(self, at: int, since: int) -> int:
        lead = _PREFIX_BACKWARDS.search(self._text, max(since, at - _PREFIX_WINDOW), at)
        return lead.start() if lead else at


def find_titles(
    text: str, cues: Cues, people: list[PersonDraft], word_ends: list[int]
) -> list[TitleMention]:
    """Every title that stands at a person's name.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        people: the people with the places of their names.
        word_ends: sorted ends of the segmenter's words.

    Returns:
        The titles in reading order, none overlapping another.
    """
    names = sorted({(name.start, name.end) for person in people for name in person.mentions})
    if not names:
        return []
    reader = _TitleReader(text, cues, word_ends)
    found: list[TitleMention] = []
    since = 0
    for i, (start, end) in enumerate(names):
        limit = names[i + 1][0] if i + 1 < len(names) else len(text)
        found.extend(reader.before(start, since))
        since = end
        if text.endswith("(", max(0, start - 1), start):
            behind = reader.behind(end, limit, linked=True)
        else:
            behind = reader.behind(end, limit)
        if behind:
            since = behind[-1].end
        behind += reader.later(since, limit)
        if behind:
            found.extend(behind)
            since = behind[-1].end
    return found
