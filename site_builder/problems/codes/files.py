"""Codes: files, before a word of them is read."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("files", "Files and their names")

UNREADABLE_FILE = GROUP.code(
    1,
    "File cannot be read",
    "The system does not let the file or folder be read, or it is not an ordinary file. Look whether it opens in an "
    "editor; if it leads to a file that is not there, delete it and write the record itself.",
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
    "Records are kept in files whose names end in .yml, not in .yaml, .YML or .yml.txt; some systems hide the end of a "
    "name. Rename the file.",
    wrong="=== places/market.yaml\nname: The market\n",
    right="=== places/market.yml\nname: The market\n",
)
BAD_FILE_NAME = GROUP.code(
    4,
    "File name is not an id",
    "A record's id is its file's name without `.yml`, and becomes its address: small letters a to z, digits, and "
    "single hyphens between them, no spaces and no accents. Rename the file.",
    wrong="=== places/Old_Market.yml\nname: The old market\n",
    right="=== places/old-market.yml\nname: The old market\n",
)
SAME_ID = GROUP.code(
    5,
    "Two files, one id",
    "Two records of a kind have the same id, or ids that differ only in case, which some systems do not tell apart. "
    "Rename the one that was added later; if they are about the same thing, keep one.",
    wrong="=== places/market.yml\nname: The market\n=== places/south/market.yml\nname: The market in the south\n",
    right="=== places/market.yml\nname: The market\n=== places/south/south-market.yml\nname: The market in the south\n",
)
NAME_AND_DATE = GROUP.code(
    6,
    "Name does not begin with the date",
    "An event's file name begins with the date on which it began, as far as that is known, so that files stand in "
    "order. Rename the file, or correct `date`. An event that was published under its old name keeps that in "
    "`former_ids` when the file is renamed.",
    wrong="date: 2024-08-03\n",
    right="date: 2024-08-02\n",
)
FOLDER_NAME = GROUP.code(
    7,
    "Folder misnamed",
    "A folder's name is nearly that of a kind of record, but is not, and what is in it is read as events; or it is not "
    "of small letters a to z, digits and single hyphens, which every system can hold.",
    wrong="=== Events/2024-08-02-attack.yml\ntitle: The attack\n",
    right="=== 2024/2024-08-02-attack.yml\ntitle: The attack\n",
)
FILE_TOO_LARGE = GROUP.code(
    8,
    "File too large",
    "A record has at most 1 MiB (about a million letters). Shorten its texts, or split the event into several that "
    "link to each other.",
    wrong="# ‹a × 1048576›\nbody: It began at dawn.\n",
    right="body: It began at dawn.\n",
)
NOT_UTF8 = GROUP.code(
    9,
    "Not UTF-8",
    "Records are text in UTF-8. Save the file again and choose UTF-8 where the editor asks for the encoding.",
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
    "not call for it. It makes a text say one thing to people and another to programs, and usually came with a copy: "
    "delete the words around it and type them anew.",
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
DISGUISED_WORD = GROUP.code(
    13,
    "Word of two scripts",
    "A word mixes letters of scripts that look alike, such as a Cyrillic а in a Latin word. Readers see one name, and "
    "searches and links another.",
    Severity.WARNING,
    wrong="title: The att‹U+0430›ck at the gate\n",
    right="title: The attack at the gate\n",
)
PILED_MARKS = GROUP.code(
    14,
    "Marks piled up",
    "More accents stand upon one letter than any script has: they cover the lines around it.",
    wrong="title: The a‹U+0301›‹U+0301›‹U+0301›‹U+0301›‹U+0301›‹U+0301›ttack at the gate\n",
    right="title: The a‹U+0301›ttack at the gate\n",
)
WRONG_FOLDER = GROUP.code(
    15,
    "Record in another kind's folder",
    "A file's folder says what kind of record it holds: `actors`, `places`, `sources`, `threads`, `questions`, and the "
    "folders of years for events. By its keys this one is of another kind. Move the file there.",
    wrong="=== places/front.yml\nname: The front\ntype: coalition\n",
    right="=== actors/front.yml\nname: The front\ntype: coalition\n",
)
SKIPPED_FILE = GROUP.code(
    16,
    "File that is not read",
    "A file among the records whose name does not end in .yml: whatever it says is not published. Where it is a "
    "record, rename it; move anything else out of the folder. Hidden files, those of the names README, LICENSE and the "
    "like, and what editors and systems leave behind are passed over without a word.",
    Severity.WARNING,
    wrong="=== places/market\nname: The market\n",
    right="=== places/market.yml\nname: The market\n",
)
ODD_SPACE = GROUP.code(
    17,
    "Space that is not one",
    "A no-break space, or one thinner or wider than that of the space bar. It came with a copy, looks like a space, "
    "and is none to YAML and to a search. Between words it is a warning; it is fine where typography calls for it, "
    "beside figures and punctuation (`84 km`, `« Oui »`), behind a short word, and in Chinese, Japanese and Korean.",
    Severity.WARNING,
    wrong="title: The attack‹U+00A0›near the gate\n",
    right="title: The attack near the gate\n",
)
