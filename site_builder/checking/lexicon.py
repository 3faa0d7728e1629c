"""The words by which rules find what may do harm: one file a language, `site_builder/languages/<code>/lexicon.yml`.

Another language is another file, and nothing else: every rule looks for the words of all languages at once. The names
of months are Babel's.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from itertools import chain
from os.path import commonprefix
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, PlainValidator

from site_builder.languages import FOLDER, calendar_names, number_words
from site_builder.own_data import read_data

_PART = re.compile(r"(?<!\?P)<([a-z-]+)>")


class _Alternatives(tuple[str, ...]):
    """Regular expressions of which one is enough."""

    @cached_property
    def either(self) -> str:
        """One that matches what any of them does; nothing where there are none."""
        return f"(?:{'|'.join(self) or '(?!)'})"

    @cached_property
    def has(self) -> Callable[[str], re.Match[str] | None]:
        """Whether all of a word in small letters is one of them."""
        return re.compile(self.either).fullmatch

    @cached_property
    def find_in(self) -> Callable[[str], re.Match[str] | None]:
        """The first of them in a text, with capitals or without."""
        return _compiled(self.either).search


def _read_words(written: str | list[str]) -> _Alternatives:
    return _Alternatives(written.split() if isinstance(written, str) else written)


Words = Annotated[_Alternatives, PlainValidator(_read_words)]
"""What a file writes between spaces or as a list."""
_NONE = _Alternatives()


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Casualties(_Section):
    """Words around numbers of people killed, wounded or captured; without capitals and vowel signs."""

    stems: Words = _NONE
    """What every text with such a number contains: looked for first, because that is cheap."""
    harmed_nouns: Words = _NONE
    """What was done, in words that count only what stands right before them: `84 deaths`."""
    harmed: Words = _NONE
    """The other words for what was done to people."""
    number: Words = _NONE
    """Besides the plain ones, which `typed.toml` has: forms of cases, numbers of several words, and vague ones."""
    one: Words = _NONE
    """What is a number only before a word for people."""
    one_harmed: Words = _NONE
    """What is a number only before a word for what was done."""
    not_one: Words = _NONE
    """Before which word that is no number: `no one`."""
    people: Words = _NONE
    losing: Words = _NONE
    passive: Words = _NONE
    """How a sentence goes on behind an aside about those to whom something was done."""
    not_people: Words = _NONE
    """Things, days and distances, and people who only speak."""
    labels: Words = _NONE
    """What a number after it only names, or tells the time or the age of."""
    lives: Words = _NONE
    """Lost only where a number stands before it: `fifty lives`."""
    of: Words = _NONE
    about: Words = _NONE
    """Words, besides `of`, behind which a noun is not counted by what stands before them: `ministers on prisoners`."""
    dying: Words = _NONE
    age: Words = _NONE
    """What stands between a death and an age: `died at the age of 58`."""
    determiners: Words = _NONE
    """A number before `the dead` or `their wounded` does not count them, unless as `12 of the dead`."""
    doers: Words = _NONE
    """`killed by two men` counts who did it."""
    transitive: Words = _NONE
    to_somebody: Words = _NONE
    """After a transitive word, those to whom it was done; then a number before it counts who did it."""

    @cached_property
    def harm(self) -> Words:
        """All words for what was done to people."""
        return _Alternatives((*self.harmed_nouns, *self.harmed))

    @cached_property
    def numbers(self) -> Words:
        """All that is a number, in digits or words."""
        return _Alternatives((r"\d+(?:[.,'’\u00a0\u202f]\d{3})+", r"\d+(?:[–-]\d+)?", *self.number))

    @cached_property
    def no_person(self) -> Words:
        """All words for things, months, and people who only speak."""
        return _Alternatives(chain(self.not_people, *months()))


class Captives(_Section):
    """Words for people who may be endangered by being shown, named or described."""

    singled_out: Words = _NONE
    """What tells who an unnamed speaker is: a relative, a local office, an age."""
    captives: Words = _NONE
    held: Words = _NONE
    """What was done to captives."""
    minors: Words = _NONE
    not_named: Words = _NONE
    """Others whom nobody names: the missing, and minors in other words."""
    one_of: Words = _NONE
    """What stands before a captive who speaks: `one of the`, with the space behind it."""
    who_was: Words = _NONE
    """What stands before what a speaker is: `who was`, with the space behind it."""
    no_longer: Words = _NONE
    """What says that a speaker is no captive, such as `former`."""

    @cached_property
    def tells_who(self) -> re.Pattern[str]:
        """A description by which somebody may be known."""
        return _compiled(rf"\b{self.singled_out.either}")

    @cached_property
    def not_shown(self) -> re.Pattern[str]:
        """A word for people of whom no picture is linked."""
        return _compiled(rf"\b(?:{self.captives.either}|{self.minors.either})\b")

    @cached_property
    def no_name(self) -> re.Pattern[str]:
        """A word for people who are not named."""
        return _compiled(rf"\b(?:{self.captives.either}\b|{self.not_named.either})")

    @cached_property
    def speaker(self) -> re.Pattern[str]:
        """The description of a captive who speaks, without what it begins with as `who`."""
        who = rf"(?:\w+\W+){{0,2}}?{self.who_was.either}?{self.captives.either}|(?:\w+\W+){{0,4}}?{self.held.either}"
        return _compiled(rf"^{self.one_of.either}?(?P<who>{who})\b")


class Accused(_Section):
    """Words by which a text says that nobody answered."""

    unanswered: Words = _NONE


_Pattern = Annotated[re.Pattern[str], PlainValidator(_compiled)]
_WholeWords = Annotated[re.Pattern[str], PlainValidator(lambda written: _compiled(rf"\b(?:{written})(?!\w)"))]


class LoadedWord(_Section):
    """A word that takes a side, and what to write in its place."""

    forms: _WholeWords
    stem: str
    """What each form contains without capitals: looked for first, because that is cheap."""
    write: str
    in_names: _Pattern | None = None
    """Forms that names bear even in a headline."""
    unless_designated: bool = False
    """Whether it takes no side after words of `designated`."""
    other_sense: _WholeWords | None = None
    """Words of its sentence with which it means something else, unless it is about people."""
    other_object: _WholeWords | None = None
    """Words shortly after it with which it means something else, unless it is about people."""
    before_place: _Pattern | None = None
    """Where it is loaded only beside the name of a place: what may stand between it and a place behind it."""
    after_place: _Pattern | None = None
    """The same, of a place before it."""


def own_word(word: str, neutral: str) -> LoadedWord:
    """A loaded word of one chronicle: `*` at the end of a part stands for any ending, and capitals within are kept."""
    parts = [re.escape(part.removesuffix("*")) + (r"\w*" if part.endswith("*") else "") for part in word.split()]
    forms = r"\s+".join(parts)
    exact = any(letter.isupper() for letter in word[1:])
    stem = word.split()[0].removesuffix("*").casefold()
    return LoadedWord.model_validate(
        {"forms": f"(?-i:{forms})" if exact else forms, "stem": stem, "write": f"`{neutral}`"}
    )


class LoadedWords(_Section):
    """Words that take a side, and those around them that matter."""

    people: Words = _NONE
    """To whom something is done: where they follow, a word has no other sense."""
    designated: Words = _NONE
    """Beginnings of words such as `listed as`, behind which a word is what a state or body calls somebody."""
    words: tuple[LoadedWord, ...] = ()

    @cached_property
    def somebody(self) -> re.Pattern[str]:
        return _compiled(rf"\b{self.people.either}(?!\w)")

    @cached_property
    def designation(self) -> re.Pattern[str]:
        """What stands before a word that a state or body calls somebody."""
        return _compiled(rf"{self.designated.either}\w*\W(?:[^.;]{{0,60}}\W)?$")


class Titles(_Section):
    """Words by which titles of events are compared."""

    telling: Words = _NONE
    """Words that show that a title is in this language."""
    letters: Words = _NONE
    """Letters that show it, where no words do."""
    empty: Words = _NONE
    """Words that say nothing, without accents."""

    @cached_property
    def without_empty(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self.empty.either}\b")


class Lexicon(_Section):
    """The words of one language, or of all."""

    casualties: Casualties = Casualties()
    captives: Captives = Captives()
    accused: Accused = Accused()
    titles: Titles = Titles()
    loaded_words: LoadedWords = LoadedWords()


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """The words of each language by its code."""
    return {file.parent.name: _read(file) for file in sorted(FOLDER.glob("*/lexicon.yml"))}


@cache
def lexicon() -> Lexicon:
    """The words of all languages together, with the numbers that people type in figures."""
    several = sorted((word for word, number in number_words().items() if number > 1), key=len, reverse=True)
    return _joined(Lexicon, [*lexicons().values(), Lexicon(casualties=Casualties(number=_Alternatives(several)))])


@cache
def months() -> tuple[Words, ...]:
    """The names of each month in all languages, without capitals: January first."""
    return tuple(_Alternatives(chain(*(_month(code, number) for code in lexicons()))) for number in range(1, 13))


def _month(code: str, number: int) -> Iterable[str]:
    """In full, with what cases make of it, and short where that is no abbreviation with a point."""
    forms = [calendar_names("months", code, context)[number - 1].casefold() for context in ("format", "stand-alone")]
    stem = commonprefix(forms)  # noqa: RUF071 (letters, not paths)
    yield stem if stem == forms[0] == forms[1] else rf"{stem}\w*"
    short = calendar_names("months", code, "format", "abbreviated")[number - 1].casefold()
    if not short.endswith("."):
        yield short


def _read(file: Path) -> Lexicon:
    written = read_data(file.read_text(encoding="utf-8"))
    parts: Mapping[str, str] = written.pop("parts", {})
    return Lexicon.model_validate(_with_parts(written, parts))


def _with_parts(written: Any, parts: Mapping[str, str]) -> Any:
    if isinstance(written, str):
        return _PART.sub(lambda found: parts[found[1]], written)
    if isinstance(written, dict):
        return {key: _with_parts(value, parts) for key, value in written.items()}
    return [_with_parts(value, parts) for value in written] if isinstance(written, list) else written


_S = TypeVar("_S", bound=_Section)


def _joined(section: type[_S], several: Iterable[_S]) -> _S:
    """One section with the words of several."""
    found: dict[str, Any] = {}
    for name in section.model_fields:
        values = [getattr(one, name) for one in several]
        kind = type(values[0])
        found[name] = _joined(kind, values) if issubclass(kind, _Section) else kind(chain(*values))
    return cast(_S, section.model_construct(None, **found))
