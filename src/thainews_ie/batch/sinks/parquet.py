"""Records to one Parquet file, through parts that outlive a killed run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thainews_ie.batch.sinks.sink import Sink, beside, named
from thainews_ie.errors import WriterError
from thainews_ie.records import NewsRecord

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetSink", "encode_arrow"]

_GROUP_ROWS = 8_192  # of a row group, about 100 MB of records


def encode_arrow(records: Sequence[NewsRecord]) -> bytes:
    """Records as an Arrow stream."""
    import pyarrow as pa

    from thainews_ie.arrow.tables import records_to_arrow

    table = records_to_arrow(records)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


class ParquetSink(Sink):
    """A Parquet file.

    A Parquet file cannot be added to, so that each commit writes a part of its own, and the end
    makes one file of them. The state is the number of parts.

    Args:
        target: the file.
        extend: begin with what the target holds, rather than with nothing.
    """

    encode = staticmethod(encode_arrow)

    def __init__(self, target: Path, *, extend: bool = False) -> None:
        self._target = target
        self._extend = extend
        self._folder = target.with_name(f".{target.name}.parts")
        self._whole = target.with_name(f".{target.name}.part")
        self._parts = 0
        self._waiting: list[pa.Table] = []
        self.identity = str(target.absolute())
        self.ledger = beside(target, ".ledger")
        self.rejects = beside(target, ".rejects.jsonl")

    def _part(self, number: int) -> Path:
        return self._folder / f"part-{number:08d}.parquet"

    def resume(self, state: str | None, *, finishing: bool) -> None:
        with named(self._target):
            if state is None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder.mkdir()
                if self._extend and self._target.exists():
                    self._parts = 1
                    shutil.copyfile(self._target, self._part(1))
                return
            self._parts = int(state)
            kept = {self._part(number + 1) for number in range(self._parts)}
            found = set(self._folder.iterdir()) if self._folder.exists() else set()
            if kept - found:
                raise WriterError(
                    f"{self._folder}: parts are gone, so that the run cannot go on; "
                    "begin afresh with --fresh"
                )
            self._folder.mkdir(exist_ok=True)
            for part in found - kept:
                part.unlink()

    def write(self, payload: bytes, keep: Sequence[int]) -> list[tuple[int, str]]:
        import pyarrow as pa

        if keep:
            with pa.ipc.open_stream(payload) as stream:
                table = stream.read_all()
            self._waiting.append(table if len(keep) == table.num_rows else table.take(list(keep)))
        return []

    def commit(self) -> str:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._waiting:
            with named(self._target):
                part = self._part(self._parts + 1)
                with part.open("wb") as stream:
                    pq.write_table(pa.concat_tables(self._waiting), stream, compression="zstd")
                    stream.flush()
                    os.fsync(stream.fileno())
            self._parts += 1
            self._waiting.clear()
        return str(self._parts)

    def _tables(self) -> Iterator[pa.Table]:
        """The parts' rows in tables of the size of a row group."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        waiting: list[pa.Table] = []
        rows = 0
        for number in range(self._parts):
            with pq.ParquetFile(self._part(number + 1)) as file:
                for batch in file.iter_batches(_GROUP_ROWS):
                    waiting.append(pa.Table.from_batches([batch]))
                    rows += batch.num_rows
                    if rows >= _GROUP_ROWS:
                        yield pa.concat_tables(waiting)
                        waiting, rows = [], 0
        if waiting:
            yield pa.concat_tables(waiting)

    def finish(self) -> None:
        import pyarrow.parquet as pq

        from thainews_ie.arrow.schema import RECORD_SCHEMA

        with named(self._target):
            with self._whole.open("wb") as stream:
                with pq.ParquetWriter(stream, RECORD_SCHEMA, compression="zstd") as writer:
                    for table in self._tables():
                        writer.write_table(table)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(self._whole, self._target)

    def close(self) -> None:
        self._waiting.clear()

    def tidy(self) -> None:
        """Removes the parts."""
        shutil.rmtree(self._folder, ignore_errors=True)
