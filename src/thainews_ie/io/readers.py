"""Articles from whatever scrapers leave behind: text, pages, JSON, tables, web archives.

A reader never stops at a bad article: it yields a :class:`Failure` that names the file and the
line, and goes on. Only an input that is not there, or whose format is unknown, raises.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from thainews_ie.errors import ReaderError
from thainews_ie.io.compression import PACKED, unpacked
from thainews_ie.io.endings import by_ending
from thainews_ie.io.fields import FieldNames
from thainews_ie.io.formats.csv import read_csv, read_tsv
from thainews_ie.io.formats.json import read_json, read_json_lines
from thainews_ie.io.formats.parquet import read_parquet
from thainews_ie.io.formats.text import read_html, read_text
from thainews_ie.io.formats.warc import read_warc
from thainews_ie.io.items import Item, Page
from thainews_ie.io.limits import Limits
from thainews_ie.io.meter import Meter
from thainews_ie.io.opening import File, files, local_path
from thainews_ie.io.reading import Format, Reading
from thainews_ie.records import Article, Failure

__all__ = ["READERS", "FieldNames", "Limits", "is_input", "read_articles", "read_items"]

READERS: dict[str, Format] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".jl": read_json_lines,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".warc": read_warc,
    ".parquet": read_parquet,
}
_HOW = {
    ending + packing: (ending + packing, read, packing)
    for ending, read in READERS.items()
    # Parquet packs its columns itself, and is read from its end
    for packing in ("", *PACKED)
    if not (packing and read is read_parquet)
}
_STDIN = "<stdin>"
# What a run leaves in the folder that it reads, where a user writes the output there.
_LEFT_BY_A_RUN = ".rejects.jsonl"
# X.json beside X.txt or X.html says something about it, and is no article of its own.
_DESCRIBED = (".txt", ".html", ".htm", ".xhtml")


def read_items(
    inputs: Iterable[str | Path],
    fields: FieldNames | None = None,
    *,
    limits: Limits | None = None,
    meter: Meter | None = None,
) -> Iterator[Item]:
    """Whatever the inputs hold: articles, pages still to be read, and what could not be read.

    Args:
        inputs: paths of files that end in one of ``READERS``, packed by gzip (``.gz``) or zstd
            (``.zst``) or not; of folders that hold such files at any depth; patterns of paths;
            addresses that fsspec opens (``s3://…``); or ``-`` for standard input (JSON lines, a
            page or one text).
        fields: which field or column holds what.
        limits: how much may be held in memory.
        meter: is kept informed of how much has been read.

    Returns:
        An iterator over items, in the same order every time.

    Raises:
        ReaderError: an input does not exist, or its format is not known. Raised at once, before
            anything is read.
        MissingExtraError: a package that opens an address is not installed.
    """
    names, sizes = fields or FieldNames(), limits or Limits()
    parts = [_input(str(given), names, sizes, meter) for given in inputs]
    return (item for part in parts for item in part)


def read_articles(
    inputs: Iterable[str | Path], fields: FieldNames | None = None
) -> Iterator[Article | Failure]:
    """Articles of files, folders and standard input, one after another; pages are read.

    Args:
        inputs: as for ``read_items``.
        fields: which field or column holds what.

    Returns:
        An iterator over articles; what cannot be read is a Failure in its place.

    Raises:
        ReaderError, MissingExtraError: as by ``read_items``, at once.
    """
    return map(_read, read_items(inputs, fields))


def is_input(target: str | Path, inputs: Iterable[str | Path]) -> bool:
    """Whether a file is one of those that ``read_items(inputs)`` reads, by whatever name."""
    file = local_path(str(target))
    for given in map(str, inputs):
        if file is None or local_path(given) is None:
            if given == str(target):
                return True
        elif given != "-" and file.exists() and _holds(given, file):
            return True
    return False


def _holds(given: str, file: Path) -> bool:
    try:
        found = files(given)
    except ReaderError:  # no such input: whoever reads it says so
        return False
    paths = (Path(at.name) for at in found if at.given or _how_to_read(at, given) is not None)
    return any(path.exists() and path.samefile(file) for path in paths)


def _input(given: str, fields: FieldNames, limits: Limits, meter: Meter | None) -> Iterator[Item]:
    if not given:  # a shell variable that is not set; as a path it is the current folder
        raise ReaderError("the name of an input is empty; for this folder say '.'")
    if given == "-":
        return _read_stdin(fields, limits)
    found = files(given)
    first = next(found, None)
    if first is None:
        return iter(())
    if first.given and _how_to_read(first, given) is None:
        known, packed = ", ".join(READERS), " or ".join(PACKED)
        raise ReaderError(
            f"unknown format: the file should end in {known}, with {packed} after it if packed",
            source=given,
        )
    return _read_files(chain([first], found), given, fields, limits, meter)


def _how_to_read(file: File, given: str) -> tuple[str, Format, str] | None:
    """The ending that tells a file's format, the format, and how it is packed; None if unknown,
    or if the file only describes one beside it and was not asked for (``*.json``)."""
    name = PurePosixPath(file.within).name
    if name.endswith(_LEFT_BY_A_RUN) and not file.given:
        return None
    how = by_ending(_HOW, Path(name))
    if how is None or how[1] is not read_json or by_ending(_HOW, Path(given)) is not None:
        return how
    stem = name[: -len(how[0])]
    return None if any(file.has_sibling(stem + ending) for ending in _DESCRIBED) else how


def _read_files(
    found: Iterator[File], given: str, fields: FieldNames, limits: Limits, meter: Meter | None
) -> Iterator[Item]:
    for file in found:
        if file.problem is not None:
            yield _cannot_open(file, file.problem)
        elif (how := _how_to_read(file, given)) is not None:
            key = file.within[: -len(how[0])]
            yield from _read_file(file, how, Reading(file.name, key, fields, limits), meter)


def _read_file(
    file: File, how: tuple[str, Format, str], reading: Reading, meter: Meter | None
) -> Iterator[Item]:
    _, read, packing = how
    try:
        stream = file.open()
    except OSError as error:
        yield _cannot_open(file, error)
        return
    line: int | None = None
    with stream, meter.reading(stream) if meter else nullcontext():
        try:
            for item in read(unpacked(stream, packing) if packing else stream, reading):
                line = item.line
                yield item
        except OSError as error:  # a cut or damaged gz, a failing disk, a lost connection
            message = f"cannot be read further: {error}"
            yield reading.failure(message, None if line is None else line + 1)


def _cannot_open(file: File, error: OSError) -> Item:
    message = f"cannot be opened: {error.strerror or error}"
    return Item(Failure("", "ReaderError", message, file.name), file.name)


def _read_stdin(fields: FieldNames, limits: Limits) -> Iterator[Item]:
    """JSON lines if the input starts with ``{``, a page if with ``<html``, else one text."""
    if sys.stdin is None:
        raise ReaderError("standard input is closed", source=_STDIN)
    stream = sys.stdin.buffer
    start = stream.peek(1) if hasattr(stream, "peek") else b""
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower()
    read: Format = read_text
    if start.startswith(b"{"):
        read = read_json_lines
    elif start.startswith((b"<html", b"<!doctype html")):
        read = read_html
    return read(stream, Reading(_STDIN, "stdin", fields, limits))


def _read(item: Item) -> Article | Failure:
    content = item.content
    if not isinstance(content, Page):
        return content
    from thainews_ie.io.html import read_page

    found = read_page(content)
    if isinstance(found, Failure) and found.source is None:
        return replace(found, source=item.file, line=item.line)
    return found
