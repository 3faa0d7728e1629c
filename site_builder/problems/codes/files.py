"""Codes: files, before a word of them is read."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("files", "Files and their names")

UNREADABLE_FILE = GROUP.code(
    1,
    "File cannot be read",
    "The system does not let the file or folder be read, or it is no regular file.",
    wrong="=== places/market.yml\n‹link to nowhere.yml›\n",
    right="=== places/market.yml\nname: The market\n",
)
SYMBOLIC_LINK = GROUP.code(
    2,
    "Symbolic link",
    "A link that leads out of the chronicle's folder, or to a folder, is not followed: put the file itself here.",
    wrong="=== places/market.yml\n‹link to /etc/hostname›\n",
    right="=== places/market.yml\nname: The market\n",
)
WRONG_EXTENSION = GROUP.code(
    3,
    "Wrong extension",
    "Records are kept in files whose names end in .yml.",
    wrong="=== places/market.yaml\nname: The market\n",
    right="=== places/market.yml\nname: The market\n",
)
BAD_FILE_NAME = GROUP.code(
    4,
    "File name is not an id",
    "A record's id is its file's name, which becomes its address: small letters a to z, digits, and single hyphens.",
    wrong="=== places/Old_Market.yml\nname: The old market\n",
    right="=== places/old-market.yml\nname: The old market\n",
)
SAME_ID = GROUP.code(
    5,
    "Two files, one id",
    "Two records of a kind have the same id, or differ only in case, which some systems do not tell apart.",
    wrong="=== places/market.yml\nname: The market\n=== places/south/market.yml\nname: The market in the south\n",
    right="=== places/market.yml\nname: The market\n=== places/south/south-market.yml\nname: The market in the south\n",
)
NAME_AND_DATE = GROUP.code(
    6,
    "Name does not begin with the date",
    "An event's id begins with its date's start, so that files stand in order. An event that was published under its "
    "old name keeps that in `former_ids` when the file is renamed.",
    wrong="date: 2024-08-03\n",
    right="date: 2024-08-02\n",
)
FOLDER_NAME = GROUP.code(
    7,
    "Folder misnamed",
    "A folder's name is nearly that of a kind of record, but is not, and what is in it is read as events.",
    wrong="=== Events/2024-08-02-attack.yml\ntitle: The attack\n",
    right="=== 2024/2024-08-02-attack.yml\ntitle: The attack\n",
)
FILE_TOO_LARGE = GROUP.code(
    8,
    "File too large",
    "A record has at most 1 MiB.",
    wrong="# ‹a × 1048576›\nbody: It began at dawn.\n",
    right="body: It began at dawn.\n",
)
NOT_UTF8 = GROUP.code(
    9,
    "Not UTF-8",
    "Records are text in UTF-8. Editors offer it when a file is saved.",
    wrong="title: The attack near the caf‹byte E9›\n",
    right="title: The attack near the café\n",
)
CONTROL_CHARACTER = GROUP.code(
    10,
    "Control character",
    "The file holds a character that no text contains. It came with a copy from somewhere: delete it.",
    wrong="title: The attack‹U+0007› at the gate\n",
    right="title: The attack at the gate\n",
)
HIDDEN_CHARACTER = GROUP.code(
    11,
    "Hidden character",
    "A character that cannot be seen, or that shows others in another order than they stand, where its script does "
    "not call for it. Such characters make a text say one thing to people and another to programs.",
    wrong="title: The attack‹U+202E› at the gate\n",
    right="title: The attack at the gate\n",
)
TOO_MANY_PROBLEMS = GROUP.code(
    12,
    "Too many problems",
    "The file has more problems than are shown. Mend the first ones: the others may be of the same kind.",
    wrong="body: See‹ [@nobody] × 101›.\n",
    right="body: See [@agency-report].\n",
)
