"""Records as plain text for a terminal."""

from site_builder.showing.records import show_record
from site_builder.showing.sections import NARROWEST, TextSection, table, wrap

__all__ = ["NARROWEST", "TextSection", "show_record", "table", "wrap"]
