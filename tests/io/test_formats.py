"""Every format: what is good is read, what is bad is named by file and line."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from thainews_ie import Article, Failure
from thainews_ie.io.items import Item, Page
from thainews_ie.io.readers import FieldNames, Limits, read_articles, read_items

PLAIN: Callable[[bytes], bytes] = bytes
GZ: Callable[[bytes], bytes] = gzip.compress
ZST: Callable[[bytes], bytes] = zstandard.compress


def items(
    path: Path, raw: bytes, fields: FieldNames | None = None, limits: Limits | None = None
) -> list[Item]:
    path.write_bytes(raw)
    return list(read_items([path], fields, limits=limits))


def texts(found: list[Item]) -> list[str | None]:
    """The texts, and None for what failed."""
    return [item.content.text if isinstance(item.content, Article) else None for item in found]


def messages(found: list[Item]) -> list[str]:
    return [item.content.message for item in found if isinstance(item.content, Failure)]


ROWS = '{"id": "1", "text": "ก"}\n{"id": "2", "text": "ข"}\n'.encode()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.jsonl", ROWS),
        ("a.jl", ROWS),
        ("a.ndjson", ROWS.replace(b"\n", b"\r\n")),
        ("a.jsonl", ROWS.replace(b"\n", b"\r")),
        ("a.json", b"[\n" + ROWS.replace(b"}\n{", b"},\n{") + b"]"),
        ("a.json", ROWS),
        ("a.csv", "id,text\n1,ก\n2,ข\n".encode()),
        ("a.csv", "id;text\n1;ก\n2;ข\n".encode()),
        ("a.csv", "sep=;\nid;text\n1;ก\n2;ข\n".encode()),
        ("a.tsv", "id\ttext\n1\tก\n2\tข\n".encode()),
    ],
)
@pytest.mark.parametrize(("packing", "pack"), [("", PLAIN), (".gz", GZ), (".zst", ZST)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_rows(
    tmp_path: Path,
    name: str,
    raw: bytes,
    packing: str,
    pack: Callable[[bytes], bytes],
    encoding: str,
) -> None:
    found = items(tmp_path / f"{name}{packing}", pack(raw.decode().encode(encoding)))
    assert [item.content for item in found] == [Article("1", "ก"), Article("2", "ข")]
    assert {item.file for item in found} == {str(tmp_path / f"{name}{packing}")}


def test_members_of_a_gz_one_after_another(tmp_path: Path) -> None:
    half, rest = gzip.compress(ROWS[:20]), gzip.compress(ROWS[20:])
    assert texts(items(tmp_path / "a.jsonl.gz", half + rest)) == ["ก", "ข"]
    frames = zstandard.compress(ROWS[:20]) + zstandard.compress(ROWS[20:])
    assert texts(items(tmp_path / "a.jsonl.zst", frames)) == ["ก", "ข"]


def test_cut_zst_keeps_what_was_read(tmp_path: Path) -> None:
    raw = b"".join(json.dumps({"text": f"ข่าวที่ {n * 7919}"}).encode() + b"\n" for n in range(20_000))
    *good, bad = items(tmp_path / "a.jsonl.zst", zstandard.compress(raw)[:-9])
    assert len(good) > 1000
    assert messages([bad]) == ["cannot be read further: the file ends before its last frame does"]


@pytest.mark.parametrize(
    ("raw", "found", "message"),
    [
        pytest.param('[{"text": "ก"}, {"te', ["ก", None], "ends within its value 2", id="cut"),
        pytest.param('[{"text": "ก"},', ["ก", None], "ends before its array", id="cut at a comma"),
        pytest.param('[1, {"text": "ก"}]', [None, "ก"], "got int", id="not an object"),
        pytest.param('[{"text": "]\\"}"}]', [']"}'], "", id="brackets in strings"),
        pytest.param('[{"text": "ก"} {}, {"text": "ข"}]', [None, "ข"], "Extra data", id="no comma"),
        pytest.param("[]", [], "", id="a feed without items"),
        pytest.param("", [None], "the file is empty", id="empty"),
        pytest.param('{"text":\n "ก"}', ["ก"], "", id="one object over lines"),
    ],
)
def test_json(tmp_path: Path, raw: str, found: list[str | None], message: str) -> None:
    got = items(tmp_path / "a.json", raw.encode())
    assert texts(got) == found
    assert all(message in one for one in messages(got))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(['"a, b",1'], ["a, b"], id="quoted"),
        pytest.param(['"a\nb",1', "c,2"], ["a\nb", "c"], id="over two lines"),
        pytest.param(['"a ""b""",1'], ['a "b"'], id="doubled quotes"),
        pytest.param(['"a "b" c",1'], ['a "b" c'], id="quotes that should be doubled"),
        pytest.param(["a", "b,2,"], ["a", "b"], id="cells lack, or are empty, at the end"),
        pytest.param(["a,1,more", "b,2"], [None, "b"], id="too many cells"),
        pytest.param(['"lost,1', "b,2", "c,3"], [None, "b", "c"], id="a quote is lost"),
        pytest.param(
            ["a,1", '"lost,2', '"b",3', '"c",4'], ["a", None, "b", "c"], id="and others are not"
        ),
        pytest.param([",1"], [None], id="no text"),
        pytest.param(["a\0b,1"], ["a\0b"], id="NUL"),
        pytest.param(["", "a,1", ""], ["a"], id="blank lines"),
        pytest.param([], [None], id="no row"),
    ],
)
def test_csv(tmp_path: Path, rows: list[str], found: list[str | None]) -> None:
    assert texts(items(tmp_path / "a.csv", "\n".join(["text,id", *rows]).encode())) == found


