"""Events as GeoJSON, as a model that others wrote reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from geojson_pydantic import Feature, FeatureCollection, Point

from formats.chronicle_of_all import exported, seen_from_data

Points = FeatureCollection[Feature[Point, dict[str, Any]]]


def test_an_event_is_a_point_with_its_radius_or_has_no_geometry(tmp_path: Path) -> None:
    found = Points.model_validate_json(exported(seen_from_data(tmp_path), "events.geojson"))
    points = {str(feature.id): feature.geometry for feature in found.features}
    assert [event for event, point in points.items() if point is not None] == ["2024-07-25-battle"]
    assert points["2024-07-25-battle"] == Point(type="Point", coordinates=(-2.702, 19.943))
    [battle] = [feature.properties or {} for feature in found.features if feature.geometry is not None]
    assert (battle["place"], battle["precision"], battle["radius_km"]) == ("town", "exact", 0)
    assert len(points) == 4
