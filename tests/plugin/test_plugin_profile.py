"""What pages say of the chronicle itself: only what its profile says, and only of pages that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import Built, build
from mkdocs.exceptions import Abort
from site_links import broken_links
from worlds import write_site

AMBUSH = "events/2024-07-27-ambush/index.html"
WORLD = "2024-07-27-ambush: {claims: [{id: a, unnamed: somebody}]}\n"
LICENCE = 'licence: {name: "CC BY-SA & 4.0", url: "https://example.org/by-sa?a=1&b=2"}'
NAME, OPTIONS = re.compile("site_name:.*"), re.compile("- timeline:?")
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


def test_the_profile_says_what_the_settings_leave_out(tmp_path: Path) -> None:
    profile = "title: {en: Floods, fr: Les crues}, languages: [fr, en], story: Quand la vallée fut inondée."
    settings = write_site(tmp_path, f"{WORLD}chronicle: {{{profile}}}\n")
    settings.write_text(NAME.sub('site_name: ""', settings.read_text()), encoding="utf-8")
    site = build(settings)
    assert site.passed, site.log
    home = site.text("index.html")
    assert '<html lang="fr"' in home
    assert "<title>Les crues</title>" in home or "Les crues</title>" in home
    assert 'content="Quand la vallée fut inondée."' in home


def test_what_the_settings_say_stays_and_a_difference_is_named_with_its_place(tmp_path: Path) -> None:
    settings = write_site(tmp_path, f"{WORLD}chronicle: {{title: Floods, languages: [tok]}}\n")
    site = build(settings)
    assert site.passed, "a difference fails no strict build"
    assert "events/chronicle.yml:1:8: warning TL053: `mkdocs.yml` calls the site" in site.log
    assert "Floods" not in site.text("index.html")
    assert '<html lang="en"' in site.text("index.html"), "the theme has no words in that language"


def test_a_difference_that_the_profile_makes_an_error_stops_the_build(tmp_path: Path) -> None:
    site = built(tmp_path, "title: Floods, rules: {TL053: error}")
    assert not site.passed
    assert "error TL053" in site.log
    assert "TL053" not in built(tmp_path / "off", "title: Floods, rules: {TL053: off}").log


def test_a_missing_page_that_the_profile_makes_an_error_stops_the_build(tmp_path: Path) -> None:
    site = built(tmp_path, "method_page: a.md, rules: {TL052: error}")
    assert not site.passed
    assert "error TL052" in site.log


def test_the_private_address_is_shown_and_its_former_option_says_where_it_is_now(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    help_page = {"help.md": "# Help\n\n<!-- timeline: private address -->\n"}
    site = built(tmp_path, "contributing_page: help.md, private_address: Write to the desk.", help_page)
    assert "Write to the desk." in site.text("help/index.html")
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "- timeline" in text
    settings.write_text(OPTIONS.sub("- timeline:\n      private_address: Write", text), encoding="utf-8")
    with pytest.raises(Abort):
        build(settings)
    assert "the option `private_address` is now a key of chronicle.yml" in caplog.text
