"""Reads the word lists under ``lexicons/`` and checks them.

``lexicons/terms/NAME.txt`` is a plain list; ``lexicons/cues/NAME.tsv`` is a table with a header
row whose first column is the string to look for in text (see ``cues``). Both are UTF-8, in the
clean spelling of ``cleaning``; ``#`` starts a comment line. ``lexicons/SOURCES.md`` says where
each comes from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from thainews_ie.errors import LexiconError
from thainews_ie.thai_corpus import thai_corpus

__all__ = [
    "cue_kinds",
    "cue_rows",
    "family_names",
    "given_names",
    "provinces",
    "table",
    "terms",
    "terms_by_class",
]

_ROOT = files("thainews_ie") / "lexicons"


def _lines(path: Traversable) -> list[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read ({error}); reinstall thainews-ie") from error
    numbered = enumerate(text.splitlines(), start=1)
    return [(n, line) for n, line in numbered if line.strip() and not line.startswith("#")]


@cache
def terms(name: str) -> tuple[str, ...]:
    """The entries of ``terms/NAME.txt``, in file order.

    Raises:
        LexiconError: an entry stands twice, or has white space at an edge.
    """
    path = _ROOT / "terms" / f"{name}.txt"
    seen: dict[str, None] = {}
    for number, line in _lines(path):
        if line != line.strip() or line in seen:
            raise LexiconError(f"{path}:{number}: {line!r} is doubled or has loose white space")
        seen[line] = None
    return tuple(seen)


def _table(path: Traversable) -> tuple[tuple[str, ...], ...]:
    rows: dict[str, tuple[str, ...]] = {}
    lines = _lines(path)
    width = len(lines[0][1].split("\t")) if lines else 0
    for number, line in lines[1:]:
        row = tuple(line.split("\t"))
        if len(row) != width or not row[0] or row[0] in rows:
            raise LexiconError(
                f"{path}:{number}: want {width} tab-separated columns and a first column "
                f"that is not empty and not used before, got {line!r}"
            )
        rows[row[0]] = row
    return tuple(rows.values())


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """``terms/NAME.tsv`` as a mapping from the first column to the others.

    Raises:
        LexiconError: a row has too few or too many columns, or a key stands twice.
    """
    return {row[0]: row[1:] for row in _table(_ROOT / "terms" / f"{name}.tsv")}


@cache
def terms_by_class(name: str) -> dict[str, tuple[str, ...]]:
    """The terms of ``terms/NAME.tsv``, a table of terms and classes, by class in file order.

    Raises:
        LexiconError: a row has too few or too many columns, or a term stands twice.
    """
    classes: dict[str, list[str]] = {}
    for term, (kind,) in table(name).items():
        classes.setdefault(kind, []).append(term)
    return {kind: tuple(words) for kind, words in classes.items()}


@cache
def provinces() -> dict[str, tuple[str, str]]:
    """Official name and code of each province, by every spelling of ``terms/provinces.tsv``."""
    return {
        spelling: (name, code)
        for name, (code, aliases, _) in table("provinces").items()
        for spelling in (name, *filter(None, aliases.split("|")))
    }


def cue_kinds() -> list[str]:
    """The names of the cue tables, sorted."""
    return sorted(p.name[:-4] for p in (_ROOT / "cues").iterdir() if p.name.endswith(".tsv"))


def cue_rows(kind: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``cues/KIND.tsv`` without the header.

    Raises:
        LexiconError: a row has too few or too many columns, or a term stands twice.
    """
    return _table(_ROOT / "cues" / f"{kind}.tsv")


@cache
def family_names() -> frozenset[str]:
    """Thai family names, from the installed PyThaiNLP (its list is CC BY-SA: read, not copied)."""
    return frozenset(thai_corpus().thai_family_names())


@cache
def given_names() -> frozenset[str]:
    """Thai given names, from the installed PyThaiNLP (its lists are CC BY-SA: read, not copied)."""
    corpus = thai_corpus()
    return frozenset(corpus.thai_male_names() | corpus.thai_female_names())
