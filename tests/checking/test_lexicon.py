"""Words of the rules, as files of languages have them."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from site_builder import languages, problems
from site_builder.checking import lexicon
from site_builder.checking.casualties import find_counts
from site_builder.chronicle import Chronicle

BASE = Path(__file__).parent / "base"
CODES = sorted(lexicon.lexicons())
DUTCH = """
parts:
  fallen: '(?:gesneuveld|omgekomen)'
casualties:
  stems: gesneuveld omgekomen
  harmed: <fallen>
  number: twaalf
captives:
  minors: peuters?
accused:
  unanswered: [niemand antwoordde]
titles:
  telling: het van
loaded_words:
  words:
    - forms: schurken
      stem: schurk
      write: '`strijders`'
"""


@pytest.fixture
def dutch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more language, by a file alone."""
    shutil.copytree(languages.FOLDER, tmp_path / "languages")
    (tmp_path / "languages/nl").mkdir(exist_ok=True)
    (tmp_path / "languages/nl/lexicon.yml").write_text(DUTCH)
    caches = (lexicon.lexicons, lexicon.lexicon, lexicon.months)
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path / "languages")
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("dutch")
def test_a_file_with_words_of_a_language_is_all_that_rules_need(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "events")
    event = tmp_path / "events/2024/2024-07-27-ambush.yml"
    event.write_text(event.read_text() + "media: [{url: https://daily.example/photo, shows: Twee peuters}]\n")
    (tmp_path / "events/places/hill.yml").write_text("name: Hill\ndescription: Twaalf schurken omgekomen.\n")
    found = {(problem.code, problem.text) for problem in Chronicle.open(tmp_path / "events").problems}
    assert found == {
        (problems.CAPTIVES_SHOWN.id, "peuters"),
        (problems.COUNT_UNCITED.id, "Twaalf"),
        (problems.LOADED_WORD.id, "schurken"),
    }


@pytest.mark.usefixtures("dutch")
def test_months_of_a_language_come_without_a_list() -> None:
    assert lexicon.months()[0].has("januari")
    assert [count.number for count in find_counts("Gesneuveld: twaalf, op 3 januari.")] == ["twaalf"]


@pytest.mark.parametrize("code", CODES)
def test_a_lexicon_is_of_a_language_that_is_known(code: str) -> None:
    assert Locale.parse(code)


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_loaded_word_contains_its_stem(code: str) -> None:
    words = lexicon.lexicons()[code].loaded_words.words
    assert [word.stem for word in words if not re.search(word.stem, word.forms.pattern, re.IGNORECASE)] == []
