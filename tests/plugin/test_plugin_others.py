"""What other plugins find of the pages of a chronicle: everything that they ask of a page and of its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import build
from worlds import write_site

WORLD = "2024-07-27-ambush: {title: The ambush}\nactors/csp: {name: CSP}\n"
EVENT = "events/2024-07-27-ambush.md"
LOOK = """
import json, os
from pathlib import Path
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

pages = []

def on_files(files, config):
    for file in files:
        if file.src_uri.endswith(".md"):
            os.stat(file.abs_src_path)

def on_env(env, config, files):
    usual = Page("x", files.get_file_from_path("index.md"), config)
    usual.file.page = next(page for page in pages if page.file is usual.file)
    asked = sorted(name for name in {*dir(usual), *vars(usual)} if not name.startswith("_"))
    found = {}
    for file in files:
        if file.generated_by == "timeline":
            page = file.page
            if page.content:
                raise AssertionError(page)
            page.content, page.meta["seen"] = "", True
            values = {name: getattr(page, name) for name in asked}
            assert values["file"] is file
            reported = ("title", "url", "abs_url", "canonical_url", "is_homepage")
            found[file.src_uri] = {name: values[name] for name in reported}
            found[file.src_uri] |= {"source": Path(file.abs_src_path).name, "text": file.content_string}
            found[file.src_uri] |= {"anchors": "part-sources" in page.present_anchor_ids}
    Path(config.config_file_path).with_name("found.json").write_text(json.dumps(found))
    return env

def on_nav(nav, config, files):
    pages.extend(nav.pages)
"""


@pytest.mark.parametrize("config", ["", "site_url: https://example.org/sub/", "use_directory_urls: false"])
def test_record_pages_have_every_attribute_of_pages(tmp_path: Path, config: str) -> None:
    (tmp_path / "hooks.py").write_text(LOOK)
    site = build(write_site(tmp_path, WORLD, config=f"hooks: [hooks.py]\n{config}"))
    assert site.passed, site.log
    found = json.loads((tmp_path / "found.json").read_text())
    url = "events/2024-07-27-ambush.html" if "use" in config else "events/2024-07-27-ambush/"
    assert found[EVENT] == {
        "title": "The ambush",
        "url": url,
        "abs_url": f"/sub/{url}" if "example" in config else None,
        "canonical_url": f"https://example.org/sub/{url}" if "example" in config else "",
        "is_homepage": False,
        "source": "2024-07-27-ambush.yml",
        "text": "",
        "anchors": True,
    }
    assert found["timeline/2024.md"]["title"] == "Timeline"
    assert found["timeline/2024.md"]["source"] == "events"


def test_an_environment_of_another_plugin_knows_the_theme(tmp_path: Path) -> None:
    (tmp_path / "hooks.py").write_text(
        "def on_post_build(config):\n"
        "    assert 'site_meta' in config.theme.get_env().get_template('material/base.html').blocks\n"
    )
    site = build(write_site(tmp_path, WORLD, config="hooks: [hooks.py]"))
    assert site.passed, site.log
