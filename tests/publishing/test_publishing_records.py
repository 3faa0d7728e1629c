"""What is published of the records themselves."""

from __future__ import annotations

import os
from pathlib import Path

import worlds

from site_builder.publishing import Publisher, Renderer, make_environment, theme_folder

WORLD = "{2024-07-27-ambush: {}, actors/csp: {}, actors/fama: {}, actors/jnim: {}}"


def test_records_are_published_as_they_were_read_whatever_stands_there_now(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path / "events", WORLD)
    renderer = Renderer(worlds.here(chronicle).site, make_environment([theme_folder()]))
    publisher = Publisher(renderer, lambda page, parts: f"{parts.title}{parts.head}{parts.content}")
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
