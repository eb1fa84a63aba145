"""What a ledger remembers, and of whom it keeps apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from thainews_ie.batch.ledger import Claim, Ledger
from thainews_ie.errors import LedgerError


def ended(path: Path, fingerprint: str = "f") -> None:
    """A run that has come to its end, with one failure."""
    book = Ledger(path)
    book.begin(fingerprint, keep=True)
    book.give(b"good")
    book.done(b"good")
    book.give(b"bad")
    book.reject(b"bad", "{}")
    book.claim("a", b"text")
    book.commit("state", "1,1")
    book.mark("ended")
    book.close()


def test_what_was_committed_is_not_given_again(tmp_path: Path) -> None:
    book = Ledger(tmp_path / "l")
    assert book.begin("f", keep=False) is None
    assert book.give(b"one")
    assert not book.give(b"one")  # at work already
    book.done(b"one")
    book.commit("7", "1,0")
    assert book.give(b"two")
    book.done(b"two")  # not committed
    book.close()
    again = Ledger(tmp_path / "l")
    assert again.begin("f", keep=False) == "7"
    assert again.fact("tally", "") == "1,0"
    assert not again.give(b"one")
    assert again.give(b"two")


@pytest.mark.parametrize("committed", [False, True])
def test_an_id_belongs_to_one_text_within_a_run(tmp_path: Path, committed: bool) -> None:
    book = Ledger(tmp_path / "l")
    book.begin("f", keep=True)
    assert book.claim("a", b"1") is Claim.NEW
    if committed:
        book.commit("", "")
    assert book.claim("a", b"1") is Claim.SAME
    assert book.claim("a", b"2") is Claim.OTHER
    assert book.claim("b", b"2") is Claim.NEW


def test_a_later_run_may_change_an_article_and_tries_failures_again(tmp_path: Path) -> None:
    ended(tmp_path / "l")
    book = Ledger(tmp_path / "l")
    book.begin("f", keep=True)
    assert book.claim("a", b"changed") is Claim.NEW
    assert not book.give(b"good")
    assert list(book.rejects()) == ["{}"]
    assert book.give(b"bad")
    book.done(b"bad")
    book.commit("", "")
    assert list(book.rejects()) == []


def test_other_settings_do_a_database_again(tmp_path: Path) -> None:
    ended(tmp_path / "l")
    book = Ledger(tmp_path / "l")
    book.begin("other", keep=True)
    assert book.give(b"good")
    assert list(book.rejects()) == ["{}"]


def test_failures_tried_again_are_settled(tmp_path: Path) -> None:
    ended(tmp_path / "l")
    book = Ledger(tmp_path / "l")
    book.begin("f", keep=True)
    book.reject(b"new", "[]")
    book.commit("", "")
    book.settle(frozenset([b"bad", b"new"]))
    assert list(book.rejects()) == ["[]"]


def test_a_stopped_run_is_not_thrown_away_unasked(tmp_path: Path) -> None:
    book = Ledger(tmp_path / "l")
    book.begin("f", keep=False)
    book.done(b"one")
    book.commit("7", "")
    book.close()
    other = Ledger(tmp_path / "l")
    with pytest.raises(LedgerError, match="--fresh"):
        other.begin("g", keep=False)
    assert other.begin("g", keep=False, fresh=True) is None
    assert other.give(b"one")


def test_two_runs_do_not_share_an_output(tmp_path: Path) -> None:
    first = Ledger(tmp_path / "l")
    first.begin("f", keep=True)
    with pytest.raises(LedgerError, match="another run is at work"):
        Ledger(tmp_path / "l")
    first.close()
    Ledger(tmp_path / "l").close()


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "l").write_text("notes of mine, " * 100)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(tmp_path / "l")


def test_no_file_is_left_without_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = Ledger(None)
    book.begin("f", keep=False)
    book.done(b"one")
    book.commit("", "")
    assert not book.give(b"one")
    book.remove()
    assert list(tmp_path.iterdir()) == []
