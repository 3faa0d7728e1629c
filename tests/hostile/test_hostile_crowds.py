"""Thousands of records with one mistake each: every mistake is reported, and the work grows with their number alone."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import worlds
import yaml
from hypothesis import settings
from mkdocs.commands.build import build
from mkdocs.config import load_config

from hostile.pages_of import open_safely
from hostile.work import calls_made

MANY = 10_000 if settings.get_current_profile_name() == "fuzz" else 2_000
EVENT = {"title": "", "date": "2024", "kind": "battle", "summary": "S.", "sources": ["s"], "added": "2026"}
MISTAKES: tuple[tuple[str, dict[str, object], str], ...] = (
    ("2024-{0}.yml", {"dat": "2024"}, "TL040"),
    ("2024-{0}.yml", {"summary": ["S."]}, "TL047 TL042"),
    ("2024-{0}.yml", {"kind": "batle"}, "TL043"),
    ("2024-{0}.yml", {"date": "2024-02-30"}, "TL044"),
    ("2024-{0}.yml", {"sources": ["Not an id"]}, "TL046"),
    ("2024-{0}.yml", {"sources": ["nobody-{0}"]}, "TL060"),
    ("2024-{0}.yml", {"links": [{"type": "after", "event": "2024-{0}"}]}, "TL066"),
    ("2024-{0}.yml", {"summary": "S [@nobody-{0}]."}, "TL060"),
    ("2024-{0}.yml", {"links": [{"type": "after", "event": "1999-{0}"}]}, "TL060"),
    ("2024-{0}.yml", {"claims": [{"id": "a", "unnamed": "A", "topic": "other", "says": "B"}]}, "TL041"),
    ("actors/a{0}.yml", {"type": "person"}, "TL048"),
    ("actors/a{0}.yml", {"parent": "a{0}"}, "TL068"),
    ("places/Place_{0}.yml", {}, "TL004"),
    ("places/p{0}.yml", {"country": "Mali"}, "TL056"),
    ("sources/s{0}.yml", {"url": "javascript:alert(1)"}, "TL050"),
    ("threads/t{0}.yaml", {}, "TL003"),
)
"""Where a record stands, what is wrong in it, and the codes that may tell it."""
_BASE: dict[str, dict[str, object]] = {
    "actors": {"type": "state"},
    "sources": {},
    "threads": {},
}


def write_crowd(folder: Path, count: int) -> dict[str, set[str]]:
    """Write so many records; returns the codes that may tell the mistake of each, by its file."""
    expected: dict[str, set[str]] = {}
    for kind in ("actors", "places", "sources", "threads"):
        (folder / kind).mkdir(parents=True)
    (folder / "sources/s.yml").write_text("publisher: A\n")
    for number in range(count):
        name, wrong, codes = MISTAKES[number % len(MISTAKES)]
        file = name.format(number)
        kind = file.partition("/")[0] if "/" in file else ""
        own = f"Word{number:x} number{number * 7919 % 10_007:x}"
        named = {"sources": "publisher", "actors": "name", "places": "name"}.get(kind, "title")
        record = {**(_BASE.get(kind, {}) if kind else EVENT), **wrong, named: own}
        text = yaml.dump(record, Dumper=yaml.CSafeDumper).replace("{0}", str(number))
        (folder / file).write_text(text)
        expected[file] = set(codes.split())
    return expected


def test_the_mistake_of_every_one_of_thousands_of_records_is_reported(tmp_path: Path) -> None:
    expected = write_crowd(tmp_path / "events", MANY)
    reported: dict[str, set[str]] = {}
    for problem in open_safely(tmp_path / "events").problems:
        reported.setdefault(problem.file, set()).add(problem.code)
    assert {file: codes for file, codes in expected.items() if not codes & reported.get(file, set())} == {}
    assert reported.keys() == expected.keys()


CLASHES: dict[str, Callable[[int], dict[str, str]]] = {
    "one id": lambda n: {f"{i}/2024-a.yml": "title: A\n" for i in range(n)},
    "one former id": lambda n: {f"actors/a{i}.yml": f"name: A{i}\ntype: state\nformer_ids: [b]\n" for i in range(n)},
    "one alias": lambda n: {f"actors/a{i}.yml": f"name: A{i}\ntype: state\naliases: [B]\n" for i in range(n)},
    "one name": lambda n: {f"places/p{i}.yml": "name: A\n" for i in range(n)},
    "one address": lambda n: {f"sources/s{i}.yml": "publisher: A\nurl: https://example.org/a\n" for i in range(n)},
    "one circle": lambda n: {f"places/p{i}.yml": f"name: P{i}\nwithin: p{(i + 1) % n}\n" for i in range(n)},
    "one event": lambda n: {f"2024-{i}.yml": yaml.dump({**EVENT, "title": "Convoy ambushed"}) for i in range(n)},
}
"""Records that all stand in each other's way."""


@pytest.mark.parametrize("name", CLASHES)
def test_no_message_names_all_of_the_thousands_that_clash(name: str, tmp_path: Path) -> None:
    for file, text in CLASHES[name](300).items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    problems = open_safely(tmp_path).problems
    assert max((len(problem.message) for problem in problems), default=0) < 500


def test_a_served_page_reports_a_hundred_problems_and_how_many_more_there_are(tmp_path: Path) -> None:
    world = "\n".join(f"2024-{number}: {{date: '2024', kind: nothing}}" for number in range(120))
    config = load_config(str(worlds.write_site(tmp_path, f"actors/a: {{}}\n{world}")))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    page = (Path(config.site_dir) / "actors/a/index.html").read_text()
    assert "120 problems in the records" in page
    assert page.count("<li><code>events/2024-") == 100
    assert "<li>20 more: <code>timeline check</code> lists them.</li>" in page


def test_twice_as_many_records_are_twice_the_work(tmp_path: Path) -> None:
    def work(count: int) -> int:
        write_crowd(tmp_path / str(count), count)
        return calls_made(lambda: open_safely(tmp_path / str(count)))

    work(32)
    assert work(800) < 2.5 * work(400)


@pytest.mark.parametrize("count", [400])
def test_twice_as_many_records_are_twice_the_memory(count: int, tmp_path: Path) -> None:
    def peak(count: int) -> int:
        write_crowd(tmp_path / str(count), count)
        gc.collect()
        tracemalloc.start()
        try:
            open_safely(tmp_path / str(count))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(32)
    assert peak(2 * count) < 2.5 * peak(count)
