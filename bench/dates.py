"""Time per date of `site_builder.edtf` and of the `edtf` package, in one run on one machine.

    python bench/dates.py [REPEATS]

Prints a Markdown table: microseconds a date, the best of REPEATS (5) rounds each, and their ratio. Both parsers
read the same texts; ours without the dates that it keeps, so that every call reads. Bounds are
included, as the package works them out only when asked.
"""

import sys
import time
from collections.abc import Callable

import edtf as package

from site_builder import edtf

GROUPS = {
    "a year, a month, a day": ["2016", "2016-05", "2016-05-02"],
    "a time of day": ["2016-05-02T16:54:59Z"],
    "qualified": ["1984~", "2004-06?", "2004-06-11%", "2004-06~-11"],
    "unspecified digits": ["199X", "2004-XX", "156X-12-25", "1985-04-XX"],
    "seasons and long years": ["2001-21", "2001-34", "Y170000002", "Y-17E7"],
    "intervals": ["1964/2008", "2004-02-01/2005-02-08", "1985-04-12/..", "1984~/2004-06"],
    "sets": ["[1667,1668,1670..1672]", "{1960,1961-12}"],
}


def ours(text: str) -> None:
    """Read a date with this project's parser."""
    date = edtf.parse.__wrapped__(text)
    _ = date.earliest, date.latest


def theirs(text: str) -> None:
    """Read a date with the package."""
    date = package.parse_edtf(text)
    _ = date.lower_strict(), date.upper_strict()


def microseconds(read: Callable[[str], None], texts: list[str], rounds: int, calls: int) -> float:
    """The best round's mean time of reading one text, in microseconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(calls):
            for text in texts:
                read(text)
        best = min(best, time.process_time() - start)
    return best / (calls * len(texts)) * 1e6


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print("| dates | ours, µs | `edtf` 5, µs | times faster |")
    print("| --- | ---: | ---: | ---: |")
    for name, texts in {**GROUPS, "all of these": [text for group in GROUPS.values() for text in group]}.items():
        fast = microseconds(ours, texts, rounds, 200)
        slow = microseconds(theirs, texts, rounds, 1)
        print(f"| {name} | {fast:.1f} | {slow:,.0f} | {slow / fast:,.0f} |")


if __name__ == "__main__":
    main()
