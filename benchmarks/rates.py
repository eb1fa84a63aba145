"""Time per article, ours and others', on the same articles in the same process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

__all__ = ["contenders", "measure"]

Work = Callable[[Sequence[str]], object]


def _whole_record() -> Work:
    from thainews_ie import extract_many

    return lambda texts: sum(1 for _ in extract_many(texts))


def _segmentation() -> Work:
    """What any Thai pipeline on spaCy pays before it has found anything."""
    import spacy
    from pythainlp.tokenize import word_tokenize
    from spacy.tokens import Doc

    vocab = spacy.blank("xx").vocab

    def work(texts: Sequence[str]) -> None:
        for text in texts:
            words = word_tokenize(text, engine="nlpo3")
            Doc(vocab, words=words, spaces=[False] * len(words))

    return work


def _default_tokenizer() -> Work:
    from pythainlp.tokenize import word_tokenize

    return lambda texts: [word_tokenize(text) for text in texts]


def _crf_tagger() -> Work:
    """People, places, organisations, dates; no titles, no awards."""
    from benchmarks.tagger import BundledTagger

    tagger = BundledTagger()
    return lambda texts: [tagger.tag(text) for text in texts]


def contenders() -> dict[str, Work]:
    """What is measured, by name; the first is ours, the second what it is held against."""
    return {
        "whole records": _whole_record(),
        "segmentation alone (nlpo3 + Doc)": _segmentation(),
        "PyThaiNLP default tokenizer": _default_tokenizer(),
        "PyThaiNLP CRF tagger": _crf_tagger(),
    }


def measure(texts: Sequence[str], runs: int, slow: int) -> dict[str, float]:
    """Median milliseconds per article of every contender.

    The contenders take turns, so that a change in the machine's speed meets them all.

    Args:
        texts: the articles.
        runs: counted rounds, after one that is not.
        slow: how many of the articles the CRF tagger gets, as it takes a hundred times longer.

    Returns:
        Milliseconds per article by contender.
    """
    times: dict[str, list[float]] = {}
    works = contenders()
    for turn in range(runs + 1):
        for name, work in works.items():
            share = texts[:slow] if "CRF" in name else texts
            start = time.perf_counter()
            work(share)
            if turn:
                times.setdefault(name, []).append((time.perf_counter() - start) / len(share))
    return {name: 1000 * statistics.median(values) for name, values in times.items()}
