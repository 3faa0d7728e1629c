"""Codes: YAML, before the schema is asked."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("yaml", "YAML")

NOT_YAML = GROUP.code(
    20,
    "Not YAML",
    "The text breaks the rules of YAML. Most often a value holds a colon and needs quotation marks around it, a "
    "bracket or a quotation mark is not closed, or a line is not indented (moved in with spaces) like its neighbours.",
    wrong="title: The attack: what is known\n",
    right='title: "The attack: what is known"\n',
)
DUPLICATE_KEY = GROUP.code(
    21,
    "Key written twice",
    "A key (the word before a colon) stands twice in one place, and nobody can tell which is meant. Delete one of the "
    "two, or put what they say under one key.",
    wrong="importance: major\nimportance: minor\n",
    right="importance: minor\n",
)
TAG = GROUP.code(
    22,
    "Tag",
    "YAML tags (a word that begins with !) are not read. A value that begins with ! goes in quotation marks.",
    wrong="title: !important The attack\n",
    right='title: "!important The attack"\n',
)
ALIAS = GROUP.code(
    23,
    "Alias",
    "An alias (`*name`) that is not defined, or more of them than a record needs. A value that begins with * goes in "
    "quotation marks.",
    wrong="unknown: [*what]\n",
    right="unknown: ['*what']\n",
)
MERGE_KEY = GROUP.code(
    24,
    "Merge key",
    "Merge keys (`<<`) are not read: write the keys out.",
    wrong="=== places/market.yml\nname: &name {en: The market}\naliases: []\n<<: *name\n",
    right="=== places/market.yml\nname: {en: The market}\naliases: []\n",
)
SEVERAL_DOCUMENTS = GROUP.code(
    25,
    "Several documents",
    "A file holds one record. Take the line `---` out, and put what follows it into a file of its own.",
    wrong="=== places/market.yml\nname: The market\n---\nname: The well\n",
    right="=== places/market.yml\nname: The market\n",
)
TOO_DEEP = GROUP.code(
    26,
    "Nested too deep",
    "Lists and mappings stand in each other at most twenty deep, and no record needs more than six. Usually a bracket "
    "is opened and never closed.",
    wrong="unknown: ‹[ × 30›‹] × 30›\n",
    right="unknown: [Who gave the order.]\n",
)
EMPTY_FILE = GROUP.code(
    27,
    "Empty file",
    "The file holds no record. Write one, or delete the file.",
    wrong="=== places/market.yml\n# to be written\n",
    right="=== places/market.yml\nname: The market\n",
)
NOT_A_MAPPING = GROUP.code(
    28,
    "Not keys and values",
    "A record consists of keys with values, each on a line: the key, a colon, a space, the value.",
    wrong="=== places/market.yml\n- The market\n",
    right="=== places/market.yml\nname: The market\n",
)
NO_VALUE = GROUP.code(
    29,
    "No value",
    "A key or a list item has no value. Write one, or take the key out: what is not known is left out. Where the "
    "key is not needed this is a warning, and `--fix` takes an empty key out.",
    wrong="importance: null\n",
    right="importance: minor\n",
)
BAD_KEY = GROUP.code(
    30,
    "Key is not a word",
    "A key, the word before a colon, is plain text: no list, no brackets. If the line is a value that begins with a "
    "question mark or a bracket, put it in quotation marks.",
    wrong="? [importance]\n: minor\n",
    right="importance: minor\n",
)
TEXT_TOO_LONG = GROUP.code(
    31,
    "Text too long",
    "A text has at most 100,000 characters, and a key 1,000. Shorten it, or split it between several events.",
    wrong="body: ‹a × 100001›\n",
    right="body: It began at dawn.\n",
)
CUT_TEXT = GROUP.code(
    32,
    "Text cut short by #",
    'In YAML a `#` after a space begins a comment, and a reader of `title: Brigade #4 leaves` would see "Brigade". A '
    "text that holds one goes in quotes. Where it looks like a comment, as in `# to be checked`, it is a warning: put "
    "it on a line of its own. After an id, a date or a value of a list a comment may stand.",
    wrong="title: Brigade #4 leaves\n",
    right="title: 'Brigade #4 leaves'\n",
)
MERGE_MARK = GROUP.code(
    33,
    "Two changes not merged",
    "Two people changed the same lines, and git left both versions between lines that begin with `<<<<<<<`, `=======` "
    "and `>>>>>>>`. Choose between them, or write what both meant, and delete these lines.",
    wrong="body: |\n  It began at dawn.\n  <<<<<<< HEAD\n  It ended at noon.\n",
    right="body: |\n  It began at dawn.\n  It ended at noon.\n",
)
LOOKALIKE_SIGN = GROUP.code(
    34,
    "Sign that passes for one of YAML",
    "YAML knows the colon with a space behind it, the hyphen, and the brackets and quotes of a usual keyboard. A "
    "full-width colon, a dash or a dot in place of the hyphen, and `key:value` without a space are letters to it.",
    wrong="places:\n  – place: town\n    role：site\n",
    right="places:\n  - place: town\n    role: site\n",
)
