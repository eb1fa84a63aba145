"""Titles, given to the people who hold them."""
from __future__ import annotations
from thainews_ie.mentions import PersonDraft, TitleMention

def link_titles(text: str, titles: list[TitleMention], people: list[PersonDraft]) -> None:
    """Fill each person's ``titles``."""
