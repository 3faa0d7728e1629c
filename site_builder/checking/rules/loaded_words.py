"""Words that take a side, and what to write in their place; the words themselves are data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from site_builder import problems
from site_builder.checking.findings import MOST_OF_A_TEXT, Finding, rule
from site_builder.checking.lexicon import LoadedWord, lexicon, own_word
from site_builder.languages import say
from site_builder.linking import Linked, names_of, plain_name
from site_builder.records import Actor, Place

_SENTENCE_END = (".", "!", "?", ":", "…")
_SENTENCE_BREAK = re.compile(r"[.!?…]\s|\n\s*\n")
_LOOK_BACK = 90
"""Characters before a word that say what it is part of."""
_NEAR = 300
"""Characters before and after a word within which its sentence is looked for."""
_MOST_NAMES = 50
"""Names with one word that are looked for around it."""
_OBJECT_WORDS = 4
"""Words after one within which stands what it is done to."""
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = 4
"""Letters of a word that has a capital in a headline, and none in the middle of a sentence."""
_NAMES = ("name", "names", "aliases")


@dataclass(frozen=True, slots=True)
class _Known:
    """Names that the records bear."""

    places: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    """Names of all records by each word in them, without capitals."""
    persons: frozenset[str]
    """Words of the names of persons, by each of which a person may be called."""
    words: tuple[LoadedWord, ...]
    """The loaded words, those that the chronicle adds among them."""


@rule
def loaded_words(records: Linked) -> Iterator[Finding]:
    """Loaded words stand only inside quotations: the chronicle's own words take no side."""
    known = _known(records)
    for text in records.texts:
        for found, neutral in islice(_find(text[2], known) if text[1][0] not in _NAMES else (), MOST_OF_A_TEXT):
            message = say(
                "`{found}` takes a side: write {neutral}, or quote whoever says it", found=found[0], neutral=neutral
            )
            yield Finding.in_text(problems.LOADED_WORD, text, message, found[0], found.start())


def _known(records: Linked) -> _Known:
    bearers: list[Actor | Place] = [*records.actors.values(), *records.places.values()]
    names = {plain_name(name) for record in bearers for name in names_of(record)}
    for source in records.sources.values():
        names.update(filter(None, (source.publisher, source.origin, source.author)))
    by_word: dict[str, list[str]] = {}
    for name in sorted(names):
        for word in {word.casefold() for word in _WORD.findall(name)}:
            by_word.setdefault(word, []).append(name)
    persons = (actor for actor in records.actors.values() if actor.type.person)
    own = (own_word(*one) for words in records.profile.loaded_words.values() for one in words.items())
    called = {word for person in persons for name in names_of(person) for word in _WORD.findall(name)}
    return _Known(
        tuple({name for place in records.places.values() for name in names_of(place)}),
        {word: tuple(names) for word, names in by_word.items()},
        frozenset(word for word in called if word[0].isupper()),
        (*lexicon().loaded_words.words, *own),
    )


def _find(text: str, known: _Known) -> Iterator[tuple[re.Match[str], str]]:
    """Loaded words in the chronicle's own words, each with what to write in its place."""
    folded = text.casefold()
    own: str | None = None
    seen: set[int] = set()
    for word in known.words:
        if word.stem not in folded:
            continue
        own = own_words(text) if own is None else own
        for found in word.forms.finditer(own):
            if found.start() not in seen and not _is_let_be(own, found, word, known):
                seen.add(found.start())
                yield found, word.write


def _is_let_be(text: str, found: re.Match[str], word: LoadedWord, known: _Known) -> bool:
    """Whether a word takes no side where it stands: in a name, in another sense, or as what somebody is listed as."""
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if word.unless_designated and lexicon().loaded_words.designation.search(before):
        return True
    if (word.before_place or word.after_place) and not _is_beside_a_place(text, found, word, known.places):
        return True
    return _is_name(text, found, word, known) or _has_other_sense(text, found, word)


def _is_beside_a_place(text: str, found: re.Match[str], word: LoadedWord, places: tuple[str, ...]) -> bool:
    """Whether a word is said of a place: French `libération` is of people too, and then takes no side."""
    behind = word.before_place.match(text, found.end()) if word.before_place is not None else None
    if behind is not None and text.startswith(places, behind.end()):
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    between = word.after_place.search(before) if word.after_place is not None else None
    return between is not None and before.endswith(places, 0, between.start())


