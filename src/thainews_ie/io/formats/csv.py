"""Tables as text: comma, semicolon or tab between the columns."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

from thainews_ie.errors import ReaderError
from thainews_ie.io.encodings import as_utf8, decode
from thainews_ie.io.fields import content_of, need
from thainews_ie.io.items import Item
from thainews_ie.io.lines import GiveUpError, Line, chunks, lines
from thainews_ie.io.reading import Reading

__all__ = ["read_csv", "read_tsv"]

# What is read a second time after a quote was lost, in bytes, beside as much as the file holds.
_AGAIN = 1_000_000


def read_csv(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """Rows below a header; the first of ``,``, ``;`` and tab under which it names the text."""
    yield from _read(stream, reading, ",;\t")


def read_tsv(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """Rows below a header, with tabs between the columns, quoted or not."""
    yield from _read(stream, reading, "\t")


class _RowError(ValueError):
    """Lines are no row."""


class _Source:
    """Lines, of which some may be put back, within a budget, to be read once more."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._back: deque[Line] = deque()
        self._budget = _AGAIN

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        if self._back:
            return self._back.popleft()
        line = next(self._source)
        self._budget += len(line.raw or b"")
        return line

    def affords(self, taken: list[Line]) -> bool:
        """Whether lines may be looked at again: else each could swallow all that follow it."""
        self._budget -= sum(len(line.raw or b"") for line in taken)
        return self._budget >= 0

    def put_back(self, taken: list[Line]) -> None:
        self._back.extendleft(reversed(taken))


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a table, and what stands between them."""

    columns: list[str]
    delimiter: str

    def cells(self, first: Line, source: _Source, most: int, taken: list[Line]) -> list[str]:
        """The cells of the row that starts at a line; the lines that it takes go to ``taken``."""

        def texts() -> Iterator[str]:
            size = 0
            for line in chain([first], source):
                taken.append(line)
                size += len(line.raw or b"")
                if size > most:
                    raise _RowError(f"the row is larger than {most:,} bytes: a quote is lost")
                yield _text(line)

        try:
            return next(csv.reader(texts(), delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            text = _text(first).rstrip("\r\n")
            after = taken[1:]
            loose = _loosely(text, self.delimiter) if not after else []
            # between tabs, quotes mean nothing to some who write them
            bare = text.split("\t") if self.delimiter == "\t" else []
            for cells in (loose, bare):
                if len(cells) == len(self.columns) and source.affords(after):
                    source.put_back(after)
                    del taken[1:]
                    return cells
            raise _RowError(f"not a row: {error}; a quote is lost") from None

    def row(self, cells: list[str]) -> dict[str, str | None]:
        """The cells by column, None for an empty one; empty ones may lack, or be too many, at the
        end. Of two columns of one name the last that is not empty counts."""
        if any(cells[len(self.columns) :]):
            raise _RowError(
                f"the row has {len(cells)} cells and the header {len(self.columns)}: "
                f"quote cells that hold {self.delimiter!r}, or double the quotes in them"
            )
        row: dict[str, str | None] = dict.fromkeys(self.columns)
        row.update({name: cell for name, cell in zip(self.columns, cells, strict=False) if cell})
        return row

    def is_row(self, line: Line) -> bool:
        """Whether a line is a row of its own, to go on from after a quote was lost."""
        if line.raw is None:
            return True
        try:
            cells = next(csv.reader([_text(line)], delimiter=self.delimiter, strict=True))
        except (csv.Error, ReaderError):
            return False
        return len(cells) == len(self.columns)


def _read(stream: IO[bytes], reading: Reading, delimiters: str) -> Iterator[Item]:
    # the module's own limit, which all readers in the process share; a row has a limit of its own
    csv.field_size_limit(max(reading.limits.article_bytes, csv.field_size_limit()))
    source = _Source(lines(as_utf8(chunks(stream)), reading.limits))
    try:
        first = next((line for line in source if _is_header(line)), None)
        table = _table(first, reading, delimiters)
        if isinstance(table, Item):
            yield table
            return
        found = False
        for line in source:
            found = found or line.raw is None or bool(line.raw.strip())
            if line.raw is None:
                yield reading.too_large("line", line.number)
            elif line.raw.strip():
                yield _row(table, line, source, reading)
        if not found:
            yield reading.failure("there is no row below the header")
    except GiveUpError as error:
        yield reading.failure(f"{error}; the rest of the file is left out")


def _row(table: _Table, first: Line, source: _Source, reading: Reading) -> Item:
    """The article of the row that starts at a line. Lines that a lost quote took are put back,
    from the first that is a row of its own."""
    taken: list[Line] = []
    try:
        cells = table.cells(first, source, reading.limits.article_bytes, taken)
        data = table.row(cells)
    except (_RowError, ReaderError) as error:
        after = taken[1:]
        message = str(error)
        if after and source.affords(after):
            start = next((n for n, line in enumerate(after) if table.is_row(line)), len(after))
            source.put_back(after[start:])
            after = after[:start]
        if after:
            message += f"; lines up to {after[-1].number} are left out"
        return reading.failure(message, first.number)
    try:
        return reading.item(content_of(data, reading.fields, "table"), first.number)
    except ReaderError as error:
        return reading.failure(error.message, first.number)


def _text(line: Line) -> str:
    if line.raw is None:
        raise _RowError("a line is too large")
    return decode(line.raw)


def _loosely(text: str, delimiter: str) -> list[str]:
    """The cells of a line in which quotes that should have been doubled were not; no cells if a
    quote is lost."""
    cells: list[str] = []
    quoted: list[str] = []
    for piece in text.split(delimiter):
        starts = piece.startswith('"') and not (len(piece) > 1 and piece.endswith('"'))
        if quoted or starts:
            quoted.append(piece)
        if not quoted or (len(quoted) > 1 and piece.endswith('"')):
            cell = delimiter.join(quoted) or piece
            inner = cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
            cells.append(inner.replace('""', '"'))
            quoted.clear()
    return [] if quoted else cells


def _is_header(line: Line) -> bool:
    return line.raw is None or (
        bool(line.raw.strip()) and not line.raw.removeprefix(b"\xef\xbb\xbf").startswith(b"sep=")
    )


def _table(header: Line | None, reading: Reading, delimiters: str) -> _Table | Item:
    """The columns that a header names, or why they are none."""
    if header is None:
        return reading.failure("the file is empty")
    if header.raw is None:
        return reading.too_large("header", header.number)
    fault: str | None = None
    try:
        text = decode(header.raw)
        for delimiter in delimiters:
            columns = [name.strip() for name in next(csv.reader([text], delimiter=delimiter))]
            wrong = need(reading.fields, columns, "header")
            if wrong is None:
                return _Table(columns, delimiter)
            fault = fault or wrong
    except ReaderError as error:
        fault = error.message
    except csv.Error as error:
        fault = f"the header cannot be read: {error}"
    return reading.failure(fault or "no header", header.number)
