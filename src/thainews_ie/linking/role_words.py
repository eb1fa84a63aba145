"""How words beside people and verbs are read, for the roles.

The words themselves are in ``lexicons/terms/role_*``; they are matched where a person or a verb
stands, never looked for in the whole text.
"""

from __future__ import annotations

import re
from functools import cache

from thainews_ie.lexicon import table, terms
from thainews_ie.patterns import line_end, trie
from thainews_ie.records import Role

__all__ = [
    "contestants",
    "gives",
    "goes_on",
    "headline_verb",
    "helpers",
    "honoured",
    "is_message",
    "is_talk",
    "joins_leader",
    "joins_receiving",
    "joint",
    "led_together",
    "list_ends",
    "near_verb",
    "receives",
    "relation",
    "visits",
]

_RELATION_REACH = 28
_JOINT_REACH = 20
_NEAR_REACH = 60
_CEREMONY_REACH = 1500
_TALK_REACH = 150

# Polite words between what leads to a person and the name: กับ|ท่าน|นายสมชาย; spelled backwards.
_POLITE = re.compile(r"[^\S\n]{0,3}(?:(?:นาท่|ฯณพฯ|ะณค)[^\S\n]{0,2})?")
_SPACE_BACK = re.compile(r"[\s”\"“)']{0,3}")
_AUXILIARY = frozenset(word[::-1] for word in ("ได้", "จะ", "ยัง"))
_ACT_NOUN = "การ"[::-1]
# From one verb to the next of the same people: …และ…, …พร้อมทั้งเป็นผู้…; ในพิธี after เป็นประธาน.
_AND = re.compile(
    r"""(?P<rite>(?:ใน)?(?:พิธี|งาน))? [^\S\n]?
        (?:และ|พร้อม(?:ทั้ง|กับ)?|ทั้ง|แล้ว)? (?:ได้)? (?:เป็นผู้)? [^\S\n]?""",
    re.VERBOSE,
)
# Said of several, but the first of them leads: นาย ก พร้อมด้วย นาย ข ร่วมประชุม
_LED_TOGETHER = re.compile(r"ร่วม(?!เป็น|ด้วย|กัน|สักขี|แสดง|ทำบุญ|ฟัง)")
_JOINS_LEADER = re.compile(r"(?:เข้า)?ร่วม(?:ลงพื้นที่|ตรวจ|ติดตาม|คณะ|เดินทาง|ประชุม|หารือ)")
_GIVEN_ENDS = re.compile(r"ว่า|เป็นประธาน|\s(?:โดยมี|โดยได้|จากนั้น|ทั้งนี้|เมื่อ|เพื่อ|ซึ่ง|สำหรับ|ณ\s)")
_RITE_REACH = 200
_RECEIVING = re.compile(r"(?:การ|ใน)?(?:พิธี|งาน)?(?:การ)?รับ(?:มอบ|บริจาค)")
_FROM = re.compile(r"จาก(?!นั้น|การ|ที่)")
_HELPERS = re.compile(r"ที่ปรึกษา|ผู้ฝึกสอน|ผู้บริหาร|กรรมการ|คณะครู|ผู้แทน")
_TALKS = ("บรรยาย", "ปาฐกถา", "เสวนา", "อภิปราย", "กล่าวปาฐกถา")  # …โดย นาย ก
_VISIT = re.compile(r"เข้าพบ|เข้าเยี่ยม|เข้าหารือ|เข้าร่วม|เข้ารับ|ร่วม(?:หารือ|ประชุม|งาน|พิธี)")
_VISIT_REACH = 100
_CEREMONIES = ("พิธีมอบ", "พิธีรับมอบ")


