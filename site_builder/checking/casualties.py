"""Finds numbers of people killed, wounded or captured in prose, by the words of every language's lexicon."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from site_builder.checking.lexicon import lexicon

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
"""Accents that stand apart, and vowel signs, which belong to the word before them."""
_TOKEN = re.compile(
    r"\d+(?:[.,'’\u00a0\u202f]\d{3})+(?!\d)"  # thousands
    r"|\d+(?:[:/.]\d+)+"  # a time, a date, the number of a version
    rf"|[\w%{_MARKS}]+(?:['’–-][\w{_MARKS}]+)*|[^\w\s]"
)
_SHARE = re.compile(r"\d+%")
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[–-]\d{2,4})?")
_THROUGH = {"+", "~", "%", "(", '"', "“", "«", "[", "*", "_"}
"""What may stand between a number and what it counts."""
_BEFORE = _THROUGH | {":", "—", "–", "-", "="}
_BETWEEN = 4
"""Words that may stand between a number and what it counts."""
_ASIDE = 7
"""Words of the longest aside between them: `22 civilians, children among them, were killed`."""
_LONGEST = 32
"""Characters of the longest number that anybody writes."""


class NumberOfPeople(NamedTuple):
    """A number of people killed, wounded or captured."""

    offset: int
    """Where the number begins in the text."""
    number: str
    """As written."""
    harmed: str
    """The word that says what was done to them."""


class _Token(NamedTuple):
    word: str
    """Without capitals and vowel signs."""
    start: int
    end: int


def find_counts(text: str) -> Iterator[NumberOfPeople]:
    """Numbers of people killed, wounded or captured, in order; years, dates, distances and things are not counted."""
    plain = _plain(text)
    if not any(stem in plain for stem in lexicon().casualties.stems):
        return
    tokens = [_Token(_plain(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text)]
    for at, token in enumerate(tokens):
        if len(token.word) <= _LONGEST and _counts_people(tokens, at):
            harmed = _after(tokens, at) or _before(tokens, at) or _lost(tokens, at)
            if harmed is not None:
                yield NumberOfPeople(token.start, text[token.start : token.end], harmed)


def _plain(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    composed = unicodedata.normalize("NFC", folded)
    return re.sub("[\u064b-\u065f\u0670\u0640]", "", composed)


def _counts_people(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a token is a number, and not of a day, a year, an article, or of things."""
    words = lexicon().casualties
    word, following = tokens[at].word, [token.word for token in tokens[at + 1 : at + 4]]
    if _SHARE.fullmatch(word):
        return following[:1] != [] and words.of.has(following[0]) is not None
    before = tokens[at - 1].word if at else ""
    if words.one.has(word) or words.one_harmed.has(word):
        counted = words.harm if words.one_harmed.has(word) else words.people
        return not words.not_one.has(before) and following[:1] != [] and counted.has(following[0]) is not None
    if not words.numbers.has(word) or _YEAR.fullmatch(word):
        return False
    if words.labels.has(before) or words.no_person.has(before):
        return False
    for other in following:
        if words.no_person.has(other):
            return False
        if words.harm.has(other):
            return True
    return True


def _after(tokens: Sequence[_Token], at: int) -> str | None:
    """What was done, where it stands after the number: `84 fighters were killed`."""
    words = lexicon().casualties
    index, between = at + 1, list[str]()
    while index < len(tokens) and len(between) <= _BETWEEN:
        word = tokens[index].word
        if words.harm.has(word):
            return word if _is_done_to_them(tokens, index, between) else None
        if word == ",":
            beyond = _beyond_aside(tokens, index)
            if beyond is None:
                return None
            index = beyond
        elif word[0].isalnum():
            between.append(word)
        elif word not in _THROUGH and word != ")":
            return None
        index += 1
    return None


def _is_done_to_them(tokens: Sequence[_Token], index: int, between: list[str]) -> bool:
    words = lexicon().casualties
    word = tokens[index].word
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if words.transitive.has(word) and (words.to_somebody.has(following) or words.numbers.has(following)):
        return False  # a number before it counts who did it
    spoken_of = (words.of.has(other) or words.about.has(other) for other in between[1:])
    if words.harmed_nouns.has(word) and (len(between) > _BETWEEN // 2 or any(spoken_of)):
        return False  # `two ministers speak of prisoners`
    if between and words.determiners.has(between[-1]):
        return len(between) <= 2 and all(words.of.has(other) or words.determiners.has(other) for other in between)
    return True


def _beyond_aside(tokens: Sequence[_Token], comma: int) -> int | None:
    """Where an aside between commas ends, if what was done follows it."""
    for index in range(comma + 1, min(len(tokens) - 1, comma + 2 + _ASIDE)):
        if tokens[index].word == ",":
            return index if lexicon().casualties.passive.has(tokens[index + 1].word) else None
        if not tokens[index].word[0].isalnum():
            return None
    return None


def _before(tokens: Sequence[_Token], at: int) -> str | None:
    """What was done, where it stands before the number: `killed at least 84`, `dead: 84`."""
    words = lexicon().casualties
    for index in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        word = tokens[index].word
        if (not word[0].isalnum() and word not in _BEFORE) or words.doers.has(word):
            return None
        if words.harm.has(word):
            between = [token.word for token in tokens[index + 1 : at]]
            is_age = words.dying.has(word) and between != [] and all(map(words.age.has, between))
            return None if is_age or words.lives.has(word) else word
    return None


def _lost(tokens: Sequence[_Token], at: int) -> str | None:
    """`lost` before a number of people: `lost 84 men`."""
    words = lexicon().casualties
    if not any(words.people.has(token.word) for token in tokens[at + 1 : at + 4]):
        return None
    before = (token.word for token in reversed(tokens[max(0, at - _BETWEEN) : at]))
    return next((word for word in before if words.losing.has(word)), None)
