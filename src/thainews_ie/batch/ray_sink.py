"""How Ray Data's processes write parts. Imports Ray, and only ``ray_engine`` imports it."""

from __future__ import annotations

from collections.abc import Iterable

from ray.data.block import Block, BlockAccessor
from ray.data.datasource import Datasink, WriteResult

from thainews_ie.batch.parts import Part, Parts

__all__ = ["PartsSink"]

_ROWS = 4_096  # of a part, about 50 MB of records


class PartsSink(Datasink[Part]):
    """Writes results to a target's parts; ``parts`` holds them when all are written.

    Args:
        target: as of ``Parts``.
    """

    def __init__(self, target: Parts) -> None:
        self._target = target
        self.parts: list[Part] = []

    def write(self, blocks: Iterable[Block], ctx: object) -> Part:
        """Writes one part, in some process."""
        number: int = ctx.task_idx  # type: ignore[attr-defined]
        return self._target.write(number, (BlockAccessor.for_block(b).to_arrow() for b in blocks))

    def on_write_complete(self, write_result: WriteResult[Part]) -> None:
        """Takes note of the parts."""
        self.parts = list(write_result.write_returns)

    @property
    def min_rows_per_write(self) -> int:
        """How many rows a part should have."""
        return _ROWS
