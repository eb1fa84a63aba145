"""Awards with category, level, year, giver and recipients."""

from __future__ import annotations

from thainews_ie.cues import Cues
from thainews_ie.extractors.awards.entries import assemble_awards
from thainews_ie.extractors.awards.parties import Names
from thainews_ie.extractors.awards.tokens import read_tokens
from thainews_ie.mentions import AwardDraft, DateMention, PersonDraft, Zone

__all__ = ["find_awards"]


def find_awards(
    text: str,
    cues: Cues,
    zones: list[Zone],
    dates: list[DateMention],
    people: list[PersonDraft],
) -> list[AwardDraft]:
    """The awards that an article reports as given, won, announced or competed for.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        zones: the parts of the page.
        dates: the calendar expressions.
        people: the people named, for recipients.

    Returns:
        One draft per name, category and level.
    """
    hits = cues.longest("award_heads")
    if not hits:
        return []
    tokens = read_tokens(text, hits)
    if not any(token.name for token in tokens):
        return []
    return assemble_awards(text, tokens, Names(people))
