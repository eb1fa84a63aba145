"""Makes the awards of an article from its tokens: one per name, category and level."""

from __future__ import annotations

import re

from thainews_ie.extractors.awards.assembly import ANY_BODY, read_groups
from thainews_ie.extractors.awards.bodies import Names, expanded
from thainews_ie.extractors.awards.groups import BRANCHES, Entry, Group, merged, name_key
from thainews_ie.extractors.awards.hosts import Hosts, known_giver
from thainews_ie.extractors.awards.lists import free_tokens
from thainews_ie.extractors.awards.phrases import before
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import AwardDraft, CharSpan

__all__ = ["draft_awards"]

_DOTTED = re.compile(r"[ก-ฮ]\.[ก-ฮ]\.")
_HANDED = re.compile(r"(?<!รับ)มอบ(?!หมาย)")
# Who tells of an award that was won does not confer it.
_WON = re.compile(
    r"(?<!ที่)(?<!ผู้)(?<!ให้)(?<!จะ)(?<!สิทธิ)ได้รับ(?!การ)|คว้า|กวาด|เข้ารับ"
    r"|(?<!ผู้)(?<!ได้)(?<!สำห)รับ(?:มอบ)?\Z"
)
_HEADLINE_WON = re.compile(
    r"คว้า|กวาด|ครอง|(?<!ที่)(?<!ผู้)(?<!ให้)(?<!จะ)(?:ได้รับ|(?<!ได้)(?<!สำห)รับ(?:มอบ)?)[ ]?"
    r"(?:\d{1,2}[ ]?)?(?:รางวัล|โล่)"
)


def _tells_of_winning(text: str, headlines: list[CharSpan]) -> bool:
    """Whether the headline tells of an award that was won: ``ธนาคาร ก คว้ารางวัล…``."""
    return any(
        _HEADLINE_WON.search(text, h.start, h.end) and not _HANDED.search(text, h.start, h.end)
        for h in headlines
    )


def _giver(text: str, group: Group, hosts: Hosts, won: bool) -> CharSpan | None:
    """Who confers an award: as stated, or else the body whose head hands it over."""
    best = min(group.givers, key=lambda g: (g[0], g[1].start - g[1].end)) if group.givers else None
    names = {text[name.start : name.end]: name for name in group.names}
    for said in names:
        if known := known_giver(text, said, best[1] if best else None):
            return expanded(text, known)
    if best:
        return expanded(text, best[1])
    if any(said in BRANCHES.values() for said in names):
        return None  # a national award; who hands it on here does not confer it
    if body := hosts.founded:
        return body
    if won or group.subjects:
        return None  # won elsewhere
    if any(_WON.search(before(text, name.start, 20)) for name in group.names[:6]):
        return None  # won elsewhere
    if body := hosts.acting:
        return body
    return None if group.kind == "latin" else hosts.titled


def _is_award(text: str, group: Group, entries: list[Entry], headlines: list[CharSpan]) -> bool:
    """Whether a group is an award that is given, won or contended for, and has a name."""
    name = group.names[0]
    if group.kind == "contest" and (
        len(group.names) > 2 or any(h.start <= name.start < h.end for h in headlines)
    ):
        return True  # the contest is what the article is about
    if group.parted and not any(e.category or e.level for e in entries):
        return False
    if len(group.key) < 4 or ANY_BODY.search(text, name.start, name.end):
        return False
    return group.given or (group.kind == "contest" and any(e.level for e in entries))


def _is_prize(text: str, category: CharSpan | None) -> bool:
    """Whether a category is a branch with a name like an award's: ``รางวัลบริการดีเด่น``."""
    return category is not None and text.startswith("รางวัล", category.start)


def _in_full(text: str, recipients: tuple[CharSpan, ...]) -> tuple[CharSpan, ...]:
    """The recipients, each once, abbreviations as the text explains them.

    Those with dots between the letters (``ธ.ก.ส.``) stand for themselves, as names do.
    """
    found: dict[str, CharSpan] = {}
    for recipient in recipients:
        dotted = _DOTTED.match(text, recipient.start, recipient.end)
        full = recipient if dotted else expanded(text, recipient)
        found.setdefault(text[full.start : full.end], full)
    return tuple(found.values())


def draft_awards(
    text: str,
    tokens: list[Token],
    names: Names,
    winners: list[CharSpan],
    headlines: list[CharSpan],
) -> list[AwardDraft]:
    """One award per name, category and level, in reading order of the names.

    Args:
        text: the clean text.
        tokens: the award tokens, in order, at least one.
        names: the people of the article.
        winners: who the article says has won any award, named or not.
        headlines: the headline, wherever it stands.
    """
    tokens = sorted([*tokens, *free_tokens(text, tokens)], key=lambda t: t.start)
    drafts: list[AwardDraft] = []
    groups = read_groups(text, tokens, names)
    branches = {e.field for g in groups for e in g.entries if _is_prize(text, e.category)}
    hosts = Hosts(text, names.people, headlines)
    won = _tells_of_winning(text, headlines)
    for group in groups:
        entries = merged(text, group.entries)
        if group.key in branches or not _is_award(text, group, entries, headlines):
            continue
        name = group.best_name(text)
        giver = _giver(text, group, hosts, won)
        if giver and name_key(text, giver) == group.key:
            giver = None
        year = max(group.years, key=group.years.count) if group.years else None
        handed = any(_HANDED.search(before(text, n.start, 30)) for n in group.names[:6])
        subjects = [*group.subjects] if handed else [*group.subjects, *winners]
        subject = max(subjects, key=lambda s: s.end - s.start) if subjects else None
        for entry in entries:
            winner = entry.subject or subject
            recipients = _in_full(text, entry.recipients or ((winner,) if winner else ()))
            drafts.append(
                AwardDraft(name, entry.category, entry.level, entry.year or year, giver, recipients)
            )
    return drafts
