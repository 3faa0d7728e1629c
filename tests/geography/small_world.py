"""A world of two square countries that share a border, packed as the real one is."""

import gzip
import json
from array import array
from itertools import pairwise

from site_builder.geography import World

# In degrees; the grid's corner is 10 west and 0 north of the meridian, and a step is a degree.
COAST_OF_MALI = [(0, 10), (-10, 10), (-10, 0), (0, 0)]
BORDER = [(0, 0), (1, 5), (0, 10)]
COAST_OF_NIGER = [(0, 10), (10, 10), (10, 0), (0, 0)]
ALWAYS, COARSE = 255, 40


def small_world() -> World:
    """Mali in the west and Niger in the east, whose border bends in the middle; the bend is of a coarse level."""
    lines = (COAST_OF_MALI, BORDER, COAST_OF_NIGER)
    levels = [ALWAYS] * 4 + [ALWAYS, COARSE, ALWAYS] + [ALWAYS] * 4
    header = {
        "scale": [1, 1],
        "translate": [-10, 0],
        "finest_km": 1,
        "levels_per_doubling": 10,
        "lengths": [len(line) for line in lines],
        "boxes": [_box(line) for line in lines],
        "land": [[0, ~2]],
        "countries": [
            {"id": "466", "name": "Mali", "rings": [[0, 1]]},
            {"id": "562", "name": "Niger", "rings": [[1, 2]]},
        ],
    }
    columns = []
    for axis, corner in ((0, -10), (1, 0)):
        steps = array("i")
        for line in lines:
            values = [point[axis] - corner for point in line]
            steps.extend([values[0], *(end - start for start, end in pairwise(values))])
        columns.append(steps.tobytes())
    return World(gzip.compress(json.dumps(header).encode() + b"\n" + b"".join(columns) + bytes(levels)))


def _box(line: list[tuple[int, int]]) -> list[int]:
    """The least and the greatest steps of a line from the corner of the grid."""
    xs, ys = ([*one] for one in zip(*line, strict=True))
    return [min(xs) + 10, min(ys), max(xs) + 10, max(ys)]
