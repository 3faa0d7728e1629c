"""Codes: one record and the schema."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("record", "One record")

UNKNOWN_KEY = GROUP.code(40, "Unknown key", "The schema does not name the key.")
MISSING_KEY = GROUP.code(41, "Missing key", "A key that is required is not there.")
WRONG_TYPE = GROUP.code(42, "Wrong shape", "A list, a mapping or a text stands where another of them is expected.")
NOT_IN_LIST = GROUP.code(43, "Not in the list", "The value is not in the closed list for its key.")
NOT_A_DATE = GROUP.code(44, "Not a date", "The value is not a date in EDTF.")
NOT_A_FIGURE = GROUP.code(45, "Not a figure", "The value is not a figure.")
NOT_AN_ID = GROUP.code(46, "Not an id", "The value does not have the form of an id.")
BAD_VALUE = GROUP.code(47, "Value not accepted", "The value does not have the form, length or size that is expected.")
BROKEN_RULE = GROUP.code(48, "Incomplete", "What the record says asks for something that it does not hold.")
