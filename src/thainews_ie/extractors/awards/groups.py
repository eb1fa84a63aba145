"""Gathers what an article says of one award name, and merges what it says twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thainews_ie.lexicon import table
from thainews_ie.mentions import CharSpan

__all__ = [
    "BRANCHES",
    "Entry",
    "Group",
    "field_key",
    "folded",
    "merged",
    "name_key",
    "same_award",
    "same_title",
]

# Branch awards, and the award each is a branch of.
BRANCHES = {branch: row[0] for branch, row in table("award_branches").items()}

_HEADS = re.compile(
    r"^(?:รางวัล|โล่|ถ้วย|ประกาศเกียรติคุณ|เกียรติยศ|เกียรติคุณ|การ|งาน|กิจกรรม|เวที|ประกวด|แข่งขัน|กีฬา"
    r"|ผู้ชนะ){1,8}"
)
_FOLD = re.compile(r"[\s“”\"‘’'()]{1,40}|ฯ$")
# อาสาสมัครสาธารณสุขประจำหมู่บ้าน (|อสม.|) ดีเด่น
_EXPLAINED = re.compile(r"อาสาสมัคร[ก-์]{4,80}[ ]?\((?P<short>(?:[ก-ฮ]{1,4}\.){1,4})\)")
# Prime Minister’s Export Award, PM Export Award
_PREMIER = re.compile(r"primeministers?|pms(?=[a-z])")
_FIELD_WORDS = re.compile(r"^(?:รางวัล|ใน|ประเภท|สาขา|ด้าน|หมวด|การ){1,6}")
_HONOURS = re.compile(r"(?:ประกาศ|เชิดชู|เกียรติ|คุณ|ผู้|และ|เข็ม|บัตร|ยกย่อง|โครงการ|ผลงาน){1,8}")
_TITLE = re.compile(r"(?<=[“\"])[^“”\"]{6,90}(?=[”\"])")
_LAST_FIELD = re.compile(r"(?:ด้าน|ประเภท|สาขา)(?:(?!ด้าน|ประเภท|สาขา).){14,90}\Z")
# From this share of common pairs of letters on, two long names are spellings of one.
_ALIKE = 0.86
# No award is given in more branches and levels.
_MOST = 120


@dataclass(slots=True)
class Entry:
    """One award as found at one place.

    Args:
        category, level, year, recipients: as stated there.
        branch: the key of the branch award it falls under, if any.
        counted: whether it is a sum (``คว้า 3 เหรียญทอง``), to be left out beside single ones.
        field, grade: keys of category and level.
        subject: who is said to win there, if no recipients are listed.
    """

    category: CharSpan | None
    level: CharSpan | None
    year: int | None
    recipients: tuple[CharSpan, ...]
    branch: str = ""
    counted: bool = False
    field: str = ""
    grade: str = ""
    subject: CharSpan | None = None


@dataclass(slots=True)
class Group:
    """All that the article says of one award name."""

    key: str
    kind: str
    aliases: list[str] = field(default_factory=list)
    names: list[CharSpan] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    given: bool = False
    years: list[int] = field(default_factory=list)
    givers: list[tuple[int, CharSpan]] = field(default_factory=list)
    subjects: list[CharSpan] = field(default_factory=list)
    parted: bool = False  # its list names awards of their own, and no branches

    def add(self, text: str, entry: Entry) -> None:
        """Add an entry, with its keys; beyond a bound no more are taken."""
        if len(self.entries) < _MOST:
            entry.field = field_key(text, entry.category)
            entry.grade = name_key(text, entry.level) if entry.level else ""
            self.entries.append(entry)

    def best_name(self, text: str) -> CharSpan:
        """The most frequent spelling, the first of equals, whole before cut short by ฯ."""
        counts: dict[str, int] = {}
        for name in self.names:
            said = text[name.start : name.end]
            counts[said] = counts.get(said, 0) + 1
        best = max(
            counts,
            key=lambda said: ("ฯ" not in said, bool(_EXPLAINED.search(said)), counts[said]),
        )
        return next(n for n in self.names if text[n.start : n.end] == best)


def folded(said: str) -> str:
    """A string without spaces, quotes and brackets, in one case."""
    return _PREMIER.sub("pm", _FOLD.sub("", said).casefold())


def name_key(text: str, span: CharSpan) -> str:
    """What identifies an award's name or level: without words like รางวัล and การประกวด."""
    key = folded(_EXPLAINED.sub(r"\g<short>", text[span.start : span.end]))
    return _HEADS.sub("", key) or key


def field_key(text: str, span: CharSpan | None) -> str:
    """What identifies a category: without words like ประเภท; empty for None."""
    if span is None:
        return ""
    key = folded(text[span.start : span.end])
    return _FIELD_WORDS.sub("", key) or key


