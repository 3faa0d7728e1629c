"""Where readers are sent to edit a record, by the settings of the site and where it lies in its repository."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from building import build
from worlds import write_site

WORLD = "actors/csp: {name: CSP}\n"
GITHUB = "repo_url: https://github.com/a/b\n"
FILE = "events/actors/csp.yml"


def links(root: Path, config: str, site: str = "", events: str = "events") -> list[str]:
    """What the page of a record links to at the host, on a site in a folder of a repository."""
    (root / ".git").mkdir()
    settings = write_site(root / site, WORLD, config=config)
    if events != "events":
        target = root / site / events
        target.parent.mkdir(parents=True, exist_ok=True)
        (root / site / "events").rename(target)
    built = build(settings, strict=False)
    assert built.passed, built.log
    everything = "".join(page.read_text(encoding="utf-8") for page in built.pages)
    assert str(root) not in everything, "a path of this machine"
    page = built.text("actors/csp/index.html")
    return [unescape(link) for link in re.findall(r'<a href="([^"]*)">(?:Edit the record|Report an error)', page)]


REPORT = "https://github.com/a/b/issues/new?title=csp"


@pytest.mark.parametrize(
    ("config", "site", "edit"),
    [
        (GITHUB, "", f"https://github.com/a/b/edit/main/{FILE}"),
        ("repo_url: https://github.com/a/b.git", "", f"https://github.com/a/b/edit/main/{FILE}"),
        ("repo_url: https://github.com/a/b.git/", "", f"https://github.com/a/b/edit/main/{FILE}"),
        (GITHUB, "sites/mali", f"https://github.com/a/b/edit/main/sites/mali/{FILE}"),
        (f"{GITHUB}edit_uri: ''", "", None),
        (f"{GITHUB}edit_uri: edit/trunk/docs/", "", f"https://github.com/a/b/edit/trunk/{FILE}"),
        (f"{GITHUB}edit_uri: blob/trunk/docs", "", f"https://github.com/a/b/blob/trunk/{FILE}"),
        (
            f"{GITHUB}edit_uri: edit/x/sites/mali/docs/",
            "sites/mali",
            f"https://github.com/a/b/edit/x/sites/mali/{FILE}",
        ),
        (f"{GITHUB}edit_uri: edit/x/elsewhere/", "", None),
        (f"{GITHUB}edit_uri: edit/x/mydocs/", "", None),
        (f"{GITHUB}edit_uri: https://edit.example/docs/", "", f"https://edit.example/{FILE}"),
        (f"{GITHUB}edit_uri: '?path=docs/'", "", f"https://github.com/a/b?path={FILE}"),
        (
            f"{GITHUB}edit_uri_template: 'edit/x/docs/{{path}}?plain=1'",
            "",
            f"https://github.com/a/b/edit/x/{FILE}?plain=1",
        ),
        (f"{GITHUB}edit_uri_template: 'edit/x/docs/{{path_noext}}.md'", "", f"https://github.com/a/b/edit/x/{FILE}"),
        (
            f"{GITHUB}edit_uri_template: 'https://e.example/?f=docs%2F{{path!q}}'",
            "",
            "https://e.example/?f=events%2Factors%2Fcsp.yml",
        ),
        (f"{GITHUB}edit_uri_template: 'edit/x/docs/{{path_noext}}'", "", None),
    ],
)
def test_a_record_is_edited_where_the_site_says(tmp_path: Path, config: str, site: str, edit: str | None) -> None:
    assert links(tmp_path, config, site) == ([edit] if edit else []) + [REPORT]


@pytest.mark.parametrize(
    ("repository", "edit"),
    [
        ("https://gitlab.example.org/g/sub/b", "https://gitlab.example.org/g/sub/b/-/edit/main/events/actors/csp.yml"),
        ("https://codeberg.org/a/b.git", "https://codeberg.org/a/b/_edit/main/events/actors/csp.yml"),
        ("https://gitea.example.org/a/b", "https://gitea.example.org/a/b/_edit/main/events/actors/csp.yml"),
        ("https://bitbucket.org/a/b", "https://bitbucket.org/a/b/src/main/events/actors/csp.yml?mode=edit&at=main"),
        ("ssh://git@github.com/a/b.git", "https://github.com/a/b/edit/main/events/actors/csp.yml"),
    ],
)
def test_each_host_has_its_own_form(tmp_path: Path, repository: str, edit: str) -> None:
    assert links(tmp_path, f"repo_url: {repository}")[0] == edit


@pytest.mark.parametrize("repository", ["https://example.org/a/b", "https://notgithub.com/a/b", "https://digitlab.org"])
def test_a_host_whose_name_does_not_say_what_it_runs_is_not_guessed(tmp_path: Path, repository: str) -> None:
    assert links(tmp_path, f"repo_url: {repository}") == []


def test_records_beside_the_site_are_named_from_the_root_of_the_repository(tmp_path: Path) -> None:
    config = f"{GITHUB}plugins: [{{timeline: {{events: ../data/events}}}}]"
    assert links(tmp_path, config, "site-of-ours", "../data/events")[0] == (
        "https://github.com/a/b/edit/main/data/events/actors/csp.yml"
    )


def test_a_folder_given_by_its_whole_path_is_named_from_the_root_of_the_repository(tmp_path: Path) -> None:
    config = f"{GITHUB}plugins: [{{timeline: {{events: '{tmp_path}/events'}}}}]"
    assert links(tmp_path, config)[0] == f"https://github.com/a/b/edit/main/{FILE}"


def test_records_outside_the_repository_are_edited_nowhere(tmp_path: Path) -> None:
    (tmp_path / "repository").mkdir()
    config = f"{GITHUB}plugins: [{{timeline: {{events: ../elsewhere}}}}]"
    assert links(tmp_path / "repository", config, "", "../elsewhere") == [REPORT]


def test_messages_name_records_from_where_mkdocs_yml_stands(tmp_path: Path) -> None:
    config = f"plugins: [{{timeline: {{events: '{tmp_path}/events'}}}}]"
    built = build(write_site(tmp_path, "actors/csp: {name: CSP, typ: state}\n", config=config))
    assert not built.passed
    assert "\nevents/actors/csp.yml:3:1: error TL040" in built.log
    assert str(tmp_path) not in built.log
