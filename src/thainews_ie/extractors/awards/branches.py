"""Branches of an award that the text lists apart from its name.

The guide of annotation makes each branch an entry: the umbrella's name with the branch as its
category. What is read here are the ways of listing branches in which no branch repeats the
word for award, or in which the umbrella is a programme and no award itself.
"""

from __future__ import annotations

import re

from thainews_ie.mentions import AwardDraft, CharSpan

__all__ = ["with_branches"]

_HEAD = re.compile(r"(?:โล่)?รางวัล|โล่(?:เกียรติคุณ|เชิดชูเกียรติ)?|เกียรติบัตร")
# What a branch begins with: สายงานวิชาการ, รุ่นใหม่, ประเภทบุคคล
_BRANCH = r"(?:สาขา|สาย|ด้าน|ประเภท|กลุ่ม|รุ่น|ระดับ|หมวด|แผนก)"
_ITEM_END = re.compile(r"\s?(?:และ)?\s?\d{1,2}\s?[.)]|และที่สำคัญ|\s?(?:จำนวน|ซึ่ง|โดย|พร้อม)|\n")
_MARK = r"(?:\d{1,2}\s?[.)]|[•\-])\s{0,2}"
_LONGEST = 70  # characters of a branch
_FAR = 10_000  # characters around an award in which its numbered branches are listed
# สาขา A จำนวน 4 ราย และB จำนวน 1 ราย
_COUNT = r"\s{0,2}จำนวน\s{0,2}[\d,]{1,6}\s{0,2}[ก-๎]{2,8}"
_AND_BRANCH = re.compile(
    rf"{_COUNT}\s{{0,2}}(?:และ|,)\s{{0,2}}(?:\d{{1,2}}[.)]\s{{0,2}})?(?P<branch>[^\n]{{4,60}}?){_COUNT}"
)
# รางวัล “…” ความเป็นเลิศประเภท “SMART GROWTH”, รางวัล … (ITA) กลุ่มรัฐวิสาหกิจ
_QUOTED = re.compile(r"[^\n]{0,24}?(?P<branch>(?:ประเภท|สาขา|ด้าน)\s?[“\"‘][^“”\"’\n]{2,60}[”\"’])")
_GROUP = re.compile(r"\s{1,2}(?P<branch>กลุ่ม[ก-๎]{3,30})(?=\s)")
# กิจกรรม … ได้แบ่งประเภทรางวัล … ดังนี้ 1. รางวัล…
_PROGRAMME = re.compile(
    r"(?P<name>(?:กิจกรรม|โครงการ|การประกวด|การคัดเลือก)[^\n\d]{3,60}?)\s{0,2}(?:ประจำปี\s?\d{4})?\s{0,2}"
    r"(?:ได้|มีการ)?(?:แบ่ง|จำแนก)(?:ออก)?(?:เป็น)?(?:ตาม)?ประเภท(?:ของ)?รางวัล[^\n]{0,60}?"
    r"(?=\s{0,2}1\s?[.)])"
)
_PRIZE_ITEM = re.compile(
    r"\d{1,2}\s?[.)]\s{0,2}(?P<branch>รางวัล[^\n]{3,60}?)"
    r"\s{0,2}(?=[\d,]{1,6}\s{0,2}รางวัล|จำนวน|ซึ่ง|โดย|ได้แก่|\n|\d{1,2}\s?[.)]\s?รางวัล)"
)
_NEAR = 700  # characters around a branch in which its siblings are listed
# ประเภทสตรีนักบริหาร … ประเภทศิลปินสตรี … ; but ประเภทรางวัล and สาขาประกอบด้วย are none
_SIBLINGS = {
    head: re.compile(
        rf"(?<=[\s.)•\-]){head}(?!รางวัล|ประกอบ|ต่าง|ละ|ดังกล่าว|ที่|นี้|ของ|การแข่งขัน)"
        rf"[^\s\d,(“\"]{{3,60}}(?=[\s,])"
    )
    for head in ("ประเภท", "สาขา")
}
_SIBLING_HEAD = re.compile("|".join(_SIBLINGS))
_REACH = 1500  # characters behind the programme in which its prizes are listed


def with_branches(text: str, drafts: list[AwardDraft]) -> list[AwardDraft]:
    """The awards, with an entry for each listed branch.

    Args:
        text: the clean text.
        drafts: the awards found so far.

    Returns:
        The same awards; those whose branches were found give way to one entry for each.
    """
    drafts = _under_programme(text, drafts)
    known = {text[d.category.start : d.category.end] for d in drafts if d.category}
    found: list[AwardDraft] = []
    for draft in drafts:
        if draft.category is None:
            found += _numbered(text, draft) or [_beside(text, draft)]
        else:
            found += _joined(text, draft, known)
    return _with_siblings(text, found)


