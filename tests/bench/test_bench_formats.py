"""The measurement of files of data: a row a file, one for all of a name beside the pages of records, and a sum."""

from __future__ import annotations

from functools import partial

from bench.formats import measure_files, name_of, table


def test_files_of_one_name_are_one_row_and_all_are_added_up() -> None:
    contents = {"data/events.csv": b"a" * 4_000, "events/a/index.json": b"{}", "threads/b/index.json": b"[0]"}
    rows = measure_files((path, partial(bytes, content)) for path, content in contents.items())
    assert [(name, row.files, row.size) for name, row in rows.items()] == [
        ("data/events.csv", 1, 4_000),
        ("…/index.json", 2, 5),
    ]
    assert rows["data/events.csv"].packed < 100
    assert [line.split(" | ")[:3] for line in table(rows)][2:] == [
        ["| `data/events.csv`", "1", "4.0"],
        ["| `…/index.json`", "2", "0.0"],
        ["| all", "3", "4.0"],
    ]


def test_parts_of_the_timeline_are_one_row_too() -> None:
    assert name_of("data/timeline/parts/2024/2.json") == name_of("data/timeline/parts/2023.json")
    assert name_of("data/timeline/of/actor/army.json") == "data/timeline/of/…"
    assert name_of("data/timeline/events.json") == "data/timeline/events.json"
