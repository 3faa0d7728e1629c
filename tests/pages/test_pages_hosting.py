"""Links to the host that keeps the records."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from site_builder.pages.hosting import Host, edit_href, host_of, new_href, report_href
from site_builder.pages.markers import NEW_RECORDS, PRIVATE_ADDRESS, WORDS, filled_in
from site_builder.reading import read_file
from site_builder.records import Kind, Source
from site_builder.schema import record_template

GITHUB = "https://github.com/somebody/chronicle/"
SOURCE = Source(id="a-b", file="sources/a-b.yml", publisher="P")


def github(report_url: str = "", private_address: str = "") -> Host:
    return host_of(GITHUB, "main", "events", report_url, private_address)


def test_a_record_is_edited_where_the_repository_keeps_it() -> None:
    assert edit_href(github(), SOURCE) == "https://github.com/somebody/chronicle/edit/main/events/sources/a-b.yml"
    gitlab = host_of("https://gitlab.com/a/b", "trunk", "events", "", "")
    assert edit_href(gitlab, SOURCE) == "https://gitlab.com/a/b/-/edit/trunk/events/sources/a-b.yml"


def test_errors_go_to_the_host_unless_the_site_names_another_address() -> None:
    assert report_href(github(), SOURCE) == "https://github.com/somebody/chronicle/issues/new?title=a-b"
    own = github("https://example.org/report?record={file}")
    assert report_href(own, SOURCE) == "https://example.org/report?record=sources%2Fa-b.yml"


@pytest.mark.parametrize("repository", ["", "https://example.org/a/b", "not an address"])
def test_a_host_that_is_not_known_is_not_guessed(repository: str) -> None:
    host = host_of(repository, "main", "events", "", "")
    assert host == Host()
    assert [edit_href(host, SOURCE), report_href(host, SOURCE), new_href(host, Kind.EVENT)] == ["", "", ""]


@pytest.mark.parametrize("kind", Kind)
def test_a_new_record_begins_with_a_template_in_the_folder_of_its_kind(kind: Kind) -> None:
    address = urlsplit(new_href(github(), kind))
    asked = parse_qs(address.query)
    folder = "2024" if kind is Kind.EVENT else kind.plural
    assert address.path == f"/somebody/chronicle/new/main/events/{folder}"
    assert asked["value"] == [record_template(kind)]
    assert asked["filename"][0].endswith(".yml")


@pytest.mark.parametrize("kind", Kind)
def test_a_template_is_a_record_without_problems_of_its_own(kind: Kind, tmp_path: Path) -> None:
    folder = tmp_path / ("2024" if kind is Kind.EVENT else kind.plural)
    folder.mkdir()
    path = folder / ("2024-07-27-what-happened.yml" if kind is Kind.EVENT else "new-name.yml")
    path.write_text(record_template(kind), encoding="utf-8")
    assert read_file(path, tmp_path).problems == ()


def test_hand_written_pages_get_what_their_markers_ask_for() -> None:
    page = f"# A\n\n{NEW_RECORDS}\n\n{PRIVATE_ADDRESS}\n\n{WORDS}\n"
    filled = filled_in(page, github(private_address="Write to the desk."))
    assert "[A new event](https://github.com/somebody/chronicle/new/main/" in filled
    assert "Write to the desk." in filled
    assert "### Standing" in filled
    assert "<!--" not in filled


def test_a_site_without_a_private_address_says_so() -> None:
    assert "names no private address" in filled_in(PRIVATE_ADDRESS, Host())


def test_a_page_without_markers_stays_as_it_is() -> None:
    assert filled_in("# A page\n", github()) == "# A page\n"
