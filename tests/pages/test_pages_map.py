"""The page of the map: what it says without scripts, and what it gives its script."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds
from pydantic import ValidationError

from site_builder.pages import pages_of
from site_builder.pages.locator import map_of_event, map_of_place
from site_builder.pages.map import MapPage, view_map
from site_builder.records.map_settings import MapSettings

WORLD = """
actors/army: {name: Army}
places/kidal: {name: Kidal, country: ML, lat: 18.4411, lon: 1.40778, precision: settlement, sources: [s]}
places/wells: {name: Wells, lat: 20.0, lon: 2.0, precision: near, radius_km: 30, sources: [s]}
places/mali: {name: Mali, country: ML, precision: country}
places/region: {name: Region, lat: 19.0, lon: 1.0, precision: region, sources: [s]}
places/idle: {name: Idle, within: region, lat: 19.0, lon: 1.0, precision: exact, sources: [s]}
2024-01-01-a: {title: A, places: [{place: kidal, role: site}]}
2024-01-02-b: {title: B, places: [{place: kidal, role: site}, {place: mali, role: site}]}
2024-01-03-c: {title: C, places: [{place: wells, role: site, standing: claimed}],
    claims: [{id: there, by: army, topic: place}]}
2024-01-04-d: {title: D}
"""


def page_of(folder: Path, world: str = WORLD) -> MapPage:
    return view_map(worlds.here(worlds.chronicle_of(folder, world), "map"))


def test_it_says_how_many_events_are_where_and_how_many_are_nowhere(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    assert page.total == "3 events at 3 places"
    assert page.elsewhere == "1 event has no place on the map"


def test_places_are_listed_with_their_latest_events_first(tmp_path: Path) -> None:
    found = [
        (one.place.label, one.count, [line.event.label for line in one.events]) for one in page_of(tmp_path).places
    ]
    assert found == [("Kidal", "2 events", ["B", "A"]), ("Mali", "1 event", ["B"]), ("Wells", "1 event", ["C"])]


def test_of_many_events_and_places_the_page_shows_some_and_says_how_many_more(tmp_path: Path) -> None:
    places = "".join(
        f"places/p{n}: {{name: P{n}, lat: {n / 4}, lon: 1, precision: exact, sources: [s]}}\n" for n in range(102)
    )
    events = "".join(f"2024-01-{n + 1:02d}-e{n}: {{places: [{{place: p{n % 2}, role: site}}]}}\n" for n in range(10))
    others = ", ".join(f"{{place: p{n}, role: site}}" for n in range(102))
    page = page_of(tmp_path, f"{places}{events}2024-02-01-all: {{places: [{others}]}}\n")
    assert len(page.places) == 100
    assert page.others is not None and page.others.label == "2 more, in the list of places"
    assert (page.places[0].count, len(page.places[0].events), page.places[0].more) == ("6 events", 3, "3 more")


def test_the_drawing_has_every_place_as_closely_as_it_is_known(tmp_path: Path) -> None:
    drawing = page_of(tmp_path).drawing
    assert drawing is not None
    assert sorted((spot.shape, spot.sure) for spot in drawing.spots) == [("circle", False), ("disc", True)]
    assert drawing.country.startswith("M"), "the country's outline"
    assert drawing.width > 500


def test_a_chronicle_without_located_events_has_no_map(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, "{2024-01-01-a: {}}")
    assert "map" not in {page.kind for page in pages_of(worlds.here(chronicle).site)}


def test_pages_lead_to_the_map_where_it_has_what_they_are_about(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, WORLD), "places/kidal")
    events, places = here.chronicle.events, here.chronicle.places
    assert map_of_event(here, events["2024-01-01-a"]) == "../../map/?event=2024-01-01-a"
    assert map_of_event(here, events["2024-01-04-d"]) == ""
    assert map_of_place(here, places["kidal"]) == "../../map/?place=kidal"
    assert map_of_place(here, places["idle"]) == ""


def test_tiles_are_asked_for_only_where_the_profile_names_them(tmp_path: Path) -> None:
    assert page_of(tmp_path / "none").background.tiles == ""
    tiles = 'chronicle: {map: {tiles: {url: "https://t.example/{z}/{x}/{y}.png", attribution: "© T"}}}'
    background = page_of(tmp_path / "some", f"{WORLD}\n{tiles}").background
    assert background.tiles == "https://t.example/{z}/{x}/{y}.png"
    assert background.note.endswith("which is a claim of its own. © T")


@pytest.mark.parametrize(
    "settings",
    [
        {"left_out": ["MA"]},
        {"left_out": ["MA-QX"]},
        {"tiles": {"url": "http://t.example/{z}/{x}/{y}.png", "attribution": "T"}},
        {"tiles": {"url": "https://{s}.t.example/{z}/{x}/{y}.png", "attribution": "T"}},
        {"tiles": {"url": "https://t.example/{z}/{x}.png", "attribution": "T"}},
        {"tiles": {"url": "https://t.example/{z}/{x}/{y}.png"}},
        {"tiles": {"url": "https://t.example; script-src *//{z}/{x}/{y}.png", "attribution": "T"}},
    ],
)
def test_settings_that_no_map_can_follow_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        MapSettings.model_validate(settings)


def test_the_policy_gets_the_host_of_the_tiles_and_no_more_of_their_address() -> None:
    tiles = MapSettings.model_validate(
        {"tiles": {"url": "https://t.example:8443/a/{z}/{x}/{y}.png", "attribution": "T"}}
    )
    assert tiles.tiles is not None
    assert tiles.tiles.origin == "https://t.example:8443"
