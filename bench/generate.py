"""Writes a whole site of invented events: `python bench/generate.py N FOLDER [--seed S]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.synthetic.chronicle import invent_chronicle
from bench.synthetic.site import HAND_WRITTEN


def write_site(events: int, folder: Path, seed: int) -> int:
    """Write a site of so many events that `mkdocs build` builds; the number of records. Raises OSError."""
    for path, text in HAND_WRITTEN.items():
        _write(folder / path, text)
    number = 0
    for file in invent_chronicle(events, seed):
        _write(folder / "events" / file.path, file.text)
        number += 1
    return number


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a whole site of invented events, the same for the same seed.")
    parser.add_argument("events", metavar="N", type=int, help="how many events; 1 or more")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where to; it must not exist or be empty")
    parser.add_argument("--seed", type=int, default=1, help="other seeds give other sites (default: 1)")
    options = parser.parse_args()
    if options.events < 1:
        parser.error("N is 1 or more")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    records = write_site(options.events, options.folder, options.seed)
    print(f"{options.events:,} events, {records:,} records: {options.folder}")


if __name__ == "__main__":
    main()
