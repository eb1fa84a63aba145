"""The function that the documentation gives to Spark, called as Spark calls it."""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest

from thainews_ie import Article, Failure, NewsRecord, extract
from thainews_ie.arrow.schema import RESULT_SCHEMA
from thainews_ie.arrow.tables import results_from_arrow
from thainews_ie.batch.kernel import ArrowExtractor

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scaling.md"


@pytest.fixture
def documented(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """``extract`` of the page, which imports Spark for what is not called here."""
    for name, wanted in (
        ("pyspark", ()),
        ("pyspark.sql", ("SparkSession",)),
        ("pyspark.sql.functions", ("col",)),
        ("pyspark.sql.pandas", ()),
        ("pyspark.sql.pandas.types", ("from_arrow_schema",)),
    ):
        module = ModuleType(name)
        for attribute in wanted:
            setattr(module, attribute, None)
        monkeypatch.setitem(sys.modules, name, module)
    found = re.search(
        r'```python title="extract_on_spark.py"\n(.*?)```', PAGE.read_text("utf-8"), re.DOTALL
    )
    assert found
    names: dict[str, Any] = {"__name__": "extract_on_spark"}
    exec(compile(found[1], str(PAGE), "exec"), names)
    function: Callable[[Iterator[Any]], Iterator[Any]] = names["extract"]
    return function


def test_it_maps_batches_to_results(
    documented: Callable[[Iterator[Any]], Iterator[Any]], fixture_articles: dict[str, Article]
) -> None:
    articles = list(fixture_articles.values())[:3]
    rows: list[dict[str, Any]] = [{"id": a.id, "url": None, "text": a.text} for a in articles]
    schema = pa.schema([("id", pa.string()), ("url", pa.string()), ("text", pa.string())])
    batches = [
        pa.RecordBatch.from_pylist(rows[:2], schema=schema),
        pa.RecordBatch.from_pylist([], schema=schema),
        pa.RecordBatch.from_pylist([*rows[2:], {"id": "none"}], schema=schema),
    ]
    found: list[NewsRecord | Failure] = []
    for batch in documented(iter(batches)):
        assert batch.schema == RESULT_SCHEMA
        found += results_from_arrow(batch)
    assert found[:3] == [extract(article, min_confidence=0.5) for article in articles]
    assert isinstance(found[3], Failure)
    assert found[3].id == "none"


def test_the_kernel_may_be_sent_to_the_workers() -> None:
    kernel = ArrowExtractor(min_confidence=0.5)
    sent = pickle.loads(pickle.dumps(kernel.extract_batches))
    assert sent.__self__ == kernel
