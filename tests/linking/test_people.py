"""Mentions of one person. In the cases ``{…}`` marks mentions, ``|`` ends an honorific."""

from __future__ import annotations

import random
import re

import pytest

from thainews_ie.linking.people import link_people
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft

_MARK = re.compile(r"{(?:([^|{}]+)\|)?([^{}]*)}")


def read(case: str) -> tuple[str, list[NameMention]]:
    """The text without marks, and the mentions marked in it."""
    text, at, mentions = "", 0, []
    for found in _MARK.finditer(case):
        text += case[at : found.start()]
        start = len(text)
        honorific = CharSpan(start, start + len(found[1])) if found[1] else None
        text += found[1] or ""
        name = CharSpan(len(text), len(text) + len(found[2]))
        text += found[2]
        mentions.append(NameMention(start, len(text), honorific, name))
        at = found.end()
    return text + case[at:], mentions


def link(case: str) -> list[PersonDraft]:
    return link_people(*read(case))


PEOPLE: list[tuple[str, list[tuple[str | None, str, int]]]] = [
    # the same name, a given name behind its full form and before it
    ("{นาย|วิชัย ใจงาม} และ {นาย|วิชัย  ใจงาม}", [("นาย", "วิชัย ใจงาม", 2)]),
    ("{นาย|วิชัย ใจงาม} กล่าว {นาย|วิชัย} ย้ำ", [("นาย", "วิชัย ใจงาม", 2)]),
    ("{นาย|วิชัย} ย้ำ {นาย|วิชัย ใจงาม} กล่าว", [("นาย", "วิชัย ใจงาม", 2)]),
    ("{นาย|วิชัย} ย้ำ {นาย|วิชัย} กล่าว", [("นาย", "วิชัย", 2)]),
    # the longest honorific
    ("{ดร.|วิชัย ใจงาม} กับ {รศ.ดร.|วิชัย ใจงาม}", [("รศ.ดร.", "วิชัย ใจงาม", 2)]),
    # two people of one given name; the last named is meant
    (
        "{นาย|วิชัย ใจงาม} {นาย|วิชัย ทองดี} {นาย|วิชัย}",
        [("นาย", "วิชัย ใจงาม", 1), ("นาย", "วิชัย ทองดี", 2)],
    ),
    # a slip of the keys, a space too many
    ("{นาย|วิชัย ชื่นบาน} {นาย|วิชัย ชื่นบาล}", [("นาย", "วิชัย ชื่นบาน", 2)]),
    ("{นาย|วิชัย ใจ งาม} {นาย|วิชัย ใจงาม}", [("นาย", "วิชัย ใจ งาม", 2)]),
    ("{นาย|วิชัย ใจ} {นาย|วิชัย ใด}", [("นาย", "วิชัย ใจ", 1), ("นาย", "วิชัย ใด", 1)]),
    # another script in brackets, twice, and behind a title
    (
        "{นาย|จอน สมิท} ({Mr. |John Smith}) และ {Mr. |John Smith}",
        [("นาย", "จอน สมิท", 3)],
    ),
    ("{นาย|จอน สมิท} เอกอัครราชทูต ({Mr. |John Smith}) กล่าว", [("นาย", "จอน สมิท", 2)]),
    (
        "{นาย|จอน สมิท} พบกับ {Mr. |Peter Roe} กล่าว",
        [("นาย", "จอน สมิท", 1), ("Mr.", "Peter Roe", 1)],
    ),
    # without an honorific: in quotes, behind a short post, with a verb behind
    ("“วิชัย” เผย {นาย|วิชัย ใจงาม} กล่าว", [("นาย", "วิชัย ใจงาม", 2)]),
    ("รมว.วิชัย เผย {นาย|วิชัย ใจงาม} กล่าว", [("นาย", "วิชัย ใจงาม", 2)]),
    ("{นาย|วิชัย ใจงาม} กล่าว วิชัย ใจงาม ย้ำ", [("นาย", "วิชัย ใจงาม", 2)]),
    ("บ้านวิชัยพัฒนา {นาย|วิชัย ใจงาม} กล่าว", [("นาย", "วิชัย ใจงาม", 1)]),
    ("{นาง|วา ใจงาม} กล่าว วา ย้ำ", [("นาง", "วา ใจงาม", 1)]),
]


@pytest.mark.parametrize(("case", "people"), PEOPLE)
def test_link_people(case: str, people: list[tuple[str | None, str, int]]) -> None:
    assert [(p.honorific, p.name, len(p.mentions)) for p in link(case)] == people


def test_order_is_that_of_first_mentions() -> None:
    people = link("“กานดา” ชวน {นาย|วิชัย ใจงาม} และ {นาง|กานดา ใจดี}")
    assert [p.given_name for p in people] == ["กานดา", "วิชัย"]
    assert all(p.mentions == sorted(p.mentions) for p in people)


def test_parts_of_a_name() -> None:
    (person,) = link("{นาย|วิชัย ใจงาม ณ อยุธยา}")
    assert (person.given_name, person.surname) == ("วิชัย", "ใจงาม ณ อยุธยา")


@pytest.mark.parametrize("honorific", ["ม.จ.", "หม่อมเจ้า"])
def test_royals_are_ignored(honorific: str) -> None:
    people = link(f"{{{honorific}|วิชัย ใจงาม}} และ {{ม.ล.|กานดา ใจดี}}")
    assert [p.ignored for p in people] == [True, False]


def test_many_people_are_kept_apart() -> None:
    chance = random.Random(1)
    parts = ["กา", "ดี", "มี", "ทอง", "ใจ", "ศรี"]
    names = {" ".join("".join(chance.choices(parts, k=3)) for _ in "gs") for _ in range(300)}
    people = link(" ".join(f"{{นาย|{name}}}" for name in sorted(names)))
    assert 200 < len(people) <= len(names)
