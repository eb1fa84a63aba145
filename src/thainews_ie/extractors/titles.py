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
from thainews_ie.lexicon import terms, terms_by_class
from thainews_ie.mentions import CharSpan, PersonDraft, TitleMention
from thainews_ie.patterns import (
    HOLDS,
    IS_TITLE,
    NAME_TO_TITLE,
    TITLE_TO_TITLE,
    line_end,
    line_start,
    trie,
)

__all__ = ["find_titles"]

_BEFORE_WINDOW = 200
_LATER_WINDOW = 160
_PREFIX_WINDOW = 60
_MAX_CHAIN = 6
_MAX_NESTING = 2

# What may stand before a post and belongs to it: อดีต, รักษาราชการแทน, ปฏิบัติหน้าที่
_ACTING = r"""
    (?: ปฏิบัติ(?:หน้าที่|ราชการ)(?:ราชการ)?(?:แทน|ใน(?:ฐานะ|ตำแหน่ง))? | ปฏิบัติการแทน
      | รักษาราชการ(?:การ)?(?:แทน|ใน)?(?:ตำแหน่ง)?
      | รักษาการ(?:แทน|ใน)?(?:ตำแหน่ง)?
      | ทำการแทน | รรท\.? | ร?รก\. | รกท\. | ปรท\. | ว่าที่ | อดีต ) [^\S\n]{0,2}
"""
_DEPUTY = r"(?: รอง | ผู้ช่วย | ผช\. | อดีต ) [^\S\n]?"
_PREFIX = re.compile(rf"(?:{_ACTING}){{0,3}} (?:{_DEPUTY}){{0,3}}", re.VERBOSE)
_PREFIX_BACKWARDS = re.compile(rf"(?: {_ACTING} | {_DEPUTY} ){{1,4}} \Z", re.VERBOSE)
# How every such prefix begins and ends, to look for one only where there may be one.
_PREFIX_FIRST = frozenset("ปรทวอผ")
_PREFIX_LAST = tuple("นง่ระ.ตย")
_POSTS = terms_by_class("title_posts")
# Posts whose holder serves another post, which may stand apart: เลขานุการ รัฐมนตรีว่าการ…
_SERVES = _POSTS["serves"]
# Between a title and the name it stands before.
_TO_NAME = re.compile(r"(?:[^\S\n]?\([^()\n]{1,20}\))?[^\S\n]{0,3}[(:“\"]?[^\S\n]{0,2}")
# What may follow a post that is complete: ฝ่ายการเมือง, คนที่หนึ่ง
_FULL_SUFFIX = re.compile(
    r"""[^\S\n]? (?: ฝ่าย(?:การเมือง|บริหาร|กฎหมาย|ความมั่นคง|เศรษฐกิจ|ประสานงาน[ก-๎]{2,30})
      | คนที่[^\S\n]?(?:\d|หนึ่ง|สอง|สาม) | ลำดับที่[^\S\n]?\d )
      # ศิลปินแห่งชาติ พุทธศักราช 2560 สาขาทัศนศิลป์ (จิตรกรรม)
      | (?: [^\S\n] (?:พุทธศักราช|(?:ประจำ)?ปี|พ\.ศ\.)[^\S\n]? (?:พ\.ศ\.[^\S\n]?)? \d{4} )?
        [^\S\n]? สาขา[^\s()]{2,40} (?:[^\S\n]?\([^()\n]{2,60}\))?""",
    re.VERBOSE,
)
# กล่าวว่า, but not ผู้ว่าราชการ, รัฐมนตรีว่าการ
_SAYS = re.compile(r"(?<!ผู้)ว่า(?!การ|ราช|ที่)")
# Those who hold a post, the holding of it: no word about the person named.
_HOLDERS = ("ผู้", "การ", "เคย", "ที่", "ที่ได้")
# Posts that say nothing alone.
_NOT_ALONE = _POSTS["bare"]
# Posts that without an organisation name a group, whatever follows.
_GROUPS = _POSTS["group"]
# Others named by their post alone: …ปลัดกระทรวง ผู้ตรวจราชการกระทรวง ผู้บริหาร
_MANY = re.compile(r"(?:รอง|ผู้ช่วย)?(?:ปลัด|อธิบดี|ผู้ตรวจ|ผู้อำนวยการ|ที่ปรึกษา|ผู้จัดการ|หัวหน้า)")
_GROUP_FOLLOWS = re.compile(
    r"[^\S\n]{1,2}(?:และ)?(?:คณะ|ผู้บริหาร|ข้าราชการ|เจ้าหน้าที่|หัวหน้าส่วน|ผู้แทน|ผู้อำนวยการ)"
)
# ผู้อำนวยการกองต่าง ๆ: several holders of such posts.
_SEVERAL = re.compile(r"[^\S\n]?ๆ|[^\S\n]?(?:ต่าง|ทุก)")
# Before a post, these make it the post of someone else: คณะทำงาน รมช.เกษตรฯ นาย…
_OF_OTHERS = re.compile(
    r"(?:คณะทำงาน|คณะที่ปรึกษา|ทีมงาน|ผู้แทน|ตัวแทน|ภริยา|ภรรยา|คู่สมรส)(?:ของ|[^\S\n])\Z"
)
# Posts in English, with the body: Mr. …, Deputy Director, Asia and Pacific Office
_ENGLISH = re.compile(
    r"""(?P<office> [A-Z][\w&.'’/\-]{1,25}
            (?: [ ]{1,2} (?:(?:and|&)[ ]{1,2})? [A-Z][\w&.'’/\-]{0,25} ){0,5} )
        (?: ,?[ ]{1,2} (?:(?:of|the|and|for|to|in|on|at|de|&)[ ]{1,2}){0,3}
              [A-Z][\w&.'’/\-]{0,25} ){0,14}""",
    re.VERBOSE,
)
_ENGLISH_POST = re.compile(rf"\b(?:{trie(terms('english_posts'))})\b")
# Words that a title before a name may be glued to: โดยรองนายกรัฐมนตรี (นาย…)
_LEADS = terms("title_leads")


