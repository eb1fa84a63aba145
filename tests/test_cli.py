"""The command line as a newcomer meets it: output, messages, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from thainews_ie import Article, extract, from_json, json_schema
from thainews_ie.cli.exits import DONE, NOTHING_WORKED, SOME_FAILED, USAGE

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
    (tmp_path / "bad.jsonl").write_text('\n{"schema_version": 2}\n')
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


def test_an_input_is_never_written_over(articles: Path, tmp_path: Path) -> None:
    before = articles.read_bytes()
    link = tmp_path / "link.jsonl"
    link.symlink_to(articles)
    for inputs, target in ((articles, articles), (articles, link), (tmp_path, articles)):
        done = run("extract", inputs, "--to", target)
        assert done.returncode == USAGE
        assert "is among the inputs" in done.stderr
        assert articles.read_bytes() == before
    assert run("extract", tmp_path, "--to", tmp_path / "new.jsonl").returncode == DONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["extract", "{}"], ["show", "{}"], ["schema"]])
def test_full_disk(articles: Path, command: list[str]) -> None:
    words = [word.format(articles) for word in command]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "thainews_ie", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == USAGE
    assert done.stderr.startswith("thainews-ie: ")
    assert done.stderr.rstrip().endswith("No space left on device")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams with the shell")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("extract - <&-", USAGE, "standard input is closed"),
        ("table - <&-", USAGE, "standard input is closed"),
        ("extract {} >&-", USAGE, "standard output is closed"),
        ("show {} >&-", USAGE, "standard output is closed"),
        ("extract {} 2>&-", DONE, ""),
    ],
)
def test_closed_streams(articles: Path, words: str, code: int, message: str) -> None:
    command = f'"{sys.executable}" -m thainews_ie {words.format(articles)}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_terminal_that_cannot_show_thai(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run("show", articles)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert "2021-09-16" in done.stdout


def test_file_names_cannot_drive_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred.txt"
    path.write_bytes(b"\xff")
    done = run("extract", path)
    assert done.returncode == NOTHING_WORKED
    assert "red.txt: ReaderError: not UTF-8" in done.stderr
    assert "\x1b" not in done.stderr


def test_evaluate_names_what_is_wrong_and_hides_control_characters(tmp_path: Path) -> None:
    empty: list[str] = []
    gold = {"id": "a", "published": None, "people": empty, "dates": empty, "awards": empty,
            "venues": empty, "event": None, "mode": {"mode": "onsite"}}  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(gold))
    (tmp_path / "a.txt").write_text("x")
    found = tmp_path / "found.jsonl"
    found.write_text(json.dumps({"id": "a", "venues": [{"text": "hall \x1b[31mred"}]}))
    done = run("evaluate", tmp_path, found, "--errors", "venues")
    assert done.returncode == DONE
    assert "hall" in done.stdout
    assert "\x1b" not in done.stdout
    found.write_text(json.dumps({"id": "a", "people": [{"nom": "x"}]}))
    done = run("evaluate", tmp_path, found)
    assert done.returncode == USAGE
    assert "article 'a'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "options", [["--engine", "ray", "--limit", "3"], ["--address", "ray://head:10001"]]
)
def test_options_of_the_other_engine_are_refused(articles: Path, options: list[str]) -> None:
    done = run("extract", articles, *options)
    assert done.returncode == USAGE
    assert options[0 if options[0] == "--address" else 2] in done.stderr
