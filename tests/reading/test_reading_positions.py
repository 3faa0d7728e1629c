from pathlib import Path

import pytest

from site_builder import reading
from site_builder.reading import Positions
from site_builder.records import RecordPath

EVENT = """\
title: The ambush
date: [2024-07-25..2024-07-27]
actors:
  - {actor: csp-dpa, role: attacker}
  - actor: 'jnim'
claims:
  - id: toll
    figures:
      fama+wagner: {killed: 84}
sources: [a, "b"]
body: |
  It was said [@a] and
  said again [@a].
"""


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "2024-07-ambush.yml"
    path.write_text(EVENT)
    return path


def positions(path: Path) -> Positions:
    return reading.read(path.parent).files[path.name].positions


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (1, 8, "The ambush")),
        (("date",), (2, 7, "[2024-07-25..2024-07-27]")),
        (("actors", 0, "actor"), (4, 13, "csp-dpa")),
        (("actors", 0, "standing"), (4, 5, "{actor: csp-dpa, role: attacker}")),
        (("actors", 1, "actor"), (5, 13, "jnim")),
        (("claims", 0, "figures", "fama+wagner", "killed"), (9, 29, "84")),
        (("sources", 1, "source"), (10, 15, "b")),
        (("nowhere",), (1, 1, "title: The ambush…")),
    ],
)
def test_a_value_is_located_by_its_path(event: Path, path: RecordPath, place: tuple[int, int, str]) -> None:
    assert positions(event).find(path) == place


def test_a_part_of_a_text_is_found_where_it_stands(event: Path) -> None:
    found = positions(event)
    assert found.find(("body",), "[@a]")[:2] == (12, 15)
    assert found.find(("body",), "[@a]", occurrence=1)[:2] == (13, 14)
    assert found.find(("body",), "[@a]", occurrence=2)[:2] == (11, 7)


def test_a_part_of_a_key_is_found_where_it_stands(event: Path) -> None:
    path = ("claims", 0, "figures", "fama+wagner")
    assert positions(event).find_key(path, "wagner")[:2] == (9, 12)


def test_a_file_that_is_gone_has_its_beginning_for_every_place(tmp_path: Path) -> None:
    (tmp_path / "gone.yml").symlink_to("nowhere.yml")
    assert positions(tmp_path / "gone.yml").find(("title",)) == (1, 1, "")
