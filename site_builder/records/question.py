"""Something that is disputed across events."""

from typing import Annotated

from site_builder.languages import say
from site_builder.records.base import Bounded, LocalText, Record, SourceRefs, ThreadId
from site_builder.records.keys import IN_OWN_WORDS, Kind, key
from site_builder.records.rules import Broken, needs
from site_builder.vocabulary import QuestionState


@needs("note", "sources", where="state", having=lambda state: not state.open)
def _says_how_it_was_settled(_: "Question") -> Broken:
    yield "state", say("a settled question needs a note and sources that say how it was settled")


class Question(Record):
    """A dispute whose page lays every claim on it in order."""

    record_kind = Kind.QUESTION

    title: LocalText = key(ask="The question", examples=["Who knew that the bridge was weak?"])
    """The question, as a question."""
    summary: LocalText | None = key(
        None,
        markdown="all",
        ask="What is disputed, and by whom",
        in_template=True,
        examples=["The company says that nobody could know. A report says that it was told."],
    )
    """The dispute, in two sentences."""
    threads: Annotated[tuple[ThreadId, ...], Bounded] = key(
        (), ask="Thread", in_template=True, examples=[["eastbridge", "the-bridge-company"]]
    )
    """The threads that it arises in."""
    state: QuestionState = key(QuestionState.of("open"), help="Whether it is settled")
    """Whether it is still open."""
    note: LocalText | None = key(None, ask="How it was settled", given=("state", "settled"), examples=IN_OWN_WORDS)
    """How it was settled; required of a settled question."""
    sources: SourceRefs = key((), ask="Source", given=("state", "settled"))
    """The sources that settled it."""
    would_settle: LocalText | None = key(
        None,
        help="What would settle it",
        examples=["The letters that the company received in 2023, which no court has published."],
    )
    """What would settle it, in a sentence or two: a document, a count, a witness."""

    rules = (_says_how_it_was_settled,)
