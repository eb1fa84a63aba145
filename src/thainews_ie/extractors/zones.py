"""Headline, dateline, body, credits and boiler-plate: which line belongs to which part."""

from __future__ import annotations

import re

from thainews_ie.cues import CueHit, Cues
from thainews_ie.lexicon import table, terms
from thainews_ie.mentions import Zone, ZoneKind
from thainews_ie.patterns import trie

__all__ = ["find_zones"]

# The site's own name before the headline: รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-HEADLINE
_SITE = re.compile(r"รัฐบาลไทย ?- ?(?:ข่าวทำเนียบรัฐบาล ?- ?)?\s{0,9}(?=\S)")

# วันพุธที่ 18 มกราคม 2566 | 18/01/2566 | 16 ก.ย. 2564 เวลา 10.30 น. | 2021-09-16 | Posted on …
_DATE_LINE = re.compile(
    r"""
    (?: (?: (?:เมื่อ|ประจำ)?วัน[ก-๙ ]{0,12}ที่ | [A-Z][a-z]{2,8}day,? ) \s{0,9} )?
    (?:
        \d{1,2} \s{0,9}
        (?: [ก-๙]{3,12} | [ก-๙]{1,3}\s?\.\s?[ก-๙]{1,2}\.? | [A-Za-z]{3,9}\.?,? ) \s{0,9}
        (?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)? \s{0,9} (?:\d{4}|\d\d)
      | [A-Za-z]{3,9}\.? \s \d{1,2}, \s \d{4}
      | \d{1,2} ([-/.]) \d{1,2} \1 (?:\d{4}|\d\d)
      | \d{4} ([-/.]) \d{1,2} \2 \d{1,2}
    )
    (?: [\s,|/T@-]{0,4} (?:เวลา)? \s{0,9} \d{1,2}:\d\d (?::\d\d)? \s{0,9} (?:น\.?|AM|PM|am|pm)? )?
    (?: [\s,|/•-]{0,4} (?:อ่าน|เข้าชม|ผู้ชม|พิมพ์|แชร์) [^\n]{0,40} | \s? [|•·] [^\n]{0,60} )?
    \s{0,9} \Z
    """,
    re.VERBOSE,
)

# Rules (-----, ****, ....), addresses, hashtags, and the page's own link back to itself.
_FRAME = re.compile(
    r"""
    (?: [\W_]{1,200} \Z                                     # -------------------
      | \W{0,3} (?:https?://|www\.) \S{1,500} \Z            # https://…
      | [\#＃] [^\s\#]{1,100} (?:\s{0,9}[\#＃][^\s\#]{1,100}){0,60} \s{0,9} \Z      # #ไทยคู่ฟ้า #…
      | \W{0,3} (?:ที่มา|แหล่งที่มา|อ้างอิง|ลิงก์|ลิงค์|ติดตาม[ก-๙]{0,20}|อ่าน[ก-๙ ]{0,20}คลิก) [\s:>]{0,5}
            (?:https?://|www\.) \S{1,500} \Z                # ที่มา : https://…
    )
    """,
    re.VERBOSE,
)

# The heading of a list of other news; all that follows is not this article's.
_OTHER_NEWS = re.compile(
    r"(?:ข่าว|บทความ|เรื่อง|กิจกรรม|ประกาศ)[^\n]{0,30}?(?:ที่น่าสนใจ|ที่เกี่ยวข้อง|อื่น\s?ๆ|ล่าสุด|ยอดนิยม)\s{0,9}\Z"
)

# A contact line of the issuing unit: โทร. 0 2241 4778
_CONTACT = re.compile(r"(?:โทร|แฟกซ์|แฟ็กซ์|แฟกส์|อีเมล|E-?mail|Tel|Fax)[^\n]{0,80}\Z", re.IGNORECASE)

