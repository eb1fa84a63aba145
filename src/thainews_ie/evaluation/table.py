"""Scores and faults for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from thainews_ie.evaluation.fields import HEADLINE_FIELDS
from thainews_ie.evaluation.scores import Fault, Scores
from thainews_ie.harmless import harmless

__all__ = ["fault_table", "score_table", "strata_table"]

_KINDS = ("missed", "spurious", "edges")


def score_table(scores: Scores) -> RenderableType:
    """F1 by field with its interval, and the faults by kind; ``*`` marks the headline fields."""
    # narrow enough for 80 columns, so that it reads the same in a pipe
    table = Table(
        box=None,
        padding=(0, 1, 0, 0),
        caption="95 % intervals: bootstrap over articles",
        caption_justify="left",
    )
    table.add_column("field", no_wrap=True)
    for name in ("P", "R", "F1", "95 %", "gold", "found", *_KINDS):
        table.add_column(name, justify="right", no_wrap=True)
    kinds = Counter((f.field, f.kind) for f in scores.faults)
    for name, s in scores.fields.items():
        table.add_row(
            f"{name} *" if name in HEADLINE_FIELDS else name,
            f"{s.precision:.3f}",
            f"{s.recall:.3f}",
            f"{s.f1:.3f}",
            f"{s.interval.low:.3f}-{s.interval.high:.3f}",
            str(s.gold),
            str(s.predicted),
            *(str(kinds[name, kind]) for kind in _KINDS),
        )
    low, high = scores.mean_interval
    table.add_row("mean F1 of *", "", "", f"{scores.mean:.3f}", f"{low:.3f}-{high:.3f}")
    return table


def strata_table(strata: Mapping[str, tuple[int, Scores]]) -> RenderableType:
    """F1 by field in each stratum; a dash where the stratum has nothing of the field."""
    table = Table(box=None, padding=(0, 1, 0, 0))
    table.add_column("field", no_wrap=True)
    for name, (count, _) in strata.items():
        table.add_column(f"{name} ({count})", justify="right")
    fields = next(iter(strata.values()))[1].fields if strata else {}
    for field in fields:
        cells = [scores.fields[field] for _, scores in strata.values()]
        shown = [f"{s.f1:.3f}" if s.gold or s.predicted else "-" for s in cells]
        table.add_row(f"{field} *" if field in HEADLINE_FIELDS else field, *shown)
    return table


def fault_table(faults: Iterable[Fault]) -> RenderableType:
    """One fault a row."""
    table = Table()
    for name in ("article", "kind", "gold", "found"):
        table.add_column(name, overflow="fold")
    for fault in faults:
        cells = (fault.article, fault.kind, fault.gold or "", fault.predicted or "")
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    return table