def _is_name(text: str, found: re.Match[str], word: LoadedWord, known: _Known) -> bool:
    """Whether it is part of a name: one that is known, or one by its capital in the middle of a sentence.

    In a headline all words have capitals, and only some of them are such as names bear.
    """
    if _stands_in_a_known_name(text, found, known):
        return True
    if not found[0][0].isupper() or (len(found[0]) > 1 and found[0].isupper()):
        return False
    if found[0] in known.persons:
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()].rstrip()
    if not before or before.endswith(_SENTENCE_END):
        return False
    if word.in_names is not None and word.in_names.fullmatch(found[0]):
        return True
    return not _is_headline(_sentence(text, found), found[0])


def _stands_in_a_known_name(text: str, found: re.Match[str], known: _Known) -> bool:
    first = _WORD.search(found[0])
    offset = max(0, found.start() - _LOOK_BACK)
    around = text[offset : found.end() + _LOOK_BACK].replace("\n", " ").replace("’", "'")
    start, end = found.start() - offset, found.end() - offset
    names = known.names.get(first[0].casefold(), ()) if first is not None else ()
    return any(
        one.start() <= start and end <= one.end()
        for name in names[:_MOST_NAMES]
        for one in re.finditer(re.escape(name), around)
    )


def _is_headline(sentence: str, word: str) -> bool:
    """Whether nearly all long words of a sentence have a capital, besides its first and the one that is asked about."""
    others = [other for other in _WORD.findall(sentence)[1:] if len(other) >= _LONG_WORD and other not in word]
    return bool(others) and 4 * sum(not other[0].isupper() for other in others) <= len(others)


def _has_other_sense(text: str, found: re.Match[str], word: LoadedWord) -> bool:
    """Whether what stands around it says that it is not about people: carbon is neutralised, and cattle slaughtered."""
    if word.other_sense is None and word.other_object is None:
        return False
    after = " ".join(text[found.end() : found.end() + _LOOK_BACK].split()[:_OBJECT_WORDS])
    if lexicon().loaded_words.somebody.search(after) is not None:
        return False
    if word.other_object is not None and word.other_object.search(after) is not None:
        return True
    return word.other_sense is not None and word.other_sense.search(_sentence(text, found)) is not None


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence that a word stands in, as far as it is near."""
    offset = max(0, found.start() - _NEAR)
    starts = [one.end() for one in _SENTENCE_BREAK.finditer(text, offset, found.start())]
    end = _SENTENCE_BREAK.search(text, found.end(), found.end() + _NEAR)
    return text[starts[-1] if starts else offset : end.start() if end is not None else found.end() + _NEAR]


_WITHIN_PARAGRAPH = r"(?:[^{stops}\n]|\n(?![ \t]*\n))"
"""Neither mark may stand inside, so that a text of opening marks alone is passed over once."""
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“”"), ("‹", "›"))
_QUOTED = "|".join(
    f"{opening}{_WITHIN_PARAGRAPH.replace('{stops}', opening + closing)}*[{closing}]" for opening, closing in _PAIRS
)
_SINGLE = r"(?<!\w)['‘](?=\w)(?:[^'’‘\n]|(?<=\w)['’](?=\w)|\n(?![ \t]*\n))*['’](?!\w)"
_OTHERS = (
    r"^[ \t]*>.*$",  # a block quotation
    r"`[^`\n]*`",
    r"\[@[^\[\]\n]*\]",
    r"\[\[[^\[\]|\n]*(?:\||\]\])",  # the label after `|` is in our words
    r"https?://\S+",
)
_NOT_OWN = re.compile("|".join((_QUOTED, _SINGLE, *_OTHERS)), re.MULTILINE)
_NOT_A_LETTER = re.compile(r"[^\n]")


def own_words(text: str) -> str:
    """A text with blanks in place of what is not in the chronicle's own words; offsets stay."""
    return _NOT_OWN.sub(lambda found: _NOT_A_LETTER.sub(" ", found[0]), text)
