"""Records that are found by words."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import chronicle_of

from site_builder.chronicle import Chronicle
from site_builder.editing.searching import search, similar
from site_builder.records import Kind


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return chronicle_of(
        tmp_path,
        """
        2024-07-27-ambush: {title: Convoy ambushed near Tin Zaouatine}
        actors/csp-dpa: {name: CSP-DPA, aliases: [Permanent Strategic Framework], names: [{name: CSP-PSD, until: 2024}]}
        actors/fama: {name: {en: Malian army, fr: Forces armées maliennes}}
        places/kidal: {name: كيدال, aliases: [Kidal]}
        sources/afp-2024: {publisher: AFP, title: Rebels claim victory}
        """,
    )


@pytest.mark.parametrize(
    ("words", "kind", "record_id"),
    [
        ("permanent framework", Kind.ACTOR, "csp-dpa"),
        ("CSP-PSD", Kind.ACTOR, "csp-dpa"),
        ("forces armees maliennes", Kind.ACTOR, "fama"),
        ("malain army", Kind.ACTOR, "fama"),
        ("كيدال", Kind.PLACE, "kidal"),
        ("convoy tin zaouatine", Kind.EVENT, "2024-07-27-ambush"),
        ("victory rebels", Kind.SOURCE, "afp-2024"),
    ],
)
def test_a_record_is_found_by_its_names_in_any_order(
    chronicle: Chronicle, words: str, kind: Kind, record_id: str
) -> None:
    assert search(chronicle, (kind,), words)[0].id == record_id


def test_nothing_is_found_that_is_not_like_it(chronicle: Chronicle) -> None:
    assert search(chronicle, tuple(Kind), "qqqq") == []


def test_only_nearly_the_same_names_are_similar(chronicle: Chronicle) -> None:
    assert [found.id for found in similar(chronicle, Kind.ACTOR, "armées maliennes forces")] == ["fama"]
    assert similar(chronicle, Kind.ACTOR, "army") == []
