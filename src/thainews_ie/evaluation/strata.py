"""Scores apart for kinds of articles: where the errors are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from thainews_ie.evaluation.scores import GoldArticle, Scores, evaluate

__all__ = ["STRATA", "evaluate_by"]

_LONG = 3000  # characters


def _year(article: GoldArticle) -> str:
    published: str | None = article.gold["published"]
    return published[:4] if published else "no date"


def _mode(article: GoldArticle) -> str:
    return str(article.gold["mode"]["mode"])


def _awards(article: GoldArticle) -> str:
    return "awards" if article.gold["awards"] else "no awards"


def _people(article: GoldArticle) -> str:
    count = len(article.gold["people"])
    return "no people" if not count else "1-3 people" if count <= 3 else "4 people or more"


def _length(article: GoldArticle) -> str:
    return "long" if len(article.text) > _LONG else "short"


STRATA: dict[str, Callable[[GoldArticle], str]] = {
    "year": _year,
    "mode": _mode,
    "awards": _awards,
    "people": _people,
    "length": _length,
}


def evaluate_by(
    articles: Iterable[GoldArticle], predictions: Mapping[str, dict[str, Any]], by: str
) -> dict[str, tuple[int, Scores]]:
    """Scores of each stratum.

    Args:
        articles: annotated articles.
        predictions: records in the guide's form by article id.
        by: a key of ``STRATA``; a property of the gold, so that no system chooses its stratum.

    Returns:
        The number of articles and their scores, by the stratum's name, sorted.
    """
    groups: dict[str, list[GoldArticle]] = {}
    for article in articles:
        groups.setdefault(STRATA[by](article), []).append(article)
    return {
        name: (len(group), evaluate(group, predictions)) for name, group in sorted(groups.items())
    }
