"""A chronology kept as YAML, read, checked, ordered and published."""

from __future__ import annotations


class TimelineError(Exception):
    """The base of our exceptions. The message says in one sentence, to people, what is wrong."""
