"""A real Ray cluster on this machine."""

from __future__ import annotations

import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thainews_ie import (
    Article,
    MissingExtraError,
    NewsRecord,
    ReaderError,
    WriterError,
    extract,
    extract_many,
    records_from_arrow,
    to_json,
)
from thainews_ie.batch.ray_engine import run_on_ray
from thainews_ie.batch.rejects import read_rejects
from thainews_ie.errors import WorkerError
from thainews_ie.io.fields import FieldNames

TEXT = "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า"
PATIENCE = 300  # seconds; a busy machine starts a cluster slowly


def parquet_records(folder: Path) -> list[NewsRecord]:
    parts = sorted(folder.iterdir())
    return [record for part in parts for record in records_from_arrow(pq.read_table(part))]


def write_lines(path: Path, articles: list[Article]) -> None:
    lines = (json.dumps({"id": a.id, "text": a.text}, ensure_ascii=False) for a in articles)
    path.write_text("\n".join(lines), encoding="utf-8")


RUN = """
import sys
from thainews_ie.batch.ray_engine import run_on_ray
if __name__ == "__main__":
    tally = run_on_ray(sys.argv[1:2], sys.argv[2], workers=2)
    print(tally.records, tally.failures, tally.skipped)
"""


def busy_workers(run: psutil.Process) -> list[psutil.Process]:
    """The processes of a run that are at work on a batch now; Ray writes so in their titles."""
    busy = []
    for process in run.children(recursive=True):
        try:
            title = " ".join(process.cmdline()).strip()
        except psutil.Error:  # it ended meanwhile
            continue
        if title.startswith("ray::MapWorker(") and title.endswith(".submit"):
            busy.append(process)
    return busy


def test_a_worker_is_killed_and_nothing_is_lost_or_doubled(
    tmp_path: Path, fixture_articles: dict[str, Article]
) -> None:
    texts = [article.text for article in fixture_articles.values()]
    articles = [Article(f"a-{n:03d}", texts[n % len(texts)]) for n in range(600)]
    source, target = tmp_path / "articles", tmp_path / "records.parquet"
    source.mkdir()
    for start in range(0, 600, 75):
        write_lines(source / f"{start:03d}.jsonl", articles[start : start + 75])
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, str(source), str(target)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        process = psutil.Process(run.pid)
        end = time.monotonic() + PATIENCE
        while len(busy := busy_workers(process)) < 2:
            assert run.poll() is None, run.stderr and run.stderr.read()
            assert time.monotonic() < end, "two workers were never busy at one time"
            time.sleep(0.05)
        os.kill(busy[0].pid, signal.SIGKILL)
        assert not target.exists()  # it was in mid-run
        out, errors = run.communicate(timeout=PATIENCE)
    finally:
        if run.poll() is None:
            run.terminate()  # Ray's processes end with the one that started them
            run.communicate()
    assert not busy[0].is_running()
    assert run.returncode == 0, errors
    assert out.splitlines()[-1] == "600 0 0"  # Ray tells of the death before
    assert parquet_records(target) == list(extract_many(articles))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "records.parquet"]


