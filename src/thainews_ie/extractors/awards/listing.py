"""Opens the lists in which an article tells the branches of an award."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.groups import folded, name_key
from thainews_ie.extractors.awards.lists import counted_items, plain_items
from thainews_ie.extractors.awards.state import LIST_REACH, Assembly
from thainews_ie.extractors.awards.tokens import Token

__all__ = ["open_list"]

# The branches of an award may be listed this far behind it.
_PRIZES_REACH = 700
_COUNTED_REACH = 4000
_NEAR_LIST = 130
_SPECIAL = re.compile(r"รางวัลพิเศษ[^\n]{0,24}\Z")
_NUMBERED_PRIZE = re.compile(r"[ \n]{0,4}\(?1(?:[.)]|\.1\)?)[ ]{0,2}รางวัล")
_LATIN_ITEM = re.compile(r"[ ]{0,3}(?:\(?1[.)][ ]{0,3})?[A-Z]")


def open_list(state: Assembly, token: Token) -> None:
    """Open a list of branches, or read one whose items have no label."""
    if state.current is None:
        return
    if _opens_prizes(state, token):
        state.reach = token.end + LIST_REACH
        state.category = None
        return
    far = token.start - state.last_end
    if far > (_COUNTED_REACH if token.count else _NEAR_LIST):
        return
    said = folded(state.text[max(0, token.start - 90) : token.start])
    named = next(
        (g for g in state.groups if any(name_key(state.text, n) in said for n in g.names[:6])),
        None,
    )
    prizes = sum(g.kind in ("prize", "latin") for g in state.groups)
    if named is None and far > 2 * _NEAR_LIST and prizes > 1:
        return  # which of them would it be
    if _beside(state, token):
        return
    following = state.peek(1)
    if following is not None and following.start - token.end <= 30:
        after = state.peek(2)
        contests = after is not None and after.kind == "contest" and after.start - following.end < 4
        if following.kind != "level" or following.category or contests:
            state.reach = token.end + LIST_REACH
            state.category = None
        return
    state.current = named or state.current
    if token.noun == "รางวัล":
        items = counted_items(state.text, token.end, token.count)
        if not items and _LATIN_ITEM.match(state.text, token.end):
            items = plain_items(state.text, token.end, token.count)
    elif token.noun in ("ประเภทรางวัล", "ประเภท", "สาขา") and _is_about(state, token):
        items = plain_items(state.text, token.end, token.count)
    else:
        return
    for item in items:
        levels = state.inherited
        state.add(state.current, Token("category", *item, levels=levels), item)
        state.last_end = item.end


def _beside(state: Assembly, token: Token) -> bool:
    """Whether prizes are listed beside an award whose places have been told."""
    special = _SPECIAL.search(state.text, max(0, token.start - 40), token.start)
    return bool(special and state.current and any(e.level for e in state.current.entries))


def _opens_prizes(state: Assembly, token: Token) -> bool:
    """Whether a numbered list of prizes starts here that are branches of the current one."""
    current = state.current
    return (
        current is not None
        and current.kind in ("prize", "latin")
        and current.given
        and token.start - state.last_end < _PRIZES_REACH
        and not _beside(state, token)
        and _NUMBERED_PRIZE.match(state.text, token.end, token.end + 16) is not None
    )


def _is_about(state: Assembly, token: Token) -> bool:
    """Whether a list is said to be of awards, or stands beside one."""
    if "รางวัล" in state.text[max(0, token.start - 60) : token.start]:
        return True
    return (
        token.start - state.last_end < 260 and "\n" not in state.text[state.last_end : token.start]
    )
