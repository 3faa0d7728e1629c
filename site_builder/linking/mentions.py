"""Finds the names and aliases of actors and places in prose, in time that grows with the prose alone.

Names are looked up word by word, so that 5,000 of them cost no more than one, also where all begin alike. What
is found is the longest name at each location, in the case in which the record has it, and never part of a longer
word. A name that cannot become a link (two records share it, or its record says so) still takes up the words
that it covers, so that no shorter name is found inside it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.records import Actor, Kind, Place

MIN_LENGTH = 3
"""Names shorter than this many characters are not looked for."""

MAX_LENGTH = 200
"""Nor are longer ones: they stand in no sentence."""

_ONE_FOR_ONE = str.maketrans(
    {
        "\n": " ",
        "\t": " ",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
    }
)
"""Characters that writers and typesetters use for one another; one for one, so that offsets stay."""

_FIRST_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\w+|\W", re.DOTALL)
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in prose: the characters from `start` up to `end`, and the record they name."""

    start: int
    end: int
    kind: Kind
    id: str


_Record = tuple[Kind, str]


class _Step:
    """What may stand after some words of a name, and the names that end there."""

    __slots__ = ("names", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Step] = {}
        """By the word, or other character, that follows."""
        self.names: dict[int, dict[str, _Record | None]] = {}
        """What stands before the first word of each name, by its length, with the record if it is a link."""


class Mentions:
    """All names to look for, ready to be found; make it with `collect_mentions`."""

    def __init__(self, names: Mapping[str, _Record | None]) -> None:
        """`names` has the record of each name, or None where it must not become a link."""
        self._by_first_word: dict[str, _Step] = {}
        for text, record in names.items():
            first = _FIRST_WORD.search(text)
            if first is not None and len(text) <= MAX_LENGTH:
                step = self._by_first_word.setdefault(first[0], _Step())
                for piece in _PIECE.findall(text, first.end()):
                    step = step.next.setdefault(piece, _Step())
                step.names.setdefault(first.start(), {})[text[: first.start()]] = record

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention, in order; none overlaps another."""
        if not self._by_first_word:
            return
        plain = text.translate(_ONE_FOR_ONE)
        reached = 0
        for word in self._candidates.finditer(plain):
            first = self._by_first_word.get(word[0])
            if first is None:
                continue
            for start, end, record in _names_at(plain, first, word.start(), word.end()):
                if start >= reached and _stands_alone(plain, start, end):
                    reached = end
                    if record is not None:
                        yield Mention(start, end, *record)
                    break

    @cached_property
    def _candidates(self) -> re.Pattern[str]:
        """Words that begin as some name does."""
        initials = "".join(sorted({re.escape(word[0]) for word in self._by_first_word}))
        return re.compile(rf"(?<!\w)[{initials}]\w*")


def _names_at(plain: str, step: _Step, start: int, end: int) -> Iterator[tuple[int, int, _Record | None]]:
    """The names whose first word stands from `start` to `end`, the longest first, with where they begin and end."""
    steps = [(step, end)]
    while (piece := _PIECE.match(plain, end)) is not None and (following := step.next.get(piece[0])) is not None:
        step, end = following, piece.end()
        steps.append((step, end))
    for last, end in reversed(steps):
        for lead in sorted(last.names, reverse=True) if last.names else ():
            names, begin = last.names[lead], start - lead
            if begin >= 0 and (before := plain[begin:start]) in names:
                yield begin, end, names[before]


def collect_mentions(actors: Iterable[Actor], places: Iterable[Place]) -> Mentions:
    """The names and aliases of actors and places, in all languages, under which they are linked.

    Not linked are names that two records share, aliases marked `link: never`, and names of fewer than
    `MIN_LENGTH` characters.
    """
    owners: dict[str, set[_Record]] = {}
    never: set[str] = set()
    records: list[Actor | Place] = [*actors, *places]
    for record in records:
        never.update(plain_name(alias.alias) for alias in record.aliases if alias.link == "never")
        for name in map(plain_name, names_of(record)):
            if len(name) >= MIN_LENGTH:
                owners.setdefault(name, set()).add((record.record_kind, record.id))
    return Mentions(
        {
            name: next(iter(records)) if len(records) == 1 and name not in never else None
            for name, records in owners.items()
        }
    )


def names_of(record: Actor | Place) -> Iterator[str]:
    """Every name under which an actor or place may be mentioned."""
    texts = [record.name]
    if isinstance(record, Actor):
        texts += [former.name for former in record.names]
    for text in texts:
        yield from (version for _, version in text.versions)
    yield from (alias.alias for alias in record.aliases)


def plain_name(name: str) -> str:
    """A name as it is looked for: spaces, hyphens and apostrophes of one sort each."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_ONE_FOR_ONE).split())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` are words of their own."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before == " " and after in " .,;:)":
        return True
    return not (
        _continues(before)
        or _continues(after)
        or _begins_inside_compound(text, start)
        or _goes_on_as_compound(text, end)
        or _stands_in_address(text, start)
    )


def _continues(character: str) -> bool:
    """Whether a character next to a word is part of it: letters, digits, combining marks, joiners."""
    joins = character.isalnum() or character in "_@" or character in _JOINERS
    return joins or unicodedata.category(character).startswith("M")


def _goes_on_as_compound(text: str, end: int) -> bool:
    """Whether a hyphen and a capital follow: `Guinea` in `Guinea-Bissau`, but not `Harbour` in `Harbour-led`."""
    return text[end : end + 1] == "-" and end + 1 < len(text) and _is_name_like(text[end + 1])


def _begins_inside_compound(text: str, start: int) -> bool:
    """Whether a capitalised word and a hyphen come before: `Bissau` in `Guinea-Bissau`, but not `pro-Harbour`."""
    if text[start - 1 : start] != "-":
        return False
    at = start - 1
    while at > 0 and _continues(text[at - 1]):
        at -= 1
    return at < start - 1 and _is_name_like(text[at])


def _is_name_like(character: str) -> bool:
    """Whether a word that begins so may be a name: a capital, a digit, or a script without capitals."""
    return character.isalnum() and not character.islower()


def _stands_in_address(text: str, start: int) -> bool:
    """Whether the word is part of a web address."""
    written_before = text[text.rfind(" ", 0, start) + 1 : start]
    return "://" in written_before or "www." in written_before
