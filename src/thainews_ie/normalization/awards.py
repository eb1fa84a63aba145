"""One name for one award: quotes, heads, glosses and years taken off, aliases settled."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from thainews_ie.lexicon import table
from thainews_ie.normalization.spelling import fold, tidy

__all__ = ["canonical_award"]

_MAX_LENGTH = 400
_QUOTES = re.compile(r"[“”\"«»„‟`]|(?<![A-Za-z])[‘’']|[‘’'](?![A-Za-z])")
# (TQA), (Thailand Quality Award), (อสม.): the same in other words.
_GLOSS = re.compile(r"[ ]?\((?:[A-Za-z][^()ก-๎]{1,80}|(?:[ก-ฮ]{1,5}\.){1,6}[ก-ฮ]{0,3})\)")
# ประจำปี 2565, ปี พ.ศ. 2564, ครั้งที่ 3 ประจำปี 2566, 2023 at the end
_EDITION = re.compile(
    r"""[ ]? (?:(?:ครั้ง|รุ่น)ที่[ ]?\d{1,3}[ ]?)?
        (?: (?:ประจำ)?ปี (?:งบประมาณ|การศึกษา)?[ ]? (?:พ\.ศ\.|ค\.ศ\.|พุทธศักราช)?[ ]? \d{2,4}
          | (?:พ\.ศ\.|ค\.ศ\.|พุทธศักราช)[ ]?\d{4} | [ ](?:25|20)\d\d
        ) [ ]? \Z""",
    re.VERBOSE,
)
_PRIZE = re.compile(
    r"(?:(?:โล่เกียรติคุณ|โล่เกียรติยศ|โล่ห์|โล่|ถ้วย|เหรียญ|เงิน)?รางวัล(?!พระราชทาน\Z)[ ]?){1,3}(?=.)"
)
# กิจกรรมการประกวด…, งานประกวด…, ประกวด…, รางวัลการประกวด…
_CONTEST = re.compile(
    r"(?:กิจกรรม|งาน|โครงการ|ผล)?[ ]?(?:การ)?(?P<what>(?:ประกวด|แข่งขัน)[ ]?.{1,400})"
)
# Plaques and certificates keep their own head, in one spelling.
_PLAQUES = (
    (re.compile(r"โล่ห์"), "โล่"),
    (re.compile(r"(?:ใบ|ใบประกาศ|ประกาศ)เกียรติบัตร[ ]?"), "เกียรติบัตร"),
    (re.compile(r"ใบประกาศเกียรติคุณ[ ]?"), "ประกาศเกียรติคุณ"),
    (re.compile(r"ใบประกาศนียบัตร[ ]?"), "ประกาศนียบัตร"),
    (re.compile(r"โล่ประกาศเกียรติคุณ[ ]?"), "โล่ประกาศเกียรติคุณ"),
    (re.compile(r"(?P<kept>โล่เกียรติ(?:คุณ|ยศ)|เกียรติบัตร|ประกาศนียบัตร|วุฒิบัตร)[ ](?=[ก-๎])"), r"\g<kept>"),
)
_OWN_HEAD = re.compile(
    r"โล่|เกียรติบัตร|ประกาศ(?:เกียรติคุณ|นียบัตร)|วุฒิบัตร|เข็ม|เครื่องหมาย|เหรียญ"
    r"|การ(?:ประกวด|แข่งขัน)|ระดับ"
)
# A name in Thai that says it is an honour needs no more than รางวัล before it.
_HONOUR = re.compile(r"(?:ดีเด่น|ยอดเยี่ยม)(?:แห่งชาติ|แห่งปี|ระดับชาติ)?\Z")
_THAI = re.compile(r"[ก-๎]")
_TIGHT = re.compile(r"(?<=\.)[ ](?=[ก-๎])|(?<=[ก-๎])[ ](?=ดีเด่น|ยอดเยี่ยม)|[ ]?(?=ๆ)|(?<=ๆ)[ ]")
_CAPITALS = re.compile(r"[A-Z]{4,40}|(?:OF|THE|AND|FOR|TOP|NEW)\b")


@lru_cache(maxsize=4096)
def canonical_award(name: str) -> str:
    """One string for an award, however it is written.

    Args:
        name: the award as written, without category and level.

    Returns:
        The name without quotes, glosses in brackets and the year, under one spelling of its
        head (``โล่รางวัล`` is ``รางวัล``); the official name for known aliases. A name in Latin
        script has no ``รางวัล`` and ends with ``Award``.

    >>> canonical_award("รางวัล “วัฒนคุณาธร” ประจำปี 2566"), canonical_award("SOE Awards")
    ('รางวัลวัฒนคุณาธร', 'รางวัลรัฐวิสาหกิจดีเด่น')
    """
    written = tidy(name)
    if len(written) > _MAX_LENGTH:
        return written
    text = tidy(_QUOTES.sub(" ", written.replace("’", "'")))
    text = _EDITION.sub("", _GLOSS.sub("", text)).strip(" -–:,") or written
    for pattern, spelling in _PLAQUES:
        text = pattern.sub(spelling, text, count=1)
    head = _PRIZE.match(text)
    bare = text[head.end() :] if head else text
    bare = _TIGHT.sub("", bare)
    contest = _CONTEST.fullmatch(bare)
    if contest:
        bare = f"การ{contest['what']}"
    if _THAI.search(bare) is None:
        bare = _latin(bare)
    alias = _aliases().get(fold(bare))
    if alias is not None:
        return alias
    if _OWN_HEAD.match(bare) or _THAI.search(bare) is None:
        return bare
    return f"รางวัล{' ' if bare[0] < 'ก' else ''}{bare}" if head or _HONOUR.search(bare) else bare


@cache
def _aliases() -> dict[str, str]:
    return {fold(alias): award for alias, (award,) in table("award_aliases").items()}


def _latin(name: str) -> str:
    """A name in Latin script: one number, and no more capitals than the words ask for."""
    if name.isupper() and " " in name:
        name = _CAPITALS.sub(lambda word: word.group().capitalize(), name)
    return re.sub(r"\b(Award|Prize|Contest)s\Z", r"\1", name)
