"""Links to the host that keeps the records."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.fixing import fix
from site_builder.pages.hosting import Host, begun_file, edit_href, host_of, new_href, report_href
from site_builder.pages.markers import END, NEW_RECORDS, PRIVATE_ADDRESS, WORDS, filled_in
from site_builder.problems import Severity
from site_builder.reading import read
from site_builder.records import MODELS, Kind, Profile, Source
from site_builder.schema import record_template
from site_builder.vocabulary import built_in

GITHUB = "https://github.com/somebody/chronicle/"
SOURCE = Source(id="a-b", file="sources/a-b.yml", publisher="P")

DESK = Profile.model_validate({"private_address": "Write to the desk."})


def github(report_url: str = "") -> Host:
    return host_of(GITHUB, "main", "events", report_url)


def test_a_record_is_edited_where_the_repository_keeps_it() -> None:
    assert edit_href(github(), SOURCE) == "https://github.com/somebody/chronicle/edit/main/events/sources/a-b.yml"
    gitlab = host_of("https://gitlab.com/a/b", "trunk", "events", "")
    assert edit_href(gitlab, SOURCE) == "https://gitlab.com/a/b/-/edit/trunk/events/sources/a-b.yml"


def test_errors_go_to_the_host_unless_the_site_names_another_address() -> None:
    assert report_href(github(), SOURCE) == "https://github.com/somebody/chronicle/issues/new?title=a-b"
    own = github("https://example.org/report?record={file}")
    assert report_href(own, SOURCE) == "https://example.org/report?record=sources%2Fa-b.yml"


@pytest.mark.parametrize("repository", ["", "https://example.org/a/b", "not an address"])
def test_a_host_that_is_not_known_is_not_guessed(repository: str) -> None:
    host = host_of(repository, "main", "events", "")
    assert host == Host()
    assert [edit_href(host, SOURCE), report_href(host, SOURCE), new_href(host, Kind.EVENT, built_in())] == ["", "", ""]


LONGEST_ADDRESS = 8000
"""Characters of an address above which hosts refuse it."""


@pytest.mark.parametrize("kind", Kind)
def test_a_new_record_begins_with_a_template_in_the_folder_of_its_kind(kind: Kind) -> None:
    address = urlsplit(new_href(github(), kind, built_in(), 2023))
    asked = parse_qs(address.query)
    folder = "2023" if kind is Kind.EVENT else kind.plural
    assert address.path == f"/somebody/chronicle/new/main/events/{folder}"
    assert asked["value"] == [record_template(kind, built_in())]
    assert f"{folder}/{asked['filename'][0]}" == begun_file(kind, 2023)
    assert len(address.geturl()) < LONGEST_ADDRESS


def test_an_event_of_a_year_before_our_era_begins_in_the_folder_of_that_year() -> None:
    address = urlsplit(new_href(github(), Kind.EVENT, built_in(), -211))
    assert address.path == "/somebody/chronicle/new/main/events/212-bce"
    assert parse_qs(address.query)["filename"] == ["212-bce-MM-DD-WHAT-HAPPENED.yml"]


@pytest.mark.parametrize("year", [None, -12024, 12024])
def test_an_event_of_no_year_that_has_a_folder_begins_among_all_records(year: int | None) -> None:
    address = urlsplit(new_href(github(), Kind.EVENT, built_in(), year))
    assert address.path == "/somebody/chronicle/new/main/events"
    assert parse_qs(address.query)["filename"] == ["YYYY-MM-DD-WHAT-HAPPENED.yml"]


def test_hosts_that_take_a_text_are_given_it_and_others_the_name_alone() -> None:
    codeberg = host_of("https://codeberg.org/a/b", "main", "events", "")
    gitlab = host_of("https://gitlab.com/a/b", "main", "events", "")
    asked = parse_qs(urlsplit(new_href(codeberg, Kind.ACTOR, built_in())).query)
    assert asked == {"filename": ["THE-NAME.yml"], "value": [record_template(Kind.ACTOR, built_in())]}
    assert (
        new_href(gitlab, Kind.ACTOR, built_in())
        == "https://gitlab.com/a/b/-/new/main/events/actors?file_name=THE-NAME.yml"
    )


@pytest.mark.parametrize("kind", Kind)
def test_a_template_sent_as_it_is_has_its_empty_keys_and_its_name_reported(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / begun_file(kind)
    path.parent.mkdir()
    path.write_text(record_template(kind, built_in()), encoding="utf-8")
    keys = re.findall(r"^([a-z_]+):$", record_template(kind, built_in()), re.MULTILINE)
    found = read(tmp_path).problems
    folder = {"TL007"} if kind is Kind.EVENT else set()
    assert {problem.code for problem in found} == {"TL004", "TL029"} | folder
    empty = {problem.text: problem.severity for problem in found if problem.code == "TL029"}
    assert set(empty) == set(keys)
    errors = {key for key, severity in empty.items() if severity is Severity.ERROR}
    assert errors == {name for name, info in MODELS[kind].model_fields.items() if info.is_required()} - {"id", "file"}


@pytest.mark.parametrize("kind", Kind)
def test_a_template_of_which_only_what_is_needed_is_filled_in_passes(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / ("2024/2024-07-27-a.yml" if kind is Kind.EVENT else f"{kind.plural}/a-name.yml")
    path.parent.mkdir()
    text = record_template(kind, built_in())
    for line in FILLED[kind].splitlines():
        key, _, value = line.partition(":")
        info = MODELS[kind].model_fields.get(key)
        if info is not None and info.is_required():
            text = text.replace(f"\n{key}:\n", f"\n{key}:{value}\n")
    path.write_text(text.replace("type: person", "type: company"), encoding="utf-8")
    assert {problem.severity for problem in read(tmp_path).problems} == {Severity.WARNING}
    fix(tmp_path, lambda _: True)
    assert read(tmp_path).problems == ()


FILLED = {
    Kind.EVENT: "title: T\ndate: 2024-07-27\nkind: battle\nsummary: S\nplaces: [{place: a, role: site}]\n"
    "actors: [{actor: a, role: attacker}]\nthreads: [a]\nunknown: [U]\nsources: [a]\nadded: 2026-11-22\n",
    Kind.ACTOR: "name: N\ntype: person\naliases: [A]\nnamed_because: public-office\ndescription: D\nsources: [a]\n",
    Kind.PLACE: "name: N\naliases: [A]\ncountry: ML\nwithin: a\nlat: 1.5\nlon: 2\nprecision: near\ndescription: D\n"
    "sources: [a]\n",
    Kind.SOURCE: "publisher: P\ntitle: T\nauthor: A\ndate: 2024-07\nlang: en\nurl: https://a.org/\n"
    "archive: https://b.org/\nkind: outlet\norigin: O\nconsulted: no\n",
    Kind.THREAD: "title: T\nsummary: S\nstart: [2024-07-27-a]\n",
    Kind.QUESTION: "title: T?\nsummary: S\nthreads: [a]\n",
}


@pytest.mark.parametrize("kind", Kind)
def test_a_template_that_is_filled_in_is_a_record_without_problems_of_its_own(kind: Kind, tmp_path: Path) -> None:
    text = record_template(kind, built_in())
    for line in FILLED[kind].splitlines():
        key, _, value = line.partition(":")
        assert f"\n{key}:\n" in text, key
        text = text.replace(f"\n{key}:\n", f"\n{key}:{value}\n")
    path = tmp_path / ("2024/2024-07-27-what-happened.yml" if kind is Kind.EVENT else f"{kind.plural}/a-name.yml")
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert read(tmp_path).problems == ()
    # What is said in the end is what would have been written without a template.
    bare = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#") and line.strip())
    assert sorted(bare.splitlines()) == sorted(FILLED[kind].splitlines())


def test_hand_written_pages_get_what_their_markers_ask_for() -> None:
    page = f"# A\n\n{NEW_RECORDS}\n\n{PRIVATE_ADDRESS}\n\n{WORDS}\n"
    filled = filled_in(page, github(), built_in(), profile=DESK)
    assert '<a href="https://github.com/somebody/chronicle/new/main/events/actors?' in filled
    assert "Write to the desk." in filled
    assert "### Standing" in filled
    assert "<!--" not in filled


def test_what_stands_on_the_host_in_the_place_of_a_marker_gives_way() -> None:
    page = f"{PRIVATE_ADDRESS}\nnot here\n{END}\n\nkept\n\n{NEW_RECORDS}\nnor this\n{END}\n\n{WORDS}\n\nkept too\n"
    filled = filled_in(page, github(), built_in(), profile=DESK)
    assert "not here" not in filled and "nor this" not in filled
    assert "kept" in filled and "kept too" in filled and "<!--" not in filled
    assert "kept" in filled_in(f"{PRIVATE_ADDRESS}\n\nkept\n\n{NEW_RECORDS}\nnot here\n{END}", Host(), built_in())


def test_a_site_whose_host_is_not_known_shows_the_templates_to_be_copied() -> None:
    filled = filled_in(NEW_RECORDS, Host(), built_in())
    assert "<a " not in filled
    for kind in Kind:
        assert escape(record_template(kind, built_in())) in filled
        assert begun_file(kind) in filled


def test_a_site_without_a_private_address_says_so() -> None:
    assert "names no private address" in filled_in(PRIVATE_ADDRESS, Host(), built_in())


def test_a_page_without_markers_stays_as_it_is() -> None:
    assert filled_in("# A page\n", github(), built_in()) == "# A page\n"
