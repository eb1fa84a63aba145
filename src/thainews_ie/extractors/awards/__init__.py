"""Awards with category, level, year, giver and recipients."""

from __future__ import annotations

from thainews_ie.cues import Cues
from thainews_ie.extractors.awards.entries import assemble_awards
from thainews_ie.extractors.awards.parties import Names, subject_before
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
    names = Names(people)
    winners = [
        subject
        for hit in hits[:60]
        if hit.values[0] == "prize" and (subject := subject_before(text, hit.start, names))
    ]
    return assemble_awards(text, tokens, names, winners)
