"""Tables as others' programs read them, and as a spreadsheet would take them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import polars
import pytest
from building import Built
from pyarrow import parquet

from formats.chronicle_of_all import exported, seen_from_data
from site_builder.chronicle import Chronicle
from site_builder.formats import EXPORTS
from site_builder.pages import Here

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
