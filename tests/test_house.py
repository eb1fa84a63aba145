"""Rules of the house that a linter does not know."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import thainews_ie
from thainews_ie import lexicon
from thainews_ie.cleaning import clean
from thainews_ie.components import FACTORIES
from thainews_ie.errors import LexiconError

PACKAGE = Path(thainews_ie.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
LEXICONS = sorted(p for p in PACKAGE.glob("lexicons/*/*") if p.suffix in {".tsv", ".txt"})

WINGS = ("extractors", "linking", "normalization", "calendar", "geography", "patterns")
FINDERS = [
    module.name
    for module in walk_packages([str(PACKAGE)], "thainews_ie.")
    if module.name.split(".")[1] in WINGS
]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def unbounded(tree: Any) -> Iterator[Any]:
    """The quantifiers of a parsed pattern that have no upper bound."""
    for operation, argument in tree:
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            _, most, repeated = argument
            if most is constants.MAXREPEAT:
                yield repeated
            yield from unbounded(repeated)
        elif operation is constants.SUBPATTERN:
            yield from unbounded(argument[-1])
        elif operation is constants.BRANCH:
            for branch in argument[1]:
                yield from unbounded(branch)
        elif operation in (constants.ASSERT, constants.ASSERT_NOT):
            yield from unbounded(argument[1])


# Two gaps without bounds beside each other make a search quadratic in a run of spaces. Cleaning
# takes in runs of one class of characters, which nothing follows.
@pytest.mark.parametrize("module", sorted(FINDERS))
def test_every_quantifier_is_bounded(module: str) -> None:
    for name, value in vars(import_module(module)).items():
        if isinstance(value, re.Pattern):
            assert not list(unbounded(parser.parse(value.pattern, value.flags))), name


def test_importing_the_package_loads_neither_spacy_nor_a_lexicon() -> None:
    code = """
import sys, thainews_ie
from thainews_ie import Article, NewsRecord, ThaiNewsError
loaded = {"spacy", "pythainlp", "nlpo3", "ahocorasick_rs", "thainews_ie.lexicon"} & set(sys.modules)
sys.exit(f"loaded: {loaded}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_step_is_an_entry_point() -> None:
    points = {e.name: e.load() for e in entry_points(group="spacy_factories")}
    assert {name: points[name] for name in FACTORIES} == FACTORIES


@pytest.mark.parametrize("path", LEXICONS, ids=lambda p: p.name)
def test_lexicons_are_clean_and_have_a_source(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if not line.startswith("#")]
    for entry in entries:
        assert clean(entry.replace("\t", "|")).text == entry.replace("\t", "|"), entry
    if path.suffix == ".txt":
        assert lexicon.terms(path.stem)
    elif path.parent.name == "cues":
        assert lexicon.cue_rows(path.stem)
    else:
        assert lexicon.table(path.stem)
    sources = (PACKAGE / "lexicons" / "SOURCES.md").read_text(encoding="utf-8")
    assert f"`{path.parent.name}/{path.name}`" in sources


@pytest.mark.parametrize(
    ("text", "line"),
    [("term\tx\nก\t1\nก\t2\n", 3), ("term\tx\nก\n", 2), ("term\tx\n\t1\n", 2)],
)
def test_damaged_table_is_named_by_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "bad.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(lexicon, "_ROOT", tmp_path)
    with pytest.raises(LexiconError, match=rf"bad\.tsv:{line}: "):
        lexicon.cue_rows("bad")


def test_typing_marker_is_shipped() -> None:
    assert (files("thainews_ie") / "py.typed").is_file()


def test_nothing_is_made_in_the_users_home(tmp_path: Path) -> None:
    """PyThaiNLP would make a folder there, and fail where it may not."""
    code = "import os, thainews_ie; thainews_ie.extract('นายก ข'); print(sorted(os.environ))"
    for home in (tmp_path, Path(os.devnull)):
        for engine in ("nlpo3", "newmm"):
            run = code.replace(
                "extract('นายก ข')", f"extract('นายก ข', thainews_ie.load(engine={engine!r}))"
            )
            done = subprocess.run(
                [sys.executable, "-c", run],
                env={**os.environ, "HOME": str(home)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert "PYTHAINLP_READ_ONLY" not in done.stdout
    assert list(tmp_path.iterdir()) == []
