"""Extraction as a whole: total on any text, every span a slice, order kept."""

from __future__ import annotations

import datetime as dt
import gc
import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import thainews_ie
from thainews_ie import (
    Article,
    ArticleError,
    ExtractionError,
    Failure,
    NewsRecord,
    extract,
    extract_many,
    from_json,
    iter_spans,
    load,
    to_json,
)

ARTICLE = """จังหวัดลำพูนรับมอบรางวัลเลิศรัฐ

วันนี้ (16 กันยายน 2564) ที่ห้องประชุมจามเทวี ศาลากลางจังหวัดลำพูน \
นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน เป็นประธานการประชุม"""

# Pieces that steer the finders into every corner, clean and dirty.
PIECES = [
    "นาย", "นางสาว", "ดร.", "สมชาย ใจดี", "ผู้ว่าราชการจังหวัด", "ลำพูน", "รางวัล", "เลิศรัฐ",
    "ระดับดีเด่น", "สาขา", "ประจำปี", "16 ก.ย. 2564", "๑๖ กันยายน ๒๕๖๔", "31 ก.พ. 64", "พ.ศ.",
    "ปีงบประมาณ 2566", "4-6 พฤศจิกายน", "วันนี้ (", ")", "เวลา 09.30 น.", "ณ ", "ที่", "ห้องประชุม",
    "ชั้น 5", "อาคาร", "ศาลากลาง", "เป็นประธาน", "เปิดเผยว่า", "พร้อมด้วย", "และ", "ในฐานะ", "โดยมี",
    "ผ่านระบบ Zoom", "ออนไลน์", "Facebook Live", "พิธี", "การประชุม", "โครงการ", "“", "”", "\"", "(",
    "\n", "\r\n", " ", "\u00a0", "\u200b", "\x00", "\ud800", "ที่มา :", "อ่าน : 141 ครั้ง",
    "ผู้สื่อข่าว :", "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-", "พิมพ์", "99999999999999999999", "/", "-", ".",
    "ํา", "เเ", "๙", "x", "H.E. Mr. ", "John Smith", "0/0/0", "32 มกราคม 0000",
]  # fmt: skip


def check(article: Article, record: NewsRecord) -> None:
    """What holds for every record of every text."""
    for span in iter_spans(record):
        assert article.text[span.start : span.end] == span.text
        assert span.start < span.end
    for date in record.dates:
        assert (date.value is None) == (date.reason is not None)
        for part in (date.value or "").split("/"):
            if len(part) == 10:
                dt.date.fromisoformat(part)
    for person in record.people:
        assert person.name
        assert person.mentions
    assert from_json(to_json(record)) == record


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_total_on_news_like_text(text: str) -> None:
    article = Article("x", text)
    check(article, extract(article))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_total_on_any_text(text: str) -> None:
    article = Article("x", text)
    check(article, extract(article))