# กลุ่มประชาสัมพันธ์และเผยแพร่ สำนักโฆษก | กรมสรรพากร สำนักงานเลขานุการกรม ส่วนประชาสัมพันธ์
_HEADS = trie(terms("pr_unit_heads"))
_UNIT = re.compile(
    rf"""
    (?: (?:{_HEADS}|การ) [^\s:]{{2,40}} \s (?:[^\s:]{{2,40}}\s)? \s{{0,9}} )?
    (?: {_HEADS} [^\s:]{{0,20}}? | ส\.?\s? (?=ปชส|ปข) )
    {trie(terms("pr_units"))}
    """,
    re.VERBOSE,
)
# What a headline has and the name of a unit has not.
_VERB = re.compile(rf"[!?]|(?:\s|สัมพันธ์|องค์กร)(?:{trie(terms('unit_verbs'))}|เผย(?!แพร่))")

# A credit with its label last: ชื่อ นามสกุล: เรียบเรียง | ชื่อ นามสกุล / สรุป
_LABEL_LAST = re.compile(
    rf"[^\n:/]{{4,60}}\s?[:/]\s?{trie(table('credit_labels'))}(?:\s?[/,]\s?[ก-๙]{{2,12}}){{0,2}}(?:\s|\Z)"
)

_COLONS = frozenset(":：/")
_MORE_LABELS = re.compile(r"(?:\s?/\s?[ก-๙]{2,12}){1,2}\s?[:：]")  # เรียบเรียง/ภาพ : …
_BULLET = " \t•*-–·●▪■►>»+"
_HEADINGS = frozenset(terms("page_headings"))
_HEAD_LINES = 10  # the header is over by then, and so are repetitions of the headline
_TAIL_LINES = 10  # credits without a label stand no further from the end
_LONG = 160  # characters; longer lines are text, unless they start with a mark of _RULES
_RULES = "#*-_.=+"
# How a story begins that has no headline: วันนี้ (…), เมื่อวันที่ 3, วันจันทร์ที่ 3
_LEAD = re.compile(r"(?:วันนี้|เมื่อวัน|เมื่อเวลา|วัน[ก-๙]{0,10}ที่\s?\d|เวลา\s?\d|ที่ผู้สื่อข่าว)")
_LONGEST_HEADLINE = 400  # characters; a longer first line is text without a headline


def _field_at(hits: dict[int, CueHit], line: str, start: int, *, edge: bool) -> str | None:
    """The page field whose label opens the line: ``ผู้สื่อข่าว : …`` is ``reporter``.

    Some labels, such as ``ที่มา``, are none but at the page's edge: tables have sources too.
    """
    label = start + len(line) - len(line.lstrip(_BULLET))
    hit = hits.get(label)
    if hit is None or (hit.values[1] == "edge" and not edge):
        return None
    field = hit.values[0]
    after = line[hit.end - start :].lstrip()
    if after[:1] in _COLONS and (after[:1] != "/" or _MORE_LABELS.match(after)):
        return field
    if field in ("published", "updated") and _DATE_LINE.match(after):
        return field  # โพสต์เมื่อ 16 ก.ย. 2564
    return field if field == "views" and after[:1].isdecimal() and len(line) < 40 else None


def _is_repetition(line: str, headline: str) -> bool:
    """Whether a line is the headline again, perhaps cut short or with a word more."""
    folded = "".join(line.split())
    if folded == headline:
        return True
    shorter, longer = sorted((folded, headline), key=len)
    return 20 <= len(shorter) >= 0.6 * len(longer) and longer.startswith(shorter.rstrip(".…"))


def _is_unit(line: str) -> bool:
    """Whether a short line names a public-relations unit and nothing else."""
    if len(line) > 110 or _VERB.search(line):
        return False
    return _UNIT.match(line.lstrip(_BULLET + "(")) is not None


def _is_report(line: str) -> bool:
    """Whether a short line says who reports: ``ส.ปชส.ลำพูน / รายงาน``."""
    return (
        len(line) <= 90
        and line.endswith((" รายงาน", "/รายงาน", ":รายงาน"))
        and not _VERB.search(line)
    )


