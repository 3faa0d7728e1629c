"""Writes a chronicle for another generator: `python -m bench.peers {plain,hugo} RECORDS FOLDER`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.peers.folders import write_files
from bench.peers.hugo import hugo
from bench.peers.material import plain_pages
from site_builder.chronicle import Chronicle

PEERS = {"plain": plain_pages, "hugo": hugo}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description="Write records for another generator.")
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("records", type=Path, help="the folder of the records")
    parser.add_argument("folder", type=Path, help="where to")
    options = parser.parse_args()
    number = write_files(options.folder, PEERS[options.peer](Chronicle.open(options.records)))
    print(f"{number:,} files: {options.folder}")


if __name__ == "__main__":
    main()
