"""Codes: yAML, before the schema is asked."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("yaml", "YAML")

NOT_YAML = GROUP.code(20, "Not YAML", "The text breaks the rules of YAML.")
DUPLICATE_KEY = GROUP.code(21, "Key written twice", "A key stands twice in one mapping.")
TAG = GROUP.code(22, "Tag", "YAML tags (a word that begins with !) are not read.")
ALIAS = GROUP.code(23, "Alias", "An alias (*name) that is not defined, or more of them than a record needs.")
MERGE_KEY = GROUP.code(24, "Merge key", "Merge keys (<<) are not read.")
SEVERAL_DOCUMENTS = GROUP.code(25, "Several documents", "A file holds one record.")
TOO_DEEP = GROUP.code(26, "Nested too deep", "Lists and mappings stand in each other at most twenty deep.")
EMPTY_FILE = GROUP.code(27, "Empty file", "The file holds no record.")
NOT_A_MAPPING = GROUP.code(28, "Not keys and values", "A record consists of keys with values.")
NO_VALUE = GROUP.code(29, "No value", "A key or a list item has no value.")
BAD_KEY = GROUP.code(30, "Key is not a word", "A key is plain text.")
TEXT_TOO_LONG = GROUP.code(31, "Text too long", "A text has at most 100,000 characters.")