def test_csv_names_the_line_of_a_row(tmp_path: Path) -> None:
    got = items(tmp_path / "a.csv", b'text,id\n"a\nb",1\nc,2,3\nd,4\n')
    assert [item.line for item in got] == [2, 4, 5]
    assert "3 cells and the header 2" in messages(got)[0]


def test_tsv_may_know_nothing_of_quotes(tmp_path: Path) -> None:
    assert texts(items(tmp_path / "a.tsv", b'text\tid\n"a\t1\n"b" c\t2\n')) == ['"a', '"b" c']


def test_a_quote_lost_again_and_again_takes_no_square_time(tmp_path: Path) -> None:
    # from each line, the quote that opens there is closed nowhere
    raw = b"a,b\n" + b'x","\n' * 60_000
    got = items(tmp_path / "a.csv", raw, FieldNames(text="a"), Limits(article_bytes=100_000))
    assert len(got) >= 1


def test_columns_that_lack_are_named_with_those_there_are(tmp_path: Path) -> None:
    assert messages(items(tmp_path / "a.csv", b"body,link\n1,2\n")) == [
        "no field 'text'; the header has 'body', 'link': name the one that holds the text "
        "(--text-field)"
    ]


def parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


@pytest.mark.parametrize(
    "day",
    [
        pa.array([dt.date(2021, 9, 16)]),
        pa.array([dt.datetime(2021, 9, 16, 23, 59)], pa.timestamp("ns")),
        pa.array([dt.datetime(2021, 9, 16)], pa.timestamp("ms", "Asia/Bangkok")),
        pa.array(["2021-09-16T10:00:00+07:00"]),
        pa.array(["2564-09-16"]),
    ],
)
def test_parquet(tmp_path: Path, day: pa.Array) -> None:
    columns = {
        "text": ["ข่าว"],
        "meta": [{"url": "u", "n": 1}],
        "published": day,
        "big": [b"x" * 99],
    }
    got = items(tmp_path / "a.parquet", parquet(pa.table(columns)), FieldNames(url="meta.url"))
    assert [item.content for item in got] == [
        Article("u", "ข่าว", url="u", published=dt.date(2021, 9, 16))
    ]
    assert got[0].line == 1


@pytest.mark.parametrize(
    ("texts_", "found"),
    [
        (pa.array([b"\xa2\xe8\xd2\xc7", b"ok"]), ["ข่าว", "ok"]),
        (pa.array(["a", None]).dictionary_encode(), ["a", None]),
        (pa.array(["a"], pa.large_string()), ["a"]),
        (pa.array([1]), [None]),
    ],
)
def test_parquet_columns_of_other_types(tmp_path: Path, texts_: pa.Array, found: list[str]) -> None:
    assert texts(items(tmp_path / "a.parquet", parquet(pa.table({"text": texts_})))) == found


