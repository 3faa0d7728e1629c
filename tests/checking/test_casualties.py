"""Which numbers count people killed, wounded or captured, in English, French, Ukrainian and Arabic."""

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
        ("Dozens killed in ambush", "Dozens"),
        ("46+ dead", "46"),
        ("~50 dead", "50"),
        ("20–80 dead", "20–80"),
        ("**84** killed", "84"),
        ("Rebels say 84, children among them, were killed.", "84"),
        ("Some 500 people were executed.", "500"),
        ("The army executed 500 people.", "500"),
        ("It lost 84 men in the ambush.", "84"),
        ("The strike claimed 15 lives.", "15"),
        ("Officials put the toll at fifty.", "fifty"),
        ("One soldier was killed.", "One"),
        ("Twelve of the dead were civilians.", "Twelve"),
        ("12 soldiers are missing.", "12"),
        ("30% of the fighters were killed.", "30%"),
        ("Quatre-vingt-quatre mercenaires tués", "Quatre-vingt-quatre"),
        ("L'armée a perdu 47 hommes.", "47"),
        ("L'armée a exécuté 500 personnes.", "500"),
        ("Au moins un mort, et un soldat a été emmené.", "un"),
        ("Страчено двісті людей.", "двісті"),
        ("Взято в полон 12 солдатів.", "12"),
        ("Втрати — 84 особи.", "84"),
        ("قُتل 84 مرتزقاً", "84"),
        ("مقتل عشرات من فاغنر", "عشرات"),
        ("أسر ١٢ جنديا", "١٢"),
        ("47 soldats tue\u0301s", "47"),
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
        "The commander of the 33rd Regiment was killed.",
        "The commander of GTIA 4 was killed.",
        "Командира 33-го полку вбито.",
        "Le commandant du 33e régiment a été tué.",
        "Article 14 on prisoners was quoted.",
        "Resolution 2690 speaks of the killings.",
        "He was killed at 12:30, or at 5 pm.",
        "Killed on 27/07/2024",
        "Killed by two soldiers of his own.",
        "The two presidents spoke of the dead.",
        "Three ministers visit the wounded.",
        "Two soldiers carried the wounded.",
        "Two lawyers spoke about prisoners.",
        "Twelve boats, and a sea, dead calm.",
        "Two flags were captured.",
        "He died at the age of 58.",
        "Il est mort à 58 ans.",
        "Un soldat blessé est mort.",
        "No one was killed.",
        "One side says that the dead were soldiers.",
        "He lives in exile after two coups.",
        "The army lost two towns and won three elections.",
        "Prices rose 30% after the killing.",
        "Of the 2012-2015 dead nobody speaks.",
        "قُتل يوم 27 يوليو 2024",
    ],
)
def test_days_years_distances_things_and_doers_are_not_counted(text: str) -> None:
    assert list(find_counts(text)) == []


@given(st.text(alphabet=st.sampled_from("killed dead 84,two.:\n тué"), max_size=60))
def test_what_is_found_stands_where_it_is_said_to(text: str) -> None:
    for count in find_counts(text):
        assert text[count.offset :].startswith(count.number)
