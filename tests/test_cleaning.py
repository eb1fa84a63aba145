"""Cleaning: one spelling for the finders, and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thainews_ie.cleaning import _FAULT, _is_misspelt, clean

# letters, vowels, marks, digits and the dirt that pages carry
DIRT = "กนมำาํ่้๊๋ัิีเแ๐๙ \u00a0\u200b\u200d\ufeff\r\n\t\x00ab1\ud800\u2028"


@pytest.mark.parametrize(
    ("dirty", "wanted"),
    [
        pytest.param("ลำพูน", "ลำพูน", id="clean text stays"),
        pytest.param("ลํา\u200bพูน", "ลำพูน", id="sara am in pieces, zero-width space"),
        pytest.param("นํ้า", "น้ำ", id="tone mark inside sara am in pieces"),
        pytest.param("น้ํา", "น้ำ", id="tone mark before sara am in pieces"),
        pytest.param("นำ้มัน", "น้ำมัน", id="tone mark after sara am"),
        pytest.param("๑๖ ก.ย. ๒๕๖๔", "16 ก.ย. 2564", id="Thai digits"),
        pytest.param("นาย\u00a0สมชาย\u3000ใจดี", "นาย สมชาย ใจดี", id="other spaces"),
        pytest.param("หนึ่ง\r\nสอง\rสาม", "หนึ่ง\nสอง\nสาม", id="line ends"),
        pytest.param("เเพทย์", "แพทย์", id="sara ae as two sara e"),
        pytest.param("ที่่", "ที่", id="doubled tone mark"),
        pytest.param("ท่ี", "ที่", id="tone mark before the vowel"),
        pytest.param("\ufeffก", "ก", id="byte order mark"),
        pytest.param("ก\x00ข", "ก ข", id="NUL"),
        pytest.param("ก\ud83dข", "ก\ufffdข", id="lone surrogate"),
    ],
)
def test_spelling(dirty: str, wanted: str) -> None:
    assert clean(dirty).text == wanted


@pytest.mark.parametrize(
    ("dirty", "find", "wanted"),
    [
        ("\ufeffวันที่ ๑๖ ก.ย.", "16", "๑๖"),
        ("ก\u200b\u200bลํา\u200bพูน ข", "ลำพูน", "ลํา\u200bพูน"),
        ("ก\u200bข\u200b", "ข", "ข"),
        ("ต้นนํ้าลำธาร", "น้ำ", "นํ้า"),
        ("หนึ่ง\r\nสอง", "สอง", "สอง"),
    ],
)
def test_way_back(dirty: str, find: str, wanted: str) -> None:
    cleaned = clean(dirty)
    at = cleaned.text.index(find)
    start, end = cleaned.alignment.to_source(at, at + len(find))
    assert dirty[start:end] == wanted


@given(st.text(alphabet=DIRT, max_size=60) | st.text(max_size=60), st.data())
def test_every_clean_run_maps_into_the_original(text: str, data: st.DataObject) -> None:
    cleaned = clean(text)
    if not cleaned.text:
        return
    start = data.draw(st.integers(0, len(cleaned.text) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned.text)))
    first, last = cleaned.alignment.to_source(start, end)
    assert 0 <= first < last <= len(text)
    # what lies before and after maps before and after
    if end < len(cleaned.text):
        assert cleaned.alignment.to_source(end, len(cleaned.text))[0] >= first
    # a run that was clean already comes back as it is
    if clean(text[first:last]).text == text[first:last]:
        assert text[first:last] == cleaned.text[start:end]


@given(st.text(alphabet=DIRT, max_size=60))
def test_clean_text_can_be_encoded(text: str) -> None:
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert "\r" not in cleaned


@given(st.text(alphabet="นำาํ่้๊๋ัิีืุเ", max_size=12))
def test_the_cheap_scan_misses_no_misspelling(text: str) -> None:
    assert _is_misspelt(text) or _FAULT.search(text) is None