def test_parquet_without_the_column(tmp_path: Path) -> None:
    raw = parquet(pa.table({"body": ["ก"], "link": ["u"]}))
    (message,) = messages(items(tmp_path / "a.parquet", raw))
    assert "'body', 'link'" in message
    assert "--text-field" in message


def test_a_value_that_rows_share_is_not_multiplied(tmp_path: Path) -> None:
    shared = pa.DictionaryArray.from_arrays(pa.array([0] * 500, pa.int32()), ["ก" * 100_000])
    raw = parquet(pa.table({"text": shared}))
    got = items(tmp_path / "a.parquet", raw, limits=Limits(article_bytes=200_000))
    assert len(got) == 500
    assert len(set(messages(got))) == 1
    assert "larger than 200,000 bytes" in messages(got)[0]


HTML = "<html><body><p>ข่าว</p></body></html>"


def warc(*responses: tuple[str, str, bytes, dict[str, str]], kind: str = "response") -> bytes:
    """An archive of answers: address, status, body, headers."""
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=False)
    for url, status, body, headers in responses:
        record = writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1"),
        )
        writer.write_record(record)
    return sink.getvalue()


PAGE = {"Content-Type": "text/html; charset=windows-874"}
URL = "https://example.org/1"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (HTML.encode("cp874"), {}),
        (gzip.compress(HTML.encode("cp874")), {"Content-Encoding": "gzip"}),
        (HTML.encode("cp874"), {"Content-Encoding": "gzip"}),  # undone by the crawler
        (zstandard.compress(HTML.encode("cp874")), {"Content-Encoding": "zstd"}),
        (
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(HTML.encode("cp874")), HTML.encode("cp874")),
            {"Transfer-Encoding": "chunked"},
        ),
    ],
)
@pytest.mark.parametrize(("packing", "pack"), [("", PLAIN), (".gz", GZ), (".zst", ZST)])
def test_warc(
    tmp_path: Path,
    body: bytes,
    headers: dict[str, str],
    packing: str,
    pack: Callable[[bytes], bytes],
) -> None:
    raw = pack(warc((URL, "200 OK", body, PAGE | headers)))
    (item,) = items(tmp_path / f"a.warc{packing}", raw)
    assert item.content == Page(HTML.encode("cp874"), url=URL, charset="windows-874")


def test_warc_packed_record_by_record(tmp_path: Path) -> None:
    one = gzip.compress(warc((URL, "200 OK", HTML.encode(), PAGE)))
    assert len(items(tmp_path / "a.warc.gz", one * 3)) == 3


@pytest.mark.parametrize(
    ("url", "status", "kind", "headers"),
    [
        (URL, "404 Not Found", "response", PAGE),
        (URL, "301 Moved", "response", PAGE),
        (URL, "200 OK", "revisit", PAGE),
        (URL, "200 OK", "response", {"Content-Type": "image/png"}),
        ("https://example.org/robots.txt", "200 OK", "response", {"Content-Type": "text/plain"}),
    ],
)
def test_other_records_are_passed_over(
    tmp_path: Path, url: str, status: str, kind: str, headers: dict[str, str]
) -> None:
    raw = warc((url, status, b"x", headers), kind=kind) + warc((URL, "200 OK", HTML.encode(), PAGE))
    (item,) = items(tmp_path / "a.warc", raw)
    assert isinstance(item.content, Page)
    assert item.line == 2


def test_plain_text_in_a_warc_is_an_article(tmp_path: Path) -> None:
    raw = warc((URL, "200 OK", "ข่าว".encode("cp874"), {"Content-Type": "text/plain"}))
    assert [item.content for item in items(tmp_path / "a.warc", raw)] == [Article(URL, "ข่าว", URL)]


def test_cut_warc_keeps_what_is_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    raw = warc(*[(URL, "200 OK", HTML.encode(), PAGE)] * 3)
    *good, bad = items(tmp_path / "a.warc", raw[: -len(HTML)])
    assert [type(item.content) for item in good] == [Page, Page]
    assert messages([bad]) == ["cannot be read further: the file ends within a record"]
    assert bad.line == 3
    assert capfd.readouterr().err == ""


LONG = b'{"text": "%b"}' % (b"x" * 100_000)
LIMITS = Limits(article_bytes=1_000, skipped_bytes=1_000_000)


