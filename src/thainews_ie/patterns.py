"""Regex fragments, and places in a line, that two or more finders share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

__all__ = [
    "HOLDS",
    "IS_TITLE",
    "NAME_TO_TITLE",
    "TITLE_TO_TITLE",
    "line_end",
    "line_start",
    "trie",
]

# Words that tie a further title to a person: ในฐานะ, ทำหน้าที่, ซึ่งดำรงตำแหน่ง
_TITLE_LINK = r"""
    (?P<link>
      (?: ในฐานะ(?:ที่(?!ปรึกษา))?(?:เป็น)? | ทำหน้าที่(?:เป็น)? | ซึ่งเป็น
        | (?:ข้าราชการ[ก-๎]{0,20}[^\S\n]?|ได้รับ(?:การ)?แต่งตั้ง)?(?:ซึ่ง|ผู้|ให้)?(?:ดำรง)?ตำแหน่ง(?:เป็น)?
        | ปัจจุบัน(?:ดำรงตำแหน่ง|เป็น)?
      ) [^\S\n]{0,6}
    )?
"""
# From a name to the title behind it: white space, a nickname or an abbreviation in brackets.
NAME_TO_TITLE = re.compile(
    rf"""["”’]? ฯ?
         (?:[^\S\n]หรือ[^\S\n]?["“]?[ก-๎]{{2,15}}["”]?)?
         (?:[^\S\n]?\([^()\n]{{1,70}}\))? \)?
         [^\S\n]{{0,40}} \n? [^\S\n]{{0,4}} (?:[,:–\-][^\S\n]{{0,2}})? {_TITLE_LINK}""",
    re.VERBOSE,
)
# From one title to the next of the same person: …และ, …, ในฐานะ
TITLE_TO_TITLE = re.compile(
    rf"""ฯ? (?:[^\S\n]?\([^()\n]{{1,70}}\))? [^\S\n]{{0,4}}
         (?P<and> (?:,|/|และ|ตลอดจน|พร้อมทั้ง|ควบ)[^\S\n]{{0,2}} )? {_TITLE_LINK}""",
    re.VERBOSE,
)
# Before a post, further on in the clause about a person: ซึ่งขณะนั้นดำรงตำแหน่งอธิบดี…
HOLDS = "ดำรงตำแหน่ง"
# From a name, or a title, to a post it is said to hold: โดยมีนาย ก ข เป็น|ประธานอนุกรรมการ
# (…ได้รับโปรดเกล้าฯ แต่งตั้งให้เป็น|อธิการบดี, …เป็นข้าราชการการเมือง ตำแหน่ง|เลขานุการ…)
IS_TITLE = re.compile(
    r"""[^\S\n]{0,3} (?:ได้รับ|ทรง)? (?:พระราชทาน|(?:พระกรุณา)?โปรดเกล้า(?:โปรดกระหม่อม)?ฯ?)?
        [^\S\n]? (?:การ)?(?:แต่งตั้ง)? (?:ให้)?
        (?: เป็น(?:ข้าราชการ[ก-๎]{0,20}[^\S\n]?(?:ใน)?ตำแหน่ง(?:เป็น)?)? | ดำรงตำแหน่ง )
        [^\S\n]{0,2}""",
    re.VERBOSE,
)


def line_end(text: str, at: int, limit: int) -> int:
    """Where the line that ``at`` stands in ends, or ``limit`` if it goes on to there."""
    end = text.find("\n", at, limit)
    return limit if end < 0 else end


def line_start(text: str, at: int, since: int) -> int:
    """Where the line that ``at`` stands in starts, or ``since`` if it reaches back to there."""
    return max(since, text.rfind("\n", since, at) + 1)


def trie(words: Iterable[str], space: str = r"\s{0,2}") -> str:
    """A pattern that matches the longest of many words, without capturing.

    The words are folded into a tree by their first characters, so that a match costs about as
    much as the word is long, not as the list is.

    Args:
        words: the words, at least one and none empty.
        space: the pattern that a space within a word stands for.

    Returns:
        A fragment to compile or to build into a larger pattern.

    >>> trie(["กรม", "กรมศิลปากร", "กอง"])
    'ก(?:รม(?:ศิลปากร)?|อง)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in " ".join(word.split()):
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree, space)


def _branch(node: dict[str, Any], space: str) -> str:
    ends = "" in node
    options = []
    for char in sorted(key for key in node if key):
        head, rest = char, node[char]
        while len(rest) == 1 and "" not in rest:
            ((char, rest),) = rest.items()
            head += char
        pattern = space.join(re.escape(piece) for piece in head.split(" "))
        options.append(pattern + ("" if set(rest) == {""} else _branch(rest, space)))
    body = "|".join(options)
    if ends:
        return f"(?:{body})?" if options else ""
    return f"(?:{body})" if len(options) > 1 else body
