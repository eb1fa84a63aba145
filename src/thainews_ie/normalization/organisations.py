"""Full official names of bodies: ``สำนักงาน ก.พ.ร.`` → ``สำนักงานคณะกรรมการพัฒนาระบบราชการ``."""

from __future__ import annotations

import re
from functools import lru_cache

from thainews_ie.lexicon import terms
from thainews_ie.normalization.provinces import official_province
from thainews_ie.normalization.spelling import fold, join, tidy
from thainews_ie.normalization.tables import Reading, bodies, organisation_words
from thainews_ie.patterns import trie

__all__ = ["canonical_organisation"]

_MAX_WORDS = 8  # of one name
_MAX_LENGTH = 400  # longer strings name no body
# กระทรวง พม., สำนักงาน ก.พ.ร., without the space
_HEAD = re.compile(rf"(?P<head>{trie(terms('abbreviated_heads'))})(?P<short>.{{1,40}})")
# สวทช without its dot; not one or two letters, which may be anything.
_LETTERS = re.compile(r"[ก-ฮ]{3,8}|[ก-ฮ.]{1,14}\.[ก-ฮ]{0,6}")
# บริษัทตัวอย่าง  จำกัด(มหาชน); บมจ. ตัวอย่าง
_COMPANY = re.compile(
    r"""(?: บริษัท[ ]?(?P<full>.{1,120}?)[ ]?จำกัด (?P<listed>[ ]?\([ ]?มหาชน[ ]?\))?
          (?P<rest>.{0,400})
      | (?P<kind>บมจ|บจก|บจ|หจก)\.[ ]?(?P<short>.{1,120}) )""",
    re.VERBOSE,
)
# กรมส่งเสริมการปกครองท้องถิ่น (สถ.), an abbreviation behind its name
_GLOSS = re.compile(r"(?<=[ก-๎])[ ]?\((?:(?:[ก-ฮ]{1,6}\.){1,6}|[A-Z]{2,10})\)")
# ททท.สำนักงานแพร่, ธ.ก.ส.สาขา…
_BRANCH = re.compile(
    r"(?P<short>(?:[ก-ฮ]{1,6}\.){1,6})"
    r"(?P<rest>(?:สำนักงาน|สาขา|ภาค|เขต|ประจำ|จังหวัด|อำเภอ|สถานี|ศูนย์|กอง).{1,80})"
)
# The list of ministries and departments is complete, so the beginning of one name is enough.
_CUT = re.compile(r"(?:กระทรวง|กรม).{3,60}ฯ")
_PLACE = re.compile(r"จังหวัด(?P<name>[ก-๎]{2,20})")
_PLACES = (("สหรัฐฯ", "สหรัฐอเมริกา"), ("กรุงเทพฯ", "กรุงเทพมหานคร"))
_MINISTRY_POSTS = ("โฆษก", "ผู้ช่วยรัฐมนตรี", "รัฐมนตรี", "ปลัด", "ผู้ตรวจราชการ")


@lru_cache(maxsize=8192)
def canonical_organisation(text: str, office: str = "") -> str:
    """The full official name of a body.

    Args:
        text: the body as written, in short or in full, its parent body behind it or not.
        office: the long form of the post before it, without รอง or the like, which settles
            abbreviations with several readings (``ปลัด`` with ``พม.`` means the ministry).

    Returns:
        The name with its abbreviations expanded, the parent left out where the name itself
        tells it. What has no reading, or several, stays as written, in single spaces.

    >>> canonical_organisation("กระทรวง พม.")
    'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์'
    >>> canonical_organisation("พม.")
    'พม.'
    """
    words = _GLOSS.sub("", tidy(text)).split(" ")
    if len(text) > _MAX_LENGTH:
        return " ".join(words)
    parts: list[str] = []
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + _MAX_WORDS), i, -1):
            name = _body("".join(words[i:j]), office if i == 0 else "")
            if name is not None:
                break
        else:
            j = _reach(words, i)
            # A short word alone behind others may be anything: กอ.รมน.ภาค 4 สน.
            alone = i > 0 and words[i] in organisation_words() and j == i + 1
            name = words[i] if alone else _phrase(" ".join(words[i:j]))
        if not parts or name not in (parts[-1], bodies().parents.get(parts[-1])):
            parts.append(name)
        i = j
    return " ".join(parts)


