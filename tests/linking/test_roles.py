"""Roles given to people: one case for each way of saying who does what."""

from __future__ import annotations

import itertools
import re

import pytest

from thainews_ie.cues import cue_index
from thainews_ie.extractors.titles import find_titles
from thainews_ie.linking.roles import find_roles
from thainews_ie.linking.titles import link_titles
from thainews_ie.mentions import CharSpan, NameMention, PersonDraft, RoleMention, Zone, ZoneKind
from thainews_ie.records import Role
from thainews_ie.segment import word_cutter

_CUT = word_cutter()
ก, ข, ค = "ก้องภพ ใจงาม", "ไกรทอง มั่นใจ", "แก้วตา สายทอง"
NAMES = (ก, ข, ค)


def drafts(text: str) -> list[PersonDraft]:
    """The three people of the cases, wherever the text names them by name or given name."""
    people = []
    for full in NAMES:
        given, _, surname = full.partition(" ")
        mentions = [
            NameMention(m.start(), m.end(), None, CharSpan(m.start(2), m.end(2)))
            for m in re.finditer(rf"(นาย|นางสาว|ดร\.)?({given}(?: {surname})?)", text)
        ]
        if mentions:
            people.append(PersonDraft(full, None, given, surname, mentions))
    return people


def found(text: str, headline: str = "") -> tuple[str, list[PersonDraft], list[RoleMention]]:
    """The whole text, its people, and what was found; every line but the headline is body."""
    whole = f"{headline}\n{text}" if headline else text
    zones = []
    at = 0
    for n, line in enumerate(whole.split("\n")):
        kind = ZoneKind.HEADLINE if headline and n == 0 else ZoneKind.BODY
        zones.append(Zone(kind, at, at + len(line)))
        at += len(line) + 1
    cues = cue_index().scan(whole)
    people = drafts(whole)
    word_ends = list(itertools.accumulate(len(word) for word in _CUT(whole)))
    link_titles(whole, find_titles(whole, cues, people, word_ends), people)
    return whole, people, find_roles(whole, cues, zones, people)


def roles_of(text: str, headline: str = "") -> dict[str, str]:
    """Roles by given name, as one string."""
    _, people, mentions = found(text, headline)
    return {
        person.given_name: " ".join(r.role.value for r in mentions if r.person == i)
        for i, person in enumerate(people)
    }


