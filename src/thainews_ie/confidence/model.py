"""A logistic model for each kind of find, with weights from ``models/confidence.json``.

``scripts/train_confidence.py`` writes the file; ``models/confidence.md`` tells of it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from thainews_ie.confidence.features import describe
from thainews_ie.errors import LexiconError
from thainews_ie.mentions import Findings

__all__ = ["FIELDS", "Confidences", "Weights", "active", "probability", "rate", "weights"]

FIELDS = ("person", "title", "role", "date", "award", "venue", "event", "mode")
_PATH = files("thainews_ie") / "models" / "confidence.json"
# Neither certain nor impossible: three decimals are kept.
_LEAST, _MOST = 0.001, 0.999

Features = tuple[bool | str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The model of one kind of find.

    Args:
        intercept: log odds of a find that has none of the features.
        by_feature: what each feature adds to them.
    """

    intercept: float
    by_feature: Mapping[str, float]


class Confidences(NamedTuple):
    """Probabilities of all finds, in the order of the drafts; titles in a list for each person."""

    people: list[float]
    titles: list[list[float]]
    roles: list[float]
    dates: list[float]
    awards: list[float]
    venues: list[float]
    event: float
    mode: float


def active(features: Any) -> Iterator[str]:
    """The names of the features that hold: ``surname``, or ``kind=day`` for one of several cases.

    Args:
        features: a named tuple of ``shapes``.
    """
    for name, value in zip(features._fields, features, strict=True):
        if value is True:
            yield name
        elif value is not False:
            yield f"{name}={value}"


@cache
def weights() -> Mapping[str, Weights]:
    """The weights by kind of find.

    Raises:
        LexiconError: the file is missing or broken.
    """
    try:
        data = json.loads(_PATH.read_text(encoding="utf-8"))
        return {
            field: Weights(
                float(data[field]["intercept"]),
                {name: float(weight) for name, weight in data[field]["weights"].items()},
            )
            for field in FIELDS
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"{_PATH}: cannot be read ({error!r}); reinstall thainews-ie") from error


@lru_cache(maxsize=8192)
def probability(field: str, features: Features) -> float:
    """How probable it is that a find is right.

    Args:
        field: one of ``FIELDS``.
        features: the named tuple of that field in ``shapes``.

    Returns:
        A number of three decimals, above 0 and below 1. Features without a weight count for
        nothing.
    """
    model = weights()[field]
    by_feature = model.by_feature
    log_odds = model.intercept + sum(by_feature.get(name, 0.0) for name in active(features))
    # far from zero the exponential would overflow, and the result is at its bound anyway
    share = 1 / (1 + math.exp(-max(min(log_odds, 30.0), -30.0)))
    return round(max(min(share, _MOST), _LEAST), 3)


def rate(findings: Findings) -> Confidences:
    """The probability of every find of an article.

    Args:
        findings: what the steps found.
    """
    described = describe(findings)
    return Confidences(
        people=[probability("person", x) for x in described.people],
        titles=[[probability("title", x) for x in titles] for titles in described.titles],
        roles=[probability("role", x) for x in described.roles],
        dates=[probability("date", x) for x in described.dates],
        awards=[probability("award", x) for x in described.awards],
        venues=[probability("venue", x) for x in described.venues],
        event=probability("event", described.event),
        mode=probability("mode", described.mode),
    )
