"""A record on its way to a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bench.synthetic.yaml_text import Value, write

ADDED = "2026-01-05"
"""When everything invented was added."""

_MAX_SLUG = 60


@dataclass(frozen=True, slots=True)
class RecordFile:
    """Where a record goes, relative to the folder of the records, and what it says."""

    path: str
    record: Mapping[str, Value]

    @property
    def text(self) -> str:
        """The file."""
        return write({**self.record, "added": ADDED})


def slug(text: str) -> str:
    """Text as part of an id, cut after a word."""
    words = re.findall("[a-z0-9]+", text.lower())
    cut = "-".join(words)[: _MAX_SLUG + 1]
    return cut if len(cut) <= _MAX_SLUG else cut[: cut.rindex("-")]
