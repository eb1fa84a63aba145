"""PyThaiNLP's name tagger, as far as its package carries it."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["BundledTagger"]

# The model was trained on the tags of LST20, whose part-of-speech model is a download; the one
# that is bundled speaks Universal Dependencies.
_LST20 = {
    "ADJ": "AJ",
    "ADP": "PS",
    "ADV": "AV",
    "AUX": "AX",
    "CCONJ": "CC",
    "DET": "PA",
    "INTJ": "XX",
    "NOUN": "NN",
    "NUM": "NU",
    "PART": "PA",
    "PRON": "PR",
    "PROPN": "NN",
    "PUNCT": "PU",
    "SCONJ": "CC",
    "VERB": "VV",
}


class BundledTagger:
    """The CRF model ``thainer_crf_1_5_1`` with the tokenizer it was trained on (newmm).

    ``ThaiNameTagger`` itself cannot be made offline: it asks for a version of the model that is
    not the bundled one. With the mapped tags and newmm the model scores best (0.90 F1 on the
    persons of ThaiNER's validation lines, which it may have seen; 0.08 with neither).
    """

    def __init__(self) -> None:
        from pycrfsuite import Tagger

        self._crf = Tagger()
        self._crf.open(str(files("pythainlp.corpus") / "thainer_crf_1_5_1.model"))

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Words with their labels (``B-PERSON``, ``I-PERSON``, ``O`` …)."""
        from pythainlp.tag import pos_tag
        from pythainlp.tag.thainer import ThaiNameTagger
        from pythainlp.tokenize import word_tokenize

        words = word_tokenize(text)
        tagged = pos_tag(words, engine="perceptron", corpus="orchid_ud")
        features = ThaiNameTagger._extract_features([(w, _LST20.get(t, t)) for w, t in tagged])
        return list(zip(words, self._crf.tag(features), strict=True))
