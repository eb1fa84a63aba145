"""Makes the awards of an article from its tokens: one per name, category and level."""

from __future__ import annotations

from thainews_ie.extractors.awards.assembly import ANY_BODY, Assembly
from thainews_ie.extractors.awards.bodies import Names, expanded
from thainews_ie.extractors.awards.givers import acting_body, founded_body, presiding_body
from thainews_ie.extractors.awards.groups import BRANCHES, Entry, Group, merged
from thainews_ie.extractors.awards.lists import free_tokens
from thainews_ie.extractors.awards.tokens import Token
from thainews_ie.mentions import AwardDraft, CharSpan

__all__ = ["draft_awards"]


def _giver(text: str, group: Group) -> CharSpan | None:
    """Who confers an award: as stated, or else the body whose head hands it over."""
    if group.givers:
        best = min(group.givers, key=lambda g: (g[0], g[1].start - g[1].end))[1]
        return expanded(text, best)
    if any(text[name.start : name.end] in BRANCHES.values() for name in group.names):
        return None  # a national award; who hands it on here does not confer it
    if body := founded_body(text):
        return body
    for name in group.names[:6]:
        if body := presiding_body(text, name):
            return body
    if body := acting_body(text):
        return body
    for name in group.names[:6]:
        if body := presiding_body(text, name, minister=True):
            return body
    return None


def _is_award(text: str, group: Group, entries: list[Entry]) -> bool:
    """Whether a group is an award that is given, won or contended for, and has a name."""
    name = group.names[0]
    if len(group.key) < 4 or ANY_BODY.search(text, name.start, name.end):
        return False
    return group.given or (group.kind == "contest" and any(e.level for e in entries))


def draft_awards(
    text: str, tokens: list[Token], names: Names, winners: list[CharSpan]
) -> list[AwardDraft]:
    """One award per name, category and level, in reading order of the names.

    Args:
        text: the clean text.
        tokens: the award tokens, in order, at least one.
        names: the people of the article.
        winners: who the article says has won any award, named or not.
    """
    tokens = sorted([*tokens, *free_tokens(text, tokens)], key=lambda t: t.start)
    drafts: list[AwardDraft] = []
    for group in Assembly(text, tokens, names).read():
        entries = merged(text, group.entries)
        if not _is_award(text, group, entries):
            continue
        name = group.best_name(text)
        giver = _giver(text, group)
        year = max(set(group.years), key=group.years.count) if group.years else None
        subjects = [*group.subjects, *winners]
        subject = max(subjects, key=lambda s: s.end - s.start) if subjects else None
        for entry in entries:
            recipients = entry.recipients or ((subject,) if subject else ())
            drafts.append(
                AwardDraft(name, entry.category, entry.level, entry.year or year, giver, recipients)
            )
    return drafts
