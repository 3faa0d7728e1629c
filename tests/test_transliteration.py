"""Words of other scripts in the letters a to z."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.ids import as_id
from site_builder.transliteration import _languages, in_latin


@given(st.text(), st.sampled_from(["", "uk", "el", "de", "sr-Latn", "xx"]))
def test_whatever_is_spelled_is_ascii_without_capitals(text: str, language: str) -> None:
    spelled = in_latin(text, language)
    assert spelled.isascii() and spelled == spelled.lower()


@given(st.text(st.sampled_from("abcz 0189-'.,\n")))
def test_what_is_in_latin_letters_stays_as_it_is(text: str) -> None:
    assert in_latin(text) == text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Юрій Їжакевич", "yurii yizhakevych"),
        ("Цюрупинськ є тут", "tsiurupynsk ye tut"),
        ("Киев и Горький", "kiev i gorkiy"),
        ("Беларусь, Ўздзенскі раён, Гомель", "belarus, uzdzenski raen, homel"),
        ("Шумадија", "sumadija"),
        ("Велико Търново", "veliko tarnovo"),
        ("Αϋπνία, ευρώ, αυτός", "aypnia, evro, aftos"),
        ("Άγγελος Ντόρα", "angelos dora"),
        ("e\u0301te\u0301 ﬁn Ⅷ", "ete fin viii"),
        ("Հայաստան", "hayastan"),
        ("서울", "seoul"),
        ("२०२४", "2024"),
    ],
)
def test_letters_are_spelled_as_in_their_language(text: str, spelled: str) -> None:
    assert in_latin(text) == spelled


@pytest.mark.parametrize(
    ("name", "suggested"), [("Київ", "kyiv"), ("Straße 5", "strasse-5"), ("Αθήνα", "athina"), ("كيدال", None)]
)
def test_a_file_named_in_another_script_is_offered_its_name_in_latin_letters(name: str, suggested: str | None) -> None:
    assert as_id(name) == suggested


def test_a_folder_is_all_that_the_letters_of_a_language_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "is").mkdir()
    written = 'known_by = "ð"\n[first]\n"þ" = "thorn-"\n[spelled]\n"ð" = "eth"\n'
    (tmp_path / "is/letters.toml").write_text(written, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.transliteration.FOLDER", tmp_path)
        _languages.cache_clear()
        assert in_latin("það") == "thorn-aeth"
    _languages.cache_clear()
    assert in_latin("það") == "thad"
