"""What several test modules share."""

from __future__ import annotations

from pathlib import Path

import pytest

from thainews_ie import Article, NewsRecord, extract

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@pytest.fixture(scope="session")
def fixture_articles() -> dict[str, Article]:
    """The articles in ``fixtures/`` by name, with their line ends as they stand."""
    return {
        path.stem: Article(path.stem, path.read_bytes().decode("utf-8"))
        for path in sorted(FIXTURES.glob("*.txt"))
    }


@pytest.fixture(scope="session")
def fixture_records(fixture_articles: dict[str, Article]) -> dict[str, NewsRecord]:
    """What extraction finds in them, by name."""
    return {name: extract(article) for name, article in fixture_articles.items()}