A, B, C = "ก้องภพ", "ไกรทอง", "แก้วตา"
CASES = [
    # winners on lines of their own
    (
        f"ผู้ได้รับรางวัลชนะเลิศ\n1. ระดับประชาชน\n- นาย{ก}\n2. ระดับเยาวชน\n- นาย{ข}",
        {A: "recipient", B: "recipient"},
    ),
    (f"สอบถามเรื่องที่ดินได้ดังนี้\n1. นาย{ก}", {A: ""}),
    # presiding over a ceremony of receiving
    (
        f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานในพิธีรับมอบรางวัลคนดี จาก นาย{ข} ประธานมูลนิธิ",
        {A: "chair recipient", B: "presenter"},
    ),
    (f"นาย{ก} เป็นประธานในพิธีรับมอบเครื่องช่วยหายใจ", {A: "chair recipient"}),
    (f"นาย{ก} เป็นประธานในพิธีรับมอบรางวัลคนดี", {A: "chair presenter"}),
    (f"นาย{ก} เข้าร่วมในพิธีรับโล่คนดี จากนาย{ข}", {A: "recipient", B: "presenter"}),
    # what is given in words only
    (f"นาย{ก} อธิบดีกรมที่ดิน มอบกรอบนโยบายแก่ข้าราชการ", {A: "speaker"}),
    (f"นาย{ก} กล่าวชื่นชมและให้กำลังใจแก่ นาย{ข}", {A: "speaker", B: ""}),
    # lists that go on
    (
        f"นาย{ก} เป็นประธานเปิดงาน โดยมี นาย{ข} พยาบาล ในฐานะผู้แทนชมรม นางสาว{ค} เข้าร่วม",
        {A: "chair", B: "attendee", C: "attendee"},
    ),
    (
        f"นาย{ก} เป็นประธานการประชุม พร้อมด้วย\nนาย{ข} นายอำเภอปาย เข้าร่วมประชุม",
        {A: "chair", B: "attendee"},
    ),
    (
        f"พิธีมีขึ้นวันนี้ โดยมี นาย{ก} เป็นประธาน ร่วมด้วย นาย{ข} นายอำเภอปาย",
        {A: "chair", B: "attendee"},
    ),
    (
        f"นาย{ก} เป็นประธานเปิดงาน โดยมี นาย{ข} กล่าวรายงาน นางสาว{ค} และชาวบ้าน ร่วมงาน",
        {A: "chair", B: "rapporteur", C: "attendee"},
    ),
    (
        f"งานวันนี้มี นาย{ก} เป็นประธาน พร้อมด้วย นาย{ข} และนางสาว{ค} กล่าวรายงาน",
        {A: "chair", B: "attendee", C: "rapporteur"},
    ),
    # after companions, the one who leads gives
    (
        f"นาย{ก} ลงพื้นที่ตรวจเยี่ยมชาวบ้าน โดยมี นาย{ข} เข้าร่วม พร้อมทั้งมอบถุงยังชีพ",
        {A: "chair presenter", B: "attendee"},
    ),
    # two who sign
    (
        f"กรมที่ดินลงนามความร่วมมือ ระหว่าง นาย{ก} และ นาย{ข}",
        {A: "signatory", B: "signatory"},
    ),
    # those who act for somebody, and those who tell what they did
    (f"นาย{ก} เป็นผู้แทน นาย{ข} ให้การต้อนรับแขก", {A: "host", B: ""}),
    (f"นาย{ก} เปิดเผยว่า ตนได้ลงพื้นที่ตรวจเยี่ยมชาวบ้าน", {A: "chair speaker"}),
    (f"นาย{ก} เปิดเผยว่า ชาวบ้านพึ่งตนเองได้ ตรวจเยี่ยมแล้ว", {A: "speaker"}),
    # what is told of others
    (f"นาย{ก} ชื่นชมนักกีฬา คว้าแชมป์โลก", {A: "speaker"}),
    (f"นาย{ก} เผย โรงพยาบาล เปิดหน่วยใหม่", {A: "speaker"}),
    # talks, whose speakers follow
    (
        f"นาย{ก} เข้าร่วมฟังสัมมนา บรรยายโดย นาย{ข} และนางสาว{ค}",
        {A: "attendee", B: "speaker", C: "speaker"},
    ),
    # winners told apart by their works
    (
        f"รางวัลชมเชย ได้แก่ นาย{ก} ในบทเพลงสายน้ำ และนาย{ข} ในบทเพลงภูผา",
        {A: "recipient", B: "recipient"},
    ),
    # chair
    (f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานการประชุมติดตามงาน", {A: "chair"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน เปิดงานวันดินโลก", {A: "chair"}),
    (f"นาย{ก} นายอำเภอแม่ริม ลงพื้นที่ตรวจเยี่ยมชาวบ้าน", {A: "chair"}),
    (f"พิธีจัดขึ้นที่ลานกลางเมือง โดยมี นาย{ก} ผู้ว่าราชการจังหวัดตรัง เป็นประธาน", {A: "chair"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน หารือกับนาย{ข} ประธานหอการค้า", {A: "chair", B: "attendee"}),
    # chair of a ceremony of giving
    (f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานในพิธีมอบรางวัลคนดี", {A: "chair presenter"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานมอบเกียรติบัตรคนดี", {A: "chair presenter"}),
    (f"นาย{ก} เป็นประธานเปิดงาน พร้อมมอบเกียรติบัตรแก่ผู้ชนะ", {A: "chair presenter"}),
    # … of a signing, not
    (f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานในพิธีลงนามความร่วมมือ", {A: "chair"}),
    # speaker
    (f"นาย{ก} อธิบดีกรมที่ดิน เปิดเผยว่า ฝนจะตก", {A: "speaker"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน (ทด.) ย้ำให้เร่งงาน", {A: "speaker"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน มอบนโยบายแก่ข้าราชการ", {A: "speaker"}),
    (f"“ขอให้ทุกคนโชคดี” นาย{ก} กล่าว", {A: "speaker"}),
    (f"นาย{ก} เป็นประธานเปิดงาน และกล่าวว่า ยินดีมาก", {A: "chair speaker"}),
    (f"งานมีการบรรยายพิเศษ เรื่องดินและน้ำ โดย นาย{ก} อาจารย์", {A: "speaker"}),
    # companions
    (
        f"นาย{ก} อธิบดีกรมที่ดิน พร้อมด้วย นาย{ข} รองอธิบดีกรมที่ดิน เปิดงานวันดินโลก",
        {A: "chair", B: "attendee"},
    ),
    (
        f"นาย{ก} เป็นประธานเปิดงาน โดยมี นาย{ข} นายอำเภอปาย นางสาว{ค} และชาวบ้าน เข้าร่วม",
        {A: "chair", B: "attendee", C: "attendee"},
    ),
    (f"นาย{ก} พร้อมด้วย นาย{ข} ร่วมประชุมเตรียมงาน", {A: "chair", B: "attendee"}),
    (f"นาย{ก} พร้อมด้วย นาย{ข} เข้าร่วมประชุมเตรียมงาน", {A: "attendee", B: "attendee"}),
    (f"นาย{ก} พร้อมด้วย นาย{ข} ร่วมแถลงข่าวการจัดงาน", {A: "speaker", B: "speaker attendee"}),
    # people with a verb of their own
    (
        f"นาย{ก} เป็นประธานเปิดงาน โดยมี นาย{ข} กล่าวรายงาน และนางสาว{ค} ให้การต้อนรับ",
        {A: "chair", B: "rapporteur", C: "host"},
    ),
    (f"นาย{ก} ตรวจเยี่ยมโรงเรียน โดยมีนาย{ข} ร่วมให้การต้อนรับ", {A: "chair", B: "host"}),
    (f"นาย{ก} เป็นประธาน โดยมี นาย{ข} และคณะกรรมการ กล่าวรายงาน", {A: "chair", B: "rapporteur"}),
    # others without names attend, not the chair
    (f"นาย{ก} เป็นประธานการประชุม โดยมีผู้บริหารและเจ้าหน้าที่ เข้าร่วม", {A: "chair"}),
    # charged and charging
    (f"นาย{ก} มอบหมายให้ นาย{ข} เป็นประธานการประชุม", {A: "", B: "chair"}),
    (f"นาย{ก} ได้รับมอบหมายจาก นาย{ข} เป็นประธานการประชุม", {A: "chair", B: ""}),
    # named in passing
    (f"กรมที่ดินทำงานตามนโยบายของนาย{ก} อธิบดีกรมที่ดิน เปิดให้บริการ", {A: ""}),
    (f"นาย{ก} กล่าวว่า งานนี้อยู่ภายใต้การนำของนาย{ข} ได้แถลงไว้", {A: "speaker", B: ""}),
    # hearsay, and what a spokesperson tells
    (f"นาย{ก} อธิบดีกรมที่ดิน กล่าวว่า นาย{ข} ได้หารือเรื่องน้ำ", {A: "speaker", B: ""}),
    (
        f"นาย{ก} โฆษกกระทรวงแรงงาน กล่าวว่า นาย{ข} ได้หารือเรื่องน้ำ",
        {A: "speaker", B: "chair"},
    ),
    # giving and receiving
    (f"นาย{ก} มอบเกียรติบัตรให้แก่ นาย{ข}", {A: "presenter", B: "recipient"}),
    (f"นาย{ก} อธิบดีกรมที่ดิน เข้ารับรางวัลคนดี จากนาย{ข}", {A: "recipient", B: "presenter"}),
    (f"นาย{ก} ร่วมพิธีรับมอบรางวัลคนดี", {A: "recipient"}),
    (
        f"นาย{ก} มอบโล่แก่ข้าราชการดีเด่น 2 ราย ได้แก่ นาย{ข} นักวิชาการ และนางสาว{ค} นิติกร",
        {A: "presenter", B: "recipient", C: "recipient"},
    ),
    (f"รางวัลชนะเลิศ ผลงานของ นาย{ก} จากเชียงราย", {A: "recipient"}),
    (f"นาย{ก} ชื่นชมผู้ที่ได้รับรางวัลและขอให้รักษาความดี", {A: "speaker"}),
    # a thing that was given, far from the person, is not given by the person
    (
        f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานเปิดงานวันดินโลกที่จัดขึ้นทุกปีในเดือนธันวาคม สิ่งของเหล่านี้ มอบให้แก่ชาวบ้าน",
        {A: "chair"},
    ),
    (f"นาย{ก} ร่วมเป็นเกียรติในการเปิดงานวันดินโลก", {A: "attendee"}),
    # visits and calls
    (f"นาย{ก} เข้าเยี่ยมคารวะ นาย{ข} นายกเทศมนตรี", {A: "attendee", B: "host"}),
    (f"นาย{ก} นายกสมาคมชาวไร่ นำคณะสมาชิก เข้าพบอธิบดี", {A: "attendee"}),
    # signing
    (f"นาย{ก} และนาย{ข} ร่วมลงนามบันทึกความร่วมมือ", {A: "signatory", B: "signatory"}),
    # somebody else is the subject of the verb
    (f"นาย{ก} กล่าวว่า ฝนจะตก\nทั้งสองฝ่ายได้หารือกันต่อ", {A: "speaker"}),
    (f"นาย{ก} กล่าวว่า กรมที่ดินได้มอบรางวัลให้ชาวบ้าน", {A: "speaker"}),
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_one_line(text: str, want: dict[str, str]) -> None:
    assert roles_of(text) == want


def test_a_title_alone_is_the_person_who_holds_it() -> None:
    text = (
        f"นาย{ก} ผู้อำนวยการธนาคารออมทรัพย์ เป็นประธานเปิดงาน\n"
        f"นาย{ข} รัฐมนตรีว่าการกระทรวงแรงงาน เข้าร่วม\n"
        "“ขอขอบคุณทุกคน” ผู้อำนวยการธนาคารออมทรัพย์ กล่าวในที่สุด\n"
        "รมว.แรงงาน กล่าวว่า ยินดี"
    )
    assert roles_of(text) == {A: "chair speaker", B: "speaker attendee"}


def test_a_title_of_nobody_named_takes_its_verbs() -> None:
    text = f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานเปิดงาน\nอธิบดีกรมอนามัย กล่าวว่า ยินดี"
    assert roles_of(text) == {A: "chair"}


def test_a_dropped_subject_is_the_one_of_the_line_before() -> None:
    text = f"นาย{ก} เป็นประธานเปิดงาน\nทั้งนี้ ได้เน้นย้ำให้ทุกฝ่ายช่วยกัน"
    assert roles_of(text) == {A: "chair speaker"}


def test_a_list_runs_on_in_the_next_line() -> None:
    text = f"นาย{ก} เป็นประธานเปิดงาน โดยมีนาย{ข}\nอธิบดีกรมที่ดิน นางสาว{ค} เข้าร่วม"
    assert roles_of(text) == {A: "chair", B: "attendee", C: "attendee"}


def test_headline_verbs() -> None:
    headline = f"นาย{ก} เปิดงานวันดินโลก ย้ำชาวบ้านดูแลดิน"
    assert roles_of("งานจัดที่ลานกลางเมือง", headline) == {A: "chair speaker"}
    assert roles_of(headline) == {A: "chair"}


def test_credits_give_no_roles() -> None:
    text = f"นาย{ก} เป็นประธานเปิดงาน"
    zones = [Zone(ZoneKind.CREDITS, 0, len(text))]
    assert find_roles(text, cue_index().scan(text), zones, drafts(text)) == []


def test_the_span_is_the_evidence() -> None:
    whole, _, mentions = found(f"นาย{ก} อธิบดีกรมที่ดิน เป็นประธานการประชุม")
    assert [(m.role, whole[m.start : m.end]) for m in mentions] == [(Role.CHAIR, "เป็นประธาน")]


def test_roles_are_ordered_by_person_and_role() -> None:
    _, _, mentions = found(f"นาย{ก} กล่าวต้อนรับ นาย{ข} เป็นประธานเปิดงาน และกล่าวว่า ยินดี")
    order = list(Role)
    keys = [(m.person, order.index(m.role)) for m in mentions]
    assert keys == sorted(set(keys))
    assert len(keys) >= 3


@pytest.mark.parametrize("text", ["", "\n", "นาย", "เป็นประธาน" * 50, "โดยมี พร้อมด้วย ได้แก่ นำโดย"])
def test_no_people(text: str) -> None:
    assert roles_of(text) == {}


@pytest.mark.parametrize(
    "piece", ["กล่าวว่า", "โดยมี ", "พร้อมด้วย", "ได้แก่", "” ", "(", "มอบหมาย", "เป็นประธานในพิธี"]
)
def test_cues_in_any_number_and_place(piece: str) -> None:
    name = f"นาย{ก}"
    for text in (piece * 60 + name, name + piece * 60, piece.join([name] * 60)):
        _, people, mentions = found(text)
        assert all(m.person < len(people) for m in mentions)
        assert all(0 <= m.start <= m.end <= len(text) for m in mentions)
