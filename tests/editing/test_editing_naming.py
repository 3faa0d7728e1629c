"""Ids that are proposed for new records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editing.naming import file_of, propose_claim_id, propose_id, slug
from site_builder.reading.ids import why_not_id
from site_builder.reading.values import Value
from site_builder.records import Kind


@given(st.text())
def test_what_is_proposed_can_be_an_id(text: str) -> None:
    name = slug(text)
    assert not name or len(name) <= 50
    assert not name or why_not_id(name) in (None, "is a name that Windows reserves for a device")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The convoy leaves the town of Kidal", "convoy-leaves-town-kidal"),
        ("Mali : l'armée reconnaît", "mali-armee-reconnait"),
        ("L’armée malienne dit qu’elle n’a pas d'otages", "armee-malienne-dit-elle-pas-otages"),
        ("L’ARMÉE : s`il pleut d'ici l'été", "armee-il-pleut-ici-ete"),
        ("L'homme d'aujourd'hui", "homme-aujourdhui"),
        ("Jusqu’à l'aube, presqu'île", "jusqu-aube-presquile"),
        ("Forze dell'Esercito, un’altra", "forze-esercito-altra"),
        ("The army's men don't leave N'Djamena", "armys-men-dont-leave-ndjamena"),
        ("O'Brien in M'Hamid", "obrien-mhamid"),
        ("Київ: щит, Єнакієве й подвір’я", "kyiv-shchyt-yenakiieve-y-podviria"),
        ("Ґалаґан і Згурський", "galagan-i-zghurskyi"),
        ("Объезд Щёлково", "obezd-shchelkovo"),
        ("Хрватска и Ђоковић", "hrvatska-i-djokovic"),
        ("България", "balgariya"),
        ("Ο Ευάγγελος του Μπακογιάννη, Χαλκίδα", "o-evangelos-tou-bakogianni-chalkida"),
        ("თბილისი", "tbilisi"),
        ("Straße nach Łódź, Đặng", "strasse-nach-lodz-dang"),
        ("ISPARTA, Işık, İzmir", "isparta-isik-izmir"),
        ("北京", ""),
        ("٢٠٢٤ كيدال", "2024"),
        ("To the", "to-the"),
        ("كيدال", ""),
        ("word " * 30, "-".join(["word"] * 10)),
    ],
)
def test_an_id_has_the_words_that_say_most(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("L’Équipe", "equipe"),
        ("Le Monde", "le-monde"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("M'Hamid", "mhamid"),
        ("Збройні сили", "zbroini-syly"),
        ("Армия России", "armiya-rossii"),
    ],
)
def test_an_id_has_all_words_of_a_name_but_an_elided_article(name: str, record_id: str) -> None:
    assert propose_id(Kind.ACTOR, {"name": name}) == record_id


def test_letters_are_spelled_as_the_language_of_a_source_does() -> None:
    title: dict[str, Value] = {"publisher": "A", "title": "Луганськ, Ämter"}
    assert propose_id(Kind.SOURCE, {**title, "lang": "uk"}) == "a-luhansk-amter"
    assert propose_id(Kind.SOURCE, {**title, "lang": "de-AT"}) == "a-lugansk-aemter"


@pytest.mark.parametrize(
    ("kind", "values", "record_id", "file"),
    [
        (Kind.EVENT, {"title": "A battle", "date": "2024-07"}, "2024-07-battle", "2024/2024-07-battle.yml"),
        (Kind.EVENT, {"title": "A battle", "date": "2024-07?"}, "2024-battle", "2024/2024-battle.yml"),
        (
            Kind.EVENT,
            {"title": "A toast", "date": "2023-12-31T23:30:00-05:00"},
            "2023-12-31-toast",
            "2023/2023-12-31-toast.yml",
        ),
        (
            Kind.SOURCE,
            {"publisher": "AFP", "date": "2024-01-01T00:10+03:00"},
            "afp-2024-01-01",
            "sources/afp-2024-01-01.yml",
        ),
        (Kind.EVENT, {"title": "A battle", "date": "-0044"}, "45-bce-battle", "45-bce/45-bce-battle.yml"),
        (Kind.EVENT, {"title": "A letter", "date": "0000-12"}, "1-bce-12-letter", "1-bce/1-bce-12-letter.yml"),
        (Kind.EVENT, {"title": "كيدال", "date": "2024"}, "", "2024/.yml"),
        (
            Kind.SOURCE,
            {"publisher": "Le Monde", "date": "2024-08-02", "title": "Mali"},
            "le-monde-2024-08-02-mali",
            None,
        ),
        (Kind.SOURCE, {"publisher": "Le Monde", "date": "2024-08?"}, "le-monde", "sources/le-monde.yml"),
        (Kind.SOURCE, {"publisher": "Le Monde", "date": "2019-21"}, "le-monde-2019", None),
        (Kind.SOURCE, {"publisher": "صوت القناة", "date": "2024-08-02", "title": "شاهد"}, "", None),
        (Kind.ACTOR, {"name": "JNIM"}, "jnim", "actors/jnim.yml"),
    ],
)
def test_ids_and_files_follow_what_the_record_says(
    kind: Kind, values: dict[str, Value], record_id: str, file: str | None
) -> None:
    assert propose_id(kind, values) == record_id
    assert file is None or file_of(kind, record_id, values) == file


def test_a_claim_gets_a_number_where_its_id_is_taken() -> None:
    assert propose_claim_id({"by": "jnim", "topic": "toll"}, set()) == "jnim-toll"
    assert propose_claim_id({"by": "jnim", "topic": "toll"}, {"jnim-toll", "jnim-toll-2"}) == "jnim-toll-3"
    assert propose_claim_id({"unnamed": "كاتب", "topic": "date"}, set()) == "claim-date"
