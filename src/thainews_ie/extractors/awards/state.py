"""The groups while the tokens of an article are read: finds a name's group, adds entries to it."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.bodies import Names
from thainews_ie.extractors.awards.givers import find_giver
from thainews_ie.extractors.awards.groups import Entry, Group, name_key, same_award, same_contest
from thainews_ie.extractors.awards.lists import ITEM_START
from thainews_ie.extractors.awards.phrases import without_year
from thainews_ie.extractors.awards.recipients import named_before, read_recipients, subject_before
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import CharSpan

__all__ = ["LIST_REACH", "Assembly", "joined"]

# Items of one list stand no further apart.
LIST_REACH = 700
_MOST_ALIASES = 8
_RECIPIENTS_REACH = 2600
_NEAR_NAME = 24
_FROM = re.compile(r"[ ]{0,3}(?:จาก|ของ)")
_MEDALS = re.compile(r"[ ]?\d{1,2}[ ]เหรียญ")
_TRANSLATION = re.compile(
    r"""
    [”"]?[ ]{0,2}(?:(?:(?:ประจำ)?ปี)?[ ]?\d{4}[ ]{0,2})?(?:หรือ[ ]?)?
    (?: [(“"]{1,2}[ ]?(?P<marked>[A-Z][A-Za-z’'&. \-]{3,70}(?:[ ]20\d\d)?)[ ]?[)”"]
      | (?P<bare>[A-Z][A-Za-z’'&. \-]{3,70}(?:Award|Prize)s?) )
    """,
    re.VERBOSE,
)


def translation(text: str, at: int) -> CharSpan | None:
    """The name in English right behind an award's name: ``… (|Bank Award| 2023)``."""
    found = _TRANSLATION.match(text, at, at + 110)
    if found is None:
        return None
    start, end = found.span("marked" if found["marked"] else "bare")
    return CharSpan(start, without_year(text, start, end))


def joined(level: Token, outer: Token) -> Token:
    """A level and the contest behind it as one token: ``|รางวัลชนะเลิศ การประกวด…|``."""
    return Token(level.kind, level.start, outer.end, levels=level.levels, year=outer.year)


class Assembly:
    """The state while the tokens of an article are read in order.

    Args:
        text: the clean text.
        tokens: the tokens, in order.
        names: the people of the article.
    """

    def __init__(self, text: str, tokens: list[Token], names: Names) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self.groups: list[Group] = []
        self.index = 0
        self.last_end = 0
        self.named = {text[t.name.start : t.name.end]: t.name for t in tokens if t.name}
        self.current: Group | None = None
        self.reach = -1  # a list of the current award's branches is open until here
        self.branch = ""  # key of the branch award just read
        self.category: CharSpan | None = None  # holds for the levels that follow
        self.inherited: list[CharSpan] = []  # levels that hold for all branches listed
        self.subject: CharSpan | None = None  # who wins what is told next
        self.placed: list[CharSpan] = []  # levels of the contest just read

    def peek(self, ahead: int) -> Token | None:
        """The token that many places ahead."""
        at = self.index + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def group(self, span: CharSpan, kind: str, alias: CharSpan | None = None) -> Group:
        """The group of a name, made if there is none."""
        key = name_key(self.text, span)
        others = [alias, translation(self.text, span.end)]
        also = [name_key(self.text, other) for other in others if other is not None]
        group = next(
            (
                g
                for g in self.groups
                if same_award(self.text, span, key, g)
                or (kind == g.kind == "contest" and same_contest(key, g.key))
                or g.key in also
            ),
            None,
        )
        if group is None:
            group = Group(key, kind)
            self.groups.append(group)
        elif len(key) > len(group.key):
            if key in group.aliases:
                also.append(group.key)
            group.key = key
        group.names.append(span)
        group.aliases += also[: _MOST_ALIASES - len(group.aliases)]
        return group

    def add(self, group: Group, token: Token, category: CharSpan | None, branch: str = "") -> None:
        """Add the entries of one token to a group, with who receives and who gives."""
        text = self.text
        subject = subject_before(text, token.start, self.names)
        if subject is None and token.levels:
            subject = named_before(text, token.start, self.names)
        if subject:
            self.subject = subject
        if subject and token.name is None:
            recipients: tuple[CharSpan, ...] = (subject,)
        else:
            end = min(len(text), token.end + _RECIPIENTS_REACH)
            for following in self.tokens[self.index + 1 : self.index + 6]:
                if following.kind != "list" and following.start >= token.end:
                    end = min(end, following.start)
                    break
            direct = bool(token.levels) or (
                token.kind == "category"
                and bool(self.names.within(token.end, token.end + _NEAR_NAME))
                and "\n" not in text[token.end : token.end + _NEAR_NAME]
            )
            if subject and _FROM.match(text, token.end, token.end + 6):
                direct = False  # who wins is told, so that this is who gives
            recipients = read_recipients(text, token.end, end, self.names, direct)
            if subject:
                group.subjects.append(subject)
        counted = (
            token.category is None
            and text.startswith("เหรียญ", token.start)
            and (
                text[max(0, token.start - 3) : token.start].rstrip()[-1:].isdigit()
                or _MEDALS.match(text, token.end, token.end + 12) is not None
            )
        )
        levels: list[CharSpan | None] = [*token.levels] if token.levels else [None]
        for level in levels:
            if category and name_key(text, category) in (group.key, *group.aliases):
                category = None
            entry = Entry(category, level, token.year, recipients, branch, counted)
            entry.subject = self.subject
            group.add(text, entry)
        self.note(group, token)
        group.given = group.given or token.given

    def note(self, group: Group, token: Token) -> None:
        """Note the edition and the giver that a token states for a group."""
        if token.year:
            group.years.append(token.year)
        name = token.name or CharSpan(token.start, token.end)
        if token.giver:
            group.givers.append((0, token.giver))
            return
        giver = find_giver(self.text, name, token.end, self.names)
        if giver:
            group.givers.append(giver)

    def in_list(self, token: Token) -> bool:
        """Whether the token is an item of the open list of branches."""
        if self.current is None or token.start > self.reach:
            return False
        return bool(ITEM_START.search(self.text[max(0, token.start - 14) : token.start]))

    def places_told(self, group: Group) -> bool:
        """Whether places of a contest as a whole have been told, with their winners."""
        return any(e.level and e.recipients and not e.category for e in group.entries)
