"""What a link to a hand-written page shows elsewhere."""

import re
from html import unescape
from pathlib import Path

import pytest
from building import Built, build
from worlds import write_site

HOSTILE = '</title><b>"x" & y'
TAG = re.compile(r'<meta (?:property|name)="(?P<name>(?:og|twitter):[a-z_]+)" content="(?P<content>[^"]*)">')


def built(root: Path, page: str, config: str = "", world: str = "2024-07-27-ambush: {}") -> Built:
    return build(write_site(root, world, docs={"method.md": page}, config=config), strict=False)


def tags(built: Built, file: str) -> dict[str, str]:
    return {tag["name"]: unescape(tag["content"]) for tag in TAG.finditer(built.text(file))}


def test_home_and_hand_written_pages_say_what_the_site_is_about(tmp_path: Path) -> None:
    config = (
        "{site_description: Who did what., site_url: 'https://example.org/sub', theme: {name: material, language: fr}}"
    )
    site = built(tmp_path, "# How & *why*\n", config)
    around = {
        "og:description": "Who did what.",
        "og:site_name": "A small chronicle",
        "og:locale": "fr_FR",
        "twitter:card": "summary",
    }
    assert tags(site, "index.html") == {
        **around,
        "og:title": "A small chronicle",
        "og:type": "website",
        "og:url": "https://example.org/sub/",
    }
    assert tags(site, "method/index.html") == {
        **around,
        "og:title": "How & why",
        "og:type": "article",
        "og:url": "https://example.org/sub/method/",
    }


def test_a_site_with_an_address_is_not_told_that_it_has_none(tmp_path: Path) -> None:
    site = built(tmp_path, "# How\n", "site_url: https://example.org/sub")
    assert "`site_url`" not in site.log
    assert '<meta name="citation_public_url" content="https://example.org/sub/events/2024-07-27-ambush/">' in site.text(
        "events/2024-07-27-ambush/index.html"
    )


def test_a_page_may_say_what_it_is_about_in_its_front_matter(tmp_path: Path) -> None:
    found = tags(
        built(tmp_path, "---\ntitle: Our method\ndescription: How we work.\n---\n# How\n"), "method/index.html"
    )
    assert (found["og:title"], found["og:description"]) == ("Our method", "How we work.")
    assert "og:url" not in found, "nobody knows where the site stands"


def test_what_another_plugin_says_of_a_page_is_not_said_twice(tmp_path: Path) -> None:
    page = "---\nmeta: [{property: 'og:title', content: Theirs}]\n---\n# How\n"
    assert tags(built(tmp_path, page), "method/index.html") == {}


@pytest.mark.parametrize("front", ["", "---\ntitle: '</title><b>\"x\" & y'\n---\n"], ids=["heading", "front matter"])
def test_no_title_of_a_hand_written_page_becomes_markup_in_its_preview(front: str, tmp_path: Path) -> None:
    site = built(tmp_path, f"{front}# `{HOSTILE}`\n")
    assert tags(site, "method/index.html")["og:title"] == HOSTILE


def test_no_story_becomes_markup_in_the_heads_of_pages(tmp_path: Path) -> None:
    story = 'a "><b id=x>c & d'
    site = built(tmp_path, "# How\n", world=f"2024-07-27-ambush: {{}}\nchronicle: {{story: '{story}'}}")
    for file in ("index.html", "method/index.html", "timeline/index.html"):
        assert tags(site, file)["og:description"] == story
        assert "<b id=x>" not in site.text(file)
