"""A question's page: what is asked, and a dated ledger of who said what on it."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.context import Here, PageLink
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.records import Kind, Question
from site_builder.vocabulary import Term


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list."""

    question: PageLink
    claims: int
    state: Term


@dataclass(frozen=True, slots=True)
class QuestionPage(RecordPage[Question]):
    """What the template of a question's page needs."""

    summary: Markup
    threads: tuple[PageLink, ...]
    lists: RecordLists
    sources: tuple[SourceNote, ...]


def view_question_line(here: Here, question: Question) -> QuestionLine:
    return QuestionLine(
        question=here.record_link(Kind.QUESTION, question.id),
        claims=len(here.chronicle.claims.on_question[question.id]),
        state=question.state,
    )


def view_question(here: Here, question: Question) -> QuestionPage:
    """The page of one question."""
    return QuestionPage(
        question,
        view_note(here, question),
        summary=here.prose_of(question.summary, mentions=question.link_mentions),
        threads=here.links(Kind.THREAD, question.threads),
        lists=view_lists(here, question),
        sources=view_refs(here, question.sources),
    )
