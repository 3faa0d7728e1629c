"""Which numbers count people killed, wounded or captured, in English, French and Ukrainian."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checking.casualties import find_counts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("An attack kills 12 soldiers.", "12"),
        ("Une attaque tue douze soldats.", "douze"),
        ("The attack killed at least 84 fighters.", "84"),
        ("84 Wagner fighters were killed near the town.", "84"),
        ("Rebels say that they killed dozens.", "dozens"),
        ("Forty-seven soldiers died.", "Forty-seven"),
        ("Dead: 12.", "12"),
        ("It lost 1,200 killed and wounded.", "1,200"),
        ("Two soldiers were captured.", "Two"),
        ("Bodies of twenty men were found.", "twenty"),
        ("Une embuscade a tué 47 soldats.", "47"),
        ("Trente combattants ont été blessés.", "Trente"),
        ("Le bilan est d'une vingtaine de morts.", "vingtaine"),
        ("Deux prisonniers ont été montrés.", "Deux"),
        ("Було вбито 84 найманців.", "84"),
        ("Загинули двадцять військових.", "двадцять"),
        ("Сотні поранених вивезли до міста.", "Сотні"),
    ],
)
def test_a_number_of_people_killed_wounded_or_captured_is_found(text: str, number: str) -> None:
    assert [count.number for count in find_counts(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "No complete count of the dead has been established.",
        "The commander was killed on 27 July 2024.",
        "He was killed in 2024.",
        "Two groups say that they did it, and many were killed.",
        "Soldiers were killed in three villages.",
        "Two days after the attack the dead were buried.",
        "The bodies lay 20 kilometres from the border.",
        "The army captured two villages.",
        "Two gunmen killed a mayor.",
        "The 13th detachment lost its commander, who was killed.",
        "Neither gave a total of the dead; 12 drones were used.",
        "Le 27 juillet, le commandant a été tué.",
        "Les morts ont été enterrés trois jours plus tard.",
        "Командира вбито 27 липня.",
        "Fourteen trucks burned.",
        "Two rebels kill a mayor.",
        "The rebels captured three armoured vehicles.",
    ],
)
def test_days_years_distances_things_and_doers_are_not_counted(text: str) -> None:
    assert list(find_counts(text)) == []


@given(st.text(alphabet=st.sampled_from("killed dead 84,two.:\n тué"), max_size=60))
def test_what_is_found_stands_where_it_is_said_to(text: str) -> None:
    for count in find_counts(text):
        assert text[count.offset :].startswith(count.number)
