"""What a search finds of each record: one small document, by every name."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds

from site_builder.formats import SearchDocument, files_of_events, search_documents
from site_builder.publishing import make_templates, theme_folder

WORLD = """
2024-07-27-ambush:
  title: {en: Ambush at the well, fr: Embuscade au puits}
  kind: ambush
  summary: "Nobody knows <b>more</b>."
  standing: disputed
  claims: [{id: denial, by: gur, topic: occurrence}]
  actors: [{actor: gur, role: attacker}]
  places: [{place: town, role: site}]
2020-2022-siege: {title: A long siege, date: 2020/2022}
later: {title: Whenever, date: ../2021}
actors/gur:
  name: Military intelligence
  aliases: [GUR, HUR]
  names: [{name: Office Seven, until: "2016"}]
places/town: {name: {en: Tin Zaouatine, uk: Тін-Зауатін}, aliases: [Tinzawatene]}
questions/who: {title: Who was it}
threads/war: {title: A war}
sources/s: {publisher: Coast Agency, title: What happened, date: 2024-07-28}
"""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchDocument]:
    """Each document by its file."""
    site = worlds.here(worlds.chronicle_of(tmp_path_factory.mktemp("world"), WORLD)).site
    return {file: make() for file, make in search_documents(site)}


def filters(document: SearchDocument) -> list[str]:
    return [f"{name}:{value}" for name, value in document.filters]


def searched(document: SearchDocument) -> set[str]:
    """The words by which a document is found."""
    return {word for text in document.texts for word in text.words.split()}


def test_every_record_has_a_document_and_sources_have_an_index_of_their_own(
    documents: dict[str, SearchDocument],
) -> None:
    assert sorted(documents) == [
        "records/actors/gur/index.html",
        "records/events/2020-2022-siege/index.html",
        "records/events/2024-07-27-ambush/index.html",
        "records/events/later/index.html",
        "records/places/town/index.html",
        "records/questions/who/index.html",
        "records/threads/war/index.html",
        "sources/sources/s/index.html",
    ]
    assert list(documents)[-1].startswith("sources/"), "the first index is the one that has what all need"


def test_an_event_shows_what_it_is_when_it_was_and_how_sure_that_is(documents: dict[str, SearchDocument]) -> None:
    ambush = documents["records/events/2024-07-27-ambush/index.html"]
    assert dict(ambush.shown) == {
        "title": "Ambush at the well",
        "kind": "event",
        "what": "ambush",
        "date": "27 July 2024",
        "standing": "disputed",
    }
    assert "<b>more</b>." in searched(ambush)
    assert "standing" not in dict(documents["records/events/2020-2022-siege/index.html"].shown)


def test_results_can_be_chosen_by_kind_and_by_every_year_in_which_something_lasted(
    documents: dict[str, SearchDocument],
) -> None:
    assert filters(documents["records/events/2020-2022-siege/index.html"]) == [
        *("kind:event", "year:2020", "year:2021", "year:2022"),
    ]
    assert filters(documents["records/events/later/index.html"]) == ["kind:event", "year:2021"]
    assert filters(documents["records/actors/gur/index.html"]) == ["kind:actor"]
    assert filters(documents["sources/sources/s/index.html"]) == ["kind:source", "year:2024"]


@pytest.mark.parametrize(
    ("file", "typed"),
    [
        ("actors/gur", "gur"),
        ("actors/gur", "hur"),
        ("actors/gur", "officeseven"),
        ("places/town", "tinzaouatine"),
        ("places/town", "tinzawatene"),
        ("places/town", "зауатін"),
        ("places/town", "zauatin"),
        ("events/2024-07-27-ambush", "Embuscade"),
        ("events/2024-07-27-ambush", "hur"),
        ("events/2024-07-27-ambush", "2024-07-27"),
        ("events/2024-07-27-ambush", "July"),
        ("events/2024-07-27-ambush", "tinzawatene"),
    ],
)
def test_a_record_is_found_by_all_names_and_an_event_by_those_of_who_was_there(
    documents: dict[str, SearchDocument], file: str, typed: str
) -> None:
    assert typed in searched(documents[f"records/{file}/index.html"])


def test_a_text_in_another_language_says_which(tmp_path: Path) -> None:
    world = "2024-01-01-a: {title: {fr: Embuscade}}"
    site = worlds.here(worlds.chronicle_of(tmp_path, world)).site
    document = dict(search_documents(site))["records/events/2024-01-01-a/index.html"]()
    assert dict(document.shown)["lang"] == "fr"
    html = make_templates([theme_folder()]).render("search-document.html", document=document)
    assert '"title:Embuscade"' in html
    assert "span" not in html


def test_events_are_told_in_the_order_in_which_the_timeline_has_them(tmp_path: Path) -> None:
    world = "2024-01-01-b: {title: B}\n2020-01-01-z: {title: Z}\nlater: {title: L, date: ../2021}"
    site = worlds.here(worlds.chronicle_of(tmp_path, world)).site
    names = [file.split("/")[1] for file in files_of_events(site)]
    assert names == [line.id for line in site.timeline.lines]
    assert len(names) == 3


def test_pages_written_by_hand_come_before_all_records(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, "{}")).site
    page = SearchDocument("method/index.html", "Method", "page", about="How it is done.")
    documents = dict(search_documents(site, [page]))
    assert next(iter(documents)) == "records/method/index.html"
    assert {"How", "done."} <= searched(documents["records/method/index.html"]())
