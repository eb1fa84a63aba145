"""White space and case, for comparing names and for writing them."""

from __future__ import annotations

import re

from thainews_ie.cleaning import clean

__all__ = ["close_up", "fold", "join", "tidy"]

_ABBREVIATION = re.compile(r"[ก-ฮ]{1,6}\.")
_AFTER_THAI = re.compile(r"(?<=[ก-๎.ฯ]) (?=[ก-๎])")


def tidy(text: str) -> str:
    """Clean spelling, no white space at the edges, single spaces within.

    >>> tidy(" บริษัท  ตัวอย่าง\\nจำกัด")
    'บริษัท ตัวอย่าง จำกัด'
    """
    return " ".join(clean(text).text.split())


def fold(text: str) -> str:
    """What is compared of a name: no white space, small Latin letters.

    >>> fold("SME D Bank")
    'smedbank'
    """
    return "".join(text.split()).lower()


def close_up(text: str) -> str:
    """A post without the spaces between its Thai words.

    >>> close_up("ที่ปรึกษา รมว.")
    'ที่ปรึกษารมว.'
    """
    return _AFTER_THAI.sub("", text)


def join(left: str, right: str) -> str:
    """Two parts of a title: Thai words are written together, others and abbreviations apart.

    >>> join("อธิบดี", "กรมศิลปากร"), join("ประธาน", "FETCO"), join("อธิบดี", "กพร.")
    ('อธิบดีกรมศิลปากร', 'ประธาน FETCO', 'อธิบดี กพร.')
    """
    if not left or not right:
        return left + right
    thai = "ก" <= left[-1] <= "๎" and "ก" <= right[0] <= "๎"
    return left + right if thai and not _ABBREVIATION.match(right) else f"{left} {right}"
