"""Something that is disputed across events."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator

from site_builder.records.base import Bounded, LocalText, Record, SourceRefs, Text, ThreadId
from site_builder.records.keys import Kind
from site_builder.vocabulary import QuestionState


class Question(Record):
    """A dispute whose page lays every claim on it in order."""

    record_kind = Kind.QUESTION

    title: LocalText
    """The question, as a question."""
    summary: LocalText | None = None
    """The dispute, in two sentences."""
    threads: Annotated[tuple[ThreadId, ...], Bounded] = ()
    """The threads that it arises in."""
    state: QuestionState = QuestionState.of("open")
    """Whether it is still open."""
    note: LocalText | None = None
    """How it was settled; required of a settled question."""
    sources: SourceRefs = ()
    """The sources that settled it."""

    @model_validator(mode="after")
    def _says_how_it_was_settled(self) -> Self:
        if not self.state.open and (self.note is None or not self.sources):
            raise ValueError("a settled question needs a note and sources that say how it was settled")
        return self

    @property
    def heading(self) -> Text:
        return self.title
