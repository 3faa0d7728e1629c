"""Messages in the reader's language, and the texts that are to be translated."""

from __future__ import annotations

import pickle
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from building import REPOSITORY
from pseudo import CODE, TEMPLATE, pseudo, spoken

from site_builder.languages import say, say_n, translate, translations

OF_DATES = {"site_builder/edtf/wording.py", "site_builder/languages/calendar.py"}
"""The modules that say dates in words."""


def write(folder: Path, code: str, text: str) -> None:
    (folder / code).mkdir()
    (folder / code / "messages.po").write_text(text, encoding="utf-8")


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    write(
        tmp_path,
        "fr",
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "{n} event"\nmsgid_plural "{n} events"\nmsgstr[0] "{n} événement"\nmsgstr[1] "{n} événements"\n\n'
        'msgid "{what} of {who}"\nmsgstr "{who} : {what}"\n',
    )
    monkeypatch.setattr("site_builder.languages.messages.FOLDER", tmp_path)
    translations.cache_clear()
    yield
    translations.cache_clear()


def test_a_message_is_its_english_text() -> None:
    message = say("{what} of {who}", what="{a}", who="Mali")
    assert message == "{a} of Mali"
    assert (message.template, message.values) == ("{what} of {who}", {"what": "{a}", "who": "Mali"})
    assert [say_n("{n} event", "{n} events", n) for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]


def test_a_message_is_said_in_the_language_of_a_catalogue(french: None) -> None:
    message = say("{what} of {who}", what=say_n("{n} event", "{n} events", 0), who="Mali")
    assert translate(message, "fr") == translate(message, "fr_CA") == "Mali : 0 événement"
    assert translate(message, "de") == translate(message, "en") == "0 events of Mali"
    assert translate("as it is", "fr") == "as it is"


def test_a_text_without_a_translation_stays_in_english(french: None) -> None:
    assert translate(say("not {n}", n=1), "fr") == "not 1"


def test_a_message_survives_the_way_to_another_process(french: None) -> None:
    copy = pickle.loads(pickle.dumps(say("{what} of {who}", what="a", who="b")))
    assert translate(copy, "fr") == "b : a"


def test_the_pseudo_language_keeps_fields_and_grows(tmp_path: Path) -> None:
    assert pseudo("no {id} in `events/`") == "⟦ñó {id} íñ `events/`" + "·" * 8 + "⟧"
    with spoken(tmp_path / "languages") as code:
        assert code == CODE
        assert translations(code).info()


def test_the_texts_to_be_translated_are_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make messages` has been run since a text was changed."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
    found = re.search(r"^\t\$\(BIN\)/(pybabel .*)", makefile, re.MULTILINE)
    assert found is not None
    written = str(TEMPLATE.relative_to(REPOSITORY))
    monkeypatch.chdir(REPOSITORY)
    CommandLineInterface().run(shlex.split(found[1].replace(written, str(tmp_path / "messages.pot"))))
    found_now, kept = ((folder / "messages.pot").read_text(encoding="utf-8") for folder in (tmp_path, TEMPLATE.parent))
    assert found_now == kept, "`make messages` writes messages.pot"


each_catalogue = pytest.mark.parametrize(
    "catalogue", sorted(TEMPLATE.parent.glob("*/messages.po")), ids=lambda file: file.parent.name
)


@each_catalogue
def test_a_catalogue_translates_only_texts_that_are_used(catalogue: Path) -> None:
    with catalogue.open("rb") as translated, TEMPLATE.open("rb") as used:
        assert {one.id for one in read_po(translated)} <= {one.id for one in read_po(used)} | {""}


@each_catalogue
def test_a_catalogue_that_has_phrases_of_dates_has_all_of_them(catalogue: Path) -> None:
    """A date is not said in two languages at once."""
    with catalogue.open("rb") as translated, TEMPLATE.open("rb") as used:
        said = {one.id for one in read_po(translated) if one.string}
        phrases = {one.id for one in read_po(used) if any(file in OF_DATES for file, _ in one.locations)}
    assert len(phrases) > 30
    missing = phrases - said
    assert missing in (set(), phrases), f"translate in {catalogue.parent.name}/messages.po: {sorted(missing)}"
