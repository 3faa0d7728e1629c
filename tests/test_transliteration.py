"""Words of other scripts in the letters a to z."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.ids import as_id
from site_builder.transliteration import in_latin


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
