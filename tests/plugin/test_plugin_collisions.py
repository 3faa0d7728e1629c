"""Files of a site that stand where the chronicle's own are published."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import Built, build
from worlds import write_site

WORLD = """
2024-07-27-ambush: {title: Ambush, former_ids: [2024-07-27-old]}
actors/csp: {name: CSP-DPA}
"""
EVENT = "events/2024-07-27-ambush"
HOME = {"index.md": "# Home\n"}


def built(root: Path, files: dict[str, str], config: str = "") -> Built:
    """A site with these files of its own, which MkDocs may warn of."""
    return build(write_site(root, WORLD, docs=HOME | files, config=config), strict=False)


def warnings(site: Built) -> list[str]:
    return [line for line in site.log.splitlines() if line.startswith("WARNING") and " is not published: " in line]


@pytest.mark.parametrize(
    ("own", "ours", "whose", "link"),
    [
        ("timeline.md", "timeline/index.html", "the list `timeline`", "timeline/index.md"),
        ("timeline/index.md", "timeline/index.html", "the list `timeline`", "timeline/index.md"),
        ("timeline/index.html", "timeline/index.html", "the list `timeline`", "timeline/index.md"),
        ("actors/README.md", "actors/index.html", "the list `actors`", "actors/index.md"),
        ("timeline/2024/index.md", "timeline/2024/index.html", "the list `timeline/2024`", "timeline/2024.md"),
        (f"{EVENT}.md", f"{EVENT}/index.html", "the page of events/2024-07-27-ambush.yml", f"{EVENT}.md"),
        ("actors/csp/index.html", "actors/csp/index.html", "the page of events/actors/csp.yml", "actors/csp.md"),
    ],
)
def test_a_page_of_the_site_at_one_of_our_addresses_is_named(
    tmp_path: Path, own: str, ours: str, whose: str, link: str
) -> None:
    site = built(tmp_path, {own: "# Something of my own\n"})
    [warning] = warnings(site)
    assert warning == (
        f"WARNING: docs/{own} is not published: {ours} is {whose} of the chronicle. "
        f"Rename docs/{own}, or delete it and link to {link}"
    )
    assert "Something of my own" not in site.text(ours)


@pytest.mark.parametrize(
    ("own", "ours"),
    [
        ("timeline/index.md", "timeline/index.html"),
        ("timeline/2024.md", "timeline/2024.html"),
        (f"{EVENT}.md", f"{EVENT}.html"),
        (f"{EVENT}.html", f"{EVENT}.html"),
        ("actors/README.md", "actors/index.html"),
    ],
)
def test_without_directory_urls_addresses_are_compared_too(tmp_path: Path, own: str, ours: str) -> None:
    site = built(tmp_path, {own: "# Something of my own\n"}, "use_directory_urls: false")
    [warning] = warnings(site)
    assert warning.startswith(f"WARNING: docs/{own} is not published: {ours} is ")
    assert "Something of my own" not in site.text(ours)


@pytest.mark.parametrize("own", ["Timeline.md", "ACTORS/index.md", "Actors/CSP.md"])
def test_a_name_that_differs_only_in_capitals_cannot_stand_beside_ours(tmp_path: Path, own: str) -> None:
    [warning] = warnings(built(tmp_path, {own: "# Something of my own\n"}))
    assert f"docs/{own} is not published: it cannot stand beside " in warning


@pytest.mark.parametrize(
    ("own", "config"),
    [("events", ""), ("Records/actors/csp.yml/x.txt", ""), (f"{EVENT}.html/x.png", "use_directory_urls: false")],
)
def test_a_file_in_the_place_of_a_folder_or_below_a_file_stops_no_build(tmp_path: Path, own: str, config: str) -> None:
    site = built(tmp_path, {own: "something"}, config)
    assert site.passed, site.log
    assert len(warnings(site)) == 1


def test_a_file_in_the_place_of_the_copy_of_a_record_is_named(tmp_path: Path) -> None:
    site = built(tmp_path, {"records/actors/csp.yml": "name: Somebody\n"})
    [warning] = warnings(site)
    assert "records/actors/csp.yml is the copy of events/actors/csp.yml of the chronicle" in warning
    assert "Somebody" not in site.text("records/actors/csp.yml")


def test_a_file_in_the_place_of_the_data_of_the_events_is_named(tmp_path: Path) -> None:
    own = {"data/about.md": "# About the data\n", "data/timeline/events.json": "{}\n"}
    site = built(tmp_path, own)
    [warning] = warnings(site)
    assert "data/timeline/events.json is the data of the events of the chronicle" in warning
    assert '"count":1' in site.text("data/timeline/events.json")
    assert "About the data" in site.text("data/about/index.html")


def test_what_the_site_does_not_publish_is_in_nobodys_way(tmp_path: Path) -> None:
    own = {
        "timeline.md": "# Mine\n",
        "events.md": "# About events\n",
        "actors/notes.md": "# N\n",
        "a/timeline.md": "# A\n",
    }
    site = built(tmp_path, own, "exclude_docs: /timeline.md")
    assert warnings(site) == []
    assert "About events" in site.text("events/index.html")


def test_a_page_at_a_former_id_stays_and_is_named(tmp_path: Path) -> None:
    site = built(tmp_path, {"events/2024-07-27-old.md": "# Mine\n"})
    assert "Mine" in site.text("events/2024-07-27-old/index.html")
    assert (
        "WARNING: docs/events/2024-07-27-old.md stands where a former id of events/2024-07-27-ambush.yml would lead on"
    ) in site.log


def test_files_that_other_plugins_make_are_compared_however_late(tmp_path: Path) -> None:
    hooks = (
        "import pathlib\n"
        "from mkdocs.structure.files import File\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'timeline.md', content='# Made'))\n"
        "    files.remove(files.get_file_from_path('actors/csp.md'))\n"
        "    files.append(File.generated(config, 'actors/csp.md', content='# Made'))\n"
        "def on_post_build(config):\n"
        "    page = pathlib.Path(config.site_dir, 'places/index.html')\n"
        "    page.parent.mkdir()\n"
        "    page.write_text('Made')\n"
    )
    (tmp_path / "hooks.py").write_text(hooks)
    site = built(tmp_path, {}, "hooks: [hooks.py]")
    assert [line.split(" is not published")[0] for line in warnings(site)] == [
        "WARNING: timeline.md (made by the plugin hooks.py)",
        "WARNING: actors/csp.md (made by the plugin hooks.py)",
    ]
    assert "WARNING: another plugin wrote places/index.html; the list `places` is published there instead" in site.log
    for file in ("timeline/index.html", "actors/csp/index.html", "places/index.html"):
        assert "Made" not in site.text(file)
