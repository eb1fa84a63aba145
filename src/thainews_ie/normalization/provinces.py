"""The province that a title names."""

from __future__ import annotations

from thainews_ie.lexicon import provinces

__all__ = ["official_province", "province_code"]

_LONGEST = 20
_LEADS = ("จังหวัด", "อำเภอเมือง")
_CAPITAL = "กรุงเทพมหานคร"


def official_province(text: str) -> str | None:
    """The official name of a province, if the whole text is one of its spellings.

    >>> official_province("อยุธยา")
    'พระนครศรีอยุธยา'
    """
    found = provinces().get(text)
    return found[0] if found else None


def province_code(text: str) -> str | None:
    """The code of the province that stands behind its word: ``จังหวัดลำพูน``.

    Names of provinces that are part of another name (``มหาวิทยาลัยเชียงใหม่``) do not count.

    Args:
        text: a canonical title.

    >>> province_code("ผู้ว่าราชการจังหวัดลำพูน")
    '51'
    """
    for lead in _LEADS:
        at = text.rfind(lead)
        if at < 0:
            continue
        start = at + len(lead)
        for end in range(min(len(text), start + _LONGEST), start, -1):
            found = provinces().get(text[start:end])
            if found:
                return found[1]
    return provinces()[_CAPITAL][1] if _CAPITAL in text else None