# A field of work, a grade: part of the office. ที่ปรึกษาด้านกฎหมาย, นักวิชาการคลังชำนาญการ
_FIELD = re.compile(
    r"""[^\S\n]?ด้าน\S{1,80} (?:[^\S\n]?\([^()\n]{1,60}\))?
      | \S{0,40}? (?:ชำนาญการพิเศษ|ชำนาญการ|ชำนาญงาน|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติการ|ปฏิบัติงาน)
        (?![ก-๎])""",
    re.VERBOSE,
)
_TO_BODY = re.compile(r"[^\S\n]{0,2}(?:(?:ประจำ|ของ|แห่ง)[^\S\n]?)?")


class _Parts(NamedTuple):
    """Where a title ends, where its office ends, and its organisation."""

    end: int
    office_end: int
    body: CharSpan | None


class _TitleReader:
    """Reads titles at given places of one text."""

    __slots__ = ("_bodies", "_posts", "_starts", "_text")

    def __init__(self, text: str, cues: Cues, word_ends: list[int]) -> None:
        # Hits come by their ends: of those that begin together the longest is kept.
        posts = {hit.start: hit for hit in cues.all("positions")}
        self._text = text
        self._posts = posts
        self._starts = sorted(posts)
        self._bodies = OrganisationReader(text, word_ends, self._begins_post)

    def behind(self, at: int, limit: int, *, linked: bool) -> list[TitleMention]:
        """The titles behind a name.

        Args:
            at: where the name ends.
            limit: where the next name begins.
            linked: only such as ในฐานะ or the like ties to the name.
        """
        gap = NAME_TO_TITLE.match(self._text, at, limit)
        if gap is None or (linked and gap["link"] is None):
            return []
        found = self._chain(gap.end(), limit, weak=True)
        english = None if linked else self._english(gap.end(), limit)
        if english and (not found or found[-1].end < english.end):
            return [english]
        return found

    def said(self, at: int, limit: int) -> list[TitleMention]:
        """The post that a clause says the person holds: ``เป็นประธานอนุกรรมการ``."""
        gap = IS_TITLE.match(self._text, at, limit)
        hit = self._post(gap.end()) if gap else None
        if gap is None or hit is None or hit.term in _NOT_ALONE:
            return []
        return self._chain(gap.end(), limit, weak=False)

    def _english(self, at: int, limit: int) -> TitleMention | None:
        found = _ENGLISH.match(self._text, at, limit)
        if found is None:
            return None
        start, end = found.span()
        first = _ENGLISH_POST.search(self._text, start, end)
        if first is None:
            return None
        # a second post behind a comma is another's: …Director, ABC, Minister …
        comma = self._text.find(",", first.end(), end)
        while comma >= 0:
            after = self._text.find(",", comma + 1, end)
            if _ENGLISH_POST.search(self._text, comma, after if after >= 0 else end):
                end = comma
            comma = after if after < end else -1
        office = CharSpan(start, min(found.end("office"), end))
        body = office.end
        while body < end and self._text[body] in " ,":
            body += 1
        return TitleMention(start, end, office, CharSpan(body, end) if body < end else None)

    def later(self, at: int, limit: int) -> list[TitleMention]:
        """The titles that ``ในฐานะ`` or ``ดำรงตำแหน่ง`` adds later in the clause about a person."""
        text = self._text
        limit = line_end(text, at, min(limit, at + _LATER_WINDOW))
        lead = text.find(" ในฐานะ", at, limit)
        if lead >= 0 and _SAYS.search(text, at, lead) is None:
            return self.behind(lead, limit, linked=True)
        lead = text.find(HOLDS, at, limit)
        if lead < 0 or text.endswith(_HOLDERS, at, lead) or _SAYS.search(text, at, lead):
            return []
        lead += len(HOLDS)
        lead += text.startswith(" ", lead)
        return self._chain(lead, limit, weak=False)

    def before(self, start: int, since: int) -> list[TitleMention]:
        """The titles that lead up to a name.

        Args:
            start: where the name begins.
            since: nothing before this is looked at.
        """
        since = line_start(self._text, start, max(since, start - _BEFORE_WINDOW))
        if self._text[since:start].rstrip().endswith(_LEADS):
            return []
        i = bisect_left(self._starts, since)
        while i < len(self._starts) and self._starts[i] < start:
            if self._posts[self._starts[i]].values[0] in ("weak", "role"):
                i += 1
                continue
            at = self._with_prefix(self._starts[i], since)
            found = self._chain(at, start, weak=False) if self._may_lead(at) else []
            if found:
                gap = _TO_NAME.match(self._text, found[-1].end, start)
                if gap and gap.end() == start:
                    return found
                i = bisect_left(self._starts, found[-1].end)
            else:
                i += 1
        return []

    def _begins_post(self, at: int) -> bool:
        return self._post(at) is not None

    def _post(self, at: int) -> CueHit | None:
        """The post at an offset, behind รอง, ผู้ช่วย, รักษาราชการแทน… or without them."""
        if self._text[at : at + 1] in _PREFIX_FIRST:
            prefix = _PREFIX.match(self._text, at)
            if prefix and prefix.end() > at:
                hit = self._posts.get(prefix.end())
                if hit is not None:
                    return hit
        return self._posts.get(at)

    def _chain(self, at: int, limit: int, *, weak: bool) -> list[TitleMention]:
        """All titles of one person that follow one another from an offset on."""
        first = self._read(at, limit, weak=weak)
        if first is None:
            return []
        found = [first]
        while len(found) < _MAX_CHAIN:
            gap = TITLE_TO_TITLE.match(self._text, found[-1].end, limit)
            if gap is None:
                break
            linked = gap["link"] is not None
            more = self._read(gap.end(), limit, weak=linked)
            if more is None:
                break
            if not linked and gap["and"] is None and self._names_others(more):
                break
            found.append(more)
        return found

    def _names_others(self, title: TitleMention) -> bool:
        """Whether a title behind a mere space is the first of a list of others by their posts."""
        return (
            _MANY.match(self._text, title.start) is not None
            and _GROUP_FOLLOWS.match(self._text, title.end) is not None
        )

    def _read(self, at: int, limit: int, *, weak: bool, depth: int = 0) -> TitleMention | None:
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
        kind = hit.values[0]
        if kind == "role" or (kind == "weak" and not weak):
            return None
        served = self._served(hit, limit, depth)
        if served is not None:
            office = CharSpan(at, served.office.end)
            return TitleMention(at, served.end, office, served.organisation)
        parts = self._complete(hit, limit) if kind == "full" else self._with_body(hit, limit)
        if parts.end == hit.end and depth == 0 and not self._stands_alone(hit, at):
            return None
        if _SEVERAL.match(text, parts.end) or text.endswith(("ต่าง", "ๆ"), at, parts.end):
            return None
        return TitleMention(at, parts.end, CharSpan(at, parts.office_end), parts.body)

    def _complete(self, hit: CueHit, limit: int) -> _Parts:
        """The parts of a post that is complete: a country or ฝ่ายการเมือง may follow."""
        shared = hit.values[1]
        body = CharSpan(hit.end - len(shared), hit.end) if shared else None
        suffix = _FULL_SUFFIX.match(self._text, hit.end, limit)
        if suffix:
            return _Parts(suffix.end(), suffix.end(), body)
        end = self._bodies.country(hit.end, limit)
        return _Parts(end, hit.end, self._body(hit.end, end) or body)

    def _with_body(self, hit: CueHit, limit: int) -> _Parts:
        """The parts of a post that an organisation follows, or a field of work (ด้านวิชาการ)."""
        kind, shared = hit.values
        body = hit.end - len(shared)
        ministry = kind == "ministry"
        narrow = ministry or shared == "จังหวัด"
        end = self._bodies.end(hit.end, body, limit, ministry=ministry, narrow=narrow)
        if end == hit.end:
            return _Parts(end, end, None)
        field = None if shared else _FIELD.match(self._text, body, end)
        if field:
            return _Parts(end, field.end(), self._body(field.end(), end))
        return _Parts(end, hit.end, self._body(body, end))

    def _body(self, start: int, end: int) -> CharSpan | None:
        """The organisation without the words that lead up to it: ประจำ, ของ, แห่ง."""
        lead = _TO_BODY.match(self._text, start, end)
        start = lead.end() if lead else start
        return CharSpan(start, end) if start < end else None

    def _served(self, hit: CueHit, limit: int, depth: int) -> TitleMention | None:
        """The post that the holder of another serves: เลขานุการ|รัฐมนตรีว่าการกระทรวง…"""
        if depth == _MAX_NESTING:
            return None
        at = hit.end
        if hit.term in _SERVES and self._text.startswith(" ", at):
            at += 1
        return self._read(at, limit, weak=False, depth=depth + 1)

    def _stands_alone(self, hit: CueHit, at: int) -> bool:
        """Whether a post says enough without an organisation."""
        kind, shared = hit.values
        if kind == "weak":
            return (
                shared != "จังหวัด"
                and not hit.term.startswith(_GROUPS)
                and (self._bodies.clause_goes_on(hit.end) or self._and_post(hit.end))
            )
        return hit.start > at or hit.term not in _NOT_ALONE

    def _and_post(self, at: int) -> bool:
        return self._text.startswith("และ", at) and self._begins_post(at + 3)

    def _may_lead(self, at: int) -> bool:
        """Whether a title before a name may begin here, not in the middle of a phrase."""
        text = self._text
        glued = at > 0 and "ก" <= text[at - 1] <= "๎"
        if glued and not text.endswith(_LEADS, 0, at):
            return False
        return _OF_OTHERS.search(text, max(0, at - 16), at) is None

    def _with_prefix(self, at: int, since: int) -> int:
        end = at
        while end > since and self._text[end - 1] == " ":
            end -= 1
        if not self._text.endswith(_PREFIX_LAST, since, end):
            return at
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
        found += reader.before(start, since)
        bracketed = text.endswith("(", max(0, start - 1), start)
        alias = bracketed and i > 0 and not text[names[i - 1][1] : start - 1].strip()
        since = end
        behind = reader.behind(end, limit, linked=bracketed and not alias)
        if behind:
            since = behind[-1].end
        behind += reader.said(since, limit)
        if behind:
            since = behind[-1].end
        behind += reader.later(since, limit)
        if behind:
            found += behind
            since = behind[-1].end
    return found
