"""Cuts Thai text into words: a spaCy tokenizer on PyThaiNLP, with nlpo3 where it is installed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from thainews_ie.cleaning import clean
from thainews_ie.cues import CueIndex, cue_index
from thainews_ie.lexicon import terms
from thainews_ie.mentions import Findings
from thainews_ie.thai_corpus import thai_corpus

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["NewsTokenizer", "findings_of", "word_cutter"]

# The one extension the library sets on a Doc: the article's Findings.
_EXTENSION = "thainews"

# Longer runs are cut by piece: the segmenter's working memory grows with the piece.
_PIECE = 20_000
_DICTIONARY = "thainews_ie"


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of about ``_PIECE`` characters, cut after white space if there is any."""
    at = 0
    while len(text) - at > _PIECE:
        cut = max(text.rfind(" ", at, at + _PIECE), text.rfind("\n", at, at + _PIECE)) + 1
        if cut <= at:
            cut = at + _PIECE
        yield text[at:cut]
        at = cut
    yield text[at:]


def _words() -> set[str]:
    """PyThaiNLP's dictionary and our words of public life."""
    return {*thai_corpus().thai_words(), *terms("words")}


@cache
def _load_nlpo3_dictionary() -> str:
    """Give nlpo3 PyThaiNLP's word list and ours; it takes files only.

    Returns:
        The name under which nlpo3 knows it.
    """
    from nlpo3 import load_dict

    handle, path = tempfile.mkstemp(suffix=".txt")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(sorted(_words())))
        message, loaded = load_dict(path, _DICTIONARY)
    finally:
        os.unlink(path)
    if not loaded and "already" not in message:
        raise RuntimeError(f"nlpo3 refused the dictionary: {message}")
    return _DICTIONARY


@cache
def word_cutter(engine: str = "auto") -> Callable[[str], list[str]]:
    """A function that cuts a string into words that, joined, give the string back.

    Args:
        engine: ``nlpo3``, ``newmm`` or ``auto`` (nlpo3 if it is installed).

    Raises:
        ValueError: another engine is asked for.
        ImportError: nlpo3 is asked for and not installed.
    """
    if engine not in {"auto", "nlpo3", "newmm"}:
        raise ValueError(f"unknown engine {engine!r}: use 'auto', 'nlpo3' or 'newmm'")
    if engine != "newmm":
        try:
            from nlpo3 import segment
        except ImportError:
            if engine == "nlpo3":
                raise
        else:
            name = _load_nlpo3_dictionary()
            return lambda text: segment(text, name)
    words = _words()  # before PyThaiNLP's tokenizer, which imports its corpora
    from pythainlp.tokenize import word_tokenize
    from pythainlp.util import Trie

    trie = Trie(words)
    return lambda text: word_tokenize(text, custom_dict=trie, engine="newmm-safe")


def findings_of(doc: Doc) -> Findings:
    """What was found in a Doc so far.

    Raises:
        ValueError: the Doc was not made by our tokenizer, which starts the findings.
    """
    findings = doc._.get(_EXTENSION) if doc.has_extension(_EXTENSION) else None
    if not isinstance(findings, Findings):
        raise ValueError(
            "the steps of thainews_ie need its tokenizer: make the pipeline with "
            "thainews_ie.load(), or with the tokenizer 'thainews_ie.NewsTokenizer.v1' in the "
            "config"
        )
    return findings


class NewsTokenizer:
    """Cleans a text, cuts it into words and scans it for cues.

    The Doc's text is the *clean* text. ``doc._.thainews`` holds the article's ``Findings``,
    with the way back to the original.

    Args:
        vocab: the pipeline's vocabulary.
        engine: see :func:`word_cutter`.
        index: the cue lexicons; the library's own if None.
        tokens: whether the Doc holds the words as tokens. The steps of the library need only
            their ends, which are in the Findings; a Doc that nobody sees need not hold more.
    """

    def __init__(
        self,
        vocab: Vocab,
        engine: str = "auto",
        index: CueIndex | None = None,
        *,
        tokens: bool = True,
    ) -> None:
        from spacy.tokens import Doc

        if not Doc.has_extension(_EXTENSION):
            Doc.set_extension(_EXTENSION, default=None)
        self.vocab = vocab
        self.engine = engine
        self.tokens = tokens
        self._doc = Doc
        self._cut = word_cutter(engine)
        self._index = index or cue_index()

    def __call__(self, text: str) -> Doc:
        """The Doc of a text, with its Findings started."""
        cleaned = clean(text)
        cut = self._cut
        if len(cleaned.text) <= _PIECE:
            words = cut(cleaned.text)
        else:
            words = [word for piece in _pieces(cleaned.text) for word in cut(piece)]
        shown = words if self.tokens else []
        doc = self._doc(self.vocab, words=shown, spaces=[False] * len(shown))
        findings = Findings(
            text=cleaned.text,
            alignment=cleaned.alignment,
            word_ends=list(accumulate(map(len, words))),
            cues=self._index.scan(cleaned.text),
        )
        doc._.set(_EXTENSION, findings)
        return doc

    # spaCy calls these when a pipeline is saved and loaded; all state comes from the config.
    def to_bytes(self, **kwargs: object) -> bytes:
        """Nothing to store."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> NewsTokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Nothing to store."""

    def from_disk(self, path: object, **kwargs: object) -> NewsTokenizer:
        """Nothing to restore."""
        return self
