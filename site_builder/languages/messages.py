"""Messages that know how they were made, so that they can be said in another language, and gettext catalogues."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

FOLDER = Path(__file__).parent
"""Holds a folder for each language but English."""


class Message(str):
    """A text in English, which keeps what it was made of; to everybody else an ordinary `str`."""

    template: str
    """The text with format fields, as catalogues name it."""
    plural: str
    """The same for several; empty where the text counts nothing."""
    values: dict[str, Any]
    """What stands in the format fields, by name; `n` is the number that is counted."""

    def changed(self, change: Callable[[str], str]) -> "Message":
        """The same message with each text among its values changed."""
        return _message(
            self.template, self.plural, {name: _changed(value, change) for name, value in self.values.items()}
        )


def say(template: str, **values: Any) -> Message:
    """A message such as `say("the id {id} names nothing", id=x)`."""
    return _message(template, "", values)


def say_n(singular: str, plural: str, n: int, **values: Any) -> Message:
    """A message that counts: `say_n("{n} event", "{n} events", 3)`."""
    return _message(singular, plural, {"n": n, **values})


def translate(message: str, language: str) -> str:
    """A message in a language, and the messages among its values too; any other text as it is."""
    if not isinstance(message, Message):
        return message
    catalogue = translations(language)
    values: dict[str, Any] = {
        name: translate(value, language) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    if message.plural:
        return catalogue.ngettext(message.template, message.plural, values["n"]).format(**values)
    return catalogue.gettext(message.template).format(**values)


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language, `fr-CA` or `fr`; one that leaves texts in English where there is none."""
    code = language.replace("_", "-")
    while code:
        file = FOLDER / code / "messages.po"
        if file.is_file():
            return _read(file)
        code = code.rpartition("-")[0]
    return NullTranslations()


_OF_A_PAGE = "Latest additions and corrections"
"""A text of pages, by which a catalogue of them differs from one that only has dates."""


def has_page_texts(language: str) -> bool:
    """Whether pages can say their own words in a language."""
    return language.partition("-")[0] == "en" or translations(language).gettext(_OF_A_PAGE) != _OF_A_PAGE


@cache
def direction(language: str) -> str:
    """How a language is read, as HTML's `dir` has it: `ltr`, `rtl`, or `auto` where the locale data lacks it."""
    try:
        return Locale.parse(language.replace("_", "-"), sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


def extract_terms(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[tuple[int, None, str, list[str]]]:
    """What pages say of the closed lists, for Babel: headings, and of each term its label and definition."""
    for terms in tomllib.loads(file.read().decode()).values():
        texts = [terms["heading"]]
        for value, about in terms["terms"].items():
            texts.append(about.get("label", value.replace("-", " ")))
            texts += [about[key] for key in about if key == "definition" or key.startswith("heading")]
        yield from ((0, None, text, []) for text in texts)


def _read(file: Path) -> Translations:
    packed = BytesIO()
    with file.open("rb") as catalogue:
        write_mo(packed, read_po(catalogue, locale=file.parent.name.replace("-", "_")))
    packed.seek(0)
    return Translations(packed)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Message):
        return value.changed(change)
    return change(value) if isinstance(value, str) else value


def _message(template: str, plural: str, values: dict[str, Any]) -> Message:
    message = Message((plural if plural and values["n"] != 1 else template).format(**values))
    message.template, message.plural, message.values = template, plural, values
    return message