def find_zones(text: str, cues: Cues) -> list[Zone]:
    """The lines of a page that hold anything, each with the part of the page it belongs to.

    The headline is the first line, without the name of the site before it, and its repetitions
    below the date; a single line, or one that begins a story, is text without a headline. Labels
    of fields come from the cue table ``page_fields``.

    Args:
        text: the clean text.
        cues: its cue hits.

    Returns:
        One zone per line that is not blank, in order, without white space at its edges.

    >>> from thainews_ie.cues import cue_index
    >>> page = "เปิดงานวันดินโลก\\n5 ธ.ค. 2566\\nวันนี้ นายก เปิดงาน\\nผู้สื่อข่าว : นายข"
    >>> [zone.kind.value for zone in find_zones(page, cue_index().scan(page))]
    ['headline', 'dateline', 'body', 'credits']
    """
    hits: dict[int, CueHit] = {}
    for hit in cues.all("page_fields"):  # by end: the last one stored at a start is the longest
        hits[hit.start] = hit
    lines = _lines(text)
    zones: list[Zone] = []
    headline = ""
    head = True  # no text so far
    tail = len(lines) - _TAIL_LINES
    for number, (start, line) in enumerate(lines):
        end = start + len(line)
        if number >= _HEAD_LINES:
            head = False
        elif not headline and number < 3 and not _DATE_LINE.match(line):
            zones.append(_first_zone(line, start, alone=len(lines) == 1))
            headline = "".join(text[zones[-1].start : end].split())
            head = zones[-1].kind is ZoneKind.HEADLINE
            continue
        elif len(line) < 2 * len(headline) and _is_repetition(line, headline):
            zones.append(Zone(ZoneKind.HEADLINE, start, end))
            continue
        kind = ZoneKind.BODY
        if len(line) <= _LONG or line[0] in _RULES:
            kind = _kind(line, start, hits, head=head, tail=number >= tail)
        if kind is ZoneKind.BODY:
            head = False
            if number > 3 and len(line) < 60 and _OTHER_NEWS.match(line):
                rest = lines[number:]
                zones += [Zone(ZoneKind.BOILERPLATE, at, at + len(own)) for at, own in rest]
                break
        zones.append(Zone(kind, start, end))
    return zones


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that are not blank, without white space at their edges, and where they start."""
    lines: list[tuple[int, str]] = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            lines.append((at + raw.index(line[0]), line))
        at += len(raw) + 1
    return lines


def _first_zone(line: str, start: int, *, alone: bool) -> Zone:
    """The headline without the name of the site before it, or the first line of a text that has
    no headline."""
    site = _SITE.match(line)
    story = alone or len(line) > _LONGEST_HEADLINE or _LEAD.match(line)
    kind = ZoneKind.BODY if story else ZoneKind.HEADLINE
    return Zone(kind, start + (site.end() if site else 0), start + len(line))


def _kind(line: str, start: int, hits: dict[int, CueHit], *, head: bool, tail: bool) -> ZoneKind:
    """The part of the page that a line below the headline belongs to."""
    if head and _DATE_LINE.match(line):
        return ZoneKind.DATELINE
    field = _field_at(hits, line, start, edge=head or tail)
    if head and (field in ("published", "updated", "views", "page") or line == "พิมพ์"):
        return ZoneKind.DATELINE
    if _FRAME.match(line) or line in _HEADINGS:
        return ZoneKind.BOILERPLATE
    if field in ("source", "reporter", "editor", "photo"):
        return ZoneKind.DATELINE if head else ZoneKind.CREDITS
    if field in ("views", "page", "updated"):
        return ZoneKind.BOILERPLATE
    if tail:
        if _CONTACT.match(line):
            return ZoneKind.BOILERPLATE
        if _is_unit(line) or _LABEL_LAST.match(line) or _is_report(line):
            return ZoneKind.CREDITS
    return ZoneKind.BODY
