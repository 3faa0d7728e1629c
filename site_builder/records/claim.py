"""What one actor says about an event, attributed and dated."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, PlainValidator, model_validator

from site_builder import figures
from site_builder.records.base import Date, Flag, Id, Language, Line, LocalText, Schema, SourceRefs
from site_builder.vocabulary import Assessment, Basis, FigureCategory, Topic

Figure = Annotated[figures.Figure, PlainValidator(figures.validate)]


class QuoteVersion(Schema):
    """The words in one language, as one source gives them."""

    text: Line
    lang: Language
    source: Id


class Quote(Schema):
    """Words as spoken, with the translations that differ side by side."""

    original: Language | None = None
    """The language in which it was said."""
    versions: tuple[QuoteVersion, ...]


class Claim(Schema):
    """What somebody says, in our words, with who, when, on what basis, and what the editors make of it."""

    id: Id
    by: Id | None = None
    speaker: Id | None = None
    unnamed: LocalText | None = None
    side: Id | None = None
    via: Line | None = None
    """Who relayed it: an actor's id, or a name in words."""
    date: Date | None = None
    said_in: Id | None = None
    topic: Topic
    says: LocalText
    quote: Quote | None = None
    covers: Date | None = None
    figures: dict[Line, dict[FigureCategory, Figure]] = Field(default_factory=dict)
    """Figures by party (ids joined by `+`) and category."""
    happened: Date | None = None
    place: Id | None = None
    revises: Line | None = None
    denies: Line | None = None
    confirms: Line | None = None
    withdraws: Line | None = None
    question: Id | None = None
    basis: Basis = Basis.STATEMENT
    duress: Flag = False
    assessment: Assessment = Assessment.UNASSESSED
    because: LocalText | None = None
    sources: SourceRefs

    @model_validator(mode="after")
    def _names_one_claimant(self) -> Self:
        if (self.by is None) == (self.unnamed is None):
            raise ValueError("a claim needs exactly one of `by` (an actor) and `unnamed` (words)")
        if self.speaker is not None and self.by is None:
            raise ValueError("`speaker` goes with `by`")
        if self.side is not None and self.unnamed is None:
            raise ValueError("`side` goes with `unnamed`")
        return self

    @model_validator(mode="after")
    def _gives_reasons(self) -> Self:
        if not self.sources:
            raise ValueError("a claim needs at least one source")
        if self.assessment is not Assessment.UNASSESSED and self.because is None:
            raise ValueError(f"the assessment {self.assessment.value} needs its reason under `because`")
        return self
