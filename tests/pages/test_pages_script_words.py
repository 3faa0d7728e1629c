"""The texts that pages give their scripts, held against the scripts and the languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import worlds
from babel import Locale

from site_builder.pages import words_of_search
from site_builder.pages.script_words import words_of_as_of, words_of_timeline

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"
_SAID = re.compile(r'\b(say|count)\(\s*"(\w+)"')


def test_every_text_that_a_script_says_is_there(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "{}"))
    words = {**words_of_timeline(here), **words_of_search(here), **words_of_as_of(here)}
    said = {found for file in SCRIPTS.glob("*.ts") for found in _SAID.findall(file.read_text(encoding="utf-8"))}
    assert said
    kinds = {name: "say" if isinstance(text, str) else "count" for name, text in words.items()}
    assert {(kinds.get(name), name) for _, name in said} == said


@pytest.mark.parametrize("language", ["en", "fr", "ar", "cs", "zh"])
def test_every_language_has_its_plural_forms_and_a_name_for_years_bce(language: str, tmp_path: Path) -> None:
    words = words_of_timeline(worlds.here(worlds.chronicle_of(tmp_path, "{}"), language=language))
    forms = words["events"]
    assert not isinstance(forms, str)
    rule = Locale.parse(language).plural_form
    assert {rule(number) for number in range(1_000)} <= forms.keys()
    assert all("{n}" in form for form in forms.values())
    assert "{year}" in words["before"]
