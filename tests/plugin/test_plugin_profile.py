"""What pages say of the chronicle itself: only what its profile says, and only of pages that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import Built, build
from site_links import broken_links
from worlds import write_site

AMBUSH = "events/2024-07-27-ambush/index.html"
WORLD = "2024-07-27-ambush: {claims: [{id: a, unnamed: somebody}]}\n"
LICENCE = 'licence: {name: "CC BY-SA & 4.0", url: "https://example.org/by-sa?a=1&b=2"}'
PAGES = {"about/how.md": "# How\n\n## Words\n", "help.md": "# Help\n\n## Report an error\n"}


def built(root: Path, profile: str = "", docs: dict[str, str] | None = None, config: str = "") -> Built:
    return build(write_site(root, f"{WORLD}chronicle: {{{profile}}}\n", docs=docs, config=config), strict=False)


@pytest.mark.parametrize("config", ["", "use_directory_urls: false"])
def test_without_a_profile_no_page_claims_a_licence_or_links_to_a_missing_page(tmp_path: Path, config: str) -> None:
    site = built(tmp_path, config=config)
    (tmp_path / "events" / "chronicle.yml").unlink()
    for one in (site, build(tmp_path / "mkdocs.yml")):
        assert one.passed, one.log
        assert broken_links(one.folder) == []
        pages = "".join(page.read_text(encoding="utf-8") for page in one.pages)
        for words in (
            "CC BY",
            "icence",
            "method",
            "contributing",
            "Report an error",
            "What the marks",
            "What the words",
        ):
            assert words not in pages, words


def test_every_page_names_the_licence_of_the_profile(tmp_path: Path) -> None:
    site = built(tmp_path, LICENCE)
    link = 'href="https://example.org/by-sa?a=1&amp;b=2" rel="license'
    assert site.text(AMBUSH).count(link) == 2, "in the record's own part and in the footer"
    assert site.text("index.html").count(link) == 2
    assert "CC BY-SA &amp; 4.0" in site.text("timeline/index.html")


def test_a_licence_without_an_address_is_named_without_a_link(tmp_path: Path) -> None:
    site = built(tmp_path, 'licence: {name: "All rights <b>reserved</b>"}')
    assert "All rights &lt;b&gt;reserved&lt;/b&gt;" in site.text(AMBUSH)
    assert "<b>reserved" not in site.text(AMBUSH)
    assert 'rel="license' not in site.text(AMBUSH)


def test_what_the_site_says_at_its_foot_stays(tmp_path: Path) -> None:
    page = built(tmp_path, LICENCE, config="copyright: Our own words").text(AMBUSH)
    assert "Our own words" in page
    assert page.count("CC BY-SA &amp; 4.0") == 1


@pytest.mark.parametrize("config", ["", "use_directory_urls: false"])
def test_records_link_to_the_pages_that_the_profile_names(tmp_path: Path, config: str) -> None:
    site = built(tmp_path, "method_page: about/how.md, contributing_page: help.md", PAGES, config)
    assert site.passed, site.log
    assert broken_links(site.folder) == []
    page = site.text(AMBUSH if not config else "events/2024-07-27-ambush.html")
    how, help_page = ("about/how/", "help/") if not config else ("about/how.html", "help.html")
    up = "../../" if not config else "../"
    assert f'href="{up}{how}#words">What the marks mean' in page
    assert f'href="{up}{help_page}#report-an-error">Report an error' in page


def test_a_page_without_the_anchor_is_linked_to_itself(tmp_path: Path) -> None:
    site = built(tmp_path, "method_page: about/README.md", {"about/README.md": "# How we work\n"})
    assert 'href="../../about/">What the marks mean' in site.text(AMBUSH)


def test_a_page_that_is_not_there_is_named_with_its_place_and_no_page_links_to_it(tmp_path: Path) -> None:
    site = built(tmp_path, "method_page: about/hwo.md, contributing_page: docs/help.md", PAGES)
    assert "WARNING: events/chronicle.yml:1:14: warning TL052: `method_page` is `about/hwo.md`" in site.log
    assert "(did you mean `about/how.md`?)" in site.log
    assert "(did you mean `help.md`?)" in site.log
    assert broken_links(site.folder) == []


def test_a_page_that_another_plugin_makes_is_there(tmp_path: Path) -> None:
    (tmp_path / "hooks.py").write_text(
        "from mkdocs.structure.files import File\n"
        "def on_files(files, config):\n"
        "    files.append(File.generated(config, 'made.md', content='# Made'))\n"
    )
    site = built(tmp_path, "method_page: made.md", config="hooks: [hooks.py]")
    assert 'href="../../made/">What the marks mean' in site.text(AMBUSH)
    assert "TL052" not in site.log


def test_a_profile_that_is_broken_stops_the_build(tmp_path: Path) -> None:
    site = built(tmp_path, "license: {name: CC0}")
    assert not site.passed
    assert "events/chronicle.yml:1:1: error TL040: `license` is not a key of this profile" in site.log
