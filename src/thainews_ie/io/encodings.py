"""Bytes to text, by what the bytes are and not by what is said about them.

Pages and exports in Thai come in UTF-8, UTF-16, and the Thai eight-bit code (TIS-620, which
ISO 8859-11 and windows-874 extend), and what is declared beside them is as often wrong as right.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from thainews_ie.errors import ReaderError

__all__ = ["as_utf8", "decode"]

_SAMPLE = 65_536  # bytes that a guess looks at
_DAMAGE = 500  # characters, for one of which that is damaged a text is still worth reading
# Bytes that Thai text in UTF-16 has at every other place and other text nowhere.
_ROW_BYTES = (0x00, 0x0E)
_UTF8_READ_AS_THAI = re.compile("เธ|เน[€\ufffd]")  # the bytes E0 B8, and E0 B9 with 80 to 9B
# Signs that stand on or after a consonant, where there is none; a leading vowel without one; two
# letters that went out of use; one sign of another script among letters, as in Chinese codes.
_IMPLAUSIBLE = re.compile(
    r"(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]|(?<![ก-ฮิ-ฺ็-๎])[ะาำ]|[เ-ไ](?![ก-ฮ])|[ฃฅ]|[ก-ฮ][@-~](?=[ก-ฮ])"
)
_IMPLAUSIBLE_SHARE = 0.04
# Declarations that are followed where the bytes say nothing: no codec that is no charset.
_CHARSET = re.compile(
    r"(?:(?:x-)?(?:cp|windows|iso[-_]?8859|latin|gb|big5|shift|sjis|euc|koi8|mac)[-_a-z0-9]{0,20})\Z"
)
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "gb2312": "gb18030"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text that bytes stand for.

    A byte order mark decides, then the pattern of UTF-16, then whether the bytes are UTF-8, then
    whether they make plausible Thai in the eight-bit code; only then what was declared. One
    damaged character in 500 is let through as U+FFFD, in any encoding, and half a character at
    the end is left out, where a crawler cut the page: most of it is still worth reading.

    Args:
        raw: the bytes of a whole text, a page or a line.
        declared: the encoding that a header or the page itself names.

    Returns:
        The text, without a byte order mark, line ends as they stand.

    Raises:
        ReaderError: the bytes are none of these; the message says where they stop to be UTF-8.

    >>> decode("ข่าว".encode("tis-620"), declared="utf-8")
    'ข่าว'
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _mostly(raw[len(mark) :], encoding, encoding.upper())
    if pattern := _utf16(raw):
        return _mostly(raw, pattern, "UTF-16")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = error
    if fault.end == len(raw) and fault.reason == "unexpected end of data":
        whole = raw[: fault.start].decode("utf-8")
        if not whole.isascii():  # else it could be Thai in one byte
            return whole
    damaged = raw.decode("utf-8", "replace")
    if _is_rare(damaged):
        return damaged
    if (thai := _thai(raw)) is not None:
        return thai
    name = (declared or "").strip().lower()
    if _CHARSET.match(name):
        try:
            return raw.decode(_WEB_NAMES.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    raise ReaderError(
        f"not UTF-8 (byte {fault.start} is 0x{raw[fault.start]:02x}), nor UTF-16 or Thai in "
        "TIS-620 or windows-874; convert it first, for example with: iconv -f ENCODING -t UTF-8"
    )


def as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """A stream of bytes whose lines can be told apart: UTF-16 becomes UTF-8, the rest stays.

    Args:
        chunks: the bytes of a file, in pieces.

    Raises:
        ReaderError: UTF-16 breaks off in mid-character, or holds half a pair.
    """
    start = b""
    for chunk in chunks:
        start += chunk
        if len(start) >= 4:
            break
    encoding = next((e for mark, e in _MARKS if start.startswith(mark)), None) or _utf16(start)
    if encoding in (None, "utf-8"):
        yield start
        yield from chunks
        return
    # what is damaged becomes U+FFFD: lines before and after it can be read
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(start).removeprefix("\ufeff").encode("utf-8")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8")
    yield decoder.decode(b"", final=True).encode("utf-8")


def _is_rare(text: str) -> bool:
    """Whether a character of the text is damaged here and there, and no more."""
    return text.count("\ufffd") * _DAMAGE <= sum(not char.isascii() for char in text)


def _mostly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end == len(raw) and error.start > 0 and len(raw) - error.start < 4:
            return raw[: error.start].decode(encoding)
        text = raw.decode(encoding, "replace")
        if _is_rare(text):
            return text
        raise ReaderError(
            f"damaged {name}: {error.reason} at byte {error.start}; fetch or save it again"
        ) from None


def _utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is the number of the row of Thai or of Latin."""
    sample = raw[:_SAMPLE]
    if not any(sample.count(byte) for byte in _ROW_BYTES):
        return None
    even, odd = (_row_share(sample[first::2]) for first in (0, 1))
    if odd >= 0.75 and even < 0.25:
        return "utf-16-le"
    return "utf-16-be" if even >= 0.75 and odd < 0.25 else None


def _row_share(raw: bytes) -> float:
    return sum(raw.count(byte) for byte in _ROW_BYTES) / len(raw) if raw else 0.0


def _thai(raw: bytes) -> str | None:
    """The text in the Thai eight-bit code, None if it is no plausible Thai in it."""
    text = raw.decode("cp874", "replace")
    sample = text[:_SAMPLE]
    letters = sum("ก" <= char <= "๛" for char in sample)
    if not letters or not _is_rare(text):
        return None
    wrong = len(_IMPLAUSIBLE.findall(sample)) + 3 * len(_UTF8_READ_AS_THAI.findall(sample))
    return text if wrong <= _IMPLAUSIBLE_SHARE * letters else None
