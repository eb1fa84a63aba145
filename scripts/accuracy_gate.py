"""Hold the accuracy on annotated articles against pinned floors.

    accuracy_gate.py GOLD_FOLDER             fails where a field is below its floor
    accuracy_gate.py GOLD_FOLDER --update    raises the floors to what is reached
    accuracy_gate.py GOLD_FOLDER --update --lower --reason WHY
                                             also lowers them, and records why

GOLD_FOLDER holds ``score.py`` and the folders ``dev`` and ``seed``, each with NAME.txt beside
NAME.json. The floors lie in ``accuracy_floors.json`` beside this script, with a digest of the
articles they were measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from thainews_ie import Article, extract_many, to_json
from thainews_ie.io.readers import read_articles

FLOORS = Path(__file__).with_name("accuracy_floors.json")
# Room between what is reached and the floor that `--update` sets.
MARGIN = 0.005


def digest(folder: Path) -> str:
    """One hash over the names and contents of a gold folder."""
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]


def scores(gold: Path, part: str) -> dict[str, float]:
    """F1 by field of our records on one folder of gold."""
    articles = [a for a in read_articles([gold / part]) if isinstance(a, Article)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for record in extract_many(articles):
            predictions.write(to_json(record) + "\n")
        predictions.flush()
        command = [sys.executable, str(gold / "score.py"), str(gold / part), predictions.name]
        done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    return {field: row["f1"] for field, row in json.loads(done.stdout).items()}


def compare(reached: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each field below its floor."""
    return [
        f"{field}: {reached.get(field, 0.0):.3f} is below the floor {floor:.3f}"
        for field, floor in floors.items()
        if reached.get(field, 0.0) < floor
    ]


def main() -> int:
    """Check, or update, the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--lower", action="store_true", help="let --update lower floors too")
    parser.add_argument("--reason", help="why floors are lowered")
    args = parser.parse_args()
    if args.lower and not (args.update and args.reason):
        parser.error("--lower goes with --update and --reason")
    pinned: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    if not (pinned or args.update):
        parser.error(f"no floors in {FLOORS}: set them with --update")
    faults: list[str] = []
    for part in ("dev", "seed"):
        reached = scores(args.gold, part)
        before = pinned.get(part, {"floors": {}})
        print(f"{part}: " + "  ".join(f"{k} {v:.3f}" for k, v in sorted(reached.items())))
        if before.get("digest", digest(args.gold / part)) != digest(args.gold / part):
            print(f"{part}: the articles have changed since the floors were set")
        if args.update:
            kept: dict[str, float] = {} if args.lower else before["floors"]
            floors = {
                field: round(max(kept.get(field, 0.0), value - MARGIN), 3)
                for field, value in sorted(reached.items())
            }
            pinned[part] = {"digest": digest(args.gold / part), "floors": floors}
            if args.lower:
                pinned.setdefault("lowered", []).append(args.reason)
        else:
            faults += [f"{part} {line}" for line in compare(reached, before["floors"])]
    if args.update:
        FLOORS.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n")
        print(f"floors written to {FLOORS.name}")
    for line in faults:
        print(line, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
