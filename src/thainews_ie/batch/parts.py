"""A folder of Parquet or JSON-lines parts that many processes write at once.

Everything is written to a working folder beside the target. At the end, what was read twice is
dropped there, and the whole takes the target's place, so that the target is always whole.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from posixpath import basename
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from thainews_ie.arrow.schema import RECORD_SCHEMA
from thainews_ie.arrow.tables import records_from_arrow
from thainews_ie.batch.keys import digest
from thainews_ie.batch.ledger import Claim
from thainews_ie.batch.rejects import reject_line
from thainews_ie.batch.tally import Tally
from thainews_ie.codec import to_json
from thainews_ie.errors import DuplicateIdError, MissingExtraError, WriterError
from thainews_ie.io.items import Item
from thainews_ie.records import Failure

__all__ = ["PLACE", "Part", "Parts"]

Mask = npt.NDArray[np.bool_]

# Columns beside those of a result: where the article lies, and the ledger's name for it.
PLACE = (
    pa.field("file", pa.string()),
    pa.field("line", pa.int64()),
    pa.field("key", pa.string()),
)
_LETTER = ["id", "error", *(field.name for field in PLACE)]
_CLAIM = 32  # bytes: digests of id and text


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was written.

    Args:
        name: of its files, without ending; names in order are in the order of the input.
        records: how many are in it.
        failures: how many results were none.
    """

    name: str
    records: int
    failures: int


def _write_parquet(stream: Any, table: pa.Table) -> None:
    pq.write_table(table, stream, compression="zstd")


def _write_lines(stream: Any, table: pa.Table) -> None:
    for record in records_from_arrow(table):
        stream.write(to_json(record).encode("utf-8") + b"\n")


def _lines_kept(source: Any, stream: Any, keep: Mask) -> None:
    stream.writelines(line for line, kept in zip(source, keep, strict=True) if kept)


def _rows_kept(source: Any, stream: Any, keep: Mask) -> None:
    _write_parquet(stream, pq.read_table(source).filter(pa.array(keep)))


@dataclass(frozen=True, slots=True)
class _Format:
    write: Callable[[Any, pa.Table], None]
    copy: Callable[[Any, Any, Mask], None]  # the rows of a mask


_FORMATS = {
    ".parquet": _Format(_write_parquet, _rows_kept),
    ".jsonl": _Format(_write_lines, _lines_kept),
    ".ndjson": _Format(_write_lines, _lines_kept),
}


