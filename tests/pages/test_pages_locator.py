"""The small map of an event or a place, which shows nothing more exactly than it is known."""

from pathlib import Path

import pytest
from markupsafe import escape
from worlds import chronicle_of, here

from site_builder.geography import Box
from site_builder.pages.locator import locator_of_event, locator_of_place
from site_builder.pages.map_drawing import DrawnMap
from site_builder.pages.map_labels import Labels

PLACES = """
    places/kidal: {name: Kidal, country: ML, lat: 18.4411, lon: 1.40778, precision: settlement, sources: [s]}
    places/camp: {name: Camp, country: ML, lat: 18.5, lon: 1.5, precision: exact, sources: [s]}
    places/wells: {name: Wells, lat: 20.0, lon: 2.0, precision: near, radius_km: 30, sources: [s]}
    places/district: {name: A district, lat: 19.0, lon: 1.0, precision: district, sources: [s]}
    places/mali: {name: Mali, country: ML, precision: country}
    places/somewhere: {name: Somewhere}
    places/aguelhok: {name: Aguelhok, lat: 19.465, lon: 0.856, precision: settlement, sources: [s]}
"""


def located(folder: Path, places: str) -> DrawnMap | None:
    """The map of an event at some places."""
    world = f"{PLACES}\n    2024-07-27-x: {{title: X, places: [{places}]}}"
    chronicle = chronicle_of(folder, world)
    return locator_of_event(here(chronicle, "events/2024-07-27-x"), chronicle.events["2024-07-27-x"])


def map_of_place(folder: Path, place: str) -> DrawnMap | None:
    chronicle = chronicle_of(folder, PLACES)
    return locator_of_place(here(chronicle, f"places/{place}"), chronicle.places[place])


@pytest.mark.parametrize(
    ("place", "shape"), [("camp", "point"), ("kidal", "disc"), ("wells", "circle"), ("district", "circle")]
)
def test_a_place_is_drawn_as_closely_as_it_is_known(tmp_path: Path, place: str, shape: str) -> None:
    found = map_of_place(tmp_path, place)
    assert found is not None
    assert [spot.shape for spot in found.spots] == [shape]
    assert found.country == ""


def test_a_circle_has_the_radius_of_its_place_at_the_scale_of_the_map(tmp_path: Path) -> None:
    found = map_of_place(tmp_path, "wells")
    assert found is not None and found.scale is not None
    [circle], km = found.spots, float(found.scale.words.split()[0])
    assert circle.radius == pytest.approx(30 * found.scale.width / km, rel=0.02)


def test_a_country_is_outlined_and_has_no_spot(tmp_path: Path) -> None:
    found = map_of_place(tmp_path, "mali")
    assert found is not None
    assert found.spots == ()
    assert found.country.startswith("M")


def test_what_is_not_located_has_no_map(tmp_path: Path) -> None:
    assert map_of_place(tmp_path, "somewhere") is None
    assert located(tmp_path, "{place: somewhere}") is None


def test_places_that_are_only_mentioned_are_not_where_it_happened(tmp_path: Path) -> None:
    assert located(tmp_path, "{place: kidal, role: mentioned}") is None


def test_where_an_event_happened_comes_before_where_it_came_from(tmp_path: Path) -> None:
    found = located(tmp_path, "{place: kidal}, {place: wells, role: origin}")
    assert found is not None
    assert [spot.shape for spot in found.spots] == ["disc"]


def test_an_event_may_be_known_more_closely_than_its_place(tmp_path: Path) -> None:
    found = located(tmp_path, "{place: wells, lat: 20.01, lon: 2.0, precision: exact}")
    assert found is not None
    assert [spot.shape for spot in found.spots] == ["point"]


def test_a_place_that_is_not_established_is_drawn_as_unsure(tmp_path: Path) -> None:
    world = f"{PLACES}\n    2024-07-27-x: {{title: X, places: [{{place: kidal, standing: claimed}}]}}"
    chronicle = chronicle_of(tmp_path, world, errors=True)  # a claim would have to say so
    found = locator_of_event(here(chronicle), chronicle.events["2024-07-27-x"])
    assert found is not None
    assert [spot.sure for spot in found.spots] == [False]


def test_neighbours_and_countries_have_their_names(tmp_path: Path) -> None:
    found = map_of_place(tmp_path, "kidal")
    assert found is not None
    assert {label.text: label.style for label in found.labels} | {"Camp": "neighbour"} == {
        "Aguelhok": "neighbour",
        "Camp": "neighbour",
        "Mali": "country",
    }
    assert found.borders == "" or found.borders.startswith("M")


def test_names_of_countries_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    chronicle = chronicle_of(tmp_path, PLACES)
    found = locator_of_place(here(chronicle, language="fr"), chronicle.places["mali"])
    assert found is not None
    assert "Algérie" in {label.text for label in found.labels}


def test_several_places_are_all_in_sight_and_named(tmp_path: Path) -> None:
    found = located(tmp_path, "{place: kidal}, {place: aguelhok}")
    assert found is not None
    assert len(found.spots) == 2
    assert all(0 < spot.x < found.width and 0 < spot.y < found.height for spot in found.spots)
    assert {"Kidal", "Aguelhok"} <= {label.text for label in found.labels if label.style == "place"}


def test_a_name_in_another_language_is_a_plain_text_of_the_drawing(tmp_path: Path) -> None:
    world = PLACES.replace("name: Aguelhok", "name: {uk: Агельхок}")
    chronicle = chronicle_of(tmp_path, world)
    found = locator_of_place(here(chronicle), chronicle.places["kidal"])
    assert found is not None
    assert "Агельхок" in {escape(label.text) for label in found.labels}


def test_no_two_names_lie_on_each_other() -> None:
    labels = Labels(Box(0, 0, 200, 120), ())
    put = [labels.put_beside("A long enough name", (100, 60), 2, "place") for _ in range(9)]
    assert put.count(True) == len(labels.put)
    assert 1 < len(labels.put) < 5


def test_a_name_that_has_no_room_is_left_out() -> None:
    labels = Labels(Box(0, 0, 60, 120), ())
    assert not labels.put_beside("A name far too long for it", (30, 60), 2, "place")
    assert labels.put == []
