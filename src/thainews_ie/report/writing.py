"""Writes the report of any number of records, holding a few hundred of them at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from thainews_ie.errors import WriterError
from thainews_ie.harmless import harmless
from thainews_ie.records import NewsRecord
from thainews_ie.report.blocks import Blocks
from thainews_ie.report.page import ending, opening

__all__ = ["write_report"]

TITLE = "News records"


def _pieces(records: Iterable[NewsRecord], blocks: Blocks, title: str) -> Iterator[bytes]:
    yield opening(title).encode("utf-8")
    for record in records:
        yield from blocks.add(record)
    yield from blocks.rest()
    yield ending().encode("utf-8")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Errors of writing name the page; those of reading the records pass as they are."""
    try:
        yield
    except OSError as error:
        raise WriterError(f"{path}: cannot be written: {error.strerror or error}") from error


def write_report(records: Iterable[NewsRecord], path: Path, *, title: str | None = None) -> int:
    """Writes one HTML page that shows records and where each find stands in its text.

    The page needs no network and no other file. It is written beside its place and moved there
    when it is whole, so that an error leaves no half page. Equal records give equal pages.

    Args:
        records: in the order of the file; a record without its text shows its table alone.
        path: the page to write.
        title: what to call it.

    Returns:
        How many records it holds.

    Raises:
        WriterError: the page cannot be written.
        RecordError: something among the records is no record.
    """
    name = harmless(title) if title and title.strip() else TITLE
    part = path.with_name(f".{path.name}.part")
    blocks = Blocks()
    try:
        with _writing(path):
            stream = part.open("wb")
        with closing(stream):
            for piece in _pieces(records, blocks, name):
                with _writing(path):
                    stream.write(piece)
            with _writing(path):
                stream.close()  # what was buffered may not fit on the disk
        with _writing(path):
            os.replace(part, path)
    finally:
        with suppress(OSError):  # it was moved, or could not be made
            part.unlink()
    return blocks.count
