"""The cue index finds every string of every table in one pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thainews_ie.cues import CueIndex, cue_index
from thainews_ie.lexicon import cue_kinds, cue_rows

INDEX = CueIndex(
    {
        "honorific": (("นาย",), ("นางสาว",), ("นาง",)),
        "office": (("นายกรัฐมนตรี", "PM"), ("นาย", "word")),
    }
)


def test_longest_hit_wins_at_each_place() -> None:
    cues = INDEX.scan("นางสาว ก นาง ข")
    assert [(h.start, h.term) for h in cues.longest("honorific")] == [(0, "นางสาว"), (9, "นาง")]


def test_kinds_do_not_hide_each_other() -> None:
    cues = INDEX.scan("นายกรัฐมนตรี")
    assert [h.term for h in cues.all("honorific")] == ["นาย"]
    assert [(h.term, h.values) for h in cues.longest("office")] == [("นายกรัฐมนตรี", ("PM",))]
    assert cues.all("none") == []


@given(st.text(alphabet="นายกงสว ", max_size=40))
def test_same_hits_as_a_plain_search(text: str) -> None:
    terms = ["นาย", "นางสาว", "นาง"]
    wanted = {
        (i, i + len(term)) for term in terms for i in range(len(text)) if text.startswith(term, i)
    }
    assert {(h.start, h.end) for h in INDEX.scan(text).all("honorific")} == wanted


def test_every_entry_of_the_own_lexicons_is_found() -> None:
    index = cue_index()
    for kind in cue_kinds():
        for row in cue_rows(kind):
            hits = index.scan(row[0]).all(kind)
            assert (0, len(row[0])) in {(h.start, h.end) for h in hits}, (kind, row)
