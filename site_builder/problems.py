"""What can be wrong in a record: the codes, one problem with its place, and how it is printed."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem keeps a record from being published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """A sort of problem, under a name that stays the same for ever."""

    id: str
    """`TL` and three digits; a number is never used again for something else."""
    title: str
    severity: Severity
    """What it is unless a rule says otherwise for one case."""
    meaning: str
    """One sentence, for the page that explains the codes."""


CODES: dict[str, Code] = {}
"""Every code by its id, in the order of the ids."""


def _code(number: int, title: str, meaning: str, severity: Severity = Severity.ERROR) -> Code:
    code = Code(f"TL{number:03}", title, severity, meaning)
    CODES[code.id] = code
    return code


# Files, before a word of them is read.
UNREADABLE_FILE = _code(1, "File cannot be read", "The system does not let the file or folder be read.")
SYMBOLIC_LINK = _code(2, "Symbolic link", "A link that leads out of the chronicle's folder, or to a folder.")
WRONG_EXTENSION = _code(3, "Wrong extension", "Records are kept in files whose names end in .yml.")
BAD_FILE_NAME = _code(4, "File name is not an id", "A record's id is its file's name, in the form of an id.")
SAME_ID = _code(5, "Two files, one id", "Two records of a kind have the same id, or differ only in case.")
NAME_AND_DATE = _code(6, "Name does not begin with the date", "An event's id begins with its date's start.")
FOLDER_NAME = _code(7, "Folder misnamed", "A folder's name is nearly that of a kind of record, but is not.")
FILE_TOO_LARGE = _code(8, "File too large", "A record has at most 1 MiB.")
NOT_UTF8 = _code(9, "Not UTF-8", "Records are text in UTF-8.")
CONTROL_CHARACTER = _code(10, "Control character", "The file holds a character that no text contains.")
HIDDEN_CHARACTER = _code(11, "Hidden character", "A character that cannot be seen, or that reorders others.")
TOO_MANY_PROBLEMS = _code(12, "Too many problems", "The file has more problems than are shown.")

# YAML, before the schema is asked.
NOT_YAML = _code(20, "Not YAML", "The text breaks the rules of YAML.")
DUPLICATE_KEY = _code(21, "Key written twice", "A key stands twice in one mapping.")
TAG = _code(22, "Tag", "YAML tags (a word that begins with !) are not read.")
ALIAS = _code(23, "Alias", "An alias (*name) that is not defined, or more of them than a record needs.")
MERGE_KEY = _code(24, "Merge key", "Merge keys (<<) are not read.")
SEVERAL_DOCUMENTS = _code(25, "Several documents", "A file holds one record.")
TOO_DEEP = _code(26, "Nested too deep", "Lists and mappings stand in each other at most twenty deep.")
EMPTY_FILE = _code(27, "Empty file", "The file holds no record.")
NOT_A_MAPPING = _code(28, "Not keys and values", "A record consists of keys with values.")
NO_VALUE = _code(29, "No value", "A key or a list item has no value.")
BAD_KEY = _code(30, "Key is not a word", "A key is plain text.")
TEXT_TOO_LONG = _code(31, "Text too long", "A text has at most 100,000 characters.")

# One record and the schema.
UNKNOWN_KEY = _code(40, "Unknown key", "The schema does not name the key.")
MISSING_KEY = _code(41, "Missing key", "A key that is required is not there.")
WRONG_TYPE = _code(42, "Wrong shape", "A list, a mapping or a text stands where another of them is expected.")
NOT_IN_LIST = _code(43, "Not in the list", "The value is not in the closed list for its key.")
NOT_A_DATE = _code(44, "Not a date", "The value is not a date in EDTF.")
NOT_A_FIGURE = _code(45, "Not a figure", "The value is not a figure.")
NOT_AN_ID = _code(46, "Not an id", "The value does not have the form of an id.")
BAD_VALUE = _code(47, "Value not accepted", "The value does not have the form, length or size that is expected.")
BROKEN_RULE = _code(48, "Incomplete", "What the record says asks for something that it does not hold.")

# Several records together.
UNKNOWN_ID = _code(60, "Unknown id", "No record has the id that is referred to.")
FORMER_ID = _code(61, "Former id", "The id that is referred to is a former one; the record has a new id.")
FORMER_ID_TAKEN = _code(62, "Former id in use", "A former id is another record's id or former id.")
SAME_CLAIM_ID = _code(63, "Two claims, one id", "Two claims of one event have the same id.")
UNKNOWN_CLAIM = _code(64, "Unknown claim", "No claim has the id that is referred to.")
UNKNOWN_PARTY = _code(65, "Unknown party", "A figure's party is neither an actor nor in the list of parties.")
LINK_TO_ITSELF = _code(66, "Tied to itself", "A record or claim refers to itself.")
LINK_TWICE = _code(67, "Link written twice", "The same link stands twice, or on both of its sides.", Severity.WARNING)
CIRCLE = _code(68, "Circle", "Records contain or belong to one another in a circle.")
BAD_MENTION = _code(69, "Mention not understood", "A [[…]] or [@…] in a text is not written as one.")
UNREAD_SOURCES = _code(70, "Rests on unread sources", "No source of the claim was read by the editors.")
ONLY_COMPILATION = _code(
    71, "Rests on a compilation", "All sources of the claim that were read are compilations.", Severity.WARNING
)
UNSUPPORTED = _code(72, "Called supported without support", "The claim lacks what `supported` asks for.")
STANDING_WITHOUT_CLAIM = _code(
    73, "Standing without a claim", "Something is called claimed or disputed, and no claim says by whom."
)
CONTRADICTION = _code(74, "Dates contradict links", "No order of events satisfies these dates and links.")
REFERENCE_FORM = _code(75, "Reference not understood", "A claim is referred to as id or event-id#claim-id.")


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at one place of one file. Ordered by file, line, column and code."""

    code: str
    """The id of its entry in CODES."""
    severity: Severity
    message: str
    """What was found and what to write instead, in one line, for people who do not program."""
    file: str
    """Path relative to the folder of the records, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    text: str
    """The offending text."""
    suggestion: str | None = None
    """What to write instead of the text, only where one thing is clearly near."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """Total, as equality is."""
        rest = (self.message, self.text, f"{self.severity}{self.suggestion or ''}")
        return (self.file, self.line, self.column, self.code, *rest)

    def __lt__(self, other: Problem) -> bool:
        return self.sort_key < other.sort_key


MOST_OF_A_FILE = 100
"""Problems told of one file at once: more help nobody who mends it, and a hostile file could hold thousands."""


def more_left_out(count: int, file: str, line: int, column: int) -> Problem:
    """What stands for the problems of a file beyond the first MOST_OF_A_FILE."""
    message = f"{count:,} more problems in this file are not shown"
    return Problem(TOO_MANY_PROBLEMS.id, Severity.ERROR, message, file, line, column, "")


def as_text(problem: Problem, prefix: str = "") -> str:
    """A problem as one line: `events/2024/x.yml:12:9: error TL040: message (did you mean …?)`.

    `prefix` is put before the file. Characters that could hide or reorder the line, or steer the terminal it
    is printed to, are printed as escapes.
    """
    hint = f" (did you mean `{problem.suggestion}`?)" if problem.suggestion is not None else ""
    place = f"{prefix}{problem.file}:{problem.line}:{problem.column}"
    return visible(f"{place}: {problem.severity.value} {problem.code}: {problem.message}{hint}")


def visible(text: str) -> str:
    """A text in which every control, format and separator character but the space is an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(character) if _is_unseen(character) else character for character in text)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")


def _escape(character: str) -> str:
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
