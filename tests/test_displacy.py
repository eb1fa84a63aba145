"""spaCy's own viewer on our Docs."""

from __future__ import annotations

import pytest
from spacy import displacy

from thainews_ie import load

TEXT = (
    "วันนี้ (16 กันยายน 2564) ที่ห้องประชุมจามเทวี ศาลากลางจังหวัดลำพูน นายสมชาย ใจดี "
    "ผู้ว่าราชการจังหวัดลำพูน <b>เป็นประธาน</b>การประชุมผ่านระบบ Zoom"
)


@pytest.mark.parametrize("key", ["dates", "people", "venues"])
def test_each_kind_of_find_is_drawn(key: str) -> None:
    doc = load()(TEXT)
    page = displacy.render(doc, style="span", options={"spans_key": key}, jupyter=False)
    assert all(word.text in page for span in doc.spans[key] for word in span)
    assert all(span.label_ in page for span in doc.spans[key])
    assert len(doc.spans[key]) > 0
    assert "<b>" not in page
