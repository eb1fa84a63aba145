"""Bytes to text: by what they are, whatever is said about them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thainews_ie import ReaderError
from thainews_ie.io.encodings import as_utf8, decode

LINES = [
    "ข่าว",
    "๑๖ ก.ย. ๖๔",
    "• ฟรี",
    "“เราทำได้” นายกเทศมนตรีกล่าว",
    "วันนี้ (16 กันยายน 2564) นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เป็นประธานการประชุมผ่านระบบ Zoom",
    "นํ้าท่วม เสาร์ที่ 5 ธ.ค. เวลา 09.30 น.\u00a0\u00a0ณ ศาลากลาง",
]
THAI = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874"]


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("encoding", THAI)
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1252", "tis-620", "no-such", "zip", ""]
)
def test_thai(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared) == text


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: "ข่าว " + text))
def test_utf8_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("中华人民共和国国务院总理今天上午在北京会见了来访的泰国总理", "gbk"),
        ("行政院長今天上午在台北會見了來訪的泰國總理一行", "big5"),
        ("日本の総理大臣は今日の午前、東京でタイの首相と会談しました", "shift-jis"),
        ("Le président a été élu à l'unanimité", "cp1252"),
        ("Президент сегодня открыл рынок", "koi8-r"),
    ],
)
def test_other_encodings_must_be_declared(text: str, encoding: str) -> None:
    with pytest.raises(ReaderError, match=r"not UTF-8 \(byte \d+ is 0x"):
        decode(text.encode(encoding))
    assert decode(text.encode(encoding), encoding) == text


@pytest.mark.parametrize(
    "declared", ["zip", "unicode_escape", "idna", "rot13", "utf-7", "punycode"]
)
def test_codecs_that_are_no_charsets_are_not_asked(declared: str) -> None:
    with pytest.raises(ReaderError):
        decode(b"\xff\xfb\x90" * 40, declared)


PAGE = LINES[4] * 20


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        pytest.param(PAGE.encode()[:-1], PAGE[:-1], id="UTF-8 cut in its last character"),
        pytest.param(PAGE.encode("utf-16-le")[:-1], PAGE[:-1], id="UTF-16 cut"),
        pytest.param(
            PAGE[:9].encode() + b"\xff" + PAGE[9:].encode(),
            f"{PAGE[:9]}\ufffd{PAGE[9:]}",
            id="one byte",
        ),
        pytest.param(
            PAGE[:9].encode("cp874") + b"\xfc" + PAGE[9:].encode("cp874"),
            f"{PAGE[:9]}\ufffd{PAGE[9:]}",
            id="one byte that windows-874 leaves undefined",
        ),
    ],
)
def test_rare_damage_is_let_through(raw: bytes, wanted: str) -> None:
    assert decode(raw) == wanted


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\xff" * 9, id="noise"),
        pytest.param(LINES[0].encode()[1:], id="UTF-8 without its first byte"),
        pytest.param(b"\xff\xfe" + b"\x00\xd8" * 9, id="half pairs of UTF-16"),
        pytest.param(
            "".join(LINES).encode().replace(b"\xe0", b""), id="UTF-8 without its lead bytes"
        ),
    ],
)
def test_much_damage_is_not(raw: bytes) -> None:
    with pytest.raises(ReaderError):
        decode(raw)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_give_text_or_say_why_not(raw: bytes) -> None:
    for encoded in (raw, b"\xff\xfe" + raw, b"\xef\xbb\xbf" + raw, raw + "ข่าว".encode("cp874")):
        with suppress(ReaderError):
            assert isinstance(decode(encoded, "windows-874"), str)


@settings(deadline=None)
@given(st.lists(st.integers(1, 30), max_size=30), st.sampled_from(["utf-16", "utf-16-be", "utf-8"]))
def test_a_stream_is_read_in_any_pieces(sizes: list[int], encoding: str) -> None:
    text = '{"text": "ข่าว 😀"}\n' * 3
    raw = text.encode(encoding)
    pieces, at = [], 0
    for size in sizes:
        pieces.append(raw[at : at + size])
        at += size
    pieces.append(raw[at:])
    assert b"".join(as_utf8(iter(pieces))).decode() == text
