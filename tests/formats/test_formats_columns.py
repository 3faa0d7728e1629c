"""The columns from which scripts draw events, read back and held against the chronicle."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import worlds
from edtf_texts import texts
from hypothesis import given
from hypothesis import strategies as st

from bench.synthetic.chronicle import invent_chronicle
from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.formats import VERSION, Looks, data_files
from site_builder.pages import Site

GOLDEN = Path(__file__).parents[1] / "golden" / "data"


def data_of(site: Site) -> dict[str, Any]:
    """Every file of data by its name."""
    return {name.removeprefix("data/timeline/"): json.loads(make()) for name, make in data_files(site)}


def written(folder: Path, world: str, *, language: str = "en") -> dict[str, Any]:
    return data_of(worlds.here(worlds.chronicle_of(folder, world), language=language).site)


def days(events: dict[str, Any]) -> list[tuple[int | None, int | None]]:
    """The first and the last day of each event, as a script reads them."""
    ends, last = dict(events["ends"]), 0
    found: list[tuple[int | None, int | None]] = []
    for number, (step, length) in enumerate(zip(events["start"], events["length"], strict=True)):
        first = None if step is None else last + step
        last = last if first is None else first
        found.append((first, ends.get(number) if first is None or length is None else first + length))
    return found


def in_order(values: dict[str, Any], column: str) -> list[Any]:
    """One text of all events, by their numbers."""
    parts = [values[f"parts/{name}.json"] for name, _ in values["events.json"]["parts"]]
    return [event[column] for part in parts for event in part["events"]]


@given(st.lists(texts, min_size=1, max_size=6))
def test_what_is_read_back_is_what_the_chronicle_says(dates: list[str]) -> None:
    records = {f"2024/{number}.yml": event_of(date) for number, date in enumerate(dates)}
    chronicle = Chronicle.read(Path(), records)
    values = data_of(worlds.here(chronicle).site)
    events = values["events.json"]
    ids = in_order(values, "id")
    assert sorted(ids) == sorted(chronicle.events)
    for event_id, found, marks in zip(ids, days(events), events["marks"], strict=True):
        extent, date = chronicle.chronology.extents[event_id], chronicle.events[event_id].date
        if (extent.start.earliest.year, extent.start.latest.year) != (0, 9999):
            assert found == (extent.start.earliest.day, extent.end.latest.day)
        assert bool(marks & Looks.ONE_OF) is (date.shape is edtf.Shape.ONE_OF)
        if date.is_doubtful:
            assert Looks.FADES_AT_START | Looks.FADES_AT_END in Looks(marks)


def event_of(date: str) -> bytes:
    keys = {"title": "T", "date": date, "kind": "battle", "summary": "S.", "sources": ["s"], "added": worlds.ADDED}
    return json.dumps(keys).encode()


def marks_of(folder: Path, date: str) -> Looks:
    """How an event of a date is drawn, but for its importance."""
    [marks] = written(folder, f'{{2024-03-01-a: {{date: "{date}"}}}}')["events.json"]["marks"]
    return Looks(marks) & ~Looks.NORMAL


BOTH = Looks.FADES_AT_START | Looks.FADES_AT_END


@pytest.mark.parametrize(
    ("date", "marks"),
    [
        ("2024-03-01", Looks.STATED),
        ("2024-03-01~", Looks.STATED | BOTH),
        ("2024-03-01T12:30", Looks.STATED),
        ("2024-03-01/2024-04-01", Looks.STATED),
        ("2024-03-01/..", Looks.STATED | Looks.FADES_AT_END),
        ("2024-03/2024-05", Looks.STATED | BOTH),
        ("2024-03", BOTH),
        ("2024-03-0X", BOTH),
        ("2024", BOTH),
        ("[2024-03-01..2024-03-09]", Looks.ONE_OF | BOTH),
    ],
)
def test_a_month_is_no_interval_and_a_doubtful_day_fades(tmp_path: Path, date: str, marks: Looks) -> None:
    assert marks_of(tmp_path, date) == marks


def test_bounds_that_links_imply_are_marked_with_how_far_the_date_alone_reaches(tmp_path: Path) -> None:
    world = """
    2024-03-10-a: {}
    2024-03-b: {date: 2024-03, links: [{type: after, event: 2024-03-10-a}]}
    2024-03-c: {date: 2024-03, links: [{type: before, event: 2024-03-10-a}]}
    2024-04-d: {date: ../2024-04-01, links: [{type: after, event: 2024-03-10-a}]}
    """
    values = written(tmp_path, world)
    marks = dict(zip(in_order(values, "id"), values["events.json"]["marks"], strict=True))
    inferred = {one: Looks(marks[one]) & (Looks.START_INFERRED | Looks.END_INFERRED) for one in marks}
    assert inferred == {
        "2024-03-10-a": Looks(0),
        "2024-03-b": Looks.START_INFERRED,
        "2024-03-c": Looks.END_INFERRED,
        "2024-04-d": Looks.START_INFERRED,
    }
    ids = in_order(values, "id")
    beyond = {ids[number]: days for number, *days in values["events.json"]["stated"]}
    assert beyond == {"2024-03-b": [10, 0], "2024-03-c": [0, 22], "2024-04-d": [None, 0]}


def test_years_bce_and_far_away_are_days_like_others_and_the_undated_come_last(tmp_path: Path) -> None:
    world = """
    xxxx-12-25-undated: {date: XXXX-12-25}
    44-bce-03-15-ides: {date: "-0043-03-15"}
    12024-far: {date: Y12024}
    2024-01-01-start-open: {date: ../2024-01-01}
    2024-02-01-end-open: {date: 2024-02-01/}
    """
    values = written(tmp_path, world)
    events = values["events.json"]
    assert dict(zip(in_order(values, "id"), days(events), strict=True)) == {
        "44-bce-03-15-ides": (edtf.day_number(-43, 3, 15), edtf.day_number(-43, 3, 15)),
        "2024-01-01-start-open": (None, edtf.day_number(2024, 1, 1)),
        "2024-02-01-end-open": (edtf.day_number(2024, 2, 1), None),
        "12024-far": (edtf.day_number(12024, 1, 1), edtf.day_number(12024, 12, 31)),
        "xxxx-12-25-undated": (None, None),
    }
    assert in_order(values, "id")[-1] == "xxxx-12-25-undated"


def test_standing_importance_lane_and_time_of_day_are_columns(tmp_path: Path) -> None:
    world = """
    threads/war: {title: The war}
    threads/talks: {title: The talks}
    2024-03-01-a: {standing: planned, importance: major, threads: [talks, war], date: 2024-03-01T23:45+01:00}
    2024-03-02-b: {standing: unreviewed, importance: minor}
    """
    events = written(tmp_path, world)["events.json"]
    standings = [events["standings"][marks & 7] for marks in events["marks"]]
    assert standings == ["planned", "unreviewed"]
    assert [Looks(marks) & (Looks.MAJOR | Looks.NORMAL) for marks in events["marks"]] == [Looks.MAJOR, Looks(0)]
    assert (events["lane"], events["lanes"]) == ([0, -1], [["talks", "The talks"]])
    assert events["times"] == [[0, 23 * 60 + 45]]


def test_the_names_to_be_had_first_are_those_of_major_events(tmp_path: Path) -> None:
    world = "{2024-03-01-a: {}, 2024-03-02-b: {importance: major, title: Bridge closed}}"
    assert written(tmp_path, world)["first.json"]["titles"] == [[1, "Bridge closed"]]


def test_texts_are_in_the_language_of_the_site_and_other_languages_are_named(tmp_path: Path) -> None:
    world = "{2024-03-01-a: {title: {fr: Pont fermé}, standing: planned}}"
    [event] = written(tmp_path, world)["parts/2024.json"]["events"]
    assert (event["title"], event["lang"], event["date"], event["standing"]) == (
        "Pont fermé",
        "fr",
        "1 March 2024",
        "planned",
    )


def test_parts_say_below_which_year_and_month_events_are_listed(tmp_path: Path) -> None:
    world = "{2023-12-31-a: {}, 2024-03-01-b: {}, 2024-03-02-c: {}, '2024-d': {date: '2024'}, x: {date: ../2024-05}}"
    values = written(tmp_path, world)
    parts = [values[f"parts/{name}.json"] for name, _ in values["events.json"]["parts"]]
    headings = [tuple(heading) for part in parts for heading in part["headings"]]
    assert headings == [
        (0, "2023", "December 2023"),
        (1, "2024", "Month not known"),
        (3, "2024", "March 2024"),
    ]


def test_the_data_of_a_small_world_is_as_it_was_reviewed(
    tmp_path: Path, same_as_file: Callable[[Path, str], None]
) -> None:
    world = (GOLDEN.parent / "pages" / "world.yml").read_text(encoding="utf-8")
    values = written(tmp_path, world)
    assert {file["version"] for file in values.values()} == {VERSION}
    assert values.pop("basemap.json")["land"], "the outlines of the world, which nobody reviews by their numbers"
    same_as_file(GOLDEN / "timeline.json", json.dumps(values, ensure_ascii=False, indent=1) + "\n")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The data of a chronicle of 1,000 invented events."""
    records = {file.path: file.text.encode() for file in invent_chronicle(1_000, seed=1)}
    chronicle = Chronicle.read(tmp_path_factory.mktemp("many"), records)
    return {name: make() for name, make in data_files(worlds.here(chronicle).site)}


def test_an_event_takes_at_most_20_bytes_to_draw_and_40_to_filter(many: dict[str, bytes]) -> None:
    assert len(many["data/timeline/events.json"]) <= 20 * 1_000
    assert len(gzip.compress(many["data/timeline/filters.json"])) <= 40 * 1_000


def test_the_outlines_are_light_where_places_are_all_over_the_world(many: dict[str, bytes]) -> None:
    assert len(gzip.compress(many["data/timeline/basemap.json"])) <= 120_000
    assert len(gzip.compress(many["data/timeline/places.json"])) <= 20_000


def test_parts_are_small_and_follow_each_other_without_a_gap(many: dict[str, bytes]) -> None:
    events = json.loads(many["data/timeline/events.json"])
    parts = [json.loads(many[f"data/timeline/parts/{name}.json"]) for name, _ in events["parts"]]
    lengths = [len(part["events"]) for part in parts]
    assert max(lengths) <= 400
    assert [0, *accumulate(lengths)] == [*(first for _, first in events["parts"]), events["count"]]
    assert [part["first"] for part in parts] == [first for _, first in events["parts"]]