def _reach(words: list[str], i: int) -> int:
    """Where the words end that belong to one name that is not in the tables."""
    if words[i].startswith(("บริษัท", "บมจ.", "บจก.", "บจ.", "หจก.")):
        return len(words)
    alone = words[i] in organisation_words() and i + 1 < len(words)
    return i + 2 if alone else i + 1


def _body(written: str, office: str) -> str | None:
    """The name of the body that a text without white space stands for as a whole."""
    key = written.lower()
    known = bodies()
    name = known.names.get(key)
    if name is not None:
        return name
    if office.startswith(_MINISTRY_POSTS):
        name = known.names.get(f"กระทรวง{key}")
        if name is not None:
            return name
    found = _expand(key, office=office)
    if found is None:
        headed = _HEAD.fullmatch(key)
        if headed:
            found = _expand(headed["short"], head=headed["head"])
    return found or _completed(key)


def _expand(short: str, *, office: str = "", head: str = "") -> str | None:
    """The one body that an abbreviation stands for, or None if there is none or more."""
    known = bodies()
    tables = [known.readings.get(short, [])]
    if _LETTERS.fullmatch(short):
        tables.append(known.undotted.get(short.replace(".", ""), []))
    for readings in tables:
        fitting = {fit for r in readings if (fit := _fit(r, office, head)) is not None}
        if len(fitting) == 1:
            return fitting.pop()
        if fitting:
            return None
        plain = {reading.name for reading in readings if not reading.contextual}
        # Three letters without a dot may be a word (สอน, มอบ) where no post speaks for them.
        word = len(short) == 3 and "ก" <= short[0] <= "ฮ" and "." not in short
        if len(plain) == 1 and not head and not word:
            return plain.pop()
    return None


def _fit(reading: Reading, office: str, head: str) -> str | None:
    """The body's name if the words before its abbreviation speak for it."""
    name = reading.name
    if head:
        within = f"{head}{name}"  # สำนักงาน ก.พ.ร. is the office of the commission
        return name if name.startswith(head) else bodies().names.get(fold(within))
    return name if office in bodies().chiefs[name] else None


@lru_cache(maxsize=256)
def _completed(key: str) -> str | None:
    """The ministry or department whose name was cut with ฯ: ``กรมอุทยานฯ``."""
    if _CUT.fullmatch(key) is None:
        return None
    begin = key[:-1]
    names = {name for folded, name in bodies().names.items() if folded.startswith(begin)}
    return names.pop() if len(names) == 1 else None


def _phrase(text: str) -> str:
    """A name that is not in the tables, the short words in it written out."""
    company = _COMPANY.fullmatch(text)
    if company:
        return _firm(company)
    for size in range(min(12, len(text)), 0, -1):
        long = organisation_words().get(text[:size])
        if long is None:
            continue
        rest = text[size:].strip()
        if long == "มหาวิทยาลัย" and rest[:1].isdigit():
            long = "หมู่ที่"
        for end in ("จังหวัด", "ที่"):
            if long.endswith(end) and rest.startswith(end):
                long = long.removesuffix(end)
        if rest and not re.match(r"[ก-ฮ]{1,3}\.", rest):
            return _province(join(long, rest))
        if not rest and not long.endswith("ที่"):  # a number is wanting
            return long
    branch = _BRANCH.fullmatch(text)
    body = _body(branch["short"], "") if branch else None
    if branch and body:
        return f"{body} {branch['rest']}"
    for short, long in _PLACES:
        if text.endswith(short):
            return text.removesuffix(short) + long
    return _province(text)


def _province(text: str) -> str:
    """จังหวัดอยุธยา by its official name."""
    place = _PLACE.fullmatch(text)
    official = official_province(place["name"]) if place else None
    return f"จังหวัด{official}" if official else text


def _firm(company: re.Match[str]) -> str:
    if company["full"]:
        listed = " (มหาชน)" if company["listed"] else ""
        name = f"บริษัท {company['full']} จำกัด{listed}"
        rest = company["rest"].strip()
        return f"{name} {canonical_organisation(rest)}" if rest else name
    name = company["short"]
    known = _body(fold(name), "")
    if known is not None:
        return known
    if company["kind"] == "หจก":
        return f"ห้างหุ้นส่วนจำกัด {name}"
    return f"บริษัท {name} จำกัด" + (" (มหาชน)" if company["kind"] == "บมจ" else "")
