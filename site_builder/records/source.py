"""One publication."""

from __future__ import annotations

from site_builder.records.base import Date, Language, Line, LocalText, Record, Schema, Text, Url
from site_builder.records.keys import Kind
from site_builder.vocabulary import Consulted, SourceKind


class Copy(Schema):
    """The copy that the editors read, where they did not read the original."""

    publisher: Line
    """Who published the copy."""
    url: Url | None = None
    """Where the copy stands."""


class Source(Record):
    """A publication: who wrote it, when, where it stands, and what the editors read of it."""

    record_kind = Kind.SOURCE

    publisher: Line
    """Who wrote it, never whoever copied it."""
    title: Line | None = None
    """As published, in its own language."""
    author: Line | None = None
    """The author, as named by the publication."""
    date: Date | None = None
    """When it was published."""
    lang: Language | None = None
    """The language that it is in."""
    url: Url | None = None
    """The publication's own address."""
    archive: Url | None = None
    """The address of an archived copy."""
    kind: SourceKind | None = None
    """What sort of publication it is."""
    origin: Line | None = None
    """The newsroom or body that first reported; the publisher where it is left out."""
    controlled_by: Line | None = None
    """The state or party that controls the publisher, where there is one."""
    read_in: Copy | None = None
    """The copy that was read, where the original was not."""
    consulted: Consulted | None = None
    """How much of it was read."""
    note: LocalText | None = None
    """What a reader should know of it."""

    @property
    def first_reporter(self) -> str:
        """By whom independence is counted."""
        return self.origin or self.publisher

    @property
    def is_unread(self) -> bool:
        """Whether the editors say that they have not read it."""
        return self.consulted is not None and not self.consulted.read

    @property
    def heading(self) -> Text:
        words = self.publisher if self.title is None else f"{self.publisher}: {self.title}"
        return Text(versions=((None, words),))
