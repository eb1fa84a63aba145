"""Start-up time and peak memory, each in fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

__all__ = ["peak_memory", "start_up"]

_FIRST = "import thainews_ie; thainews_ie.extract('นายสมชาย ใจดี ผู้ว่าราชการจังหวัดลำพูน กล่าวว่า')"
_COMMANDS = {
    "bare Python": [sys.executable, "-c", "pass"],
    "import spacy": [sys.executable, "-c", "import spacy"],
    "first record": [sys.executable, "-c", _FIRST],
    "thainews-ie --help": [sys.executable, "-m", "thainews_ie", "--help"],
}
_PEAK = """
import itertools, sys
from benchmarks.articles import endless_texts, peak_resident_mb
from thainews_ie import extract_many
path, count = sys.argv[1:]
texts = itertools.islice(endless_texts(path), int(count))
sum(1 for _ in extract_many(texts))
print(peak_resident_mb())
"""


def start_up(runs: int) -> dict[str, float]:
    """Median seconds of each command, the commands taking turns."""
    times: dict[str, list[float]] = {}
    for turn in range(runs + 1):
        for name, command in _COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if turn:
                times.setdefault(name, []).append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def peak_memory(path: Path, count: int) -> float:
    """Peak resident memory in MB of a process that extracts ``count`` articles of a file."""
    command = [sys.executable, "-c", _PEAK, str(path), str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)
