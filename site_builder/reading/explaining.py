"""What pydantic refuses, as faults that a writer can act on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from site_builder import edtf, figures, problems
from site_builder.languages import Message, say
from site_builder.problems import Code
from site_builder.reading.addresses import meant_address
from site_builder.reading.degrees import meant_degrees
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault
from site_builder.reading.ids import as_id, disguised_id, is_id
from site_builder.reading.positions import Offsets, first_line
from site_builder.reading.values import Value, value_at
from site_builder.reading.wording import describe_type, expected_form, last_key, name_of, one_of, values_of
from site_builder.records import (
    COUNTRY_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    AddressError,
    BrokenRulesError,
    Kind,
    PrivateAddressError,
    RecordPath,
    Schema,
    Text,
    UnknownCodeError,
    UnknownRuleError,
    annotation_at,
    country_meant,
    fields,
    language_meant,
    model_at,
)
from site_builder.spelling import nearest, nearest_key
from site_builder.vocabulary import Vocabulary

Details = Any
"""One entry of `ValidationError.errors()`."""


@dataclass(frozen=True, slots=True)
class Case:
    """What every explanation needs: the model, the values without implicit keys, and the document."""

    model: type[Schema]
    noun: str
    """What is read, in a word."""
    values: dict[str, Value]
    document: Document
    vocabulary: Vocabulary

    def value(self, path: RecordPath) -> Value | None:
        return value_at(self.values, path)

    def subject(self, path: RecordPath) -> Message:
        """What stands at a path, in words."""
        is_item = path and isinstance(path[-1], int) and isinstance(self.value(path[:-1]), list)
        key = last_key(path)
        return say("an item of `{key}`", key=key) if is_item else say("`{key}`", key=key)

    def found(self, path: RecordPath) -> Message:
        """What stands at a path, as the beginning of a sentence."""
        value, subject = self.value(path), self.subject(path)
        if not isinstance(value, str):
            return say("{subject} is {type}", subject=subject, type=describe_type(value))
        if not value.strip():
            return say("{subject} is empty", subject=subject)
        return say("{subject} is `{text}`", subject=subject, text=first_line(value))

    def refused(self, path: RecordPath, error: Exception) -> Message:
        """What stands at a path, and what an error says of it."""
        return say("{found}; {error}", found=self.found(path), error=str(error))

    def span(self, path: RecordPath) -> Offsets:
        return self.document.positions.span(path)

    def source(self, path: RecordPath) -> str:
        return self.document.positions.source(path)

    def fault(
        self, code: Code, path: RecordPath, message: Message, meant: str | None = None, *, certain: bool = False
    ) -> Fault:
        return Fault(code, message, self.span(path).start, self.source(path), meant, certain)

    def key_fault(
        self, code: Code, path: RecordPath, message: Message, meant: str | None = None, *, certain: bool = False
    ) -> Fault:
        return Fault(code, message, self.span(path).key, str(path[-1]), meant, certain)


def explain(case: Case, details: Details) -> Iterator[Fault]:
    """One refusal of pydantic's as faults; none where the document's own faults say it already."""
    path: RecordPath = details["loc"]
    error = details.get("ctx", {}).get("error")
    if path and path[-1] == "[key]":
        yield _bad_key(case, path[:-1], details)
    elif isinstance(error, BrokenRulesError):
        yield from _broken_rules(case, path, error)
    elif details["type"] in _TYPES:
        yield _wrong_type(case, path, _TYPES[details["type"]])
    elif (fault := _EXPLANATIONS.get(details["type"], _wrong_form)(case, path, details)) is not None:
        yield fault


def _missing(case: Case, path: RecordPath, _: Details) -> Fault | None:
    if path in case.document.absent:
        return None
    inner = path[:-1]
    message = say("`{path}` is missing from {owner}", path=path[-1], owner=name_of(case.noun, inner))
    index = case.span(inner).start if inner else 0
    return Fault(problems.MISSING_KEY, message, index, case.document.positions.text.line_at(index))


def _unknown(case: Case, path: RecordPath, _: Details) -> Fault:
    inner, key = path[:-1], str(path[-1])
    model = model_at(case.model, inner)
    given = case.value(inner)
    free = [name for name in fields(model) if not (isinstance(given, dict) and name in given)] if model else []
    message = say("`{key}` is not a key of {owner}", key=key, owner=name_of(case.noun, inner))
    return case.key_fault(problems.UNKNOWN_KEY, path, message, nearest_key(key, free))


def _not_in_list(case: Case, path: RecordPath, details: Details) -> Fault:
    allowed = values_of(case.vocabulary, annotation_at(case.model, path))
    value = details["input"]
    if not isinstance(value, str):
        return _wrong_type(case, path, say("text"))
    text, key, choice = first_line(value), last_key(path), one_of(allowed)
    message = say("`{text}` is not a value of `{key}`; {choice}", text=text, key=key, choice=choice)
    return case.fault(problems.NOT_IN_LIST, path, message, nearest(value, allowed))


def _bad_key(case: Case, path: RecordPath, details: Details) -> Fault:
    """A key of a mapping whose keys are not fixed: a figure's category, another database's name."""
    key, inner = str(path[-1]), path[:-1]
    error = details.get("ctx", {}).get("error")
    if isinstance(error, UnknownRuleError):
        return case.key_fault(problems.NOT_IN_LIST, path, _of_key(key, inner, str(error)), error.meant)
    if isinstance(error, UnknownCodeError):
        return _unknown_key_code(case, inner, error)
    if isinstance(error, ValueError):
        return case.key_fault(problems.BAD_VALUE, path, _of_key(key, inner, str(error)))
    if details["type"] == "enum":
        allowed = values_of(case.vocabulary, get_args(annotation_at(case.model, inner))[0])
        above, choice = last_key(inner), one_of(allowed)
        message = say("`{key}` is not a key of `{above}`; {choice}", key=first_line(key), above=above, choice=choice)
        return case.key_fault(problems.NOT_IN_LIST, path, message, nearest(key, allowed))
    code = problems.NOT_AN_ID if _asks_for_id(details) else problems.BAD_VALUE
    form = say("expected {form}", form=expected_form(details))
    return case.key_fault(code, path, _of_key(key, inner, form))


def _of_key(key: str, path: RecordPath, wrong: str) -> Message:
    """What is wrong with a key that its writer chose."""
    return say("the key `{key}` under `{above}`: {wrong}", key=first_line(key), above=last_key(path), wrong=wrong)


def _wrong_form(case: Case, path: RecordPath, details: Details) -> Fault:
    message = say("{found}; expected {form}", found=case.found(path), form=expected_form(details))
    if (pattern := details.get("ctx", {}).get("pattern")) in (COUNTRY_PATTERN, LANGUAGE_PATTERN):
        return _unknown_code(case, path, message, details["input"], is_language=pattern == LANGUAGE_PATTERN)
    if _asks_for_id(details):
        written = str(details["input"])
        certain = disguised_id(written) is not None
        return case.fault(problems.NOT_AN_ID, path, message, as_id(written), certain=certain)
    if details["type"] == "float_parsing" and (degrees := meant_degrees(last_key(path), str(details["input"]))):
        return case.fault(problems.BAD_VALUE, path, message, degrees.text, certain=degrees.certain)
    return case.fault(problems.BAD_VALUE, path, message)


def _unknown_code(case: Case, path: RecordPath, message: Message, written: object, *, is_language: bool) -> Fault:
    """A code of no language or country, with the only one that it can stand for."""
    written = str(written)
    meant = language_meant(written) if is_language else country_meant(written)
    code = problems.UNKNOWN_LANGUAGE if is_language else problems.UNKNOWN_COUNTRY
    return case.fault(code, path, message, meant, certain=meant is not None)


def _unknown_key_code(case: Case, path: RecordPath, error: UnknownCodeError) -> Fault:
    """A key of a text in several languages that is no language."""
    value, message = case.value(path), _of_key(error.written, path, str(error))
    certain = error.meant is not None and isinstance(value, dict) and error.meant not in value
    return case.key_fault(problems.UNKNOWN_LANGUAGE, (*path, error.written), message, error.meant, certain=certain)


def _too_many(case: Case, path: RecordPath, details: Details) -> Fault:
    subject, n, most = case.subject(path), len(case.value(path) or ()), details["ctx"]["max_length"]
    message = say("{subject} has {n:,} entries; {most} is the most", subject=subject, n=n, most=most)
    return case.fault(problems.BAD_VALUE, path, message)


def _wrong_type(case: Case, path: RecordPath, expected: Message) -> Fault:
    subject, found = case.subject(path), describe_type(case.value(path))
    message = say("{subject} must be {expected}, not {found}", subject=subject, expected=expected, found=found)
    meant, certain = _meant_keys(case, path)
    return case.fault(problems.WRONG_TYPE, path, message, meant, certain=certain)


def _meant_keys(case: Case, path: RecordPath) -> tuple[str | None, bool]:
    """The keys with values that an id alone stands for, as `{place: eastbridge}`; and whether none is missing there."""
    model, written = model_at(case.model, path), case.value(path)
    known = fields(model) if model is not None and isinstance(written, str) and is_id(written) else {}
    first = next(iter(known), None)
    if first not in set(Kind):
        return None, False
    more = [key for key, field in known.items() if field.is_required() and key != first]
    return "{" + ", ".join([f"{first}: {written}", *(f"{key}: …" for key in more)]) + "}", not more


def _value_error(case: Case, path: RecordPath, details: Details) -> Fault | None:
    error = details["ctx"]["error"]
    if isinstance(error, edtf.EDTFError):
        return _not_a_date(case, path, error)
    if isinstance(error, AddressError):
        return _no_address(case, path, error)
    if isinstance(error, UnknownCodeError) and isinstance(details["input"], str):
        refused = case.refused(path, error)
        return _unknown_code(case, path, refused, details["input"], is_language=error.is_language)
    value, expected = case.value(path), annotation_at(case.model, path)
    in_text = isinstance(value, dict) and expected is Text
    if in_text and _is_partly_absent(case, path):
        return None
    if in_text and isinstance(error, UnknownCodeError):
        return _unknown_key_code(case, path, error)
    if in_text or (isinstance(value, list) and get_origin(expected) is tuple):
        message = say("{subject}: {error}", subject=case.subject(path), error=str(error))
        return case.fault(problems.BAD_VALUE, path, message)
    refused = case.refused(path, error)
    if not isinstance(value, str):
        return case.fault(problems.WRONG_TYPE, path, refused)
    if isinstance(error, figures.FigureError):
        return case.fault(problems.NOT_A_FIGURE, path, refused, error.suggestion, certain=error.certain)
    return case.fault(problems.BAD_VALUE, path, refused)


def _is_partly_absent(case: Case, path: RecordPath) -> bool:
    """Whether a version of a text in several languages has no usable value, which a fault says already."""
    return any(absent[: len(path)] == path for absent in case.document.absent)


def _names_today(case: Case, path: RecordPath) -> bool:
    """Whether a date that a record gets on the day on which it is written is that day, in a word."""
    own = path == ("added",) or (path[:1] == ("corrections",) and path[-1:] == ("date",))
    return own and edtf.means_today(str(case.value(path)))


def _not_a_date(case: Case, path: RecordPath, error: edtf.EDTFError) -> Fault:
    found = case.found(path)
    if _names_today(case, path):
        message = say("{found}, which is another day tomorrow: write the date, as in 2026-11-22", found=found)
        return case.fault(problems.NOT_A_DATE, path, message, certain=True)
    inside = error.position < len(error.text)
    where = say("at character {n}", n=error.position + 1) if inside else say("at its end")
    message = say(
        "{found}; that is not a date: {where}, expected {expected}", found=found, where=where, expected=error.expected
    )
    verbatim = case.source(path) == error.text
    index = case.span(path).start + (min(error.position, len(error.text)) if verbatim else 0)
    return Fault(problems.NOT_A_DATE, message, index, error.text, error.suggestion, error.certain)


def _no_address(case: Case, path: RecordPath, error: AddressError) -> Fault:
    code = problems.PRIVATE_ADDRESS if isinstance(error, PrivateAddressError) else problems.NOT_AN_ADDRESS
    written, refused = str(case.value(path)), case.refused(path, error)
    if not written.strip() or (meant := meant_address(written)) is None:
        return case.fault(code, path, refused)
    # One that is written over several lines, or with escapes of YAML, is left to whoever wrote it.
    certain = meant.certain and case.source(path) == written
    return case.fault(code, path, refused, meant.address, certain=certain)


def _broken_rules(case: Case, path: RecordPath, error: BrokenRulesError) -> Iterator[Fault]:
    """What does not go together in a mapping, or in a text in several languages."""
    is_text = annotation_at(case.model, path) is Text
    code = problems.BAD_VALUE if is_text else problems.BROKEN_RULE
    for key, broken in () if is_text and _is_partly_absent(case, path) else error.broken:
        message = say("{subject}: {message}", subject=case.subject(path), message=broken) if is_text else broken
        yield broken_rule(case, path, key, message, code)


def broken_rule(case: Case, path: RecordPath, key: str, message: Message, code: Code = problems.BROKEN_RULE) -> Fault:
    """What does not hold in a mapping, at the key that it is about, or at its beginning where that is left out."""
    values = case.value(path)
    is_there = isinstance(values, dict) and key in values
    return case.key_fault(code, (*path, key), message) if is_there else case.fault(code, path, message)


def _asks_for_id(details: Details) -> bool:
    return bool(details.get("ctx", {}).get("pattern") == ID_PATTERN)


_EXPLANATIONS: dict[str, Callable[[Case, RecordPath, Details], Fault | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _not_in_list,
    "literal_error": _not_in_list,
    "value_error": _value_error,
    "too_long": _too_many,
}
_TYPES = {
    "tuple_type": say("a list, each item on a line that begins with `- `"),
    "dict_type": say("keys with values"),
    "model_type": say("keys with values"),
    "string_type": say("text"),
    "bool_type": say("true or false"),
    "float_type": say("a number"),
}
