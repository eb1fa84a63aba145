"""Reading articles: what is good goes on, what is bad is named."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import Article, Failure, ReaderError
from thainews_ie.io.readers import FieldNames, is_input, read_articles


def jsonl(*rows: Any) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def read(*inputs: str | Path, fields: FieldNames | None = None) -> list[Article | Failure]:
    return list(read_articles(inputs, fields))


@pytest.mark.parametrize("ending", [".jsonl", ".ndjson", ".jsonl.gz"])
def test_json_lines(tmp_path: Path, ending: str) -> None:
    data = jsonl({"id": "ก", "text": "ข่าว", "url": "https://example.org"}, {"id": 7, "text": ""})
    path = tmp_path / f"news{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith("gz") else data)
    assert read(path) == [Article("ก", "ข่าว", url="https://example.org"), Article("7", "")]


def test_field_names_and_published(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl({"link": "u", "body": "ข่าว", "day": "2021-09-16T10:00:00+07:00"}))
    fields = FieldNames(text="body", id="link", published="day")
    assert read(path, fields=fields) == [Article("u", "ข่าว", published=dt.date(2021, 9, 16))]


def test_missing_id_is_the_url_or_a_digest_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl({"text": "ก", "url": "u"}, {"text": "ก"}, {"text": "ก"}))
    first, second, third = read(path)
    assert first.id == "u"
    assert second.id == third.id != ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b'{"id": "x", "text": ', "not JSON", id="cut line"),
        pytest.param(b"[1]", "want a JSON object, got list", id="not an object"),
        pytest.param(b'{"id": "x", "body": "y"}', "'body'", id="no text: says what there is"),
        pytest.param(b'{"id": "x", "text": 5}', "'text' is int", id="text of a wrong type"),
        pytest.param(b'{"id": [], "text": ""}', "'id' is list", id="id of a wrong type"),
        pytest.param(b'{"text": "", "published": "16/9/64"}', "ISO date", id="bad date"),
        pytest.param('{"text": "日本の"}'.encode("shift-jis"), "not UTF-8", id="other encoding"),
        pytest.param(b"[" * 100_000, "JSON", id="nested too deeply"),
        pytest.param(b'{"id": %b}' % (b"9" * 5000), "not JSON", id="number too long"),
    ],
)
def test_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "a.jsonl"
    good = jsonl({"id": "good", "text": "ข่าว"})
    path.write_bytes(good + line + b"\n\n" + good)
    first, bad, last = read(path)
    assert first == last == Article("good", "ข่าว")
    assert isinstance(bad, Failure)
    assert (bad.source, bad.line) == (str(path), 2)
    assert message in bad.message
    assert str(bad).startswith(f"{path}:2: ReaderError: ")


@pytest.mark.parametrize("cut", [-5, 20, 3])
def test_cut_gz_keeps_what_was_read(tmp_path: Path, cut: int) -> None:
    rows = [{"id": str(i), "text": f"ข่าวที่ {i * 7919}"} for i in range(2000)]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(*rows))[:cut])
    *good, bad = read(path)
    assert isinstance(bad, Failure)
    assert "cannot be read further" in bad.message
    assert all(isinstance(item, Article) for item in good)


def test_text_file_as_it_stands(tmp_path: Path) -> None:
    """Line ends are kept, as offsets count them; a byte order mark is not part of the text."""
    path = tmp_path / "ข่าว.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "หนึ่ง\r\nสอง".encode())
    assert read(path) == [Article("ข่าว", "หนึ่ง\r\nสอง")]


@pytest.mark.parametrize("encoding", ["tis-620", "cp874", "utf-16", "utf-16-be", "utf-8-sig"])
def test_text_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("ข่าว วันนี้".encode(encoding))
    assert read(path) == [Article("a", "ข่าว วันนี้")]


def test_text_in_an_unknown_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("日本の首相".encode("shift-jis"))
    (bad,) = read(path)
    assert isinstance(bad, Failure)
    assert str(path) in str(bad)
    assert "iconv" in bad.message


def test_folder_in_order_with_ids_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", "a.txt", ".hidden/c.txt", "a.json", "a.doc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    (tmp_path / "c.jsonl").write_bytes(jsonl({"id": "j", "text": "t"}))
    assert [item.id for item in read(tmp_path)] == ["a", "b", "j", "sub/a"]


def test_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ข่าว")
    (tmp_path / "b.txt").symlink_to(tmp_path / "none")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "d.jsonl").mkdir()
    (tmp_path / "up").symlink_to(tmp_path)
    first, *bad = read(tmp_path)
    assert first == Article("a", "ข่าว")
    assert [getattr(item, "source", None) for item in bad] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "c.txt"),
    ]


def test_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("ข่าว")
    (tmp_path / "sub").mkdir()
    scan = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    first, bad = read(tmp_path)
    assert first == Article("a", "ข่าว")
    assert str(bad) == f"{tmp_path / 'sub'}: ReaderError: cannot be opened: Permission denied"


def test_is_input(tmp_path: Path) -> None:
    file, hidden = tmp_path / "a.jsonl", tmp_path / ".a.jsonl"
    assert not is_input(file, [file])
    file.touch()
    hidden.touch()
    (tmp_path / "link.jsonl").symlink_to(file)
    assert is_input(tmp_path / "link.jsonl", ["-", file])
    assert is_input(file, [tmp_path])
    assert not is_input(hidden, [tmp_path])


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (jsonl({"id": "j", "text": "ข่าว"}), Article("j", "ข่าว")),
        ("ข่าว".encode(), Article("stdin", "ข่าว")),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, wanted: Article) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert read("-") == [wanted]


def test_empty_name_is_not_the_current_folder() -> None:
    with pytest.raises(ReaderError, match="empty"):
        read_articles([""])


@pytest.mark.parametrize(("name", "message"), [("no.txt", "no such file"), ("a.xyz", "unknown")])
def test_unusable_input_is_refused_at_once(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.xyz").touch()
    with pytest.raises(ReaderError, match=message) as caught:
        read_articles([tmp_path / name])
    assert name in str(caught.value)


def test_dead_letters_in_a_folder_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ก")
    (tmp_path / "news.db.rejects.jsonl").write_text('{"key": "00"}\n')
    (article,) = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert article.id == "a"
