"""The page that lists what can be taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds
from building import Built

from site_builder.formats import EXPORTS
from site_builder.pages import DATA, Here
from site_builder.pages.data import view_data


def page_of(here: Here) -> str:
    view = view_data(here)
    return "\n".join(
        [
            *(f"{file.name} {file.size} {file.href}" for entry in view.entries for file in entry.files),
            *(name for entry in view.entries for name, _ in entry.columns),
        ]
    )


def test_every_file_and_every_column_is_listed(tmp_path: Path) -> None:
    text = page_of(worlds.here(worlds.chronicle_of(tmp_path, "2024-01-01-a: {}"), DATA))
    for file in EXPORTS:
        assert f"{file.name}  ../{file.path}" in text or f"{file.name}  {file.name}" in text
        assert all(name in text for name, _ in file.columns)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_240, "1.2 kB"),
        (68_504, "69 kB"),
        (1_234_567, "1.2 MB"),
        (653_107_000, "653 MB"),
    ],
)
def test_a_size_is_said_in_words(tmp_path: Path, size: int, words: str) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "2024-01-01-a: {}"), DATA)
    here.site.sizes["data/events.csv"] = size
    assert f"events.csv {words} " in page_of(here)


def test_the_date_of_the_data_is_that_of_the_last_change(tmp_path: Path) -> None:
    world = """
    2024-01-01-a: {added: 2026-11-22, corrections: [{date: 2026-12-03, kind: error, note: A word.}]}
    2024-01-01-b: {added: 2026-11-30}
    """
    view = view_data(worlds.here(worlds.chronicle_of(tmp_path, world), DATA))
    assert view.changed == "3 December 2026"


def test_the_real_page_says_the_size_of_each_file_and_the_licence(real_site: Built) -> None:
    html = real_site.text("data/index.html")
    for file in EXPORTS:
        size = (real_site.folder / file.path).stat().st_size
        assert f'<a href="{file.name}"' in html or f'<a href="../data/{file.name}"' in html
        assert size > 1_000
    assert html.count('class="tl-entries__detail"') == len(EXPORTS)
    assert 'rel="license noopener">CC BY 4.0</a>' in html
