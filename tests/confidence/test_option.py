"""The command line's option to leave out what is not sure enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from thainews_ie import Article, extract, from_json
from thainews_ie.cli import app
from thainews_ie.cli.exits import DONE, USAGE

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เปิดเผยเมื่อวันที่ 16 กันยายน 2564"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("minimum", [0.0, 0.9, 1.0])
def test_finds_are_cut(article: Path, tmp_path: Path, minimum: float) -> None:
    out = tmp_path / "out.jsonl"
    args = ["extract", str(article), "--to", str(out), "--min-confidence", str(minimum)]
    assert CliRunner().invoke(app, args).exit_code == DONE
    record = from_json(out.read_text(encoding="utf-8"))
    assert record.people == extract(Article("a", TEXT), min_confidence=minimum).people
    assert bool(record.people) == (minimum < 1)


@pytest.mark.parametrize("minimum", ["-0.1", "1.01", "nan", "high"])
def test_no_probability(article: Path, minimum: str) -> None:
    done = CliRunner().invoke(app, ["extract", str(article), f"--min-confidence={minimum}"])
    assert done.exit_code == USAGE
