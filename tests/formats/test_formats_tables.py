"""Tables as others' programs read them, and as a spreadsheet would take them."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import polars
import pytest
import worlds
from building import Built
from pyarrow import parquet

from formats.chronicle_of_all import exported, seen_from_data
from site_builder.chronicle import Chronicle
from site_builder.figures import parse
from site_builder.formats import EXPORTS
from site_builder.formats.comma_separated import FORMULA
from site_builder.pages import DATA, Here
from site_builder.pages.claim_lines import view_claim_line

GOLDEN = Path(__file__).parents[1] / "golden" / "data"
NAMES = ("events", "claims", "links", "sources")


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return seen_from_data(tmp_path)


def rows(here: Here, name: str) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(exported(here, f"{name}.csv").decode(), newline=""))]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_the_same_as_its_file(here: Here, name: str, same_as_file: Callable[[Path, str], None]) -> None:
    text = exported(here, f"{name}.csv").decode()
    assert text.count("\r\n") == text.count("\n")
    same_as_file(GOLDEN / f"{name}.csv", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("name", NAMES)
def test_polars_reads_a_table_as_it_reads_the_parquet_of_it(here: Here, name: str) -> None:
    typed = polars.read_parquet(BytesIO(exported(here, f"{name}.parquet")))
    plain = polars.read_csv(BytesIO(exported(here, f"{name}.csv")), schema=typed.schema)
    texts = polars.col(polars.String)
    assert plain.with_columns(texts.str.replace(r"^'([=+@-])", "$1").fill_null("")).equals(
        typed.with_columns(texts.fill_null(""))
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_run_as_a_formula(here: Here, name: str) -> None:
    for row in rows(here, name):
        for column, cell in row.items():
            harmless = column in ("lat", "lon") or column.startswith(("date", "earliest", "latest"))
            assert harmless or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (column, cell)


def test_a_claim_has_a_row_for_each_figure_and_one_without_any(here: Here) -> None:
    found = [(row["permalink"], row["party"], row["category"]) for row in rows(here, "claims")]
    event = "2024-07-25-battle"
    assert found == [
        (f"{event}#first", "army", "killed"),
        (f"{event}#first", "army", "captured"),
        (f"{event}#first", "wagner+army", "killed"),
        (f"{event}#second", "army", "killed"),
        (f"{event}#third", "", ""),
    ]


def test_a_figure_has_its_bounds_and_one_number_only_where_it_was_given(here: Here) -> None:
    figures = {row["figure"]: (row["low"], row["best"], row["high"]) for row in rows(here, "claims")}
    assert figures == {
        "~50": ("40", "50", "60"),
        "5-7": ("5", "", "7"),
        "46+": ("46", "", ""),
        "up to 10": ("0", "", "10"),
        "": ("", "", ""),
    }


def test_readers_are_told_the_bounds_of_words_and_what_stands_before_a_formula() -> None:
    guide = " ".join((Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8").split())
    for word in ("dozens", "hundreds", "thousands"):
        figure = parse(word)
        assert re.search(rf"`{word}` (they are )?{figure.least:,} to {figure.most:,}\b", guide), word
    assert all(f"`{sign}`" in guide.partition("## In a spreadsheet")[2] for sign in FORMULA if not sign.isspace())


def test_readers_are_told_of_every_column_of_bounds_and_of_dates_without(here: Here) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
    columns = {column for name in NAMES for column in rows(here, name)[0]}
    bounds = {column for column in columns if re.search("earliest|latest", column)}
    for column in (*bounds, "said", "happened", "published"):
        assert column in columns and f"`{column}`" in guide, column


def test_a_claim_says_who_said_it_through_whom_when_and_what_it_answers(here: Here) -> None:
    first, *_, second, _ = rows(here, "claims")
    assert [first[name] for name in ("claimant", "speaker", "relay", "said")] == [
        "csp",
        "ramadane",
        "agency",
        "2024-07-28",
    ]
    assert (first["covers_earliest"], first["covers_latest"]) == ("2024-07-25", "2024-07-27")
    assert (second["claimant"], second["unnamed"], second["side"]) == ("", "a resident", "army")
    assert second["denies"] == "2024-07-25-battle#first"
    assert (first["disputed"], second["disputed"], first["origins"]) == ("true", "true", "Wire")


RIVALS = """
2024-07-25-battle:
  claims:
    - {id: both, by: csp, topic: toll, figures: {army: {killed: 50}, "wagner + army": {killed: 46, captured: 3}}}
    - {id: other, by: army, topic: toll, figures: {"army+wagner": {killed: 10}}}
    - {id: denied, by: csp, topic: toll, figures: {army: {captured: 7}}}
    - {id: denial, by: army, topic: occurrence, says: None were., denies: denied}
