"""What inputs stand for: folders, patterns, addresses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

from thainews_ie import Article, Failure, ReaderError
from thainews_ie.errors import MissingExtraError
from thainews_ie.io.items import Page
from thainews_ie.io.readers import is_input, read_articles, read_items


def ids(*inputs: str | Path) -> list[str]:
    return [getattr(item.content, "id", None) or str(item.content) for item in read_items(inputs)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/x.txt", "a/x.txt", "a/y.txt", "a/.z.txt", ".c/x.txt", "x.doc", "a/deep/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("*/x.txt", ["a/x", "b/x"]),
        ("a/*.txt", ["x", "y"]),
        ("**/x.txt", ["a/deep/x", "a/x", "b/x"]),
        ("*", ["a/deep/x", "a/x", "a/y", "b/x"]),
        ("[ab]/[xy].txt", ["a/x", "a/y", "b/x"]),
    ],
)
def test_patterns(folder: Path, pattern: str, wanted: list[str]) -> None:
    assert sorted(ids(folder / pattern)) == wanted
    assert ids(folder / pattern) == ids(f"file://{folder}/{pattern}")


def test_a_name_with_a_sign_of_patterns_is_a_name(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("ก")
    (tmp_path / "a1.txt").write_text("ข")
    assert ids(tmp_path / "a[1].txt") == ["a[1]"]


def test_a_pattern_that_nothing_fits(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no file fits"):
        read_items([tmp_path / "*.txt"])


def test_order_is_that_of_sorted_paths(tmp_path: Path) -> None:
    names = ["a.txt", "a/b.txt", "a-b.txt", "a/b/c.txt", "b.txt", "a0.txt", "A.txt", "ก.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    wanted = [str(path) for path in sorted(tmp_path.rglob("*.txt")) if path.is_file()]
    assert [item.file for item in read_items([tmp_path])] == wanted


def test_descriptions_beside_articles_are_none(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html"):
        (tmp_path / name).write_text("ก")
        (tmp_path / name).with_suffix(".json").write_text('{"text": "no"}')
    (tmp_path / "c.json").write_text('{"text": "yes", "id": "c"}')
    files = [Path(item.file or "").name for item in read_items([tmp_path])]
    assert files == ["a.txt", "b.html", "c.json"]
    assert len(list(read_items([tmp_path / "*.json"]))) == 3


def test_names_of_files_in_thai_codes(tmp_path: Path) -> None:
    path = Path(
        str(tmp_path).encode().decode()
        + "/"
        + "ข่าว.txt".encode("cp874").decode("utf-8", "surrogateescape")
    )
    path.write_text("ก")
    assert ids(tmp_path) == ["ข่าว"]


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def test_addresses(memory: Any) -> None:
    row = json.dumps({"id": "j", "text": "ก"}).encode()
    stored = {
        "/news/a.txt": "ข่าว".encode(),
        "/news/sub/b.jsonl": row,
        "/news/.hidden/c.txt": b"x",
        "/news/d.doc": b"x",
        "/news/a.json": b"{}",
        "/other/z.html": b"<p>",
    }
    for path, raw in stored.items():
        memory.pipe(path, raw)
    assert ids("memory://news") == ["a", "j"]
    assert ids("memory://news/a.txt") == ["a"]
    assert ids("memory://*/*.txt") == ["news/a"]
    (item,) = read_items(["memory://other"])
    assert item.content == Page(b"<p>", path="z")
    assert item.file == "memory://other/z.html"
    assert [
        a.text for a in read_articles(["memory://news/sub/b.jsonl"]) if isinstance(a, Article)
    ] == ["ก"]


def test_parquet_at_an_address(memory: Any) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with memory.open("/a.parquet", "wb") as stream:
        pq.write_table(pa.table({"id": ["p"], "text": ["ก"]}), stream)
    assert ids("memory://a.parquet") == ["p"]


def test_file_addresses_are_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ก")
    (tmp_path / "up").symlink_to(tmp_path)
    assert ids(f"file://{tmp_path}") == ids(tmp_path) == ["a"]
    assert is_input(tmp_path / "a.txt", [f"file://{tmp_path}"])
    assert is_input(f"file://{tmp_path}/a.txt", [tmp_path])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("memory://none", "no such file or folder"),
        ("memory://none/*.txt", "no file fits"),
        ("https://example.org/a.html", "not fetched"),
        ("nothing://a.txt", "not known"),
    ],
)
def test_addresses_that_hold_nothing_are_refused_at_once(
    memory: Any, given: str, message: str
) -> None:
    with pytest.raises(ReaderError, match=message):
        read_items([given])


def test_unknown_format_at_an_address(memory: Any) -> None:
    memory.pipe("/a.doc", b"x")
    with pytest.raises(ReaderError, match="unknown format"):
        read_items(["memory://a.doc"])


@pytest.mark.parametrize(
    ("address", "extra", "module"),
    [("s3://b/a.txt", "s3", "s3fs"), ("gs://b/a.txt", "gcs", "gcsfs")],
)
def test_the_extra_that_an_address_needs_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str, extra: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"thainews-ie\[{extra}\]"):
        read_items([address])


def test_a_connection_that_breaks_is_a_failure(
    memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.pipe("/a.jsonl", b'{"id": "1", "text": "x"}\n' * 99_999)
    opened = type(memory)._open

    def open_badly(self: Any, *args: Any, **options: Any) -> Any:
        stream = opened(self, *args, **options)
        read = stream.read

        def read_once(size: int = -1) -> bytes:
            if stream.tell():
                raise OSError("connection reset")
            return bytes(read(size))

        monkeypatch.setattr(stream, "read", read_once, raising=False)
        return stream

    monkeypatch.setattr(type(memory), "_open", open_badly)
    *good, bad = [item.content for item in read_items(["memory://a.jsonl"])]
    assert len(good) > 10
    assert isinstance(bad, Failure)
    assert "connection reset" in bad.message
