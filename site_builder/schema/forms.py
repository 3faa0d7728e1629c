"""What texts, dates, figures and addresses look like to editors, which say at once where one does not.

A date has the form of EDTF, without what only a calendar knows. Source: ISO 8601-2:2019, Annex A, as
`site_builder.edtf` reads it; the pattern is one of ECMA-262, which editors use.
"""

from typing import Any

from site_builder.records import (
    HOST_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ID,
    MAX_LINE,
    MAX_URL,
    Date,
    Day,
    Figure,
    HostAddress,
    LocalText,
    PagePath,
    Url,
)

Document = dict[str, Any]

_DOUBT = "[?~%]?"
_MONTH = "(?:0[1-9X]|1[0-2X]|X[0-9X]|2[1-9]|3[0-9]|4[01])"
"""A month, a season, or another part of the year."""
_DAY = "(?:0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])"
_CALENDAR = f"{_DOUBT}-?[0-9X]{{4}}{_DOUBT}(?:-{_DOUBT}{_MONTH}{_DOUBT}(?:-{_DOUBT}{_DAY}{_DOUBT})?)?"
_LONG_YEAR = f"{_DOUBT}(?:Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?|-?[0-9]{{4}}S[0-9]+){_DOUBT}"
_ONE = f"(?:{_CALENDAR}|{_LONG_YEAR})"
_TIME = "T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_OF_DAY = f"-?[0-9X]{{4}}-{_MONTH}-{_DAY}{_TIME}"
_END = rf"(?:{_ONE}|\.\.)?"
_SET = rf"[\[{{](?:\.\.)?{_ONE}(?:(?:\.\.|,){_ONE})*(?:\.\.)?[\]}}]"

_MEMBER = rf"^(?:{_ONE}|(?:\.\.)?{_ONE}|{_ONE}\.\.(?:{_ONE})?)$"
"""The form of what stands between the commas of a set."""
DATE_PATTERN = rf"^(?:{_ONE}|{_OF_DAY}|{_END}/{_END}|{_SET})$"
"""The form that every date in EDTF has, and that few other texts have."""
_EXPECTED = (
    "Expected a date: 2024-07-27, 2024-07 where the day is not known, 2024-07-25/2024-07-27 from one day to another, "
    "2023-11~ for about November 2023"
)

_WORDS: Document = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "patternErrorMessage": "Expected some text",
}
"""Text: a number is one too, where it stands without quotes."""
LINE: Document = {**_WORDS, "maxLength": MAX_LINE}
_TEXT: Document = {
    "oneOf": [
        _WORDS,
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "additionalProperties": _WORDS,
        },
    ]
}
_DATE: Document = {
    "type": ["string", "integer", "array", "object"],
    "pattern": DATE_PATTERN,
    "patternErrorMessage": _EXPECTED,
    "maximum": 9999,
    "items": {"type": ["string", "integer"], "pattern": _MEMBER, "patternErrorMessage": _EXPECTED},
    "minItems": 1,
    "propertyNames": {"pattern": _MEMBER},
    "additionalProperties": {"type": "null"},
    "minProperties": 1,
}
"""EDTF; `[..]` and `{..}` look like a list or mapping to an editor, and a year like a number.

`patternErrorMessage` is what editors say where a text does not have the form.
"""
_ONE_DAY: Document = {
    "type": "string",
    "pattern": "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
    "patternErrorMessage": "Expected a day: 2026-11-28",
}
_FIGURE: Document = {
    "type": ["string", "integer"],
    "pattern": r"^([0-9]+|~[0-9]+|[0-9]+-[0-9]+|[0-9]+\+|up to [0-9]+|dozens|hundreds|thousands)$",
    "patternErrorMessage": "Expected a figure: 84, ~50, 20-80, 46+, up to 10, dozens, hundreds, thousands",
    "minimum": 0,
}
_PAGE: Document = {
    "type": "string",
    "pattern": r"^(?!/)(?!(.*/)?\.{0,2}/)[^\\:]+\.md$",
    "patternErrorMessage": "Expected the path of a page below docs/, such as method.md",
    "maxLength": MAX_LINE,
}
_HOST: Document = {
    "type": "string",
    "pattern": rf"^[ ]*{HOST_PATTERN.replace('a-z', 'A-Za-z')}/?[ ]*$",
    "patternErrorMessage": "Expected a host, or a host and how the path begins, such as posts.example/army",
    "maxLength": MAX_LINE,
}
_URL: Document = {
    "type": "string",
    "pattern": r"""^https?://[^\s<>"`\\^{}|]+$""",
    "patternErrorMessage": "Expected an address that begins with https:// or http://, without spaces or quotes",
    "format": "uri",
    "maxLength": MAX_URL,
}
KNOWN: tuple[tuple[Any, Document], ...] = (
    (LocalText, _TEXT),
    (Date, _DATE),
    (Day, _ONE_DAY),
    (PagePath, _PAGE),
    (HostAddress, _HOST),
    (Figure, _FIGURE),
    (Url, _URL),
)
"""Types with a form that no annotation of theirs says in JSON Schema."""
ID: Document = {
    "type": "string",
    "pattern": ID_PATTERN,
    "patternErrorMessage": "Expected an id: small letters a to z, digits, and single hyphens between them",
    "maxLength": MAX_ID,
}
