"""What sources are called: two that would read the same are told apart."""

from pathlib import Path

import worlds

from site_builder.pages.citations import list_sources, view_source
from site_builder.pages.context import Here


def names(folder: Path, world: str) -> dict[str, str]:
    return {at: name.words for at, name in worlds.here(worlds.chronicle_of(folder, world)).site.source_names.items()}


def test_a_source_is_called_by_its_publisher_and_date(tmp_path: Path) -> None:
    world = """
    sources/s: {publisher: S}
    sources/a: {publisher: AFP, date: 2024-07-28, title: A title, read_in: {publisher: RFI}}
    sources/b: {publisher: AFP, date: 2024-07-29}
    """
    assert names(tmp_path, world) == {"s": "S", "a": "AFP, 28 July 2024", "b": "AFP, 29 July 2024"}


def test_sources_of_one_publisher_and_day_are_told_apart_by_carrier_title_and_id(tmp_path: Path) -> None:
    world = """
    sources/s: {publisher: S}
    sources/a: {publisher: AFP, date: 2024-07-28, title: First, read_in: {publisher: RFI}}
    sources/b: {publisher: AFP, date: 2024-07-28, title: Second, read_in: {publisher: VOA}}
    sources/c: {publisher: AFP, date: 2024-07-28, title: Third, read_in: {publisher: VOA}}
    sources/d: {publisher: AFP, date: 2024-07-28, title: Fourth}
    sources/e: {publisher: AP}
    sources/f: {publisher: AP}
    """
    assert names(tmp_path, world) == {
        "s": "S",
        "a": "AFP, 28 July 2024, in the copy of RFI",
        "b": "AFP, Second, 28 July 2024, in the copy of VOA",
        "c": "AFP, Third, 28 July 2024, in the copy of VOA",
        "d": "AFP, 28 July 2024",
        "e": "AP, e",
        "f": "AP, f",
    }


def _summary(here: Here, *ids: str) -> tuple[str, list[str]]:
    found = list_sources(here, [view_source(here, here.chronicle.sources[at]) for at in ids])
    return found.summary, [note.read for note in found.notes]


def test_what_was_read_of_most_sources_is_said_once_above_them(tmp_path: Path) -> None:
    world = """
    sources/a: {consulted: excerpt}
    sources/b: {consulted: excerpt}
    sources/c: {consulted: full}
    """
    here = worlds.here(worlds.chronicle_of(tmp_path, world))
    assert _summary(here, "a") == ("1 source (read in excerpt)", [""])
    assert _summary(here, "a", "b") == ("2 sources (all read in excerpt)", ["", ""])
    assert _summary(here, "a", "c", "b") == ("3 sources (2 read in excerpt, 1 read in full)", ["", "read in full", ""])
