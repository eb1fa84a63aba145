"""Keys sort as the dictionary does."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thainews_ie.lexicon import table
from thainews_ie.sql.engines import connect
from thainews_ie.sql.rows import rows_of
from thainews_ie.sql.store import SqlStore
from thainews_ie.sql.thai_order import thai_sort_key

from .conftest import person, record

# Each in the order of the Royal Institute's dictionary.
ORDERS = {
    "consonants": "ก ขา คน ฆ่า งา จาน ฉาก ชา ซา ณ ดาว ตา ถ้า ทา ธง นา บ้าน ปลา ผ้า ฝา พา ฟ้า ภา มา "
    "ยา รา ฤดู ลา วา ศาล สา หา อา ฮา",
    "vowels": "กก กะ กัก กา กำ กิ กี กึ กืด กุ กู เก แก โก ใก ไก",
    "a vowel before its consonant": "กา เกา โกน ขา เขา คา ไคล งา",
    "marks come last": "เกง เก็ง เก่ง เก้ง เก๋ง เกงก",
    "tones decide between equals": "ขาว ข่าว ข้าว ขาวก",
    "the order of the marks": "กา ก์า ก็า ก่า ก้า ก๊า ก๋า",
    "an earlier mark decides first": "ปาปา ปาป่า ป่าปา ป่าป่า",
    "the silencer": "สัง สังค สังค์ สังคม",
    "clusters by their first letter": "ปลา ปะ เปล เปลา แปล โปรด ไป",
    "words": "กรรม กราบ การ กิน ขนม ขวด เขียน คน ควาย เครื่อง แม่ โม้ ไม้ เรือ โรง ลม เลือก สวย เสือ "
    "หนู แหวน ใหม่ ไหม อ่าน เอก โอ่ง",
}
PROVINCES = (
    "กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา "
    "ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม "
    "นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี "
    "ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร "
    "พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา "
    "ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล "
    "สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี "
    "สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ "
    "อุทัยธานี อุบลราชธานี"
)

CONSONANTS = [chr(code) for code in range(ord("ก"), ord("ฮ") + 1)]
syllables = st.builds(
    lambda lead, first, vowel, last: lead + first + vowel + last,
    st.sampled_from(["", *"เแโใไ"]),
    st.sampled_from(CONSONANTS),
    st.sampled_from(["", *"ะาิีึืุู"]),
    st.sampled_from(["", *CONSONANTS]),
)
words = st.lists(syllables, min_size=1, max_size=4).map("".join)


@pytest.mark.parametrize("words", [order.split() for order in ORDERS.values()], ids=list(ORDERS))
def test_known_orders(words: list[str]) -> None:
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=thai_sort_key) == words
    assert len({thai_sort_key(word) for word in words}) == len(words)


def test_provinces_stand_as_in_every_official_list() -> None:
    assert sorted(table("provinces"), key=thai_sort_key) == PROVINCES.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“รางวัล” (ก)", "รางวัล ก"),
        ("กรุงเทพฯ", "กรุงเทพ"),
        ("เด็ก ๆ", "เด็ก"),
        ("สมชาย\u200b  ใจดี", "สมชาย ใจดี"),
        ("พ.ศ. ๒๕๖๔", "พศ 2564"),
        ("John SMITH", "john smith"),
        ("นํา", "นำ"),
        ("ก\0\ud800", "ก"),
        ("“…”", ""),
    ],
)
def test_what_does_not_count(one: str, other: str) -> None:
    assert thai_sort_key(one) == thai_sort_key(other)


def test_all_of_one_given_name_stand_together() -> None:
    names = ["สมชาย ฮา", "สมชาย ใจดี", "สมชายา กา", "สมชาย", "ส้มชาย กา", "Ann", "7 วัน"]
    assert sorted(names, key=thai_sort_key) == [
        "7 วัน", "Ann", "สมชาย", "ส้มชาย กา", "สมชาย ใจดี", "สมชาย ฮา", "สมชายา กา",
    ]  # fmt: skip


@given(words, st.sampled_from("็่้๊๋์"), st.data())
def test_a_mark_weighs_less_than_any_letter(word: str, mark: str, data: st.DataObject) -> None:
    places = [n for n, char in enumerate(word, start=1) if char in CONSONANTS]
    at = data.draw(st.sampled_from(places))
    marked = word[:at] + mark + word[at:]
    assert thai_sort_key(word) < thai_sort_key(marked) < thai_sort_key(word + "ก")


@given(words, words)
def test_a_word_comes_before_those_it_begins(word: str, rest: str) -> None:
    assert thai_sort_key(word) < thai_sort_key(f"{word} {rest}") < thai_sort_key(word + "ก")


@given(st.text(max_size=2000))
def test_any_text_has_a_small_key_that_can_be_stored(text: str) -> None:
    key = thai_sort_key(text)
    key.encode()
    assert "\0" not in key
    assert len(key) <= 300
    assert thai_sort_key(text) == thai_sort_key(f" {text} ")


def test_databases_sort_by_it(target: str) -> None:
    names = [f"{name} ก" for order in ORDERS.values() for name in order.split()]
    with SqlStore.open(target) as store:
        people = [person(name) for name in names]
        assert store.upsert([rows_of(record("a", *people))]) == []
    with connect(target, "read") as connection:
        rows = connection.exec_driver_sql("SELECT name FROM people ORDER BY sort_key, name")
        found = [name for (name,) in rows]
    assert found == sorted(set(names), key=lambda name: (thai_sort_key(name), name))
