"""The command line as a newcomer meets it: output, messages, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from thainews_ie import Article, extract, from_json, json_schema
from thainews_ie.cli import DONE, NOTHING_WORKED, SOME_FAILED, USAGE

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เปิดเผยเมื่อวันที่ 16 กันยายน 2564"


def run(*args: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "thainews_ie", *map(str, args)]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = [{"id": str(i), "text": TEXT} for i in range(3)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_extract_to_standard_output(articles: Path) -> None:
    done = run("extract", articles)
    assert (done.returncode, done.stderr) == (DONE, "")
    records = [from_json(line) for line in done.stdout.splitlines()]
    assert records == [extract(Article(str(i), TEXT)) for i in range(3)]


def test_extract_to_a_file(articles: Path, tmp_path: Path) -> None:
    done = run("extract", articles, "--to", tmp_path / "out.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (DONE, "", "")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 3


def test_extract_from_a_pipe() -> None:
    done = run("extract", "-", stdin=TEXT)
    assert done.returncode == DONE
    assert from_json(done.stdout) == extract(Article("stdin", TEXT))


def test_some_failed(articles: Path) -> None:
    articles.write_text("not JSON\n" + articles.read_text())
    done = run("extract", articles)
    assert done.returncode == SOME_FAILED
    assert len(done.stdout.splitlines()) == 3
    assert f"{articles}:1: ReaderError: not JSON" in done.stderr
    assert "1 of 4 failed" in done.stderr


@pytest.mark.parametrize(("text", "message"), [("{\n", "not JSON"), ("", "no articles found")])
def test_nothing_worked(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(text)
    done = run("extract", path)
    assert done.returncode == NOTHING_WORKED
    assert message in done.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["extract", "no-such-file.txt"], "no such file"),
        (["extract"], "INPUT"),
        (["extract", __file__], "unknown format"),
        (["extract", "-", "--to", "x.xlsx"], "unknown format"),
        (["explode"], "explode"),
    ],
)
def test_wrong_usage(args: list[str], message: str) -> None:
    done = run(*args)
    assert done.returncode == USAGE
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_show(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "\n\x1b]0;title\x07 [bold]ข้อความ[/bold]", encoding="utf-8")
    done = run("show", path)
    assert done.returncode == DONE
    for wanted in ("2021-09-16", "สมชาย ใจดี", "[bold]ข้อความ[/bold]", "person"):
        assert wanted in done.stdout
    assert "\x1b" not in done.stdout
    assert run("show", path, "--id", "none").returncode == NOTHING_WORKED


def test_table(articles: Path, tmp_path: Path) -> None:
    records = tmp_path / "out.jsonl.gz"
    run("extract", articles, "--to", records)
    done = run("table", records)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert done.stdout.count("สมชาย") == 3
    (tmp_path / "bad.jsonl").write_text('\n{"schema_version": 1}\n')
    done = run("table", tmp_path / "bad.jsonl")
    assert done.returncode == USAGE
    assert "bad.jsonl:2: the field 'venues' is missing - at $" in done.stderr
    assert run("table", tmp_path / "none.jsonl").returncode == USAGE


def test_schema() -> None:
    done = run("schema")
    assert json.loads(done.stdout) == json_schema()
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_help_and_version() -> None:
    for args in (["--help"], ["extract", "--help"], ["show", "--help"]):
        assert run(*args).returncode == DONE
    assert run("--version").stdout.startswith("thainews-ie ")
