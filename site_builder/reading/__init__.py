"""YAML files become records, and what is wrong with them becomes problems with line and column."""

from site_builder.reading.chronicle_folder import Reading, read
from site_builder.reading.files import DEEPEST_FOLDER, RecordFile, find_files
from site_builder.reading.ids import is_id
from site_builder.reading.positions import Location, Positions, RecordPath, offset_of
from site_builder.reading.record_files import FileReading, read_content, read_file

__all__ = [
    "DEEPEST_FOLDER",
    "FileReading",
    "Location",
    "Positions",
    "Reading",
    "RecordFile",
    "RecordPath",
    "find_files",
    "is_id",
    "offset_of",
    "read",
    "read_content",
    "read_file",
]