@pytest.mark.parametrize(
    ("name", "raw", "found"),
    [
        ("a.txt", b"x" * 1_001, [None]),
        ("a.txt.gz", gzip.compress(b"x" * 1_001), [None]),
        ("a.html", b"x" * 1_001, [None]),
        ("a.jsonl", b'{"text": "a"}\n' + LONG + b'\n{"text": "b"}', ["a", None, "b"]),
        ("a.json", b'[{"text": "a"}, ' + LONG + b', {"text": "b"}]', ["a", None, "b"]),
        ("a.csv", b"text\na\n" + b"x" * 100_000 + b"\nb\n", ["a", None, "b"]),
        ("a.csv", b'text\na\n"' + b"x\n" * 900 + b'"\nb\n', ["a", None, "x"]),
        ("a.warc", warc((URL, "200 OK", b"x" * 1_001, {"Content-Type": "text/plain"})), [None]),
    ],
)
def test_what_is_too_large_is_passed_over(
    tmp_path: Path, name: str, raw: bytes, found: list[str | None]
) -> None:
    got = items(tmp_path / name, raw, limits=LIMITS)
    assert texts(got)[: len(found)] == found
    assert "larger than 1,000 bytes" in messages(got)[0]


@pytest.mark.parametrize(
    ("name", "start"), [("a.jsonl", b""), ("a.json", b"[{"), ("a.csv", b"text\n")]
)
def test_a_line_without_end_is_given_up(tmp_path: Path, name: str, start: bytes) -> None:
    got = items(tmp_path / f"{name}.gz", gzip.compress(start + b"x" * 2_000_000), limits=LIMITS)
    assert messages(got)[-1].endswith("the rest of the file is left out")


@pytest.mark.parametrize(
    ("data", "fields", "wanted"),
    [
        ({"meta": {"url": "u"}, "text": "t"}, {"url": "meta.url"}, Article("u", "t", "u")),
        ({"meta.url": "u", "text": "t"}, {"url": "meta.url"}, Article("u", "t", "u")),
        ({"meta": "u", "text": "t", "id": "i"}, {"url": "meta.url"}, Article("i", "t")),
        ({"page": "<p>", "id": "i"}, {"html": "page"}, Page("<p>", "i")),
        ({"page": "", "text": "t", "id": "i"}, {"html": "page"}, Article("i", "t")),
        (
            {"page": "<p>", "url": "u", "title": "t", "published": "2021-09-16", "source": "s"},
            {"html": "page"},
            Page("<p>", None, "u", None, "t", dt.date(2021, 9, 16), "s"),
        ),
        (
            {"text": "t", "id": "i", "published": "2567-02-29T08:00:00+07:00"},
            {},
            Article("i", "t", published=dt.date(2024, 2, 29)),
        ),
    ],
)
def test_fields(
    tmp_path: Path, data: dict[str, Any], fields: dict[str, str], wanted: Article | Page
) -> None:
    (item,) = items(tmp_path / "a.jsonl", json.dumps(data).encode(), FieldNames(**fields))
    assert item.content == wanted


def test_page_fields_that_lack_name_their_option(tmp_path: Path) -> None:
    (message,) = messages(items(tmp_path / "a.jsonl", b'{"a": 1}', FieldNames(html="page")))
    assert "'page'" in message
    assert "--html-field" in message


@pytest.mark.parametrize(
    ("name", "content", "fields", "told"),
    [
        ("a.csv", "id,text,url\n1,,u\n", FieldNames(), "the field 'text' holds nothing"),
        (
            "a.jsonl",
            '{"meta": {"text": null}}\n',
            FieldNames(text="meta.text"),
            "the field 'meta.text' holds nothing",
        ),
        (
            "a.jsonl",
            '{"id": "1", "html": null}\n',
            FieldNames(html="html"),
            "the field 'html' holds nothing",
        ),
    ],
)
def test_a_field_that_is_empty_is_not_called_missing(
    tmp_path: Path, name: str, content: str, fields: FieldNames, told: str
) -> None:
    (tmp_path / name).write_text(content)
    (failure,) = read_articles([tmp_path / name], fields)
    assert isinstance(failure, Failure)
    assert failure.message == told
