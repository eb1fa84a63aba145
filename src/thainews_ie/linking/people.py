"""Mentions of one person become one."""
from __future__ import annotations
from thainews_ie.mentions import NameMention, PersonDraft

def link_people(text: str, names: list[NameMention]) -> list[PersonDraft]:
    people: dict[str, PersonDraft] = {}
    for n in names:
        name = " ".join(text[n.name.start:n.name.end].split())
        given, _, surname = name.partition(" ")
        hon = text[n.honorific.start:n.honorific.end] if n.honorific else None
        p = people.get(given)
        if p is None:
            people[given] = PersonDraft(name, hon, given, surname or None, [n])
        else:
            p.mentions.append(n)
    return list(people.values())
