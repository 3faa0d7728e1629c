"""The outlines of the world for the map, fine near the places of a chronicle: see `columns`, which has the form."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import floor

from babel import Locale

from site_builder.geography import Ring, World, room_for_name, the_world
from site_builder.pages import Here, places_on_map

MOST_POINTS = 38_000
"""About 110 kB, compressed."""
_FINE_KM, _COARSE_KM = 0.5, 5.0
"""What changes a line by less is left out near places, and elsewhere; both grow until there is room for all."""
_STEP, _FINE_STEP = 1.25, 1.1
_NEAR = 2
"""A spot is near a place that is at most so many cells away, each a degree wide and high."""

_Cell = tuple[int, int]
_Steps = Sequence[tuple[int, int]]


def view_basemap(here: Here) -> Mapping[str, object]:
    """`basemap.json`."""
    world, shown = the_world(), [one.where for one in places_on_map(here.site)]
    lines = _lines(world, {cell for one in shown if one.point and not one.country for cell in _cells(one.point)})
    number = {line: at for at, line in enumerate(lines)}
    left_out, (scale, start) = here.chronicle.profile.map.borders_left_out, world.grid
    countries = [country for country in world.countries if country.code]
    drawn = {one.country for one in shown}
    return {
        "scale": scale,
        "start": start,
        "lines": [_flat(steps) for steps in lines.values()],
        "land": [*_rings(world.land, number)],
        "borders": [number[line] for line, codes in world.borders.items() if line in number and codes not in left_out],
        "areas": {one.code: [*_rings(one.rings, number)] for one in countries if one.code in drawn},
        "names": [*_names(here, world)],
    }


def _cells(point: tuple[float, float]) -> Iterator[_Cell]:
    north, east = map(floor, point)
    around = range(-_NEAR, _NEAR + 1)
    return ((east + i, north + j) for i in around for j in around)


def _lines(world: World, near: Collection[_Cell]) -> Mapping[int, _Steps]:
    """The points of each line that can be seen, as finely as there is room for."""
    crossed = {
        line
        for line, box in enumerate(world.boxes)
        if any(box.left - 1 <= east <= box.right and box.bottom - 1 <= north <= box.top for east, north in near)
    }
    fine, coarse = _FINE_KM, _COARSE_KM
    while True:
        found = {line: _points(world, line, coarse, fine if line in crossed else None, near) for line in _all(world)}
        lines = {line: steps for line, steps in found.items() if len(steps) > 2 or steps[0] != steps[-1]}
        if sum(map(len, lines.values())) <= MOST_POINTS:
            return lines
        fine, coarse = fine * _FINE_STEP, coarse * _STEP


def _all(world: World) -> range:
    return range(len(world.boxes))


def _points(world: World, line: int, coarse: float, fine: float | None, near: Collection[_Cell]) -> _Steps:
    everywhere = world.steps(line, world.level_at(coarse))
    if fine is None:
        return everywhere
    (x_scale, y_scale), (x_start, y_start) = world.grid
    kept = {*everywhere}
    return [
        (x, y)
        for x, y in world.steps(line, world.level_at(fine))
        if (x, y) in kept or (floor(x * x_scale + x_start), floor(y * y_scale + y_start)) in near
    ]


def _flat(steps: _Steps) -> list[int]:
    """How much farther east and north each point is than the one before it, in turn."""
    before, found = (0, 0), list[int]()
    for x, y in steps:
        found += (x - before[0], y - before[1])
        before = x, y
    return found


def _rings(rings: Iterable[Ring], number: Mapping[int, int]) -> Iterator[list[int]]:
    """The rings of which a line can be seen, without those of their lines that cannot."""
    for ring in rings:
        passed = [(line, line if line >= 0 else ~line) for line in ring.lines]
        if seen := [number[one] if line >= 0 else ~number[one] for line, one in passed if one in number]:
            yield seen


def _names(here: Here, world: World) -> Iterator[tuple[str, str, float, float, float]]:
    """Of each country its code, its name, degrees north and east of where that may stand, and how many it is wide."""
    names = Locale.parse(here.site.language.replace("-", "_")).territories
    for country in world.countries:
        if country.code:
            (east, north), width = room_for_name(world, country)
            yield country.code, names.get(country.code, country.code), round(north, 1), round(east, 1), round(width, 1)
