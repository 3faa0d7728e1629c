"""Dates that can be vague: the Extended Date/Time Format (EDTF), read, compared and put into words."""

from site_builder.edtf.calendar import day_number
from site_builder.edtf.dates import (
    INFINITY,
    MINUS_INFINITY,
    UNKNOWN_END,
    UNKNOWN_START,
    Bound,
    Date,
    Part,
    Precision,
    Shape,
    Span,
    day,
)
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.suggesting import means_today, parse
from site_builder.edtf.wording import words, words_of_bounds, words_of_month, words_of_year

__all__ = [
    "INFINITY",
    "MINUS_INFINITY",
    "UNKNOWN_END",
    "UNKNOWN_START",
    "Bound",
    "Date",
    "EDTFError",
    "Part",
    "Precision",
    "Shape",
    "Span",
    "day",
    "day_number",
    "means_today",
    "parse",
    "words",
    "words_of_bounds",
    "words_of_month",
    "words_of_year",
]