@pytest.fixture(scope="class")
def cluster() -> Iterator[None]:
    """A cluster that is there already, as in a notebook."""
    import ray

    ray.init(
        address="local",  # of its own, whatever else runs on the machine
        num_cpus=2,
        object_store_memory=200_000_000,
        include_dashboard=False,
        log_to_driver=False,
    )
    yield
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
class TestOnAClusterThatIsThere:
    def test_whatever_the_input_holds_gives_a_record_or_a_dead_letter(self, tmp_path: Path) -> None:
        source = tmp_path / "articles"
        source.mkdir()
        with gzip.open(source / "1.jsonl.gz", "wt", encoding="utf-8") as stream:
            for line in (
                json.dumps({"key": 1, "body": TEXT, "day": "2564-09-16"}),
                '{"key": "broken',
                json.dumps({"key": "no text"}),
                json.dumps({"key": "nul", "body": "\0" + TEXT}),
                json.dumps({"key": "half \ud83d", "body": TEXT + "\ude00"}),
                "[" * 100_000,
            ):
                stream.write(line + "\n")
        table = pa.table(
            {
                "body": [TEXT, None, "อีกข้อความ", TEXT],
                "key": ["2", "3", "1", "1"],  # two have the id of another article
                "day": pa.array([None, None, None, 18_886], pa.date32()),
            }
        )
        pq.write_table(table, source / "2.parquet")
        pq.write_table(table.drop_columns(["body"]), source / "3.parquet")
        (source / "4.parquet").write_bytes(b"no table")
        (source / "notes.md").write_text("passed over, as in any run")
        target = tmp_path / "records.jsonl"
        fields = FieldNames(text="body", id="key", published="day")
        for _ in range(2):  # a second run is the same run
            tally = run_on_ray(
                [str(source)], str(target), workers=1, keep_text=False, fields=fields
            )
            assert (tally.records, tally.skipped) == (4, 1)
            lines = "".join(p.read_text("utf-8") for p in sorted(target.iterdir())).splitlines()
            texts = {
                "1": TEXT,
                "nul": "\0" + TEXT,
                "half \ufffd": TEXT + "\ufffd",
                "2": TEXT,
            }
            found = [json.loads(line) for line in lines]
            assert [data["id"] for data in found] == list(texts)
            assert found[0]["published"] == "2021-09-16"
            for line, (name, text) in zip(lines, texts.items(), strict=True):
                record = extract(Article(name, text))
                data = json.loads(to_json(record)) | {"text": None, "published": None}
                assert json.loads(line) | {"published": None} == data | {
                    # a day that is known from outside settles the days of the text
                    "dates": json.loads(line)["dates"]
                }
            letters = [r.failure for r in read_rejects(Path(f"{target}.rejects.jsonl"))]
            assert len(letters) == tally.failures
            assert [(Path(f.source or "").name, f.line, f.error) for f in letters] == [
                ("1.jsonl.gz", 2, "ReaderError"),
                ("1.jsonl.gz", 3, "ReaderError"),
                ("1.jsonl.gz", 6, "ReaderError"),
                ("2.parquet", 2, "ReaderError"),
                ("3.parquet", None, "ReaderError"),
                ("4.parquet", None, "ReaderError"),
                ("2.parquet", 3, "DuplicateIdError"),
            ]

    def test_pages_in_a_field(self, tmp_path: Path) -> None:
        story = "".join(f"<p>{TEXT} ครั้งที่ {n} แก่ประชาชนในพื้นที่จังหวัดลำพูน</p>" for n in range(9))
        page = f"<html><body><article>{story}</article></body></html>"
        lines = tmp_path / "pages.jsonl"
        lines.write_text(json.dumps({"url": "https://example.org/a", "page": page}), "utf-8")
        table = pa.table({"url": ["https://example.org/b"], "page": [page.encode("cp874")]})
        pq.write_table(table, tmp_path / "pages.parquet")
        target = tmp_path / "records.parquet"
        inputs = [str(lines), str(tmp_path / "pages.parquet")]
        tally = run_on_ray(inputs, str(target), workers=1, fields=FieldNames(html="page"))
        assert (tally.records, tally.failures) == (2, 0)
        first, second = parquet_records(target)
        assert [first.url, second.url] == ["https://example.org/a", "https://example.org/b"]
        assert first.people == second.people
        assert first.people[0].name == "สมชาย ใจดี"

    def test_no_articles(self, tmp_path: Path) -> None:
        (tmp_path / "articles").mkdir()
        target = tmp_path / "records.parquet"
        tally = run_on_ray([str(tmp_path / "articles")], str(target))
        assert (tally.records, tally.failures) == (0, 0)
        assert parquet_records(target) == []

    def test_another_cluster_is_not_asked_for(self, tmp_path: Path) -> None:
        write_lines(tmp_path / "a.jsonl", [Article("a", TEXT)])
        with pytest.raises(WorkerError, match="leave out the address"):
            run_on_ray([str(tmp_path / "a.jsonl")], str(tmp_path / "b.jsonl"), address="other:6379")


@pytest.mark.parametrize(
    ("name", "given", "reason"),
    [
        ("a.txt", "a.txt", "convert it"),
        ("a.csv", ".", "convert it"),
        ("a.jsonl", "b.jsonl", "no such file"),
        ("a.jsonl", "-", "local engine"),
    ],
)
def test_other_inputs_are_refused_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, given: str, reason: str
) -> None:
    (tmp_path / name).write_text("{}")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReaderError, match=reason):
        run_on_ray([given], "records.parquet")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [Article("a", TEXT)])
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    for given in (address, f"ray://{address}", "no address"):
        with pytest.raises(WorkerError, match="no Ray cluster at"):
            run_on_ray([str(tmp_path / "a.jsonl")], str(tmp_path / "b.jsonl"), address=given)
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    source.mkdir()
    write_lines(source / "part-1.jsonl", [Article("a", TEXT)])
    with pytest.raises(WriterError, match="would be lost"):
        run_on_ray([str(source)], str(source))
    assert (source / "part-1.jsonl").exists()


def test_ray_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray.data", None)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r'pip install "thainews-ie\[ray\]"'):
        run_on_ray(["a.jsonl"], "records.parquet")


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"min_confidence": 2.0}])
def test_wrong_settings(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="0"):
        run_on_ray(["a.jsonl"], "records.parquet", **wrong)  # type: ignore[arg-type]
