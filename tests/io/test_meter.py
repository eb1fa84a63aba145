"""How much of the input is read, as a share that only grows."""

from __future__ import annotations

import gzip
from pathlib import Path

from thainews_ie.io.meter import Meter
from thainews_ie.io.readers import read_items


def test_share_grows_to_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n' * 2_000)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "b"}\n'))
    meter = Meter([str(tmp_path)])
    shares = [meter.share() for _ in read_items([tmp_path], meter=meter)]
    told = [share for share in shares if share is not None]
    assert told == sorted(told)
    assert len(told) == 2_001
    assert 0 < told[0] < 1
    assert meter.share() == 1


def test_nothing_is_known_of_a_pipe() -> None:
    assert Meter(["-"]).share() is None
    assert Meter([]).share() is None
