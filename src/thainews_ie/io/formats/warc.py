"""Web archives: the pages among the responses that a crawler stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from thainews_ie.errors import ReaderError
from thainews_ie.io.compression import TooLargeError, unpack_body
from thainews_ie.io.encodings import decode
from thainews_ie.io.fields import text_id
from thainews_ie.io.items import Item, Page
from thainews_ie.io.reading import Reading
from thainews_ie.records import Article

__all__ = ["read_warc"]

_HTML = ("text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_FOR_ROBOTS = re.compile(r"/(?:robots|ads|app-ads|humans|llms|security)\.txt\Z")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([-\w.:]{1,40})", re.IGNORECASE)
_HEADERS = 1_000_000  # bytes of a record's header lines, and of one of them


def read_warc(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The pages and plain texts that were fetched; other records, errors and repeats of what is
    stored elsewhere are passed over. The number of an item is that of its record."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    number = 0
    try:
        for record in _records(stream):
            if record.length is None:
                raise OSError("a record without a length")
            item = _response(record, reading, number + 1)
            # what is left of a response that is passed over is read here, to see whether it is cut
            while record.raw_stream.read(1 << 16):
                pass
            if record.raw_stream.limit:
                raise OSError("the file ends within a record")
            number += 1
            if item is not None:
                yield item
    except (
        ArchiveLoadFailed,
        StatusAndHeadersParserException,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        message = " ".join(str(error).split())[:200] or type(error).__name__
        yield reading.failure(f"cannot be read further: {message}", number + 1)
    else:
        if not number:
            yield reading.failure("there is no record in the file")


def _records(stream: IO[bytes]) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import BufferedReader

    class Bounded(BufferedReader):  # type: ignore[misc]
        """Lines of headers in bounds; the stream is unpacked already."""

        in_lines = 0

        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(min(length or _HEADERS, _HEADERS))
            self.in_lines = self.in_lines + len(line) if line.strip() else 0
            if self.in_lines > _HEADERS:
                raise OSError("headers without an end")
            return line

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # it would go to standard error

    # headers of responses are read below, where they can do no harm to the records after them
    records = Records(stream, no_record_parse=True)
    records.reader = Bounded(stream)
    records.known_format = "warc"
    return iter(records)


def _response(record: Any, reading: Reading, number: int) -> Item | None:
    """The page or the text of a record, if it is one."""
    is_http = (record.content_type or "").lower().startswith("application/http")
    if record.rec_type != "response" or not is_http:  # an answer about a name, say
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not url.lower().startswith(("http:", "https:")):
        url = ""
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.statusandheaders import StatusAndHeadersParser

    try:
        headers = StatusAndHeadersParser(["HTTP/"], verify=False).parse(record.raw_stream)
    except EOFError:  # nothing was answered
        return None
    declared = headers.get_header("Content-Type") or ""
    kind = declared.partition(";")[0].strip().lower()
    is_plain = kind == _PLAIN and not _FOR_ROBOTS.search(url.partition("?")[0])
    if not headers.get_statuscode().startswith("2") or not (is_plain or kind in _HTML):
        return None
    most = reading.limits.article_bytes
    if record.raw_stream.limit > most:
        return reading.too_large("record", number)
    stream = record.raw_stream
    if (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    body = stream.read(most + 1)
    charset = _CHARSET.search(declared)
    try:
        body = unpack_body(body, headers.get_header("Content-Encoding") or "", most)
        if is_plain:
            text = decode(body, charset and charset[1])
            return reading.item(Article(url or text_id(text), text, url or None), number)
    except TooLargeError:
        return reading.too_large("record", number)
    except OSError as error:
        return reading.failure(f"the page cannot be unpacked: {error}", number)
    except ReaderError as error:
        return reading.failure(error.message, number)
    return reading.item(
        Page(body, url=url or None, charset=charset[1] if charset else None), number
    )
