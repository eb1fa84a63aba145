"""The scorer: what counts as the same find, and what the figures say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from thainews_ie import ReaderError, RecordError
from thainews_ie.evaluation.compare import fold, overlap
from thainews_ie.evaluation.gold import read_gold, read_predictions
from thainews_ie.evaluation.scores import GoldArticle, evaluate
from thainews_ie.evaluation.strata import STRATA, evaluate_by

TEXT = "นายสมชาย ใจดี ปลัดกระทรวง ก วันที่ 16 ก.ย. 2564 และ 16 ก.ย. 2564"
GOLD: dict[str, Any] = {
    "id": "a",
    "published": "2021-09-16",
    "people": [
        {"name": "สมชาย ใจดี", "honorific": "นาย", "titles": ["ปลัดกระทรวง ก"], "roles": ["chair"]}
    ],
    "ignore_people": ["พระครู ข"],
    "dates": [
        {"text": "16 ก.ย. 2564", "value": "2021-09-16", "kind": "day"},
        {"text": "16 ก.ย. 2564", "value": "2021-09-16", "kind": "day"},
    ],
    "awards": [
        {"name": "รางวัล ก", "category": "สาขา ก", "level": None, "year": 2021, "giver": None,
         "recipients": ["ทีม ก"]},
        {"name": "รางวัล ก", "category": "สาขา ข", "level": None, "year": 2021, "giver": None,
         "recipients": []},
    ],
    "venues": [{"text": "ห้องประชุม ชั้น 2", "province": None}],
    "event": {"name": "พิธี ก", "start": "2021-09-16", "end": None, "time": "09:00"},
    "mode": {"mode": "hybrid", "platforms": ["Zoom"], "broadcasts": []},
    "byline": {"source": "ส.ปชส.", "reporter": None, "editor": None},
}  # fmt: skip


def changed(**fields: Any) -> dict[str, Any]:
    return {**GOLD, **fields}


def f1(predicted: dict[str, Any], field: str) -> float:
    scores = evaluate([GoldArticle("a", TEXT, GOLD)], {"a": predicted}, resamples=10)
    return scores.fields[field].f1


def test_gold_against_itself_is_perfect() -> None:
    scores = evaluate([GoldArticle("a", TEXT, GOLD)], {"a": GOLD}, resamples=10)
    filled = {name: s.f1 for name, s in scores.fields.items() if s.gold}
    assert set(filled.values()) == {1.0}
    assert scores.mean == 1.0
    assert scores.faults == []


def test_nothing_predicted() -> None:
    scores = evaluate([GoldArticle("a", TEXT, GOLD)], {}, resamples=10)
    assert {s.f1 for s in scores.fields.values()} == {0.0}


@pytest.mark.parametrize(
    ("predicted", "field", "wanted"),
    [
        pytest.param(changed(people=[]), "people", 0.0, id="missed person"),
        pytest.param(
            changed(people=[*GOLD["people"], {"name": "ข", "honorific": "พระครู"}]),
            "people",
            1.0,
            id="ignored people do not count",
        ),
        pytest.param(
            changed(people=[{**GOLD["people"][0], "titles": [{"text": "ปลัดกระทรวง\u200b  ก"}]}]),
            "titles",
            1.0,
            id="a value may be an object; white space and invisible characters do not count",
        ),
        pytest.param(
            changed(people=[{**GOLD["people"][0], "roles": ["chair", "speaker"]}]),
            "roles",
            2 / 3,
            id="one role too many",
        ),
        pytest.param(changed(dates=GOLD["dates"][:1]), "dates", 2 / 3, id="each place counts"),
        pytest.param(
            changed(dates=[{"start": 35, "end": 47, "value": "2564-09-16"}]),
            "date_spans",
            2 / 3,
            id="a span may be right with a wrong value",
        ),
        pytest.param(
            changed(dates=[{"start": 35, "end": 47, "value": "2564-09-16"}]),
            "dates",
            0.0,
            id="but the date is not",
        ),
        pytest.param(
            changed(awards=GOLD["awards"][::-1]), "award_recipients", 1.0, id="paired by category"
        ),
        pytest.param(
            changed(venues=[{"text": "ห้องประชุม ชั้น 2 อาคาร ก"}]), "venues", 0.0, id="edges differ"
        ),
        pytest.param(
            changed(venues=[{"text": "ห้องประชุม ชั้น 2 อาคาร ก"}]), "venues_loose", 1.0, id="loosely"
        ),
        pytest.param(changed(mode={"mode": "online"}), "mode", 0.0, id="other mode"),
    ],
)
def test_field(predicted: dict[str, Any], field: str, wanted: float) -> None:
    assert f1(predicted, field) == pytest.approx(wanted)


def test_faults_are_named() -> None:
    predicted = changed(venues=[{"text": "ห้องประชุม ชั้น 2 อาคาร ก"}, {"text": "สนามกีฬา"}])
    scores = evaluate([GoldArticle("a", TEXT, GOLD)], {"a": predicted}, resamples=10)
    faults = [(f.kind, f.gold, f.predicted) for f in scores.faults if f.field == "venues"]
    assert faults == [
        ("edges", "ห้องประชุม ชั้น 2", "ห้องประชุม ชั้น 2 อาคาร ก"),
        ("spurious", None, "สนามกีฬา"),
    ]


def test_interval_holds_the_score_and_is_repeatable() -> None:
    articles = [GoldArticle(str(i), TEXT, {**GOLD, "id": str(i)}) for i in range(20)]
    predictions = {str(i): GOLD for i in range(15)}
    first = evaluate(articles, predictions).fields["people"]
    assert first.interval.low < first.f1 < first.interval.high
    assert evaluate(articles, predictions).fields["people"] == first


def test_folding() -> None:
    assert fold("“ลํา\u200bพูน”  ๒๕๖๔ A") == "ลำพูน2564a"
    assert overlap("กขคง", "ขค") == 0.5
    assert overlap("", "ก") == 0.0


def test_files(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(GOLD))
    (tmp_path / "a.txt").write_bytes("ก\r\nข".encode())
    (tmp_path / "p.jsonl").write_text(json.dumps(GOLD) + "\n\n")
    assert read_gold(tmp_path) == [GoldArticle("a", "ก\r\nข", GOLD)]
    assert read_predictions(tmp_path / "p.jsonl") == {"a": GOLD}
    (tmp_path / "p.jsonl").write_text("{}\n")
    with pytest.raises(ReaderError, match=r"p\.jsonl:1: want an object with a string 'id'"):
        read_predictions(tmp_path / "p.jsonl")
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReaderError, match=r"no NAME\.json"):
        read_gold(tmp_path)


def test_strata_are_properties_of_the_gold() -> None:
    articles = [
        GoldArticle("a", TEXT, GOLD),
        GoldArticle("b", TEXT, {**GOLD, "id": "b", "published": None}),
    ]
    by_year = evaluate_by(articles, {"a": GOLD}, "year")
    assert {name: (n, s.fields["people"].f1) for name, (n, s) in by_year.items()} == {
        "2021": (1, 1.0),
        "no date": (1, 0.0),
    }
    for by in STRATA:
        assert sum(count for count, _ in evaluate_by(articles, {}, by).values()) == 2


def test_predictions_may_be_packed_and_hold_any_line_end(tmp_path: Path) -> None:
    record = {"id": "a", "venues": [{"text": "หอ\u2028ประชุม\u0085 ก"}]}
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(record, ensure_ascii=False).encode()))
    assert read_predictions(path) == {"a": record}


@pytest.mark.parametrize(
    "wrong",
    [{"people": None}, {"people": [{}]}, {"awards": [5]}, {"venues": [{"text": 5}]}, {"mode": "x"}],
)
def test_record_of_another_form_is_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="'a'"):
        evaluate([GoldArticle("a", TEXT, GOLD)], {"a": wrong}, resamples=10)
