"""What editors take for a date as people type: the form of EDTF, without what only a calendar knows.

Source: ISO 8601-2:2019, Annex A, as `site_builder.edtf` reads it; the pattern is one of ECMA-262, which editors use.
"""

from __future__ import annotations

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

MEMBER = rf"^(?:{_ONE}|(?:\.\.)?{_ONE}|{_ONE}\.\.(?:{_ONE})?)$"
"""The form of what stands between the commas of a set."""
PATTERN = rf"^(?:{_ONE}|{_OF_DAY}|{_END}/{_END}|{_SET})$"
"""The form that every date in EDTF has, and that few other texts have."""
EXPECTED = (
    "Expected a date: 2024-07-27, 2024-07 where the day is not known, 2024-07-25/2024-07-27 from one day to another, "
    "2023-11~ for about November 2023"
)