def _with_siblings(text: str, drafts: list[AwardDraft]) -> list[AwardDraft]:
    """Branches of a list of which only some were found: ประเภท A … ประเภท B … ประเภท C."""
    found: list[AwardDraft] = []
    known = {text[d.category.start : d.category.end] for d in drafts if d.category}
    for i, draft in enumerate(drafts):
        found.append(draft)
        head = _SIBLING_HEAD.match(text, draft.category.start) if draft.category else None
        last = i + 1 == len(drafts) or drafts[i + 1].name != draft.name
        if head is None or draft.category is None or not last:
            continue
        begin, end = draft.category.start - _NEAR, draft.category.end + _NEAR
        items = [
            CharSpan(m.start(), m.end())
            for m in _SIBLINGS[head.group()].finditer(text, max(0, begin), end)
        ]
        said = {text[item.start : item.end]: item for item in reversed(items)}
        if len(said) < 3 or text[draft.category.start : draft.category.end] not in said:
            continue
        for words, item in sorted(said.items(), key=lambda pair: pair[1]):
            if not any(words in other or other in words for other in known):
                known.add(words)
                found.append(draft._replace(category=item, level=None, recipients=()))
    return found


def _numbered(text: str, draft: AwardDraft) -> list[AwardDraft]:
    """Items that say the award's core again: 1) ครูดีเด่นสายวิชาการ 2) ครูดีเด่นสายวิชาชีพ."""
    head = _HEAD.match(text, draft.name.start, draft.name.end)
    core = text[head.end() if head else draft.name.start : draft.name.end].strip(" “”\"'‘’")
    if len(core) < 6:
        return []
    item = re.compile(rf"{_MARK}(?:รางวัล)?{re.escape(core)}\s{{0,2}}(?P<branch>{_BRANCH})")
    entries = []
    low = max(0, draft.name.start - _FAR)
    for found in item.finditer(text, low, draft.name.end + _FAR):
        start = found.start("branch")
        end = _ITEM_END.search(text, found.end(), start + _LONGEST)
        branch = _trimmed(text, start, end.start() if end else start + _LONGEST)
        entries.append(draft._replace(category=branch, recipients=()))
    return entries if len(entries) > 1 else []


def _beside(text: str, draft: AwardDraft) -> AwardDraft:
    """A branch in quotes, or a group, right behind the name."""
    for pattern in (_QUOTED, _GROUP):
        found = pattern.match(text, draft.name.end)
        if found is not None:
            return draft._replace(category=CharSpan(*found.span("branch")))
    return draft


def _joined(text: str, draft: AwardDraft, known: set[str]) -> list[AwardDraft]:
    """A second branch with its own count behind the first, if it is not among the known ones."""
    category = draft.category
    if category is None:
        return [draft]
    draft = draft._replace(category=_trimmed(text, *category))
    found = _AND_BRANCH.match(text, category.end)
    if found is None:
        return [draft]
    branch = CharSpan(*found.span("branch"))
    if text[branch.start : branch.end] in known:
        return [draft]
    return [draft, draft._replace(category=branch, recipients=())]


def _under_programme(text: str, drafts: list[AwardDraft]) -> list[AwardDraft]:
    """Prizes that a programme is said to be divided into become its branches."""
    programme = _PROGRAMME.search(text) if "ประเภท" in text and drafts else None
    if programme is None:
        return drafts
    end = programme.end() + _REACH
    items = [CharSpan(*m.span("branch")) for m in _PRIZE_ITEM.finditer(text, programme.end(), end)]
    if len(items) < 2:
        return drafts
    said = {text[item.start : item.end] for item in items}

    def is_item(draft: AwardDraft) -> bool:
        name = text[draft.name.start : draft.name.end]
        return any(branch.startswith(name) for branch in said)

    first = next((draft for draft in drafts if is_item(draft)), drafts[0])
    name = _trimmed(text, *programme.span("name"))
    entries = [first._replace(name=name, category=item, recipients=()) for item in items]
    return [*entries, *(draft for draft in drafts if not is_item(draft))]


def _trimmed(text: str, start: int, end: int) -> CharSpan:
    """The span without white space, and without a ``และ`` or ``ด้วย`` that belongs to the clause."""
    said = text[start:end].rstrip()
    for word in ("และ", "ด้วย"):
        said = said.removesuffix(word).rstrip()
    return CharSpan(start, start + len(said)) if said else CharSpan(start, end)
