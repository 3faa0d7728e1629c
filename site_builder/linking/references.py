"""References that writers put into prose: `[[event-id]]`, `[[actor:army|the soldiers]]`, `[@source-id, page 4]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from site_builder.records import FieldParty, FieldReference, FieldText, Kind, Record, walk

MAX_PROSE = 20_000
"""Characters of prose in one field that are read as markup (some 3,000 words); longer text is shown as it is."""

_WORDS = r"(?:[^\[\]\n]|\n(?![ \t]*\n)){1,300}"
REFERENCE = re.compile(
    r"\[(?:\[\s*+(?:(?P<kind>event|actor|place|source|thread|question):\s*+)?"
    rf"(?P<id>[^\[\]|\s][^\[\]|\n]{{0,119}}+)\s*+(?:\|(?P<label>{_WORDS}))?\]\]"
    rf"|@(?P<source>[^\[\],\s]{{1,120}}+)(?:,(?P<at>{_WORDS}))?\](?!\(\s*+<?(?i:https?)://))"
)
"""One reference. `kind`, `id` and `label` are those of a link, `source` and `at` those of a citation.

`id`, `label` and `at` are with the spaces around them: no two parts may take the same character, or a stranger's run
of spaces would be split in every way there is. `[@handle](https://…)` is a link with a name in its words.
"""
_LABEL = r"\[(?P<label>[^\[\]\n]{1,300})\]"
_WORDS_OF_LINK = re.compile(rf"\[@[^\[\]\n]{{0,300}}\](?:\(\s*+<?(?i:https?)://|{_LABEL})")
_DEFINITION = re.compile(rf"^[ \t>]{{0,9}}{_LABEL}:", re.MULTILINE)

_SKIPPED = (
    r"\\[\\`\[\]]"  # escaped by a backslash
    r"|^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n`]*$(?s:.*?)(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)(?s:.))+?(?<!`)(?P=ticks)(?!`)"
)
_CODE = re.compile(_SKIPPED, re.MULTILINE)
_SCANNER = re.compile(rf"(?:{_SKIPPED})|(?P<reference>{REFERENCE.pattern})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a record or a citation of a source, as written."""

    kind: Kind
    id: str
    """As written: it may be malformed, and there may be no such record."""
    words: str | None
    """Of a link: the label to show. Of a citation: the paragraph, page or minute. None where none is given."""
    cites: bool
    """Whether it is a citation (`[@…]`) rather than a link (`[[…]]`)."""
    offset: int
    """Where it begins, in characters from the start of the text."""
    text: str
    """As written, brackets included."""


def find_references(text: str) -> tuple[Reference, ...]:
    """All references in prose in their order, leaving out those in code and those escaped by a backslash.

    Text longer than `MAX_PROSE` has none: it is not read as markup.
    """
    if len(text) > MAX_PROSE or ("[[" not in text and "[@" not in text):
        return ()
    scanner = _SCANNER if any(mark in text for mark in "\\`~") else REFERENCE
    found = (match for match in scanner.finditer(text) if match["id"] or match["source"])
    return tuple(read_reference(match) for match in found if not (match["source"] and begins_link(text, match.start())))


def begins_link(text: str, offset: int) -> bool:
    """Whether `[@` at an offset opens the words of a link: `[@handle](https://…)`, `[@handle][label]`."""
    found = _WORDS_OF_LINK.match(text, offset)
    return found is not None and (found["label"] is None or _plain(found["label"]) in _defined(text))


@lru_cache(maxsize=4)
def _defined(text: str) -> frozenset[str]:
    """The labels for which a text gives an address (`[label]: https://…`); a citation is none."""
    labels = (_plain(found["label"]) for found in _DEFINITION.finditer(text)) if "]:" in text else ()
    return frozenset(label for label in labels if not label.startswith("@"))


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


def without_code(text: str) -> str:
    """A text with spaces in place of each span and block of code."""
    return _CODE.sub(lambda found: found[0] if found[0].startswith("\\") else " " * len(found[0]), text)


def read_reference(match: re.Match[str]) -> Reference:
    """The reference that `REFERENCE` matched."""
    source = match["source"]
    words = match["label"] if source is None else match["at"]
    return Reference(
        kind=Kind.SOURCE if source else Kind(match["kind"] or Kind.EVENT),
        id=source or match["id"].rstrip(),
        words=" ".join(words.split()) if words else None,
        cites=source is not None,
        offset=match.start(),
        text=match[0],
    )


def named_in(record: Record) -> Iterator[tuple[Kind, str]]:
    """Kind and id of all that a record names: in its fields, as a party of its figures, and in its prose."""
    yield from ((reference.kind, reference.id) for reference in walk(record, FieldReference))
    yield from ((Kind.ACTOR, party.id) for party in walk(record, FieldParty))
    for found in walk(record, FieldText):
        yield from ((reference.kind, reference.id) for reference in find_references(found.text))
