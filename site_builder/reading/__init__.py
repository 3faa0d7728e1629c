"""YAML files become records, and what is wrong with them becomes problems with line and column."""

from site_builder.reading.files import RecordFile, find_files
from site_builder.reading.ids import is_id
from site_builder.reading.positions import Location, Positions, RecordPath, offset_of
from site_builder.reading.record_files import FileReading, read_content, read_file
from site_builder.reading.records import Records, frozen, read
from site_builder.reading.trees import DEEPEST_FOLDER, Files, Folder, Source

__all__ = [
    "DEEPEST_FOLDER",
    "FileReading",
    "Files",
    "Folder",
    "Location",
    "Positions",
    "RecordFile",
    "RecordPath",
    "Records",
    "Source",
    "find_files",
    "frozen",
    "is_id",
    "offset_of",
    "read",
    "read_content",
    "read_file",
]
