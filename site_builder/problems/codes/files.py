"""Codes: files, before a word of them is read."""

from __future__ import annotations

from site_builder.problems.registry import Group

GROUP = Group("files", "Files and their names")

UNREADABLE_FILE = GROUP.code(1, "File cannot be read", "The system does not let the file or folder be read.")
SYMBOLIC_LINK = GROUP.code(2, "Symbolic link", "A link that leads out of the chronicle's folder, or to a folder.")
WRONG_EXTENSION = GROUP.code(3, "Wrong extension", "Records are kept in files whose names end in .yml.")
BAD_FILE_NAME = GROUP.code(4, "File name is not an id", "A record's id is its file's name, in the form of an id.")
SAME_ID = GROUP.code(5, "Two files, one id", "Two records of a kind have the same id, or differ only in case.")
NAME_AND_DATE = GROUP.code(6, "Name does not begin with the date", "An event's id begins with its date's start.")
FOLDER_NAME = GROUP.code(7, "Folder misnamed", "A folder's name is nearly that of a kind of record, but is not.")
FILE_TOO_LARGE = GROUP.code(8, "File too large", "A record has at most 1 MiB.")
NOT_UTF8 = GROUP.code(9, "Not UTF-8", "Records are text in UTF-8.")
CONTROL_CHARACTER = GROUP.code(10, "Control character", "The file holds a character that no text contains.")
HIDDEN_CHARACTER = GROUP.code(11, "Hidden character", "A character that cannot be seen, or that reorders others.")
TOO_MANY_PROBLEMS = GROUP.code(12, "Too many problems", "The file has more problems than are shown.")
