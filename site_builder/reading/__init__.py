"""YAML files become records, and what is wrong with them becomes problems with line and column."""

from site_builder.reading.addresses import looks_like_another, without_trailing_marks
from site_builder.reading.decoding import decode
from site_builder.reading.documents import read_document
from site_builder.reading.faults import Fault
from site_builder.reading.files import PROFILE, REMOVED, RecordFile, check_link, check_name, find_files
from site_builder.reading.ids import date_prefix, disguised_id, is_id, why_not_id, year_folder, year_in_id, year_name
from site_builder.reading.kept import Kept, Verdict
from site_builder.reading.positions import LINE_BREAK, Positions, first_line, offset_of, text_start
from site_builder.reading.record_files import FileReading, read_content
from site_builder.reading.records import Records, frozen, profile_of, read, read_some, vocabulary_of
from site_builder.reading.trees import DEEPEST_FOLDER, Files, Folder, Input
from site_builder.reading.values import Value
from site_builder.reading.wording import MOST_LISTED, listed
from site_builder.reading.yaml_events import read_events

__all__ = [
    "DEEPEST_FOLDER",
    "LINE_BREAK",
    "MOST_LISTED",
    "PROFILE",
    "REMOVED",
    "Fault",
    "FileReading",
    "Files",
    "Folder",
    "Input",
    "Kept",
    "Positions",
    "RecordFile",
    "Records",
    "Value",
    "Verdict",
    "check_link",
    "check_name",
    "date_prefix",
    "decode",
    "disguised_id",
    "find_files",
    "first_line",
    "frozen",
    "is_id",
    "listed",
    "looks_like_another",
    "offset_of",
    "profile_of",
    "read",
    "read_content",
    "read_document",
    "read_events",
    "read_some",
    "text_start",
    "vocabulary_of",
    "why_not_id",
    "without_trailing_marks",
    "year_folder",
    "year_in_id",
    "year_name",
]
