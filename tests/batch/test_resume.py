"""A run that is stopped and started again, tried again, or met by bad luck."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from thainews_ie.cli.exits import DONE, INTERRUPTED, NOTHING_WORKED, SOME_FAILED, USAGE
from thainews_ie.io.records import read_records

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เปิดเผยเมื่อวันที่ 16 กันยายน 2564"
TARGETS = ["out.jsonl", "out.parquet", "out.db"]


def start(*args: str | Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "thainews_ie", *map(str, args)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=before,
    )


def run(*args: str | Path, before: Callable[[], None] | None = None) -> tuple[int | None, str, str]:
    process = start(*args, before=before)
    out, err = process.communicate()
    return process.returncode, out, err


def write(path: Path, rows: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return path


def articles(count: int) -> list[dict[str, str]]:
    return [{"id": f"a{i:05}", "text": f"{TEXT} ครั้งที่ {i}"} for i in range(count)]


def ids(target: Path) -> list[str]:
    return [record.id for record in read_records(str(target))]


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_article_twice_is_one_record(tmp_path: Path, target: str) -> None:
    rows = articles(3)
    write(tmp_path / "one.jsonl", [*rows, rows[0]])
    write(tmp_path / "two.jsonl", [rows[1], {**rows[2], "title": "อีกหัวข้อหนึ่ง"}])
    code, _, _ = run("extract", tmp_path, "--to", tmp_path / target)
    assert code == DONE
    assert ids(tmp_path / target) == [row["id"] for row in rows]


@pytest.mark.parametrize("target", TARGETS)
def test_two_texts_under_one_id_are_not_mixed(tmp_path: Path, target: str) -> None:
    rows = articles(2)
    source = write(tmp_path / "in.jsonl", [*rows, {"id": "a00000", "text": "อย่างอื่น"}])
    code, _, err = run("extract", source, "--to", tmp_path / target)
    assert code == SOME_FAILED
    assert "DuplicateIdError" in err
    assert ids(tmp_path / target) == ["a00000", "a00001"]
    (letter,) = (tmp_path / f"{target}.rejects.jsonl").read_text().splitlines()
    assert json.loads(letter)["line"] == 3


def test_a_database_takes_what_is_new_and_what_has_changed(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "news.db"
    write(source, articles(3))
    run("extract", source, "--to", target)
    rows = articles(4)
    rows[1]["text"] = "นางสาวมาลี รักเรียน อธิบดีกรมการข้าว กล่าวว่า"
    write(source, rows)
    code, _, err = run("extract", source, "--to", target, "--log-json")
    end = json.loads(err.splitlines()[-1])
    assert (code, end["records"], end["skipped"]) == (DONE, 2, 2)
    records = {record.id: record for record in read_records(str(target))}
    assert len(records) == 4
    assert records["a00001"].people[0].name == "มาลี รักเรียน"
    code, _, err = run("extract", source, "--to", target)
    assert (code, err) == (DONE, "nothing new to do\n")


def test_a_database_made_anew_is_filled_anew(tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", articles(2)), tmp_path / "news.db"
    run("extract", source, "--to", target)
    for file in tmp_path.glob("news.db*"):
        if not file.name.endswith(".ledger"):
            file.unlink()
    assert run("extract", source, "--to", target)[0] == DONE
    assert len(ids(target)) == 2


def test_fresh_does_all_again(tmp_path: Path) -> None:
    source, target = write(tmp_path / "in.jsonl", articles(2)), tmp_path / "news.db"
    run("extract", source, "--to", target)
    _, _, err = run("extract", source, "--to", target, "--fresh", "--log-json")
    assert json.loads(err.splitlines()[-1])["records"] == 2


@pytest.mark.parametrize("target", TARGETS)
def test_what_failed_is_tried_again(tmp_path: Path, target: str) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / target
    rows = articles(3)
    source.write_text("\n".join([json.dumps(rows[0]), "{broken", json.dumps({"id": "x"})]))
    assert run("extract", source, "--to", out)[0] == SOME_FAILED
    rejects = tmp_path / f"{target}.rejects.jsonl"
    letters = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(x["source"], x["line"], x["error"]) for x in letters] == [
        (str(source), 2, "ReaderError"),
        (str(source), 3, "ReaderError"),
    ]
    # one is mended, one is not
    source.write_text("\n".join([json.dumps(rows[0]), json.dumps(rows[1]), '{"id": "x"}']))
    code, _, _ = run("retry", rejects, "--to", out)
    assert code == SOME_FAILED
    assert ids(out) == ["a00000", "a00001"]
    (letter,) = rejects.read_text().splitlines()
    assert json.loads(letter)["line"] == 3
    write(source, rows)
    assert run("retry", rejects, "--to", out)[0] == DONE
    assert ids(out) == ["a00000", "a00001", "a00002"]
    assert not rejects.exists()


def test_a_file_that_failed_and_is_gone_stays_a_dead_letter(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps(articles(1)[0]) + "\n{broken")
    run("extract", source, "--to", out)
    source.unlink()
    rejects = tmp_path / "out.jsonl.rejects.jsonl"
    code, _, err = run("retry", rejects, "--to", out)
    assert code == NOTHING_WORKED
    assert "no such file" in err
    message = json.loads(rejects.read_text())["message"]
    assert "not JSON" in message
    run("retry", rejects, "--to", out)  # what it says does not grow
    assert json.loads(rejects.read_text())["message"] == message
    assert ids(out) == ["a00000"]


def test_what_came_from_a_pipe_is_kept_with_its_dead_letter(tmp_path: Path) -> None:
    rejects, out = tmp_path / "rejects", tmp_path / "out.jsonl"
    rows = [*articles(1), {"id": "a00000", "text": "อย่างอื่น"}]
    command = [sys.executable, "-m", "thainews_ie", "extract", "-", "--to", str(out)]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    subprocess.run([*command, "--rejects", str(rejects)], input=text.encode(), check=False)
    article = json.loads(rejects.read_text())["article"]
    assert (article["id"], article["text"]) == ("a00000", "อย่างอื่น")
    out.unlink()
    assert run("retry", rejects, "--to", out)[0] == DONE
    assert ids(out) == ["a00000"]


def test_limit_and_dry_run(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", [*articles(5), "no"]), tmp_path / "out.jsonl"
    code, told, _ = run("extract", source, "--to", out, "--dry-run")
    assert (code, told) == (DONE, "5 articles, 0 web pages, 1 failures of reading\n")
    assert not out.exists()
    assert run("extract", source, "--to", out, "--limit", "2")[0] == DONE
    assert ids(out) == ["a00000", "a00001"]


def test_records_without_text(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", articles(1)), tmp_path / "out.jsonl"
    run("extract", source, "--to", out, "--no-text")
    (record,) = read_records(str(out))
    assert record.text is None
    assert record.people[0].name == "สมชาย ใจดี"


def test_log_lines_are_json(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [*articles(1), "no"])
    _, _, err = run("extract", source, "--to", tmp_path / "out.jsonl", "--log-json")
    events = [json.loads(line) for line in err.splitlines()]
    assert [event["event"] for event in events] == ["failure", "end"]
    assert (events[0]["line"], events[1]["failures"]) == (2, 1)


def test_an_article_that_takes_too_long(tmp_path: Path) -> None:
    rows = articles(2)
    rows[0]["text"] *= 60_000
    source, out = write(tmp_path / "in.jsonl", rows), tmp_path / "out.jsonl"
    code, _, err = run("extract", source, "--to", out, "--seconds", "0.3")
    assert code == SOME_FAILED
    assert "TimeLimitError" in err
    assert ids(out) == ["a00001"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_by_hand_keeps_what_is_done(tmp_path: Path, number: signal.Signals) -> None:
    source, out = write(tmp_path / "in.jsonl", articles(2_000)), tmp_path / "out.db"
    process = start("extract", source, "--to", out, "--workers", "2")
    wait_for_work(out)
    process.send_signal(number)
    _, err = process.communicate()
    assert process.returncode == INTERRUPTED
    assert err == "stopped; the same command goes on from here\n"
    kept = len(ids(out))
    assert 0 < kept < 2_000
    _, _, err = run("extract", source, "--to", out, "--log-json")
    end = json.loads(err.splitlines()[-1])
    assert (end["records"], end["skipped"]) == (2_000, kept)
    assert ids(out) == [row["id"] for row in articles(2_000)]


def wait_for_work(database: Path) -> None:
    """Returns when the first articles are stored."""
    import sqlite3

    for _ in range(600):
        time.sleep(0.05)
        try:
            with sqlite3.connect(database) as connection:
                if connection.execute("select count(*) from articles").fetchone()[0]:
                    return
        except sqlite3.OperationalError:
            continue
    pytest.fail("no article was stored")


@pytest.mark.parametrize("target", TARGETS)
def test_a_full_disk(tmp_path: Path, target: str) -> None:
    """A limit on the size of files stands for the disk: writing fails when it is reached."""
    rows = articles(600)
    for number, row in enumerate(rows):
        row["text"] += random.Random(number).randbytes(10_000).hex()  # does not pack well
    source, out = write(tmp_path / "in.jsonl", rows), tmp_path / target

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_500_000, 3_500_000))

    code, _, err = run("extract", source, "--to", out, before=little_room)
    assert code == USAGE
    assert str(tmp_path) in err
    assert "Traceback" not in err
    assert run("extract", source, "--to", out)[0] == DONE
    assert ids(out) == [f"a{i:05}" for i in range(600)]


def test_another_command_does_not_throw_away_a_stopped_run(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", articles(3_000)), tmp_path / "out.jsonl"
    process = start("extract", source, "--to", out)
    while not (tmp_path / ".out.jsonl.part").exists():
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    code, _, err = run("extract", source, "--to", out, "--limit", "5")
    assert code == USAGE
    assert "--fresh" in err
    assert run("extract", source, "--to", out, "--limit", "5", "--fresh")[0] == DONE
    assert len(ids(out)) == 5