actors/csp: {name: CSP}
actors/army: {name: Army, type: armed-forces}
actors/wagner: {name: Wagner}
"""


def test_each_figure_is_disputed_in_all_data_where_its_page_marks_it(tmp_path: Path) -> None:
    here = Here(worlds.here(worlds.chronicle_of(tmp_path, RIVALS)).site, DATA)
    found = json.loads(exported(here, "chronicle.json"))["found"]["claims"]
    listed = {
        (claim, one["party"], one["category"]) for claim in found for one in found[claim].get("disputed-figures", ())
    }
    in_rows = {
        (row["permalink"], row["party"], row["category"]) for row in rows(here, "claims") if row["disputed"] == "true"
    }
    event = "2024-07-25-battle"
    assert listed == {
        (f"{event}#both", "wagner + army", "killed"),
        (f"{event}#other", "army+wagner", "killed"),
        (f"{event}#denied", "army", "captured"),
    }
    assert in_rows == listed
    marked = {
        str(key): [count.disputed for count in view_claim_line(here, key).counts] for key in here.chronicle.claims.all
    }
    assert marked[f"{event}#both"] == [False, True, False]
    assert {claim: sum(marks) for claim, marks in marked.items() if any(marks)} == Counter(one for one, *_ in listed)


def test_of_several_sites_the_first_that_is_located_is_on_the_map(tmp_path: Path) -> None:
    world = """
    2024-09-17-a: {places: [{place: nowhere}, {place: far, role: mentioned}, {place: airport}, {place: town}]}
    2024-09-18-b: {places: [{place: nowhere}, {place: far, role: mentioned}]}
    places/nowhere: {name: Nowhere}
    places/far: {name: Far, lat: 1, lon: 2, precision: settlement, sources: [s]}
    places/airport: {name: Airport, lat: 12.5, lon: -7.9, precision: exact, sources: [s]}
    places/town: {name: Town, lat: 20, lon: -3, precision: settlement, sources: [s]}
    sources/s: {publisher: P}
    """
    here = Here(worlds.here(worlds.chronicle_of(tmp_path, world)).site, DATA)
    [first, second] = rows(here, "events")
    assert (first["lat"], first["lon"], first["precision"]) == ("12.5", "-7.9", "exact")
    assert (second["lat"], second["lon"], second["precision"]) == ("", "", "")
    drawn = json.loads(exported(here, "events.geojson"))["features"]
    assert [feature["properties"]["place"] for feature in drawn] == ["airport", "nowhere"]
    assert [feature["geometry"] and feature["geometry"]["coordinates"] for feature in drawn] == [[-7.9, 12.5], None]


def test_an_event_has_where_it_happened_and_how_closely_that_is_known(here: Here) -> None:
    by_id = {row["id"]: row for row in rows(here, "events")}
    battle, undated = by_id["2024-07-25-battle"], by_id["xxxx-undated"]
    assert [battle[name] for name in ("lat", "lon", "precision", "radius_km")] == ["19.943", "-2.702", "exact", "0.0"]
    assert battle["places"] == "town (site)"
    assert battle["actors"] == "csp (attacker); some farmers (participant)"
    assert battle["corrected"] == "2026-11-25"
    assert battle["extra"] == '{"gauge": {"level": "4.2"}}'
    assert [undated[name] for name in ("lat", "lon", "precision", "radius_km")] == [""] * 4


def test_bounds_are_days_of_astronomical_years(here: Here) -> None:
    dates = {row["id"]: (row["earliest"], row["latest"]) for row in rows(here, "events")}
    assert dates["44-bce-03-15-ides"] == ("-0043-03-15", "-0043-03-15")
    assert dates["2024-07-25-battle"] == ("2024-07-25", "2024-07-27")
    assert dates["2024-08-01-open"] == ("", "2024-08-01")


def test_parquet_has_types_and_says_what_each_column_holds(here: Here) -> None:
    schema = parquet.read_schema(BytesIO(exported(here, "claims.parquet")))
    assert [str(schema.field(name).type) for name in ("low", "best", "disputed", "says")] == [
        "int64",
        "int64",
        "bool",
        "string",
    ]
    assert schema.field("low").metadata == {b"description": b"The least that the figure can mean."}


def test_the_site_has_every_file_and_the_real_tables_every_record(real_site: Built) -> None:
    chronicle = Chronicle.open(Path(__file__).parents[2] / "events")
    assert all((real_site.folder / file.path).is_file() for file in EXPORTS)
    for name, column, expected in (
        ("events", "id", set(chronicle.events)),
        ("claims", "permalink", {str(key) for key in chronicle.claims.all}),
        ("sources", "id", set(chronicle.sources)),
    ):
        table = polars.read_csv(real_site.folder / "data" / f"{name}.csv", infer_schema=False)
        assert set(table[column]) == expected
