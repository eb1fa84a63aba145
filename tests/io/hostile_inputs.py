"""Damaged inputs by the thousand: what disks, crawlers and people make of articles.

``make_hostile`` writes the same files every time. ``is_passed_over`` says which of them readers
have a reason to be silent about.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

__all__ = ["KINDS", "is_passed_over", "make_hostile"]

EACH = 42  # files of a kind
STORY = (
    "วันนี้ นายอาทิตย์ แสงทอง นายอำเภอเวียงเหนือ เป็นประธานเปิดตลาดชุมชน ณ ลานหน้าที่ว่าการอำเภอ "
    'มีผู้ร่วมงาน 120 คน และกล่าวว่า "ตลาดจะเปิดทุกวันเสาร์" ตั้งแต่เวลา 08.00 น.'
)
PARAGRAPHS = f"<p>{STORY}</p>" * 4


def _row(number: int) -> dict[str, Any]:
    return {
        "id": f"a{number}",
        "text": f"{STORY} ครั้งที่ {number}",
        "url": f"https://n.example/{number}",
    }


def _lines(count: int) -> bytes:
    rows = (json.dumps(_row(n), ensure_ascii=False) for n in range(count))
    return ("\n".join(rows) + "\n").encode()


def _array(count: int) -> bytes:
    return json.dumps([_row(n) for n in range(count)], ensure_ascii=False, indent=1).encode()


def _table(count: int) -> bytes:
    quoted = STORY.replace('"', '""')
    rows = [f'a{n},"{quoted} ครั้งที่ {n}",https://n.example/{n}' for n in range(count)]
    return "\n".join(["id,text,url", *rows, ""]).encode()


def _page(body: str = PARAGRAPHS, head: str = "<meta charset=utf-8>") -> bytes:
    start = f"<!DOCTYPE html><html><head>{head}<title>ตลาดชุมชน</title></head>"
    return f"{start}<body>{body}</body></html>".encode()


def _parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


def _articles(count: int) -> bytes:
    return _parquet(pa.Table.from_pylist([_row(n) for n in range(count)]))


def _warc(count: int) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=False, warc_version="1.0")
    for number in range(count):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        fixed = {
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>",
            "WARC-Date": "2023-02-14T00:00:00Z",
        }
        record = writer.create_warc_record(
            f"https://n.example/{number}",
            "response",
            payload=io.BytesIO(_page()),
            http_headers=headers,
            warc_headers_dict=fixed,
        )
        writer.write_record(record)
    return sink.getvalue()


def _cut(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(1, len(raw))]


def _flipped(raw: bytes, rng: random.Random, most: int = 5) -> bytes:
    damaged = bytearray(raw)
    for _ in range(rng.randint(1, most)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def _without(raw: bytes, sign: bytes, rng: random.Random) -> bytes:
    """Loses one occurrence of a sign."""
    places = [n for n in range(len(raw)) if raw[n : n + 1] == sign]
    at = rng.choice(places)
    return raw[:at] + raw[at + 1 :]


File = tuple[str, bytes]
Kind = Callable[[random.Random, int], File]


def _pick(rng: random.Random, *choices: File) -> File:
    return rng.choice(choices)


def _packed(ending: str, raw: bytes) -> File:
    return (f"{ending}.gz", gzip.compress(raw, mtime=0))


def _zipped(ending: str, raw: bytes) -> File:
    return (f"{ending}.zst", zstandard.compress(raw))


def _cut_gz(rng: random.Random, n: int) -> File:
    ending, raw = _packed(
        *_pick(rng, (".jsonl", _lines(20)), (".csv", _table(20)), (".txt", _lines(9)))
    )
    return ending, _cut(raw, rng)


def _cut_zst(rng: random.Random, n: int) -> File:
    ending, raw = _zipped(
        *_pick(rng, (".jsonl", _lines(20)), (".json", _array(20)), (".html", _page()))
    )
    return ending, _cut(raw, rng)


def _flipped_packed(rng: random.Random, n: int) -> File:
    pack = rng.choice((_packed, _zipped))
    ending, raw = pack(".jsonl", _lines(20))
    return ending, _flipped(raw, rng)


def _other_encoding(rng: random.Random, n: int) -> File:
    text, encoding = rng.choice(
        (
            ("泰国总理今天上午出席了会议。" * 20, "gbk"),
            ("タイの首相は今日、会議に出席した。" * 20, "shift-jis"),
            ("태국 총리는 오늘 회의에 참석했다. " * 20, "euc-kr"),
            ("Le président thaïlandais a été élu à l'unanimité. " * 20, "cp1252"),
            ("Президент сегодня открыл рынок. " * 20, "koi8-r"),
        )
    )
    return _pick(
        rng,
        (".txt", text.encode(encoding)),
        (".jsonl", json.dumps({"text": text}, ensure_ascii=False).encode(encoding)),
        (".csv", f"id,text\n1,{text}\n".encode(encoding)),
        (".html", _page("").replace(b"<body>", b"<body><p>" + text.encode(encoding))),
    )


def _mixed_encodings(rng: random.Random, n: int) -> File:
    lines = [STORY.encode(rng.choice(("utf-8", "cp874", "utf-16-le"))) for _ in range(6)]
    return _pick(rng, (".txt", b"\n".join(lines)), (".csv", b"text\n" + b"\n".join(lines)))


def _broken_lines(rng: random.Random, n: int) -> File:
    raw = _without(_lines(6), rng.choice((b'"', b"{", b"}", b":", b",", b"\n")), rng)
    return rng.choice((".jsonl", ".jl", ".ndjson")), raw


def _broken_array(rng: random.Random, n: int) -> File:
    raw = _without(_array(6), rng.choice((b'"', b"{", b"}", b":", b",", b"[", b"]")), rng)
    return ".json", _cut(raw, rng) if n % 2 else raw


def _deep_json(rng: random.Random, n: int) -> File:
    depth = rng.choice((200, 990, 1_000, 5_000, 100_000))
    opened, closed = rng.choice((("[", "]"), ('{"a":', "}")))
    inner = opened * depth + "1" + closed * depth * (n % 2)
    return _pick(
        rng, (".jsonl", f'{{"text": {inner}}}\n'.encode()), (".json", f"[{inner}]".encode())
    )


def _nuls(rng: random.Random, n: int) -> File:
    raw = bytearray(_lines(3) if n % 2 else _table(3))
    for _ in range(rng.randint(1, 40)):
        raw.insert(rng.randrange(len(raw)), 0)
    return (".jsonl" if n % 2 else ".csv") if n % 3 else ".txt", bytes(raw)


def _long_line(rng: random.Random, n: int) -> File:
    long = rng.choice(("ก", "a", '"', "[", "\\")) * 400_000
    return _pick(
        rng,
        (".jsonl", f'{{"text": "{long}"}}\n'.encode() + _lines(1)),
        (".csv", f'id,text\n1,"{long}\n2,x\n'.encode()),
        (".json", f'[{{"text": "{long}"}}]'.encode()),
        (".html", _page(f"<p>{long}</p>")),
    )


def _lost_quotes(rng: random.Random, n: int) -> File:
    raw = _table(8)
    for _ in range(rng.randint(1, 4)):
        raw = _without(raw, b'"', rng)
    return (".tsv", raw.replace(b",", b"\t")) if n % 4 == 0 else (".csv", raw)


def _ragged(rng: random.Random, n: int) -> File:
    rows = [",".join(["ข่าว"] * rng.randint(0, 9)) for _ in range(8)]
    return ".csv", "\n".join(["id,text,url", *rows]).encode()


def _other_columns(rng: random.Random, n: int) -> File:
    names = rng.sample(["body", "content", "link", "day", "ข้อความ", "n/a"], 3)
    return ".csv", f"{','.join(names)}\n1,2,3\n".encode()


def _html_bomb(rng: random.Random, n: int) -> File:
    tag = rng.choice(("div", "b", "table", "ul", "font", "span", "blockquote"))
    body = rng.choice(
        (
            f"<{tag}>" * 50_000,
            f"<{tag}>" * 240 + PARAGRAPHS,
            f'<{tag} class="{"x " * 200_000}">{PARAGRAPHS}',
            f"<{tag} {' '.join(f'a{i}=1' for i in range(5_000))}>{PARAGRAPHS}",
            "&amp;" * 60_000,
            f"<!--{'-' * 200_000}",
            f"<{tag}><script>{'<' * 100_000}",
            "<p>x</p>" * 60_000,
            f"<![CDATA[{PARAGRAPHS}",
        )
    )
    return ".html", _page(body)


def _html_head(rng: random.Random, n: int) -> File:
    head = rng.choice(
        (
            '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
            '<link rel="canonical" href="http://[::1">',
            '<link rel="canonical" href="javascript:alert(1)">',
            f'<meta property="article:published_time" content="{"9" * 290}">',
            '<meta property="article:published_time" content="2564-13-45">',
            f'<script type="application/ld+json">{"[" * 50_000}</script>',
            '<meta charset="utf-7"><base href="//">',
            '<meta charset="unicode_escape">',
            '</head><frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html">',
        )
    )
    return ".htm", _page("" if n % 2 else PARAGRAPHS, head)


def _html_damaged(rng: random.Random, n: int) -> File:
    raw = _cut(_page(), rng)
    return ".html", _flipped(raw, rng, 40) if n % 2 else raw


def _html_entities(rng: random.Random, n: int) -> File:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    start = f'<?xml version="1.0" encoding="tis-620"?><!DOCTYPE html [{entities}]><html><body>'
    return ".xhtml", f"{start}<p>&e{n % 12};</p>{PARAGRAPHS}</body></html>".encode()


def _parquet_columns(rng: random.Random, n: int) -> File:
    names = rng.sample(["body", "link", "meta", "title"], rng.randint(1, 4))
    table = pa.table({name: ["ก"] * 3 for name in names})
    if n % 3 == 0:
        table = pa.table({"text": rng.choice(([1, 2], [[1], []], [{"a": 1}, None], [None, None]))})
    return ".parquet", _parquet(table)


def _parquet_damaged(rng: random.Random, n: int) -> File:
    raw = _articles(20)
    return ".parquet", _cut(raw, rng) if n % 2 else _flipped(raw, rng, 60)


def _bomb(rng: random.Random, n: int) -> File:
    big = rng.choice((b" ", b"a", b"[", b'"', "ก".encode())) * 10_000_000
    big = b"\n" * 300_000 if n % 6 == 0 else big
    pack = rng.choice((_packed, _zipped))
    return pack(
        *_pick(rng, (".txt", big), (".jsonl", b'{"text": "' + big), (".csv", b"text\n" + big))
    )


def _surrogates(rng: random.Random, n: int) -> File:
    half = rng.choice((r"\ud83d", r"\ude00", r"\udcff", r"\ud800\ud800", r"\ud83d\n"))
    return ".jsonl", f'{{"id": "{n}{half}", "text": "ข่าว {half} เด่น", "url": "{half}"}}\n'.encode()


def _utf16_halves(rng: random.Random, n: int) -> File:
    encoding = rng.choice(("utf-16-le", "utf-16-be", "utf-16"))
    raw = STORY.encode(encoding)
    at = rng.randrange(2, len(raw))
    raw = rng.choice(
        (raw[:at] + raw[at + 1 :], raw[:-1], raw[1:], raw + b"\xd8", b"\xff\xfe" + raw)
    )
    return _pick(rng, (".txt", raw), (".csv", "text\n".encode(encoding) + raw))


ENDINGS = (".txt", ".html", ".csv", ".tsv", ".json", ".parquet", ".warc", ".jsonl")


def _empty(rng: random.Random, n: int) -> File:
    ending = ENDINGS[n % len(ENDINGS)]
    if ending == ".parquet" or n % 3 == 0:
        return ending, b""
    return rng.choice((_packed, _zipped))(ending, b"") if n % 3 == 1 else (f"{ending}.gz", b"")


def _warc_damaged(rng: random.Random, n: int) -> File:
    raw = _warc(4)
    if n % 3 == 0:
        return ".warc", _cut(raw, rng)
    if n % 3 == 1:
        return ".warc.gz", _cut(gzip.compress(raw, mtime=0), rng)
    return ".warc", _flipped(raw, rng, 60)


def _warc_headers(rng: random.Random, n: int) -> File:
    old, new = rng.choice(
        (
            (b"Content-Length: ", b"Content-Length: 9"),
            (b"Content-Length: ", b"Content-Length: -"),
            (b"Content-Length: ", b"X-Length: "),
            (b"WARC/1.0", b"WARC/9.9"),
            (b"WARC-Target-URI: ", b"WARC-Target-URI: <" + b"x" * 3_000),
            (b"HTTP/1.1 200 OK", b"HTTP/1.1"),
            (b"text/html", b"text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
            (b"text/html", b"text/html\r\nContent-Encoding: br"),
            (b"WARC-Date", b"X: " + b"y" * 2_000_000 + b"\r\nWARC-Date"),
        )
    )
    return ".warc", _warc(3).replace(old, new)


def _packed_twice(rng: random.Random, n: int) -> File:
    raw = gzip.compress(_lines(3), mtime=0)
    ending = rng.choice((".jsonl", ".txt", ".csv", ".html", ".warc", ".json"))
    return _packed(ending, raw) if n % 2 else _zipped(ending, raw)


def _returns(rng: random.Random, n: int) -> File:
    ends = rng.choice((b"\r", b"\r\r\n", b"\n\r", b"\x85", "\u2028".encode(), b"\x0c"))
    return _pick(
        rng, (".jsonl", _lines(4).replace(b"\n", ends)), (".csv", _table(4).replace(b"\n", ends))
    )


def _long_numbers(rng: random.Random, n: int) -> File:
    digits = "9" * rng.choice((4_301, 20_000, 1_000_000 if n % 6 == 0 else 50_000))
    number = rng.choice((digits, f"-{digits}", f"1e{digits}", f"0.{digits}", "NaN", "Infinity"))
    field = rng.choice(("id", "text", "published", "more"))
    row = f'{{"text": "ก", "{field}": {number}}}'
    return _pick(rng, (".jsonl", row.encode()), (".json", f"[{row}]".encode()))


def _repeated_keys(rng: random.Random, n: int) -> File:
    values = [rng.choice(('"ก"', "1", "null", "[]", "{}", '""')) for _ in range(5)]
    return ".jsonl", ("{" + ", ".join(f'"text": {value}' for value in values) + "}\n").encode()


def _wrong_types(rng: random.Random, n: int) -> File:
    field = rng.choice(("id", "text", "url", "title", "published", "source"))
    value: Any = rng.choice((1.5, True, [], {}, [{"a": 1}], "31/2/2564", "2564-02-30", ""))
    return ".jsonl", json.dumps({"text": "ก", field: value}, ensure_ascii=False).encode()


def _wrong_ending(rng: random.Random, n: int) -> File:
    raw = rng.choice(
        (_articles(3), gzip.compress(_lines(3), mtime=0), _warc(1), _page(), os.urandom(0))
    )
    ending = rng.choice(
        (".txt", ".csv", ".tsv", ".json", ".jsonl.gz", ".jsonl.zst", ".parquet", ".warc")
    )
    return ending, raw + rng.randbytes(200)


def _noise(rng: random.Random, n: int) -> File:
    return f"{rng.choice(ENDINGS)}{rng.choice(('', '.gz', '.zst'))}", rng.randbytes(
        rng.randint(1, 900)
    )


KINDS: dict[str, Kind] = {
    function.__name__.lstrip("_"): function
    for function in (
        _cut_gz,
        _cut_zst,
        _flipped_packed,
        _other_encoding,
        _mixed_encodings,
        _broken_lines,
        _broken_array,
        _deep_json,
        _nuls,
        _long_line,
        _lost_quotes,
        _ragged,
        _other_columns,
        _html_bomb,
        _html_head,
        _html_damaged,
        _html_entities,
        _parquet_columns,
        _parquet_damaged,
        _bomb,
        _surrogates,
        _utf16_halves,
        _empty,
        _warc_damaged,
        _warc_headers,
        _packed_twice,
        _returns,
        _long_numbers,
        _repeated_keys,
        _wrong_types,
        _wrong_ending,
        _noise,
    )
}


def _make_odd_files(folder: Path) -> None:
    """What only a file system can do."""
    folder.mkdir()
    for number in range(10):
        (folder / f"nowhere{number}.txt").symlink_to(folder / "no-such-file")
        (folder / f"itself{number}.jsonl").symlink_to(folder / f"itself{number}.jsonl")
        (folder / f"a{number}.csv").symlink_to(folder / f"b{number}.csv")
        (folder / f"b{number}.csv").symlink_to(folder / f"a{number}.csv")
        (folder / f"up{number}").symlink_to(folder.parent, target_is_directory=True)
        (folder / f"folder{number}.txt").mkdir()
        (folder / f"folder{number}.txt" / "inner.txt").write_text(STORY, encoding="utf-8")
        os.mkfifo(folder / f"pipe{number}.txt")
        (folder / f".hidden{number}.txt").write_text(STORY, encoding="utf-8")
        (folder / f"loud{number}.txt").write_text(STORY, encoding="utf-8")
        (folder / f"loud{number}.txt").chmod(0)
        name = os.fsencode(folder) + f"/ข่าว{number}.txt".encode("tis-620")
        Path(os.fsdecode(name)).write_text(STORY, encoding="utf-8")
    deep = folder
    for _ in range(60):
        deep = deep / "d"
        deep.mkdir()
    (deep / "deep.txt").write_text(STORY, encoding="utf-8")


def make_hostile(folder: Path) -> None:
    """Writes the files into a folder that is there and empty."""
    for name, kind in KINDS.items():
        rng = random.Random(name)
        (folder / name).mkdir()
        for number in range(EACH):
            ending, raw = kind(rng, number)
            (folder / name / f"{number:02}{ending}").write_bytes(raw)
    _make_odd_files(folder / "odd_files")


def is_passed_over(path: Path) -> bool:
    """Whether readers are silent about a file of these, and rightly so: hidden ones, pipes, links
    to folders, endings that nobody knows, and feeds without an article."""
    if path.name.startswith(".") or path.is_fifo() or path.is_dir():
        return True
    if path.parent.name == "empty":
        return ".jsonl" in path.name
    return path.name.endswith((".parquet.gz", ".parquet.zst"))
