"""A question's page: a dated ledger of who said what on it, and what they said later."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.claims import Word, word
from site_builder.pages.context import Here, Link
from site_builder.pages.ledger import LedgerEntry, view_ledger
from site_builder.pages.record import RecordNote, view_record
from site_builder.records import Kind, Question


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list."""

    question: Link
    claims: int
    state: Word


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What the template of a question's page needs."""

    id: str
    title: str
    description: str
    summary: Markup
    state: Word
    note: Markup
    threads: tuple[Link, ...]
    ledger: tuple[LedgerEntry, ...]
    """Every claim that bears on the question, by the date on which it was said."""
    lanes: int
    """How many strands run side by side in the ledger."""
    undated: int
    """How many of them, at the end, carry no date."""
    sources: tuple[SourceNote, ...]
    record: RecordNote


def view_question_line(here: Here, question: Question) -> QuestionLine:
    return QuestionLine(
        question=here.record_link(Kind.QUESTION, question.id),
        claims=len(here.chronicle.claims.on_question(question.id)),
        state=word(question.state),
    )


def view_question(here: Here, question: Question) -> QuestionPage:
    """The page of one question."""
    ledger = view_ledger(here, here.chronicle.claims.on_question(question.id))
    return QuestionPage(
        id=question.id,
        title=here.text(question.title),
        description=here.plain(question.summary),
        summary=here.prose_of(question.summary, mentions=question.mentions).html,
        state=word(question.state),
        note=here.inline(question.note),
        threads=here.links(Kind.THREAD, question.threads),
        ledger=ledger,
        lanes=max((tie.lane for entry in ledger for tie in entry.ties), default=0),
        undated=sum(entry.claim.said is None for entry in ledger),
        sources=view_refs(here, question.sources),
        record=view_record(here, question),
    )
