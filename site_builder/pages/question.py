"""A question's page: what is asked, where each claimant stands now, and a dated ledger of who said what on it."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.linking import ClaimKey
from site_builder.pages.addresses import record_address
from site_builder.pages.citations import SourceNote, view_refs
from site_builder.pages.contents import by_date_said
from site_builder.pages.context import Here, PageLink
from site_builder.pages.ledger import anchor_of
from site_builder.pages.record import RecordPage, view_note
from site_builder.pages.record_lists import RecordLists, view_lists
from site_builder.pages.stands import Stands, view_stands
from site_builder.records import Kind, Question
from site_builder.vocabulary import Term


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list."""

    question: PageLink
    claims: int
    """How many bear on it, in the whole chronicle."""
    state: Term


@dataclass(frozen=True, slots=True)
class QuestionPage(RecordPage[Question]):
    """What the template of a question's page needs."""

    line: QuestionLine
    summary: Markup
    threads: tuple[PageLink, ...]
    stands: Stands
    mostly_counts: bool
    """Whether most claims on it count: then charts say more than the ledger, which is folded up."""
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
    ordered = by_date_said(here.chronicle, here.chronicle.claims.on_question[question.id])
    counting = sum(bool(here.chronicle.claims.all[key].figures) for key in ordered)
    return QuestionPage(
        question,
        view_note(here, question),
        line=view_question_line(here, question),
        summary=here.prose_of(question.summary, mentions=question.link_mentions),
        threads=here.links(Kind.THREAD, question.threads),
        stands=view_stands(here, ordered, _way_to_entries(here, question)),
        mostly_counts=counting * 2 > len(ordered),
        lists=view_lists(here, question),
        sources=view_refs(here, question.sources),
    )


def _way_to_entries(here: Here, question: Question) -> Callable[[ClaimKey], str]:
    """Links to the entries of a question's ledger, which may stand on several pages; this is the question's own."""
    sheets = here.site.plans.of_record(Kind.QUESTION, question.id).by_id
    if len(sheets) < 2:
        return lambda key: f"#{anchor_of(key)}"
    sheet_of = {line.key: sheet_id for sheet_id, sheet in sheets.items() for line in sheet.lines}
    address = record_address(Kind.QUESTION, question.id)
    return lambda key: here.href(f"{address}/{sheet_of[key]}", anchor_of(key))