@cache
def _backwards(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A table of words and values, to be matched on reversed text."""
    rows = {words[::-1]: value for words, (value,) in table(name).items()}
    return re.compile(trie(rows)), rows


@cache
def _pattern(name: str, template: str) -> re.Pattern[str]:
    """A word list as a pattern; ``WORDS`` in the template stands for the list."""
    return re.compile(template.replace("WORDS", trie(terms(name))))


def relation(text: str, at: int, since: int) -> str:
    """What the words right before a person make of the person.

    Args:
        text: the clean text.
        at: where the person begins.
        since: nothing before this is read.

    Returns:
        A value of ``terms/role_leads.tsv``, ``plain`` if no such words stand there.
    """
    back = text[max(since, at - _RELATION_REACH) : at][::-1]
    pattern, relations = _backwards("role_leads")
    polite = _POLITE.match(back)
    words = pattern.match(back, polite.end() if polite else 0)
    return relations[words.group()] if words else "plain"


def joint(text: str, at: int, since: int) -> str:
    """How a verb goes on from the words right before it.

    Args:
        text: the clean text.
        at: where the verb begins.
        since: nothing before this is read.

    Returns:
        ``joined`` if its subject may have been named before, ``other`` if it has a subject of
        its own (``ผู้ที่ได้รับรางวัล``, ``ทั้งสองฝ่ายได้หารือ``), else ``plain``.
    """
    back = text[max(since, at - _JOINT_REACH) : at][::-1]
    pattern, joints = _backwards("role_joints")
    gap = _SPACE_BACK.match(back)
    spaced = gap.end() if gap else 0
    words = pattern.match(back, spaced)
    found = joints[words.group()] if words else "plain"
    if spaced and words and words.group() == _ACT_NOUN:
        found = "plain"  # การ before a space ends a noun
    if words and words.group() in _AUXILIARY and back[words.end() : words.end() + 1].isalpha():
        return "joined" if pattern.match(back, words.end()) else "other"
    return "joined" if found == "plain" and (spaced or not back) else found


@cache
def _near_verbs() -> tuple[re.Pattern[str], dict[str, Role]]:
    verbs = {verb: Role(role) for verb, (role,) in table("role_verbs").items()}
    return re.compile(trie(verbs)), verbs


def near_verb(text: str, at: int, limit: int) -> tuple[int, int, Role] | None:
    """A short verb right behind a person: ``รมว.สมชาย ย้ำ…``.

    Args:
        text: the clean text.
        at: where the person ends.
        limit: where the next cue or person begins; it must not begin before the verb.

    Returns:
        Start and end of the verb, and its role.
    """
    if limit <= at + 1:
        return None
    fillers = _pattern(
        "role_fillers", r"(?:[\s”\"“)]|\([^()\n]{1,40}\)|เป็นผู้(?=มอบ|กล่าว)|WORDS){0,8}"
    )
    filler = fillers.match(text, at, at + _NEAR_REACH)
    start = filler.end() if filler else at
    if limit <= start:
        return None
    pattern, verbs = _near_verbs()
    verb = pattern.match(text, start, start + 20)
    return (start, verb.end(), verbs[verb.group()]) if verb else None


@cache
def _list_ends() -> re.Pattern[str]:
    ends, inner = trie(terms("role_list_ends")), trie(terms("role_list_inner"))
    return re.compile(rf"ว่า|(?:^|\s)(?!{inner})(?:ณ\s|{ends})|เป็นประธาน")


def list_ends(gap: str, *, given: bool) -> bool:
    """Whether the words between two people end the list the first stands in.

    Args:
        gap: the words.
        given: whether it is a list of the honoured, who may be told apart by what they won with.
    """
    if given:
        return _GIVEN_ENDS.search(gap) is not None
    ends = _list_ends()
    return ends.search(gap) is not None


def headline_verb(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A verb of saying after a headline's first clause: ``รมว. … เปิดงาน ย้ำ…``."""
    verb = _pattern("role_headline_verbs", "(?<=[\\s”\"'])WORDS").search(text, start, end)
    return verb.span() if verb else None


def honoured(text: str, start: int, end: int) -> bool:
    """Whether the words before a list (``ได้แก่``) make it one of the honoured."""
    return _pattern("role_honours", "WORDS").search(text, start, end) is not None


def contestants(text: str, start: int, end: int) -> bool:
    """Whether the words before a list (``ประกอบด้วย``) make it one of those who compete."""
    return _pattern("role_contestants", "WORDS").search(text, start, end) is not None


def helpers(text: str, start: int, end: int) -> bool:
    """Whether the words before a list make it one of those who helped the winners or chose them."""
    return _HELPERS.search(text, start, end) is not None


def gives(text: str, start: int, end: int, since: int) -> bool:
    """Whether who presides does so over a ceremony of giving, and so gives.

    Args:
        text: the clean text.
        start, end: where ``เป็นประธาน`` stands.
        since: where its line begins.
    """
    stop = line_end(text, end, end + 90)
    pattern = _pattern("role_gifts", r"พิธี(?:รับ)?มอบ|(?<!ได้รับ)มอบWORDS")
    if pattern.search(text, max(since, start - 120), stop):
        return True
    if not text.startswith(("ในพิธี", "พิธี", "ในงาน"), end):
        return False
    since = max(since, start - _CEREMONY_REACH)
    return any(text.find(words, since, start) >= 0 for words in _CEREMONIES)


def receives(text: str, end: int) -> bool:
    """Whether who presides does so over a ceremony of receiving, and so receives.

    ``เป็นประธานในพิธีรับมอบอุปกรณ์``, ``…รับมอบรางวัลจาก…``; those who preside over
    ``พิธีรับมอบรางวัล`` with no giver named hand it out.
    """
    limit = line_end(text, end, end + _RITE_REACH)
    rite = _RECEIVING.match(text, end, limit)
    if not rite:
        return False
    prize = _pattern("role_gifts", "WORDS").match(text, rite.end(), limit)
    return prize is None or _FROM.search(text, prize.end(), limit) is not None


def goes_on(text: str, start: int, end: int, *, rites: bool) -> bool:
    """Whether one verb follows another of the same people: ``เป็นประธานเปิดงานและมอบ…``.

    Args:
        text: the clean text.
        start, end: the words between the verbs.
        rites: whether ``ในพิธี`` may stand there, as after ``เป็นประธาน``.
    """
    gap = _AND.fullmatch(text, start, end)
    return gap is not None and (rites or not gap["rite"])


def led_together(text: str, at: int) -> bool:
    """Whether a verb is said of several whose first leads: ``นาย ก พร้อมด้วย นาย ข ร่วมประชุม``."""
    return _LED_TOGETHER.match(text, at) is not None


def joins_leader(text: str, at: int) -> bool:
    """Whether companions join what somebody else leads: ``โดยมี นาย ข ร่วมลงพื้นที่``."""
    return _JOINS_LEADER.match(text, at) is not None


def joins_receiving(text: str, at: int) -> bool:
    """Whether who takes part receives: ``เข้าร่วมในพิธีรับโล่``."""
    receiving = _pattern(
        "role_gifts",
        r"(?:เข้า)?ร่วม(?:ใน)?(?:พิธี|งาน)?(?:เข้า)?รับ(?:มอบ|พระราชทาน|WORDS)",
    )
    return receiving.match(text, at) is not None


def is_message(text: str, at: int) -> bool:
    """Whether what is given is only said: ``มอบ|กรอบนโยบาย``, ``มอบ|คำขวัญ``."""
    return (
        _pattern("role_messages", r"\s?(?:\d{1,2}\s?)?(?:ข้อ|กรอบ)?WORDS").match(text, at)
        is not None
    )


def is_talk(text: str, at: int, gap: int) -> bool:
    """Whether a cue names a talk, whose speaker may follow: ``บรรยายพิเศษ … โดย นาย ก``."""
    return gap < _TALK_REACH and text.startswith(_TALKS, at)


def visits(text: str, at: int) -> bool:
    """Whether who leads a party leads it to somebody else: ``นำคณะ … เข้าพบ``."""
    return _VISIT.search(text, at, line_end(text, at, at + _VISIT_REACH)) is not None
