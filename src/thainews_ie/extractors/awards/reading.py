"""Turns the cue hits of an article into award tokens in reading order."""

from __future__ import annotations

import re

from thainews_ie.cues import CueHit
from thainews_ie.extractors.awards.contests import read_contest
from thainews_ie.extractors.awards.merits import APART, joined_merits, read_merit
from thainews_ie.extractors.awards.phrases import before
from thainews_ie.extractors.awards.prizes import read_event, read_latin_name, read_level, read_prize
from thainews_ie.extractors.awards.tokens import Token

__all__ = ["read_tokens"]

# 7 รางวัล |ได้แก่|
_ANNOUNCED = re.compile(
    r"(?P<count>\d{1,2})[ ]?(?P<noun>ประเภทรางวัล|รางวัล(?!ชนะ|รอง|ชม|ที่[ ]?\d)|ประเภท|สาขา|ด้าน"
    r"|หมวด|กลุ่ม|ระดับ)[^\n\d:]{0,44}\Z"
)
_JOINT = re.compile(r"[ ]{0,2}(?:,|และ|รวมถึง|รวมทั้ง|ตลอดจน|พร้อมด้วย)?[ ]{0,2}")


def _list(text: str, hit: CueHit) -> Token | None:
    """The token of a word that opens a list."""
    announced = _ANNOUNCED.search(before(text, hit.start, 70))
    if hit.term == "คือ" and not announced:
        return None
    token = Token("list", hit.start, hit.end)
    if announced:
        token.count, token.noun = int(announced["count"]), announced["noun"]
    return token


def _token(text: str, hit: CueHit, tokens: list[Token], low: int) -> Token | None:
    """The token of one hit."""
    kind = hit.values[0]
    if kind == "list":
        return _list(text, hit)
    if kind == "contest":
        return read_contest(text, hit)
    if kind == "merit":
        return read_merit(text, hit, tokens)
    if kind == "latin":
        return read_latin_name(text, hit, low)
    if kind == "event":
        return read_event(text, hit, low)
    if kind == "level":
        return read_level(text, hit.start)
    return read_prize(text, hit)


def _share_verb(text: str, first: Token, token: Token) -> None:
    """Let ``token`` share the verb of the award named before it in one list."""
    if not first.given or first.name is None or token.name is None or token.given:
        return
    if token.start - first.end > 100:
        return
    gap = text[first.end : token.start]
    if _JOINT.fullmatch(gap):
        token.given = True
    elif token.kind == "prize":
        token.given = gap.endswith((" ", "และ", ",")) and not APART.search(gap)
    elif token.kind == "latin":  # รางวัล ก จากสมาคม ข |และ ค Award|
        token.given = gap.rstrip().endswith(("และ", ",")) and not APART.search(gap)
    elif token.kind == first.kind == "contest" and len(gap) < 60:
        token.given = gap.rstrip().endswith("และ") and "\n" not in gap


def read_tokens(text: str, hits: list[CueHit]) -> list[Token]:
    """The tokens in reading order; they do not overlap.

    Args:
        text: the clean text.
        hits: hits of the ``award_heads`` cues, by start, without overlaps.
    """
    tokens: list[Token] = []
    last = 0
    for hit in hits:
        if hit.start < last:
            continue
        token = _token(text, hit, tokens, last)
        if token is None or token.start < last:
            continue
        first = next((t for t in reversed(tokens[-3:]) if t.kind != "list"), None)
        if first is not None:
            _share_verb(text, first, token)
        tokens.append(token)
        if token.kind in ("plaque", "merit", "certificate", "prize"):
            tokens += joined_merits(text, token)
        last = tokens[-1].end
    return tokens
