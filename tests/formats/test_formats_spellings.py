"""Words as a search finds them, whatever their marks and signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.formats.spellings import spellings_of, spellings_of_name, words_of

TABLE = (Path(__file__).parent / "cases" / "spellings.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in TABLE if not line.startswith("#")]


@pytest.mark.parametrize(("written", "looked_for"), CASES)
def test_words_are_spelled_alike_whatever_their_marks_and_signs(written: str, looked_for: str) -> None:
    assert " ".join(words_of(written)) == looked_for


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Tin Zaouatine", "tinzaouatine"),
        ("Тінзауатін", "tinzauatin"),
        ("Αθήνα", "athina"),
        ("تين زواتين", "تنزتن"),
        ("东京", "东"),
    ],
)
def test_a_name_is_found_in_the_letters_a_to_z_and_written_as_one(name: str, typed: str) -> None:
    assert typed in set(spellings_of_name(name))


def test_the_words_of_a_sentence_are_not_written_as_one() -> None:
    assert "onetwothreefour" not in set(spellings_of_name("One two three four"))


def test_words_that_stand_as_they_are_looked_for_are_not_given_twice() -> None:
    assert [*spellings_of(["An ambush near Tin-Zaouatène"])] == ["tin", "zaouatene"]
