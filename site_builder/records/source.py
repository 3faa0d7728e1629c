"""One publication."""

from __future__ import annotations

from site_builder.records.base import Date, Language, Line, LocalText, Record, Schema, Url
from site_builder.vocabulary import Consulted, SourceKind


class Copy(Schema):
    """The copy that the editors read, where they did not read the original."""

    publisher: Line
    url: Url | None = None


class Source(Record):
    """A publication: who wrote it, when, where it stands, and what the editors read of it."""

    publisher: Line
    title: Line | None = None
    """As published, in its own language."""
    author: Line | None = None
    date: Date | None = None
    lang: Language | None = None
    url: Url | None = None
    archive: Url | None = None
    kind: SourceKind | None = None
    origin: Line | None = None
    """The newsroom or body that first reported; the publisher where it is left out."""
    controlled_by: Line | None = None
    read_in: Copy | None = None
    consulted: Consulted | None = None
    note: LocalText | None = None

    @property
    def first_reporter(self) -> str:
        """By whom independence is counted."""
        return self.origin or self.publisher
