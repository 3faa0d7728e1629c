"""Codes: one record and the schema."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("record", "One record")

UNKNOWN_KEY = GROUP.code(
    40,
    "Unknown key",
    "No key (the word before a colon) has this name here. It is misspelt, stands in the wrong place, or belongs to "
    "another kind of record; [the templates](../contributing.md#templates) show what there is. Nothing that is "
    "written is passed over in silence, so a slip of the pen cannot lose what you wrote.",
    wrong="importence: major\n",
    right="importance: major\n",
)
MISSING_KEY = GROUP.code(
    41,
    "Missing key",
    "A key that is required is not there. Add it, with the name that the message gives.",
    wrong="places:\n  - role: site\n",
    right="places:\n  - place: town\n    role: site\n",
)
WRONG_TYPE = GROUP.code(
    42,
    "Wrong shape",
    "One sort of value stands where another is expected. A list has its items on lines that begin with `- `, or in `[ "
    "]`; keys with values stand on lines of their own, or in `{ }`; a text is plain words.",
    wrong="unknown: Who gave the order.\n",
    right="unknown:\n  - Who gave the order.\n",
)
NOT_IN_LIST = GROUP.code(
    43,
    "Not in the list",
    "The value has to be one of a list, which the message gives. [The method](../method.md) says what each of them "
    "means.",
    wrong="kind: atack\n",
    right="kind: attack\n",
)
NOT_A_DATE = GROUP.code(
    44,
    "Not a date",
    "The value is not a date in EDTF: year, month and day in digits, as far as they are known, with `~` for about, "
    "`?` for uncertain, `/` between the first and the last day, and `X` for digits that are not known. What the "
    "message suggests may leave something out; it says so then, and `--fix` does not write it. A day of the week "
    "that does not match the date means that one of the two is wrong: look it up.",
    wrong="date: 2 August 2024\n",
    right="date: 2024-08-02\n",
)
NOT_A_FIGURE = GROUP.code(
    45,
    "Not a figure",
    "The value is not a figure. Write `84` for a number, `~50` for about, `20-80` with the lower number first, `46+` "
    "for at least, `up to 10`, or one of the words `dozens`, `hundreds`, `thousands`. A speaker who gives no number "
    "has no figure: leave it out, and let `says` tell it.",
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
    "The value does not have the form of an id, which is the name of a record's file without `.yml`: small letters, "
    "digits and hyphens. Write the id, and not the name that readers see.",
    wrong="sources: [Agency Report]\n",
    right="sources: [agency-report]\n",
)
BAD_VALUE = GROUP.code(
    47,
    "Value not accepted",
    "The value does not have the form, length or size that is expected; the message says which is. A latitude "
    "lies between -90 and 90, a longitude between -180 and 180, and a list has at most 200 entries.",
    wrong="=== places/market.yml\nname: The market\nlat: 910\nlon: 2\nprecision: near\nsources: [agency-report]\n",
    right="=== places/market.yml\nname: The market\nlat: 9.10\nlon: 2\nprecision: near\nsources: [agency-report]\n",
)
BROKEN_RULE = GROUP.code(
    48,
    "Incomplete",
    "What the record says asks for something that it does not hold, which the message names: coordinates ask for a "
    "source and a precision, a person for `named_because`, the reason for which they are named, an assessment for "
    "`because`.",
    wrong="=== places/market.yml\nname: The market\nprecision: near\n",
    right="=== places/market.yml\nname: The market\nprecision: unlocated\n",
)
NOT_AN_ADDRESS = GROUP.code(
    50,
    "Not an address",
    "The value is not an address that a browser can open. One begins with `https://` or `http://`, then comes the name "
    "of a host in small letters a to z, digits and hyphens, and its parts are joined by dots. Copy it again from the "
    "browser's line. A space is written `%20`, and a name in other letters as browsers send it (`xn--…`). It names no "
    "user and no password.",
    wrong="=== sources/agency-report.yml\npublisher: The agency\nurl: www.agency.example/report 1\n",
    right="=== sources/agency-report.yml\npublisher: The agency\nurl: https://www.agency.example/report%201\n",
)
PRIVATE_ADDRESS = GROUP.code(
    51,
    "Address of a private network",
    "The address leads to the machine of whoever opens it, or to something in the network around it: `localhost`, "
    "`10.…`, `192.168.…`, `169.254.…`, a name without a domain. Readers find nothing there, or something of their own, "
    "and programs that try all addresses would knock at doors that are not meant for them. Give the address under "
    "which everybody can open it.",
    wrong="=== sources/agency-report.yml\npublisher: The agency\nurl: http://192.168.1.20/report\n",
    right="=== sources/agency-report.yml\npublisher: The agency\nurl: https://agency.example/report\n",
)
PAGE_NOT_THERE = GROUP.code(
    52,
    "Page that is not there",
    "The profile (`chronicle.yml`) names a page of `docs/` that is not there, so no page of the chronicle links to it. "
    "Write its path below `docs/`, such as `method.md`, or delete the key. A page that a plugin makes is only there "
    "while the site is built: then `timeline check` may warn where the build does not.",
    Severity.WARNING,
    wrong="=== chronicle.yml\nmethod_page: metod.md\n",
    right="=== chronicle.yml\nmethod_page: method.md\n",
)
UNKNOWN_LANGUAGE = GROUP.code(
    55,
    "Not a language",
    "The code stands for no language, or no longer. Languages have two or three small letters (ISO 639), a script or "
    "country may follow: `uk`, `fr`, `pt-BR`, `sr-Latn`. A country's code is none: Ukrainian is `uk`, Chinese `zh`, "
    "Japanese `ja`, Czech `cs`, Danish `da`, Greek `el`.",
    wrong="=== sources/agency-report.yml\npublisher: The agency\nlang: ua\n",
    right="=== sources/agency-report.yml\npublisher: The agency\nlang: uk\n",
)
UNKNOWN_COUNTRY = GROUP.code(
    56,
    "Not a country",
    "The code stands for no country. Countries have two capital letters (ISO 3166-1): the United Kingdom is `GB`. "
    "Former ones have those that they had (ISO 3166-3), such as `SU`, `YU`, `DD`, because history needs them. `XC` to "
    "`XZ`, which ISO leaves to users, stand for what each chronicle says.",
    wrong="=== places/town.yml\nname: The town\ncountry: UK\n",
    right="=== places/town.yml\nname: The town\ncountry: GB\n",
)
