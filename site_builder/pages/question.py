"""A question's page: what is asked, where each claimant stands now, and a dated ledger of who said what on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.linking import ClaimKey
from site_builder.pages.addresses import record_address
from site_builder.pages.as_of import AsOf, view_as_of
from site_builder.pages.citations import SourceList, list_sources, view_refs
from site_builder.pages.contents import claims_of
from site_builder.pages.context import Here, PageLink
from site_builder.pages.counts import CountCharts, view_counts
from site_builder.pages.instrument import Instrument, instrument_of_record
from site_builder.pages.known import knowledge
from site_builder.pages.ledger import anchor_of
from site_builder.pages.question_top import latest_counts
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
    since: str
    """The day from which it is certain that one had been made; may be empty."""
    state: Term


@dataclass(frozen=True, slots=True)
class QuestionPage(RecordPage[Question]):
    """What the template of a question's page needs."""

    line: QuestionLine
    summary: Markup
    threads: tuple[PageLink, ...]
    stands: Stands
    counts: CountCharts | None
    not_charted: int
    """How many earlier claims count something that the charts do not show."""
    mostly_counts: bool
    """Whether most claims on it count: then charts say more than the ledger, which is folded up."""
    instrument: Instrument | None
    """Its events over time."""
    lists: RecordLists
    sources: SourceList
    as_of: AsOf | None
    """The choice of a day; None where no claim bears on it."""


def view_question_line(here: Here, question: Question) -> QuestionLine:
    return QuestionLine(
        question=here.record_link(Kind.QUESTION, question.id),
        claims=len(_claims_on(here, question)),
        since=knowledge(here).since_one_of_each([_claims_on(here, question)]),
        state=question.state,
    )


def view_question(here: Here, question: Question) -> QuestionPage:
    """The page of one question."""
    claims, ordered = here.chronicle.claims, _claims_on(here, question)
    counting = [key for key in ordered if claims.all[key].figures]
    charted, href_of = latest_counts(claims, ordered), _way_to_entries(here, question)
    return QuestionPage(
        question,
        view_note(here, question),
        line=view_question_line(here, question),
        summary=here.prose_of(question.summary, mentions=question.link_mentions),
        threads=here.links(Kind.THREAD, question.threads),
        stands=view_stands(here, ordered, href_of),
        counts=view_counts(here, charted, href_of),
        not_charted=len(counting) - len(charted),
        mostly_counts=len(counting) * 2 > len(ordered),
        instrument=instrument_of_record(here, question),
        lists=view_lists(here, question),
        sources=list_sources(here, view_refs(here, question.sources)),
        as_of=view_as_of(here) if ordered else None,
    )


def _claims_on(here: Here, question: Question) -> Sequence[ClaimKey]:
    """All claims that bear on a question, by the date said."""
    return claims_of(here.chronicle, question)["ledger"]


def _way_to_entries(here: Here, question: Question) -> Callable[[ClaimKey], str]:
    """Links to the entries of a question's ledger, which may stand on several pages; this is the question's own."""
    sheets = here.site.plans.of_record(Kind.QUESTION, question.id).by_id
    if len(sheets) < 2:
        return lambda key: f"#{anchor_of(key)}"
    sheet_of = {line.key: sheet_id for sheet_id, sheet in sheets.items() for line in sheet.lines}
    address = record_address(Kind.QUESTION, question.id)
    return lambda key: here.href(f"{address}/{sheet_of[key]}", anchor_of(key))
