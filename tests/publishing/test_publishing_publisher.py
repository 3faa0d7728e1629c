"""Redirects, and what is published of the records themselves."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import worlds

from site_builder.pages import Redirect, redirects_of
from site_builder.publishing import Publisher, Renderer, make_templates, theme_folder

WORLD = "{2024-07-27-ambush: {}, actors/csp: {}, actors/fama: {}, actors/jnim: {}}"
RENAMED = """
2024-07-27-ambush: {former_ids: [2024-07-27-old, 2024-07-27-older]}
actors/wagner: {former_ids: [vagner]}
"""


def test_records_are_published_as_they_were_read_whatever_stands_there_now(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path / "events", WORLD)
    renderer = Renderer(worlds.here(chronicle).site, make_templates([theme_folder()]))
    publisher = Publisher(renderer, lambda page, parts: f"{parts.title}{parts.head}{parts.content}", ())
    read = {path.name: path.read_bytes() for path in (tmp_path / "events" / "actors").iterdir()}
    secret = tmp_path / "secret"
    secret.write_text("key: 1\n", encoding="utf-8")
    for name in read:
        (tmp_path / "events" / "actors" / name).unlink()
    (tmp_path / "events" / "actors" / "csp.yml").symlink_to(secret)
    os.mkfifo(tmp_path / "events" / "actors" / "fama.yml")
    publisher.write(tmp_path / "site")
    published = tmp_path / "site" / "records" / "actors"
    assert {path.name: path.read_bytes() for path in published.iterdir()} == read


def redirect(folder: Path, url: str = "", *, directory_urls: bool = True) -> str:
    site = worlds.here(worlds.chronicle_of(folder, "{}"), url=url, directory_urls=directory_urls).site
    return Renderer(site, make_templates([theme_folder()])).redirect(Redirect("events/old", "events/2024-07-27-new"))


def test_every_former_id_leads_on_and_years_and_the_bare_folder_to_the_timeline(tmp_path: Path) -> None:
    assert set(redirects_of(worlds.here(worlds.chronicle_of(tmp_path, RENAMED)).site)) == {
        Redirect("timeline/2024", "timeline", "year-2024"),
        Redirect("events/2024-07-27-old", "events/2024-07-27-ambush"),
        Redirect("events/2024-07-27-older", "events/2024-07-27-ambush"),
        Redirect("actors/vagner", "actors/wagner"),
        Redirect("events", "timeline"),
    }


def test_a_redirect_needs_no_script_and_offers_the_link(tmp_path: Path) -> None:
    html = redirect(tmp_path, "https://example.org/")
    refresh = '<meta http-equiv="refresh" content="0; url=../../events/2024-07-27-new/">'
    assert f"<noscript>{refresh}</noscript>" in html
    assert '<a href="../../events/2024-07-27-new/">https://example.org/events/2024-07-27-new/</a>' in html
    assert '<link rel="canonical" href="https://example.org/events/2024-07-27-new/">' in html


def test_a_redirect_leads_on_without_directory_urls_or_an_address_of_the_site(tmp_path: Path) -> None:
    html = redirect(tmp_path, directory_urls=False)
    assert 'url=../events/2024-07-27-new.html"' in html
    assert "canonical" not in html


def test_a_redirect_allows_its_own_script_alone_and_is_not_indexed(tmp_path: Path) -> None:
    html = redirect(tmp_path)
    [script] = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_all_redirects_hold_the_same_script_whatever_they_lead_to(tmp_path: Path) -> None:
    pages = [redirect(tmp_path), redirect(tmp_path, directory_urls=False), redirect(tmp_path, "https://example.org/")]
    assert len({re.findall(r"<script.*?</script>", page, re.DOTALL)[0] for page in pages}) == 1