class Parts:
    """The parts of a target.

    Args:
        target: a folder, or the address of one that fsspec can write to, that all processes
            reach; its name tells the format of its parts.

    Raises:
        WriterError: the name does not end in a known format, or there is something else in that
            place.
        MissingExtraError: a package that opens such an address is not installed.
    """

    def __init__(self, target: str) -> None:
        self.target = target
        self._files, path = _file_system(target)
        self._path = path.rstrip("/")
        name = basename(self._path)
        ending = next((e for e in _FORMATS if name.lower().endswith(e)), None)
        if ending is None:
            known = " or ".join(_FORMATS)
            raise WriterError(
                f"{target}: a cluster writes a folder of parts, whose name should end in {known}"
            )
        self._ending = ending
        self._format = _FORMATS[ending]
        self._work = f"{self._path[: -len(name)]}.{name}.part"

    def begin(self) -> None:
        """Makes the working folder anew; what a run that did not end left there goes."""
        files = self._files
        if files.exists(f"{self._work}/old") and not files.exists(self._path):
            files.mv(f"{self._work}/old", self._path, recursive=True)
        if files.isfile(self._path):
            raise WriterError(f"{self.target}: is a file, and a cluster writes a folder of parts")
        if files.isdir(self._path):
            others = [at for at in files.find(self._path) if not self._is_part(at)]
            if others:
                raise WriterError(
                    f"{self.target}: holds what is no part of a run ({basename(others[0])}) and "
                    "would be lost; choose another name"
                )
        if files.exists(self._work):
            files.rm(self._work, recursive=True)
        for kind in ("parts", "places", "rejects"):
            files.makedirs(f"{self._work}/{kind}", exist_ok=True)

    def _is_part(self, path: str) -> bool:
        name = basename(path)
        return name.startswith("part-") and name.endswith(self._ending)

    def _part(self, part: Part) -> str:
        return f"{self._work}/parts/{part.name}{self._ending}"

    def write(self, number: int, tables: Iterable[pa.Table]) -> Part:
        """Writes a part; any process may, and a second time if it died over it.

        Args:
            number: of the part, in the order of the input.
            tables: results (``RESULT_SCHEMA``) with the columns of ``PLACE``.
        """
        # an attempt that is given up for dead may still write: each has files of its own
        name = f"part-{number:06d}-{uuid.uuid4().hex[:8]}"
        results = pa.concat_tables(tables)
        ok = pc.is_null(results["error"])
        records, failed = results.filter(ok), results.filter(pc.invert(ok))
        part = Part(name, records.num_rows, failed.num_rows)
        if part.records:
            with self._files.open(self._part(part), "wb") as stream:
                self._format.write(stream, records.select(RECORD_SCHEMA.names).cast(RECORD_SCHEMA))
            with self._files.open(f"{self._work}/places/{name}", "wb") as stream:
                _write_parquet(stream, _places(records))
        if part.failures:
            with self._files.open(f"{self._work}/rejects/{name}", "wb") as stream:
                stream.writelines(map(_failed, failed.select(_LETTER).to_pylist()))
        return part

    def finish(self, parts: Iterable[Part]) -> Tally:
        """Drops what was read twice, and puts the parts in the target's place.

        Of articles with one id the first in the input counts; another text under its id is a
        dead letter, the same text is passed over.

        Args:
            parts: all that were written; what other files there are is left of attempts that
                failed.
        """
        written = sorted(parts, key=lambda part: part.name)
        tally = Tally(sum(part.records for part in written), sum(part.failures for part in written))
        doubles = list(self._drop_doubles([part for part in written if part.records], tally))
        failed = (part for part in written if part.failures)
        self._write_rejects(chain(chain.from_iterable(map(self._rejects, failed)), doubles))
        named = {self._part(part) for part in written if part.records}
        for path in self._files.find(f"{self._work}/parts"):
            if path not in named:
                self._files.rm(path)
        if not named:  # an empty folder would not tell its schema
            with self._files.open(self._part(Part("part-000000", 0, 0)), "wb") as stream:
                self._format.write(stream, RECORD_SCHEMA.empty_table())
        old = f"{self._work}/old"
        if self._files.exists(self._path):
            self._files.mv(self._path, old, recursive=True)
        self._files.mv(f"{self._work}/parts", self._path, recursive=True)
        self._files.rm(self._work, recursive=True)
        return tally

    def _drop_doubles(self, parts: Sequence[Part], tally: Tally) -> Iterator[bytes]:
        """Rewrites the parts that hold what an earlier row holds too.

        Yields:
            Dead letters of other texts under an id.
        """
        first = 0
        same, other = _doubles([self._claims(part) for part in parts])
        for part in parts:
            here = slice(first, first + part.records)
            first += part.records
            if not (same[here].any() or other[here].any()):
                continue
            with self._files.open(f"{self._work}/places/{part.name}", "rb") as stream:
                yield from map(_doubled, pq.read_table(stream).filter(other[here]).to_pylist())
            keep = ~(same[here] | other[here])
            path = self._part(part)
            with self._files.open(path, "rb") as source, self._files.open(path + "~", "wb") as to:
                self._format.copy(source, to, keep)
            self._files.mv(path + "~", path)
        tally.records -= int(same.sum() + other.sum())
        tally.skipped += int(same.sum())
        tally.failures += int(other.sum())

    def _claims(self, part: Part) -> npt.NDArray[np.uint64]:
        with self._files.open(f"{self._work}/places/{part.name}", "rb") as stream:
            column = pq.read_table(stream, columns=["claim"])["claim"]
        raw = b"".join(column.to_pylist())
        return np.frombuffer(raw, np.uint64).reshape(-1, _CLAIM // 8)

    def _rejects(self, part: Part) -> Iterator[bytes]:
        with self._files.open(f"{self._work}/rejects/{part.name}", "rb") as stream:
            yield from stream

    def _write_rejects(self, lines: Iterator[bytes]) -> None:
        path = f"{self._path}.rejects.jsonl"
        first = next(lines, None)
        if first is None:
            if self._files.exists(path):
                self._files.rm(path)
            return
        with self._files.open(path, "wb") as stream:
            stream.write(first)
            stream.writelines(lines)


def _file_system(target: str) -> tuple[Any, str]:
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(target)
    except ImportError as error:
        raise MissingExtraError(f"{target}: needs one more package: {error}") from error
    except ValueError as error:
        raise WriterError(f"{target}: addresses of this kind are not known: {error}") from error
    return files, path


def _places(records: pa.Table) -> pa.Table:
    """What is needed of each record when another one has its id."""
    pairs = zip(records["id"].to_pylist(), records["text_sha256"].to_pylist(), strict=True)
    claims = [digest(name) + digest(text) for name, text in pairs]
    places = records.select(["id", *(field.name for field in PLACE)])
    return places.append_column("claim", pa.array(claims, pa.binary(_CLAIM)))


def _doubles(claims: Sequence[npt.NDArray[np.uint64]]) -> tuple[Mask, Mask]:
    """Which rows have the id of an earlier one: with the same text, and with another."""
    whole = np.concatenate([np.empty((0, _CLAIM // 8), np.uint64), *claims])
    order = np.lexsort((whole[:, 1], whole[:, 0]))  # stable: equal ids stay in their order
    ids, texts = whole[order, :2], whole[order, 2:]
    again = np.zeros(len(whole), bool)
    again[1:] = (ids[1:] == ids[:-1]).all(axis=1)
    first = np.maximum.accumulate(np.where(again, 0, np.arange(len(whole))))
    alike = (texts == texts[first]).all(axis=1)
    same, other = np.zeros_like(again), np.zeros_like(again)
    same[order], other[order] = again & alike, again & ~alike
    return same, other


def _letter(row: dict[str, Any], error: str, message: str) -> bytes:
    failure = Failure(row["id"], error, message, row["file"], row["line"])
    item = Item(failure, row["file"], row["line"])
    return reject_line(bytes.fromhex(row["key"]), failure, item).encode("ascii") + b"\n"


def _failed(row: dict[str, Any]) -> bytes:
    return _letter(row, row["error"]["error"], row["error"]["message"])


def _doubled(row: dict[str, Any]) -> bytes:
    message = f"{Claim.OTHER.value}; name the field that tells articles apart (--id-field)"
    return _letter(row, DuplicateIdError.__name__, message)
