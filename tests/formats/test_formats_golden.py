"""What is published of a small chronicle, file by file, as it was reviewed; tables have their files elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from formats.chronicle_of_all import seen_from_data
from site_builder.formats import exported_files

GOLDEN = Path(__file__).parents[1] / "golden" / "data"
FILES = (
    "data/chronicle.json",
    "data/events.geojson",
    "data/events.ics",
    "data/news.atom",
    "data/news.json",
    "events/2024-07-25-battle/index.json",
    "questions/who/index.json",
    "questions/who/news.json",
    "threads/war/index.json",
    "threads/war/news.atom",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    here = seen_from_data(tmp_path_factory.mktemp("golden"), "https://example.org/")
    return {name: make() for name, make in exported_files(here.site) if name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_it_was_reviewed(
    files: Mapping[str, bytes], name: str, same_as_file: Callable[[Path, str], None]
) -> None:
    same_as_file(GOLDEN / name.removeprefix("data/").replace("/", "."), in_lines(name, files[name]))


def in_lines(name: str, content: bytes) -> str:
    """A file laid out so that people can review it, and a change shows as the lines that differ."""
    if name.endswith(".ics"):
        assert content.count(b"\r\n") == content.count(b"\n")
        return content.decode().replace("\r\n", "\n")
    if name.endswith(".atom"):
        root = ElementTree.fromstring(content)
        ElementTree.indent(root)
        return ElementTree.tostring(root, encoding="unicode") + "\n"
    return json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"
