"""A language for tests, made of the texts to be translated: accented, 40 % longer, and read from right to left.

It takes the code of Arabic, whose direction, month names and numbers it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from site_builder.languages import translations
from site_builder.languages.messages import FOLDER

CODE = "ar"
TEMPLATE = FOLDER / "messages.pot"
_KEPT = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|%\([a-z_]+\)s|%%|<[^>]*>|&[a-z]+;|`[^`]*`)")
"""What a translator keeps as it is: format fields, markup, and what is written in a record or a terminal."""
_ACCENTED = str.maketrans("aceinouyACEINOUYs", "áçéíñóúýÁÇÉÍÑÓÚÝš")


def pseudo(text: str) -> str:
    """A text as the pseudo-language has it: `⟦Édítéd bý {name}······⟧`."""
    parts = _KEPT.split(text)
    words = "".join(part if position % 2 else part.translate(_ACCENTED) for position, part in enumerate(parts))
    return f"⟦{words}{'·' * (len(text) * 4 // 10)}⟧"


def write_catalogue(folder: Path) -> None:
    """Write the catalogue of the pseudo-language, as translators would, into a folder of languages."""
    catalogue = Catalog(locale=CODE)
    with TEMPLATE.open("rb") as template:
        for message in read_po(template):
            if message.id:
                ids = message.id if isinstance(message.id, tuple) else (message.id,)
                texts = tuple(pseudo(str(ids[-1])) for _ in range(catalogue.num_plurals))
                catalogue.add(message.id, texts if message.pluralizable else texts[0], context=message.context)
    (folder / CODE).mkdir(parents=True)
    with (folder / CODE / "messages.po").open("wb") as file:
        write_po(file, catalogue)


@contextmanager
def spoken(folder: Path) -> Iterator[str]:
    """The code under which the pseudo-language is known meanwhile; its catalogue is written into an empty folder."""
    write_catalogue(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_builder.languages.messages.FOLDER", folder)
        translations.cache_clear()
        yield CODE
    translations.cache_clear()
