"""Where events were, and the outlines of the world, as scripts read them."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
import worlds

from site_builder.formats import data_files
from site_builder.pages import Site

WORLD = """
actors/army: {name: Army}
places/kidal: {name: Kidal, country: ML, lat: 18.4411, lon: 1.40778, precision: settlement, sources: [s]}
places/wells: {name: Wells, lat: 20.0, lon: 2.0, precision: near, radius_km: 30, sources: [s]}
places/mali: {name: Mali, country: ML, precision: country}
places/somewhere: {name: Somewhere}
places/idle: {name: Idle, lat: 10.0, lon: 10.0, precision: exact, sources: [s]}
2024-01-01-a: {places: [{place: kidal, role: site}]}
2024-01-02-b: {places: [{place: kidal, role: site, precision: near, radius_km: 20}, {place: mali, role: site}]}
2024-01-03-c: {places: [{place: wells, role: site, standing: claimed}, {place: kidal, role: mentioned}],
    claims: [{id: there, by: army, topic: place}]}
2024-01-04-d: {places: [{place: somewhere, role: site}]}
2024-01-05-e: {places: [{place: wells, role: site}]}
"""


def data_of(site: Site, *names: str) -> list[dict[str, Any]]:
    files = dict(data_files(site))
    return [json.loads(files[f"data/timeline/{name}.json"]()) for name in names]


def site_of(folder: Path, world: str = WORLD, *, language: str = "en") -> Site:
    return worlds.here(worlds.chronicle_of(folder, world), language=language).site


def test_a_place_has_its_shape_and_the_events_that_were_there(tmp_path: Path) -> None:
    [written] = data_of(site_of(tmp_path), "places")
    assert written["page"] == "places/{id}/"
    found = [
        (one["id"], one["shape"], one["km"], [*accumulate(one["events"])], [*accumulate(one["unsure"])])
        for one in written["places"]
    ]
    assert found == [
        ("wells", "circle", 30, [2, 4], [2]),
        ("kidal", "disc", 0, [0], []),
        ("kidal", "circle", 20, [1], []),
        ("mali", "area", pytest.approx(1000, abs=1000), [1], []),
    ]


def test_a_country_stands_where_its_name_may_and_others_where_they_are(tmp_path: Path) -> None:
    [written] = data_of(site_of(tmp_path), "places")
    spots = {one["id"]: (one["lat"], one["lon"]) for one in written["places"]}
    assert spots["wells"] == (20.0, 2.0)
    north, east = spots["mali"]
    assert 11 < north < 24 and -10 < east < 4


def test_without_a_located_event_there_is_no_map(tmp_path: Path) -> None:
    site = site_of(tmp_path, "{places/somewhere: {name: S}, 2024-01-01-a: {places: [{place: somewhere, role: site}]}}")
    assert not {"data/timeline/places.json", "data/timeline/basemap.json"} & dict(data_files(site)).keys()


def test_countries_are_named_in_the_language_of_the_pages(tmp_path: Path) -> None:
    [french] = data_of(site_of(tmp_path, language="fr"), "basemap")
    assert {"DE": "Allemagne", "ML": "Mali"}.items() <= {code: name for code, name, *_ in french["names"]}.items()
    fiji = next(one for one in french["names"] if one[0] == "FJ")
    assert -19 < fiji[2] < -16 and abs(abs(fiji[3]) - 179) < 2 and fiji[4] < 3, "where it lies across the world's back"


def test_only_countries_that_stand_for_places_have_areas_and_rings_close(tmp_path: Path) -> None:
    [written] = data_of(site_of(tmp_path), "basemap")
    assert written["areas"].keys() == {"ML"}
    lines = [[*zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True)] for line in written["lines"]]
    for ring in written["areas"]["ML"]:
        passed = [lines[one] if one >= 0 else lines[~one][::-1] for one in ring]
        assert all(before[-1] == after[0] for before, after in zip(passed, passed[1:] + passed[:1], strict=True))


def test_outlines_are_finer_near_places(tmp_path: Path) -> None:
    near = """
    places/p: {name: P, lat: %s, lon: %s, precision: exact, sources: [s]}
    2024-01-01-a: {places: [{place: p, role: site}]}
    """
    [norway] = data_of(site_of(tmp_path / "norway", near % (60.4, 5.3)), "basemap")
    [chile] = data_of(site_of(tmp_path / "chile", near % (-50.0, -74.0)), "basemap")

    def points_around_bergen(written: dict[str, Any]) -> int:
        (x, y), (left, bottom) = written["scale"], written["start"]
        spots = [
            (east * x + left, north * y + bottom)
            for line in written["lines"]
            for east, north in zip(accumulate(line[::2]), accumulate(line[1::2]), strict=True)
        ]
        return sum(4 < east < 7 and 59 < north < 62 for east, north in spots)

    assert points_around_bergen(norway) > 3 * points_around_bergen(chile)


def test_borders_that_the_profile_leaves_out_are_not_there(tmp_path: Path) -> None:
    [with_all] = data_of(site_of(tmp_path / "all"), "basemap")
    [without] = data_of(site_of(tmp_path / "some", f"{WORLD}\nchronicle: {{map: {{left_out: [MA-EH]}}}}"), "basemap")
    assert len(without["borders"]) == len(with_all["borders"]) - 1
