"""Records as plain text for a terminal."""

from site_builder.showing.event import show_event
from site_builder.showing.records import show_record
from site_builder.showing.sections import Section

__all__ = ["Section", "show_event", "show_record"]