@pytest.mark.parametrize(
    "seed",
    [
        "",
        "\x00",
        "\ud800",
        "(",
        "นาย",
        "1",
        "๑",
        " ",
        "\n",
        "ก",
        "รางวัล",
        "16 ก.ย. ",
        "“",
        "hello ",
    ],
)
def test_long_monotonous_text(seed: str) -> None:
    article = Article("x", seed * (20_000 // max(1, len(seed))))
    check(article, extract(article))


def test_article() -> None:
    record = extract(Article("a", ARTICLE, url="https://example.org/a"))
    assert (record.id, record.url) == ("a", "https://example.org/a")
    assert [p.name for p in record.people] == ["สมชาย ใจดี"]
    assert record.officials == record.people
    assert [d.value for d in record.dates] == ["2021-09-16"]
    assert record.venues[0].span.text == "ห้องประชุมจามเทวี ศาลากลางจังหวัดลำพูน"
    assert record.event.venues == record.venues
    assert record.event.mode == record.mode
    check(Article("a", ARTICLE), record)


def test_text_that_says_nothing_gives_an_empty_record() -> None:
    for text in ("", "   \n ", "Hello, world.", "こんにちは"):
        record = extract(text)
        assert (record.people, record.awards, record.venues) == ((), (), ())
        assert record.event.name is None


def test_published_of_the_caller_is_used() -> None:
    text = "นายสมชาย ใจดี เปิดเผยว่า จะจัดงานในวันที่ 3 มกราคม"
    record = extract(Article("a", text, published=dt.date(2022, 12, 28)))
    assert record.published == dt.date(2022, 12, 28)
    assert [d.value for d in record.dates] == ["2023-01-03"]


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", ["text"], Article("a", None)])  # type: ignore[arg-type]
def test_wrong_type(wrong: Any) -> None:
    with pytest.raises(ArticleError):
        extract(wrong)


def test_extract_many_keeps_the_order_and_names_failures() -> None:
    bad: Any = Article("bad", 7)  # type: ignore[arg-type]
    read = Failure("lost", "ReaderError", "cut off")
    sources = [Article("a", ARTICLE), bad, read, "นายสมชาย ใจดี กล่าว"]
    results = list(extract_many(sources, errors="return"))
    assert [r.id for r in results] == ["a", "bad", "lost", ""]
    assert isinstance(results[1], Failure)
    assert results[1].error == "ArticleError"
    assert results[2] is read
    with pytest.raises(ExtractionError, match="'bad'"):
        list(extract_many(sources))
    with pytest.raises(ValueError, match="at least 1"):
        list(extract_many([], workers=0))


def test_extract_many_reads_as_it_goes() -> None:
    """An endless input gives its first records."""

    def endless() -> Iterator[str]:
        while True:
            yield "นายสมชาย ใจดี กล่าวว่า"

    results = extract_many(endless())
    assert [len(next(results).people) for _ in range(100)] == [1] * 100


def test_workers_give_the_same_records_in_the_same_order() -> None:
    articles = [Article(str(i), ARTICLE + f"\nฉบับที่ {i}") for i in range(150)]
    assert list(extract_many(articles, workers=2)) == list(extract_many(articles))


def test_engines_agree_on_the_finds() -> None:
    """The segmenter is evidence only: both give the same record."""
    assert extract(ARTICLE, load(engine="newmm")) == extract(ARTICLE, load(engine="nlpo3"))
    with pytest.raises(ValueError, match="unknown engine"):
        load(engine="magic")
    with pytest.raises(ValueError, match="no step"):
        load(exclude=["thainews_magic"])


def test_own_step_can_replace_one() -> None:
    """A user's component reads and writes the findings like ours."""

    @Language.component("own_people")
    def own_people(doc: Doc) -> Doc:
        doc._.thainews.people = []
        return doc

    nlp = load()
    nlp.replace_pipe("thainews_people", "own_people")
    assert extract(ARTICLE, nlp).people == ()


def test_steps_can_join_a_foreign_pipeline() -> None:
    """The factories are found by name, without an import of this package."""
    nlp = load(exclude=["thainews_awards"])
    assert "thainews_awards" not in nlp.pipe_names
    nlp.add_pipe("thainews_awards", before="thainews_venues")
    assert nlp.pipe_names.index("thainews_awards") < nlp.pipe_names.index("thainews_venues")


def test_doc_spans_hold_the_finds() -> None:
    doc = load()(ARTICLE)
    assert doc.text == ARTICLE
    assert [s.text for s in doc.spans["dates"]] == ["16 กันยายน 2564"]
    assert "สมชาย ใจดี" in doc.spans["people"][0].text
    assert {s.label_ for s in doc.spans["people"]} == {"PEOPLE"}


def test_pipeline_survives_a_round_trip_to_disk(tmp_path: Any) -> None:
    import spacy

    load().to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert extract(ARTICLE, again) == extract(ARTICLE)


def test_public_names_exist() -> None:
    for name in thainews_ie.__all__:
        assert getattr(thainews_ie, name) is not None
    assert set(thainews_ie.__all__) <= set(dir(thainews_ie))
    with pytest.raises(AttributeError):
        thainews_ie.nothing  # noqa: B018


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("id", 5),
        ("url", 5),
        ("published", "2021-09-16"),
        ("published", dt.datetime(2021, 9, 16, 8)),
    ],
)
def test_field_of_a_wrong_type_is_named_at_once(field: str, value: Any) -> None:
    article = replace(Article("a", ARTICLE), **{field: value})
    with pytest.raises(ArticleError, match=field):
        extract(article)


def test_wrong_use_of_extract_many() -> None:
    wrong: Any = "skip"
    with pytest.raises(ValueError, match="'raise' or 'return'"):
        list(extract_many([ARTICLE], errors=wrong))
    with pytest.raises(ArticleError, match="in a list"):
        list(extract_many(ARTICLE))


def test_leaving_early_does_not_wait_for_the_rest() -> None:
    """The first record of an endless input, and then a close, with several processes."""
    records = extract_many(itertools.repeat(ARTICLE), workers=2)
    assert next(records).people
    records.close()  # type: ignore[attr-defined]
    assert list(records) == []


def test_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(ArticleError):
        extract(Article("a", None))  # type: ignore[arg-type]
    broken = load()
    broken.add_pipe("thainews_ie_test_fault")
    with pytest.raises(ZeroDivisionError):
        extract(ARTICLE, broken)
    assert gc.isenabled()


@Language.component("thainews_ie_test_fault")
def _fault(doc: Doc) -> Doc:
    raise ZeroDivisionError


def test_threads_do_not_mix() -> None:
    texts = [f"นายสมชาย ใจดี กล่าวว่า วันที่ {day} มกราคม 2565" for day in range(1, 31)] * 4
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extract, texts)) == [extract(text) for text in texts]
    assert gc.isenabled()


def test_pipeline_with_another_tokenizer_is_refused_in_words() -> None:
    foreign = spacy.blank("th")
    foreign.add_pipe("thainews_dates")
    with pytest.raises(ValueError, match=r"NewsTokenizer\.v1"):
        foreign(ARTICLE)
    with pytest.raises(ValueError, match=r"NewsTokenizer\.v1"):
        extract(ARTICLE, foreign)


def test_steps_to_leave_out() -> None:
    assert "thainews_spans" not in load(exclude="thainews_spans").pipe_names
    with pytest.raises(ValueError, match="no step"):
        load(exclude=["thainews_spam"])
