"""The texts that pages give their scripts, held against the scripts and the languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import worlds
from babel import Locale

from site_builder.pages import Here, words_of_search
from site_builder.pages.script_words import Texts, words_of_as_of, words_of_map, words_of_since, words_of_timeline

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"
_IMPORTED = re.compile(r'from "\./(\w+\.ts)"')
_SAID = re.compile(r'\b(say|count)\(\s*"(\w+)"')


def scripts_of(file: Path) -> set[Path]:
    """A script with all that it imports, at once or by way of others."""
    found, left = set[Path](), {file}
    while left:
        found |= left
        left = {SCRIPTS / name for one in left for name in _IMPORTED.findall(one.read_text(encoding="utf-8"))} - found
    return found


@pytest.mark.parametrize(
    ("script", "words_of"),
    [
        ("timeline.ts", words_of_timeline),
        ("map.ts", words_of_map),
        ("search.ts", words_of_search),
        # It imports what makes elements, which has words of the timeline.
        ("asof.ts", lambda here: {**words_of_timeline(here), **words_of_as_of(here)}),
        ("since.ts", lambda here: {**words_of_timeline(here), **words_of_since(here)}),
    ],
)
def test_every_text_that_a_script_says_is_there(
    tmp_path: Path, script: str, words_of: Callable[[Here], Mapping[str, Texts]]
) -> None:
    words = words_of(worlds.here(worlds.chronicle_of(tmp_path, "{}")))
    scripts = scripts_of(SCRIPTS / script)
    said = {found for file in scripts for found in _SAID.findall(file.read_text(encoding="utf-8"))}
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
