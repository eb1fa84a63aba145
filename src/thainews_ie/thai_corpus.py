"""PyThaiNLP's word lists, read from the installed package and nowhere else.

PyThaiNLP makes a folder for downloads in the user's home when its corpora are imported, and
fails where it may not. We download nothing, so it is imported as for reading only.
"""

from __future__ import annotations

import os
from functools import cache
from types import ModuleType

__all__ = ["thai_corpus"]

_READ_ONLY = "PYTHAINLP_READ_ONLY"
_SETTINGS = (_READ_ONLY, "PYTHAINLP_READ_MODE")  # the second is the older name


@cache
def thai_corpus() -> ModuleType:
    """The module ``pythainlp.corpus``; the user's own settings of PyThaiNLP stay as they are."""
    chosen = any(name in os.environ for name in _SETTINGS)
    if not chosen:
        os.environ[_READ_ONLY] = "1"
    try:
        from pythainlp import corpus
    finally:
        if not chosen:
            del os.environ[_READ_ONLY]
    module: ModuleType = corpus
    return module
