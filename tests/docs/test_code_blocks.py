"""Every block of code in the README and in the documentation does what the page says.

The blocks of a page are run in their order, in a folder of the page's own that holds a copy of
``fixtures/``. Python blocks share their names. A block with a title is a
file of that name. A
line that begins with ``$`` in a console block is a command, lines after it are output that must
come, in that order; ``...`` in a line stands for anything. SQL is asked of the database that a
block above has made, or of one made of the fixtures. What cannot be run says why, in a comment
before the block: ``<!-- not run: REASON -->``.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from markdown_it import MarkdownIt
from scripts.docs_commands import options

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BIN = Path(sys.executable).parent

# Why a block may be left out; few, so that nothing is left out for ease.
REASONS = {
    "installs packages",
    "needs a cluster",
    "needs Spark",
    "needs the annotated articles",
    "serves until stopped",
    "sets up an environment",
    "takes minutes",
}
# Drawn when the site is built, and tested there; shown, and nothing to run.
SHOWN = {"finds", "text"}
# Addresses in the pages, and where a test finds what they stand for.
POSTGRES = "postgresql://me@localhost/news"

_SKIPPED = re.compile(r"<!-- not run: (.+?) -->\s*\Z")
_TITLE = re.compile(r'title="([^"]+)"')
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """A fenced block: its language and title, its text, its line, and why it is not run."""

    page: Path
    line: int
    language: str
    title: str | None
    text: str
    reason: str | None

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks_of(page: Path) -> Iterator[Block]:
    reason: str | None = None
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        if token.type == "fence":
            language, _, rest = token.info.strip().partition(" ")
            title = _TITLE.search(rest)
            assert token.map is not None
            name = title[1] if title else None
            yield Block(page, token.map[0] + 2, language, name, token.content, reason)
        if token.type != "html_block":
            reason = None
        elif found := _SKIPPED.search(token.content):
            reason = found[1]


BLOCKS = [block for page in PAGES for block in blocks_of(page)]


class Page:
    """The folder and the names that the blocks of one page share."""

    def __init__(self, folder: Path, database: Path, postgres: Any) -> None:
        self.folder = folder
        self._database = database
        self._postgres = postgres
        self._names: dict[str, Any] = {"__name__": "__main__"}

    def _real(self, text: str) -> str:
        return text.replace(POSTGRES, self._postgres()) if POSTGRES in text else text

    def run(self, block: Block) -> None:
        if block.title:
            path = self.folder / block.title
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        getattr(self, f"_{block.language}")(block._replace(text=self._real(block.text)))

    def _python(self, block: Block) -> None:
        if block.title:
            compile(block.text, block.place, "exec")  # a command below it runs it
        elif ">>>" in block.text:
            self._doctest(block)
        else:
            # lines of the page, so that a traceback says where
            code = "\n" * (block.line - 1) + block.text
            exec(compile(code, str(block.page), "exec"), self._names)

    def _doctest(self, block: Block) -> None:
        test = doctest.DocTestParser().get_doctest(
            block.text, self._names, block.place, str(block.page), block.line - 1
        )
        report = io.StringIO()
        runner = doctest.DocTestRunner(optionflags=_FLAGS)
        runner.run(test, out=report.write, clear_globs=False)
        self._names |= test.globs  # a doctest runs on a copy
        assert runner.failures == 0, report.getvalue()

    def _console(self, block: Block) -> None:
        for command, expected in commands_of(block.text):
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", command],
                cwd=self.folder,
                env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=300,
                check=False,
            )
            told = f"{block.place}\n$ {command}\n{done.stdout}"
            assert done.returncode == 0, told
            check_output(expected, done.stdout, told)

    def _sql(self, block: Block) -> None:
        made = self.folder / "news.db"
        place = made if made.exists() else self._database
        with contextlib.closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as database:
            for statement in filter(str.strip, block.text.split(";")):
                wanted = re.findall(r"(?<!:):([a-z_]+)", statement)
                database.execute(statement, dict.fromkeys(wanted, "ลำพูน")).fetchall()

    def _json(self, block: Block) -> None:
        json.loads(block.text)

    def _jsonl(self, block: Block) -> None:
        for line in block.text.splitlines():
            json.loads(line)

    def _html(self, block: Block) -> None:
        assert block.title, "a page that nothing reads"

    def _toml(self, block: Block) -> None:
        tomllib.loads(block.text)


def commands_of(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines of output after it."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (f"{found[-1][0]}\n{line}", [])
        elif line.strip():
            assert found, f"output before any command: {line}"
            found[-1][1].append(line)
    yield from found


def check_output(expected: list[str], output: str, told: str) -> None:
    """Each expected line must come, in its order; spaces and rules of tables do not count."""
    lines = [" ".join(line.split()) for line in output.splitlines()]
    at = 0
    for line in expected:
        pattern = ".*".join(map(re.escape, " ".join(line.split()).split("...")))
        hits = (n for n in range(at, len(lines)) if re.fullmatch(pattern, lines[n]))
        hit = next(hits, None)
        assert hit is not None, f"no line {line!r} after line {at} of the output\n{told}"
        at = hit + 1


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the fixtures."""
    path = tmp_path_factory.mktemp("docs") / "news.db"
    command = [str(BIN / "thainews-ie"), "extract", str(ROOT / "fixtures"), "--to", str(path)]
    subprocess.run([*command, "--workers", "1"], check=True)
    return path


def _has_blocks(page: Path) -> bool:
    return any(block.page == page for block in BLOCKS)


@pytest.mark.parametrize(
    "page", [*filter(_has_blocks, PAGES)], ids=lambda page: str(page.relative_to(ROOT))
)
def test_the_blocks_of_a_page_run(
    page: Path,
    tmp_path: Path,
    database: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    shared = Page(tmp_path, database, lambda: request.getfixturevalue("postgres_url"))
    for block in BLOCKS:
        if block.page == page and block.reason is None and block.language not in SHOWN:
            shared.run(block)


def test_every_block_is_of_a_kind_that_is_run() -> None:
    kinds = {name.removeprefix("_") for name in vars(Page) if not name.startswith("__")}
    strange = [b.place for b in BLOCKS if b.language not in kinds | SHOWN]
    assert strange == []


def test_what_is_not_run_has_a_known_reason() -> None:
    given = {block.reason for block in BLOCKS if block.reason is not None}
    assert given == REASONS


def test_every_command_and_option_named_in_a_page_exists() -> None:
    """Also in blocks that are not run, and in running text."""
    known = options()
    faults = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8").replace("\\\n", " ")
        for used in re.findall(r"thainews-ie ([a-z][^\n`|#]*)", text):
            first, *rest = used.split()
            name = f"{first} {rest[0]}" if rest and f"{first} {rest[0]}" in known else first
            named = {word.partition("=")[0] for word in rest if word.startswith("--")}
            strange = named - known.get(name, set()) - {"--help"}
            if name not in known or strange:
                faults.append(f"{page.relative_to(ROOT)}: {name} {' '.join(strange)}")
    assert faults == []
