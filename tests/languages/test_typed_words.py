"""Words that people type in dates and figures, as files of languages have them."""

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from site_builder import edtf, figures
from site_builder.languages import FOLDER, calendar_names, date_words, meanings, number_words, typed_lists

FILES = sorted(FOLDER.glob("*/typed.toml"))
SIGNS = tomllib.loads((FOLDER / "signs.toml").read_text(encoding="utf-8"))
BY_NUMBER = {"months", "weekdays", "ordinals", "numbers", "figures", "nearly"}
FINNISH = """
[dates]
approximate = ["noin"]
small = ["vuonna"]
[numbers]
12 = ["kaksitoista"]
[around_figures]
at_least = ["ainakin"]
"""


@pytest.fixture
def finnish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more language, by a folder alone."""
    folder = tmp_path / "languages"
    shutil.copytree(FOLDER, folder)
    (folder / "fi").mkdir()
    (folder / "fi/typed.toml").write_text(FINNISH, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.languages.typed.FOLDER", folder)
        forget()
        yield
    forget()


def forget() -> None:
    from site_builder.figure_wording import _pattern
    from site_builder.languages.typed import _files

    for cached in (_files, typed_lists, meanings, number_words, date_words, _pattern):
        cached.cache_clear()


def meant(text: str) -> str | None:
    with pytest.raises(edtf.EDTFError) as refused:
        edtf.parse(text)
    return refused.value.suggestion


@pytest.mark.usefixtures("finnish")
def test_a_folder_is_all_that_dates_of_a_language_need() -> None:
    assert meant("27 heinäkuuta 2024") == "2024-07-27"
    assert meant("noin vuonna 1950") == "1950~"


@pytest.mark.usefixtures("finnish")
def test_a_folder_is_all_that_figures_of_a_language_need() -> None:
    with pytest.raises(figures.FigureError) as refused:
        figures.parse("ainakin kaksitoista")
    assert refused.value.suggestion == "12+"


def test_dates_of_a_language_without_a_folder_are_not_read() -> None:
    assert meant("27 heinäkuuta 2024") is None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_file_of_words_has_only_lists_that_are_read(file: Path) -> None:
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    locales = written.pop("locales", [file.parent.name])
    assert all(map(Locale.parse, locales))
    unknown = {
        (section, name)
        for section, lists in written.items()
        for name in lists
        if name not in SIGNS.get(section, {}) and section not in BY_NUMBER
    }
    assert unknown == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_no_list_has_a_word_twice(file: Path) -> None:
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    lists = [
        (name, words) for section in written.values() if isinstance(section, dict) for name, words in section.items()
    ]
    assert [name for name, words in lists if len(words) != len(set(words))] == []


def test_names_of_the_calendar_begin_with_january_and_monday() -> None:
    assert calendar_names("months", "fr")[0] == "janvier"
    assert calendar_names("months", "ru", "stand-alone")[6] == "июль"
    assert calendar_names("days", "de", width="abbreviated")[6] == "So."


@pytest.mark.parametrize("text", ["last half of 2024", "dernier semestre 2024", "second half of 2024"])
def test_the_last_part_of_a_year_is_known_in_each_language(text: str) -> None:
    assert meant(text) == "2024-41"
