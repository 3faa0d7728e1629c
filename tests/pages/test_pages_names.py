from pathlib import Path

import pytest
import worlds

from site_builder import edtf
from site_builder.pages.context import Here, PageLink
from site_builder.records import Kind

CSP = """
actors/csp:
  name: CSP-DPA
  names: [{name: CSP-PSD, until: 2024-04}]
"""


def name_on(here: Here, actor: str, date: str | None) -> str:
    return here.name(Kind.ACTOR, actor, edtf.parse(date) if date is not None else None)


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("2023-11-14", "CSP-PSD"),
        ("2024-04-30", "CSP-PSD"),
        ("2024-04", "CSP-PSD"),
        ("2024-05-01", "CSP-DPA"),
        ("2024-07-25/2024-07-27", "CSP-DPA"),
        (None, "CSP-DPA"),
    ],
)
def test_an_actor_is_called_what_it_was_called_then(tmp_path: Path, date: str | None, name: str) -> None:
    assert name_on(worlds.here(worlds.chronicle_of(tmp_path, CSP)), "csp", date) == name


@pytest.mark.parametrize(
    ("date", "name"),
    [("2009", "Z"), ("2010-06-01", "A"), ("2015", "Z"), ("2020-01-01", "B"), ("2024", "B"), ("1999/2010", "A")],
)
def test_a_former_name_holds_from_its_first_day_to_its_last(tmp_path: Path, date: str, name: str) -> None:
    world = """
    actors/z:
      name: Z
      names: [{name: A, since: 2010, until: 2014}, {name: B, since: 2020}]
    """
    assert name_on(worlds.here(worlds.chronicle_of(tmp_path, world)), "z", date) == name


def test_a_former_name_without_dates_is_only_listed(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "actors/z: {name: Z, names: [{name: A}]}"))
    assert name_on(here, "z", "2024-07-27") == "Z"


def test_what_has_no_record_is_called_by_its_id_and_leads_nowhere(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "actors/z: {}"))
    assert here.record_link(Kind.ACTOR, "nobody") == PageLink("nobody", None)


def test_names_are_in_the_readers_language_or_the_first_that_there_is(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(
        tmp_path, "{places/kidal: {name: {en: Kidal, fr: Kidal en français}}, places/gao: {name: {ar: غاو}}}"
    )
    assert worlds.here(chronicle, language="fr").name(Kind.PLACE, "kidal") == "Kidal en français"
    assert worlds.here(chronicle, language="de").name(Kind.PLACE, "kidal") == "Kidal"
    assert worlds.here(chronicle, language="fr").name(Kind.PLACE, "gao") == "غاو"


def test_a_language_is_named_in_the_readers_own_and_an_unknown_one_by_its_code(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "{}"))
    assert (here.language_name("uk"), here.language_name("pt-BR"), here.language_name("zzz")) == (
        "Ukrainian",
        "Portuguese",
        "zzz",
    )