def _alike(short: str, long: str) -> bool:
    """Whether nearly all pairs of neighbouring letters of ``short`` stand in ``long``."""
    if len(short) < 12:
        return False
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return sum(pair in long for pair in pairs) >= _ALIKE * len(pairs)


def same_award(text: str, span: CharSpan, key: str, group: Group) -> bool:
    """Whether a name means the award of a group.

    The same words, one cut short or spelled otherwise, or the same title in quotes.
    """
    if key == group.key or key in group.aliases:
        return True
    short, long = sorted((group.key, key), key=len)
    if len(short) >= 6:
        honours = len(long) - len(short)
        if (
            long.startswith(short)
            or (long.endswith(short) and _HONOURS.fullmatch(long, 0, honours))
            or _alike(short, long)
            or any(_alike(*sorted((alias, key), key=len)) for alias in group.aliases[:4])
        ):
            said = text[span.start : span.end]
            return said not in BRANCHES and long != short + "ยอดเยี่ยม"
    return same_title(text, span, group)


def same_contest(a: str, b: str) -> bool:
    """Whether one key is a contest's kind, the other has its title too: ``เพลง``, ``เพลงออม``."""
    short, long = sorted((a, b), key=len)
    if short.isascii() and len(short) >= 8 and long.endswith(short):
        return True  # the title without its sponsor: Thailand Open
    return len(short) >= 3 and long.startswith(short)


def same_title(text: str, span: CharSpan, group: Group) -> bool:
    """Whether a name has the title in quotes that the group's first name has."""
    title = _TITLE.search(text, span.start, span.end)
    known = _TITLE.search(text, group.names[0].start, group.names[0].end)
    return bool(title and known and title.group() == known.group())


def _same_field(a: str, b: str) -> bool:
    """Whether two keys mean one category, one of them cut short or named with its branch."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 8 and (long.startswith(short) or (len(short) >= 14 and short in long)):
        return True
    one, two = _LAST_FIELD.search(a), _LAST_FIELD.search(b)
    return bool(one and two and one.group() == two.group())


def _same_entry(a: Entry, b: Entry) -> bool:
    if a.grade != b.grade or not _same_field(a.field, b.field):
        return False
    if not (a.branch and b.branch and a.category):
        return True
    return a.branch.endswith(b.branch) or b.branch.endswith(a.branch)


def _is_branch_alone(entry: Entry, entries: list[Entry]) -> bool:
    """Whether an entry is a branch award as a whole, whose types are entries of their own."""
    branch = _FIELD_WORDS.sub("", entry.branch)
    return (
        bool(branch)
        and entry.field == branch
        and any(
            o.branch == entry.branch
            and o.field != branch
            and (not entry.level or o.grade == entry.grade)
            for o in entries
        )
    )


def _is_general(entry: Entry, entries: list[Entry]) -> bool:
    """Whether another entry says the same and more."""
    if not entry.category and not entry.level:
        return any(o.category or o.level for o in entries)
    if not entry.level:
        if any(o.category and o.level and _same_field(entry.field, o.field) for o in entries):
            return True
        if not entry.recipients and any(
            o.field.endswith(("ประเภท" + entry.field, "สาขา" + entry.field, "ด้าน" + entry.field))
            for o in entries
            if not entry.branch or o.branch == entry.branch
        ):
            return True
    if _is_branch_alone(entry, entries):
        return True
    if not entry.level:
        return False
    return not entry.category and any(o.category and o.grade == entry.grade for o in entries)


def _levels_of_all(entries: list[Entry]) -> list[Entry]:
    """The entries; places told once, behind a list of branches, hold for all of them."""
    placed = [e for e in entries if e.level]
    fields = {e.field for e in placed}
    if len(placed) < 2 or len(fields) != 1 or any(e.recipients for e in entries):
        return entries
    if sum(bool(e.field) and not e.level for e in entries) < 2:
        return entries
    for entry in placed:
        entry.category, entry.field = None, ""
    return placed


def merged(text: str, entries: list[Entry]) -> list[Entry]:
    """One entry for each category and level, without those that others say more fully."""
    kept: list[Entry] = []
    for entry in entries:
        other = next((o for o in kept if _same_entry(entry, o)), None)
        if other is None:
            kept.append(entry)
            continue
        if len(entry.field) > len(other.field):
            other.category, other.field = entry.category, entry.field
        if not (other.recipients or entry.recipients) and other.subject and entry.subject:
            other.recipients, entry.recipients = (other.subject,), (entry.subject,)
        other.subject = other.subject or entry.subject
        known = {text[r.start : r.end] for r in other.recipients}
        other.recipients += tuple(r for r in entry.recipients if text[r.start : r.end] not in known)
        other.year = other.year or entry.year
        other.counted = other.counted and entry.counted
    kept = _levels_of_all(kept)
    single = [e for e in kept if not e.counted]
    if len(single) > 1 or any(e.level for e in single):
        kept = single
    return [e for e in kept if not _is_general(e, kept)]
