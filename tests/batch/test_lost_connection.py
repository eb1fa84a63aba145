"""A database that goes away in the middle of a run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from thainews_ie.cli.exits import DONE, USAGE
from thainews_ie.io.records import read_records

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เปิดเผยเมื่อวันที่ 16 กันยายน 2564"
COUNT = 3_000
# Ends the connections of others to this database, once it holds articles.
CUT = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def cut_when_at_work(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(600):
            time.sleep(0.05)
            row = connection.execute("SELECT to_regclass('articles') IS NOT NULL").fetchone()
            if row == (True,) and connection.execute("SELECT 1 FROM articles").fetchone():
                assert connection.execute(CUT).fetchone() != (0,)
                return
    pytest.fail("no article was stored")


def test_a_lost_connection_is_gone_on_from(tmp_path: Path, postgres_url: str) -> None:
    source = tmp_path / "in.jsonl"
    rows = ({"id": f"a{i:05}", "text": f"{TEXT} ครั้งที่ {i}"} for i in range(COUNT))
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = [sys.executable, "-m", "thainews_ie", "extract", str(source), "--to", postgres_url]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    cut_when_at_work(postgres_url)
    _, err = process.communicate()
    assert process.returncode == USAGE, err
    assert "Traceback" not in err
    assert 0 < len(list(read_records(postgres_url))) < COUNT
    assert list(tmp_path.glob("thainews-*.ledger"))  # beside no file: in the current folder
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert [r.id for r in read_records(postgres_url)] == [f"a{i:05}" for i in range(COUNT)]
