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
    assert not name or why_not_id(name) in (None, "is a name that Windows keeps for a device")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The convoy leaves the town of Kidal", "convoy-leaves-town-kidal"),
        ("Mali : l'armée reconnaît", "mali-larmee-reconnait"),
        ("To the", "to-the"),
        ("كيدال", ""),
        ("word " * 30, "-".join(["word"] * 10)),
    ],
)
def test_an_id_has_the_words_that_tell_most(text: str, name: str) -> None:
    assert slug(text) == name


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
        (Kind.EVENT, {"title": "A battle", "date": "-0044"}, "battle", "battle.yml"),
        (Kind.EVENT, {"title": "كيدال", "date": "2024"}, "", "2024/.yml"),
        (
            Kind.SOURCE,
            {"publisher": "Le Monde", "date": "2024-08-02", "title": "Mali"},
            "le-monde-2024-08-02-mali",
            None,
        ),
        (Kind.SOURCE, {"publisher": "Le Monde", "date": "2024-08?"}, "le-monde", "sources/le-monde.yml"),
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
