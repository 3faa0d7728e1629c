"""Codes: one record and the schema."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("record", "One record")

UNKNOWN_KEY = GROUP.code(
    40,
    "Unknown key",
    "The schema does not name the key. Nothing that is written is passed over in silence, so a slip of the pen "
    "cannot lose what you wrote.",
    wrong="importence: major\n",
    right="importance: major\n",
)
MISSING_KEY = GROUP.code(
    41,
    "Missing key",
    "A key that is required is not there.",
    wrong="places:\n  - role: site\n",
    right="places:\n  - place: town\n    role: site\n",
)
WRONG_TYPE = GROUP.code(
    42,
    "Wrong shape",
    "A list, a mapping or a text stands where another of them is expected.",
    wrong="unknown: Who gave the order.\n",
    right="unknown:\n  - Who gave the order.\n",
)
NOT_IN_LIST = GROUP.code(
    43,
    "Not in the list",
    "The value is not in the closed list for its key. [The method](../method.md) gives each list with what its values "
    "mean.",
    wrong="kind: atack\n",
    right="kind: attack\n",
)
NOT_A_DATE = GROUP.code(
    44,
    "Not a date",
    "The value is not a date in EDTF: year, month and day in digits, as far as they are known, with `~` for about, "
    "`?` for uncertain, and `/` between the first and the last day.",
    wrong="date: 2 August 2024\n",
    right="date: 2024-08-02\n",
)
NOT_A_FIGURE = GROUP.code(
    45,
    "Not a figure",
    "The value is not a figure: `84`, `~50`, `20-80`, `46+`, `up to 10`, `dozens`.",
    wrong="""claims:
  - id: army-count
    by: army
    topic: toll
    says: It lost some men.
    figures:
      army: {killed: some}
    sources: [agency-report]
""",
    right="""claims:
  - id: army-count
    by: army
    topic: toll
    says: It lost some ten men.
    figures:
      army: {killed: ~10}
    sources: [agency-report]
""",
)
NOT_AN_ID = GROUP.code(
    46,
    "Not an id",
    "The value does not have the form of an id, which is the name of a record's file without `.yml`.",
    wrong="sources: [Agency Report]\n",
    right="sources: [agency-report]\n",
)
BAD_VALUE = GROUP.code(
    47,
    "Value not accepted",
    "The value does not have the form, length or size that is expected.",
    wrong="=== places/market.yml\nname: The market\ncountry: Mali\n",
    right="=== places/market.yml\nname: The market\ncountry: ML\n",
)
BROKEN_RULE = GROUP.code(
    48,
    "Incomplete",
    "What the record says asks for something that it does not hold: coordinates for a source, a person for the reason "
    "for which they are named, an assessment for its ground.",
    wrong="=== places/market.yml\nname: The market\nprecision: near\n",
    right="=== places/market.yml\nname: The market\nprecision: unlocated\n",
)
