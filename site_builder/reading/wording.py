"""Words in which schemas' demands are told: forms, lists of values, names of mappings."""

from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

from site_builder.records import COUNTRY_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, MAX_ID, RecordPath
from site_builder.vocabulary import Vocabulary

PATTERNS = {
    ID_PATTERN: "an id: small letters a to z, digits, and single hyphens between them",
    LANGUAGE_PATTERN: "a language code such as en, fr or uk",
    COUNTRY_PATTERN: "a country code of two capital letters such as ML",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits in small letters",
}
"""What each pattern of the models asks for."""


MOST_LISTED = 3
"""Names that one message gives of however many there are."""


def listed(names: Sequence[str], count: int) -> str:
    """The first of so many names, and how many more there are: where thousands clash, none can be told of all."""
    shown = names[:MOST_LISTED]
    more = count - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def expected_form(details: Any) -> str:
    """What pydantic asked for, in words; `details` is an entry of `ValidationError.errors()`."""
    context = details.get("ctx", {})
    match details["type"]:
        case "string_pattern_mismatch":
            return PATTERNS[context["pattern"]]
        case "string_too_long":
            most = context["max_length"]
            return f"at most {most} characters" + (" in an id" if most == MAX_ID else "")
        case "string_too_short":
            return "some text"
        case "float_parsing" | "finite_number":
            return "a number such as 19.943"
        case "less_than_equal":
            return f"a number up to {context['le']:g}{_swapped(details)}"
        case "greater_than_equal":
            return f"a number from {context['ge']:g}{_swapped(details)}"
        case "greater_than":
            return f"a number above {context['gt']:g}"
        case "less_than":
            return f"a number below {context['lt']:g}"
        case _:
            return "a value of another form (the page on records describes it)"


def _swapped(details: Any) -> str:
    """What to ask where a latitude is none, and would be a longitude."""
    is_latitude = details["loc"][-1:] == ("lat",)
    return " (are `lat` and `lon` swapped?)" if is_latitude and abs(float(details["input"])) <= 180 else ""


def one_of(values: Sequence[str]) -> str:
    """The values that may stand there."""
    if len(values) == 1:
        return f"write {values[0]}"
    return f"write one of {', '.join(values[:-1])} or {values[-1]}"


def values_of(vocabulary: Vocabulary, annotation: Any) -> list[str]:
    """The values of a closed list, given by its type."""
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return [term.value for term in vocabulary.terms(annotation)]


def describe_type(value: Any) -> str:
    """What a writer sees of a value's type."""
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return "text"


def name_of(noun: str, path: RecordPath) -> str:
    """A mapping of a record or profile in words: `this event`, `this entry of claims`, `quote`."""
    if not path:
        return f"this {noun}"
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f"this entry of `{key}`" if isinstance(path[-1], int) else f"`{key}`"
