"""Awards with category, level, year, giver and recipients.

The cue hits become tokens (``reading``), the tokens groups of entries (``assembly``), one group
for each award name and one entry for each category and level, the groups awards (``drafts``);
branches that the text lists apart come last (``branches``). Ceremonies of royal decorations are
read apart (``decorations``).
"""

from __future__ import annotations

from thainews_ie.cues import Cues
from thainews_ie.extractors.awards.bodies import Names
from thainews_ie.extractors.awards.branches import with_branches
from thainews_ie.extractors.awards.decorations import decorations
from thainews_ie.extractors.awards.drafts import draft_awards
from thainews_ie.extractors.awards.reading import read_tokens
from thainews_ie.extractors.awards.recipients import subject_before
from thainews_ie.mentions import AwardDraft, CharSpan, PersonDraft, Zone, ZoneKind

__all__ = ["find_awards"]

# Words for awards that are looked at; no real page has more, and the time stays bounded.
_MOST = 400


def find_awards(
    text: str, cues: Cues, zones: list[Zone], people: list[PersonDraft]
) -> list[AwardDraft]:
    """The awards that an article reports as given, won, announced or competed for.

    Args:
        text: the clean text.
        cues: hits of the cue lexicons.
        zones: the parts of the page.
        people: the people named, for recipients.

    Returns:
        One draft per name, category and level.
    """
    names = Names(people)
    headlines = [CharSpan(zone.start, zone.end) for zone in zones if zone.kind is ZoneKind.HEADLINE]
    conferred = decorations(text, headlines, names)
    hits = [hit for hit in cues.longest("award_heads")[:_MOST] if not names.covers(hit.start)]
    tokens = read_tokens(text, hits) if hits else []
    if not any(token.name for token in tokens):
        return conferred
    winners = [
        subject
        for hit in hits[:60]
        if hit.values[0] == "prize" and (subject := subject_before(text, hit.start, names))
    ]
    told = with_branches(text, draft_awards(text, tokens, names, winners, headlines))
    return [*conferred, *told]
