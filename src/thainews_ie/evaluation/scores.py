"""Counts, F1 with confidence intervals, and the errors behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from thainews_ie.errors import RecordError
from thainews_ie.evaluation.compare import loosely_same
from thainews_ie.evaluation.fields import HEADLINE_FIELDS, Comparison, compare_article

__all__ = ["Fault", "GoldArticle", "Interval", "Score", "Scores", "evaluate"]

_Match = tuple[int, list[Any], list[Any]]
Counts = npt.NDArray[np.int64]  # of shape (articles, 3): hits, gold items, predicted items


class GoldArticle(NamedTuple):
    """An annotated article."""

    id: str
    text: str
    gold: dict[str, Any]


class Interval(NamedTuple):
    """A confidence interval of a score."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """One field over all articles (micro average)."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Fault:
    """One error.

    Args:
        article: the article's id.
        field: the field.
        kind: ``missed``, ``spurious``, or ``edges`` for a pair that overlaps by half or more.
        gold, predicted: the values, as far as there are any.
    """

    article: str
    field: str
    kind: str
    gold: str | None
    predicted: str | None


@dataclass(slots=True)
class Scores:
    """Scores by field, their mean, and every fault."""

    fields: dict[str, Score] = field(default_factory=dict)
    mean: float = 0.0
    mean_interval: Interval = field(default_factory=lambda: Interval(0.0, 0.0))
    faults: list[Fault] = field(default_factory=list)


def _match(comparison: Comparison) -> _Match:
    """Hits, and the items of either side that are left over; exact pairs first."""
    left = list(comparison.predicted)
    missed = []
    hits = 0
    for item in comparison.gold:
        exact = (i for i, other in enumerate(left) if other == item)
        alike = (i for i, other in enumerate(left) if comparison.matches(item, other))
        at = next(exact, None)
        at = next(alike, None) if at is None else at
        if at is None:
            missed.append(item)
        else:
            left.pop(at)
            hits += 1
    return hits, missed, left


def _compare(article: GoldArticle, predicted: dict[str, Any]) -> list[tuple[Comparison, _Match]]:
    try:
        comparisons = compare_article(article.gold, predicted, article.text)
        return [(comparison, _match(comparison)) for comparison in comparisons]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise RecordError(
            f"article {article.id!r}: gold or record is not in the form of the guide "
            f"({type(error).__name__}: {error}); 'thainews-ie schema' prints the form"
        ) from error


def _words(item: Any) -> str:
    return " · ".join(str(part) for part in item)


def _faults(article: str, name: str, missed: list[Any], spurious: list[Any]) -> Iterable[Fault]:
    left = list(spurious)
    for item in missed:
        near = next((other for other in left if loosely_same(str(item[-1]), str(other[-1]))), None)
        if near is not None:
            left.remove(near)
        kind = "missed" if near is None else "edges"
        yield Fault(article, name, kind, _words(item), None if near is None else _words(near))
    for item in left:
        yield Fault(article, name, "spurious", None, _words(item))


def _f1(counts: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """F1 from sums of hits, gold and predicted along the last axis; 0 where nothing is right."""
    hits, gold, predicted = counts[..., 0], counts[..., 1], counts[..., 2]
    total = np.maximum(gold + predicted, 1)
    return np.asarray(2 * hits / total, dtype=np.float64)


def _interval(values: npt.NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(float(low), float(high))


def evaluate(
    articles: Iterable[GoldArticle],
    predictions: Mapping[str, dict[str, Any]],
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> Scores:
    """Score records against gold.

    Args:
        articles: annotated articles.
        predictions: records in the guide's form by article id; a missing one counts as empty.
        resamples: bootstrap samples for the intervals.
        seed: of the random numbers, so that a second run gives the same intervals.

    Returns:
        F1 by field with 95 % intervals from a percentile bootstrap over articles (Efron and
        Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13), and all faults.

    Raises:
        RecordError: an annotation or a record has another form.
    """
    rows: dict[str, list[tuple[int, int, int]]] = {}
    scores = Scores()
    for article in articles:
        for c, (hits, missed, spurious) in _compare(article, predictions.get(article.id, {})):
            rows.setdefault(c.field, []).append((hits, len(c.gold), len(c.predicted)))
            scores.faults.extend(_faults(article.id, c.field, missed, spurious))
    if not rows:
        return scores
    count = len(next(iter(rows.values())))
    draws = np.random.default_rng(seed).integers(0, count, (resamples, count))
    sampled: dict[str, npt.NDArray[np.float64]] = {}
    for name, cells in rows.items():
        counts: Counts = np.array(cells, dtype=np.int64)
        hits, gold, predicted = (int(n) for n in counts.sum(axis=0))
        sampled[name] = _f1(counts[draws].sum(axis=1))
        scores.fields[name] = Score(
            precision=hits / predicted if predicted else 0.0,
            recall=hits / gold if gold else 0.0,
            f1=float(_f1(counts.sum(axis=0))),
            gold=gold,
            predicted=predicted,
            interval=_interval(sampled[name]),
        )
    scores.mean = float(np.mean([scores.fields[name].f1 for name in HEADLINE_FIELDS]))
    means = np.mean([sampled[name] for name in HEADLINE_FIELDS], axis=0)
    scores.mean_interval = _interval(np.asarray(means, dtype=np.float64))
    return scores
