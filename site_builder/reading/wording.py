"""The demands of schemas in words: forms, lists of values, names of mappings."""

from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

from site_builder.languages import Message, say
from site_builder.records import COUNTRY_PATTERN, EXTRA_KEY_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, RecordPath
from site_builder.vocabulary import Vocabulary

PATTERNS = {
    ID_PATTERN: say("an id: small letters a to z, digits, and single hyphens between them"),
    LANGUAGE_PATTERN: say("a language code such as en, fr or uk"),
    EXTRA_KEY_PATTERN: say("a name of letters, digits, `_`, `.`, `:` and `-` that begins with a letter a to z"),
    COUNTRY_PATTERN: say("a country code of two capital letters such as ML"),
    r"^[0-9a-f]{64}$": say("64 hexadecimal digits in small letters"),
}
"""What each pattern of the models asks for."""


MOST_LISTED = 3
"""Names that one message gives of however many there are."""


def listed(names: Sequence[str], count: int) -> str:
    """The first of so many names, and how many more there are: where thousands clash, no message can name all."""
    shown = names[:MOST_LISTED]
    more = count - len(shown)
    names_shown = ", ".join(shown)
    return say("{names} and {more:,} more", names=names_shown, more=more) if more else names_shown


def expected_form(details: Any) -> Message:
    """What pydantic asked for, in words; `details` is an entry of `ValidationError.errors()`."""
    context = details.get("ctx", {})
    match details["type"]:
        case "string_pattern_mismatch":
            return PATTERNS[context["pattern"]]
        case "string_too_long":
            return say("at most {most} characters", most=context["max_length"])
        case "string_too_short":
            return say("some text")
        case "float_parsing" | "finite_number":
            return say("a number such as 19.943")
        case "less_than_equal":
            return _swapped(details, say("a number up to {most:g}", most=context["le"]))
        case "greater_than_equal":
            return _swapped(details, say("a number from {least:g}", least=context["ge"]))
        case "greater_than":
            return say("a number above {least:g}", least=context["gt"])
        case "less_than":
            return say("a number below {most:g}", most=context["lt"])
        case _:
            return say("a value of another form (the page on records describes it)")


def _swapped(details: Any, number: Message) -> Message:
    """What number is expected, and what to ask where a latitude is none and would be a longitude."""
    if details["loc"][-1:] == ("lat",) and abs(float(details["input"])) <= 180:
        return say("{number} (are `lat` and `lon` swapped?)", number=number)
    return number


def one_of(values: Sequence[str]) -> Message:
    """The values that may stand there."""
    if len(values) == 1:
        return say("write {value}", value=values[0])
    return say("write one of {values} or {last}", values=", ".join(values[:-1]), last=values[-1])


def values_of(vocabulary: Vocabulary, annotation: Any) -> list[str]:
    """The values of a closed list, given by its type."""
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [term.value for term in vocabulary.terms(annotation)]


def describe_type(value: Any) -> Message:
    """What a writer sees of a value's type."""
    if isinstance(value, dict):
        return say("keys with values")
    if isinstance(value, list):
        return say("a list")
    return say("text")


def name_of(noun: str, path: RecordPath) -> Message:
    """A mapping of a record or profile in words: `this event`, `this entry of claims`, `quote`."""
    if not path:
        return say("this {noun}", noun=noun)
    key = last_key(path)
    return say("this entry of `{key}`", key=key) if isinstance(path[-1], int) else say("`{key}`", key=key)


def last_key(path: RecordPath) -> str:
    """The key that a writer sees before what stands at a path."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
