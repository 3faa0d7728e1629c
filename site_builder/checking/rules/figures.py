"""Figures that cannot hold beside one another, and numbers of dead outside of claims."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from site_builder import problems
from site_builder.checking.casualties import NumberOfPeople, find_counts
from site_builder.checking.findings import MOST_OF_A_TEXT, Finding, rule_for_each
from site_builder.figures import Figure, split_parties
from site_builder.languages import Message, say
from site_builder.linking import Linked
from site_builder.records import Event, Question, Thread
from site_builder.vocabulary import FigureCategory

_Counted = Mapping[FigureCategory, Figure]


@rule_for_each
def impossible_figures(records: Linked) -> Iterator[Finding]:
    """The figures of one claim hold beside one another: no more were killed than there were, nor than in all."""
    for event, path, claim in records.written_claims:
        for party, written, message in _impossible(claim.figures):
            yield Finding(problems.IMPOSSIBLE_FIGURES, event, (*path, "figures", party, written.value), message)


def _impossible(figures: Mapping[str, _Counted]) -> Iterator[tuple[str, FigureCategory, Message]]:
    """Party and category of each figure that is too small, and why."""
    for party, counted in figures.items():
        for whole, parts in ((one, parts) for one in counted for parts in one.no_less_than):
            given = [part for part in counted if part in parts]
            if given and _exceed([counted[part] for part in given], counted[whole]):
                listed = " and ".join(f"{counted[part]} {part.label}" for part in given)
                message = say(
                    "`{party}`: {listed} cannot be among {most} {whole}",
                    party=party,
                    listed=listed,
                    most=counted[whole],
                    whole=whole.label,
                )
                yield party, whole, message
        yield from _more_than_together(party, counted, figures)


def _more_than_together(
    joined: str, together: _Counted, figures: Mapping[str, _Counted]
) -> Iterator[tuple[str, FigureCategory, Message]]:
    """Where parties that are counted one by one have more than they have together."""
    parties = split_parties(joined)
    apart = [party for party in parties if party in figures]
    for category, whole in together.items() if len(parties) > 1 else ():
        given = [party for party in apart if category in figures[party]]
        if given and _exceed([figures[party][category] for party in given], whole):
            listed = " and ".join(f"{figures[party][category]} of `{party}`" for party in given)
            message = say(
                "{category}: {listed} cannot be among {whole} of `{party}`",
                category=category.label,
                listed=listed,
                whole=whole,
                party=joined,
            )
            yield joined, category, message


def _exceed(parts: list[Figure], whole: Figure) -> bool:
    return whole.most is not None and sum(part.least for part in parts) > whole.most


_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
_CITATION = re.compile(r"\[@|\[\^")


@rule_for_each
def counts_in_summaries(records: Linked) -> Iterator[Finding]:
    """No title or summary gives a number of people killed, wounded or captured."""
    for text in records.texts:
        record, path, words = text
        if isinstance(record, Event | Thread | Question) and path[0] in ("title", "summary"):
            for count in islice(find_counts(words), MOST_OF_A_TEXT):
                message = say(
                    "`{number}` with `{harmed}` in a {path}: write numbers of people killed, wounded or captured in "
                    "claims, with who gives them",
                    number=count.number,
                    harmed=count.harmed,
                    path=path[0],
                )
                yield Finding.in_text(problems.COUNT_IN_SUMMARY, text, message, count.number, count.offset)


@rule_for_each
def counts_without_citation(records: Linked) -> Iterator[Finding]:
    """A paragraph that gives a number of people killed, wounded or captured cites who gives it."""
    for text in records.texts:
        if text[1][0] in ("body", "description"):
            for offset, count in islice(_uncited(text[2]), MOST_OF_A_TEXT):
                message = say(
                    "`{number}` with `{harmed}` in a paragraph without a citation: say who gives the number and cite "
                    "it as [@source-id], or write it in a claim",
                    number=count.number,
                    harmed=count.harmed,
                )
                yield Finding.in_text(problems.COUNT_UNCITED, text, message, count.number, offset)


def _uncited(text: str) -> Iterator[tuple[int, NumberOfPeople]]:
    """Numbers in paragraphs without a citation, and where they begin in the text."""
    for paragraph in _PARAGRAPH.finditer(text):
        if not _CITATION.search(paragraph[0]):
            yield from ((paragraph.start() + count.offset, count) for count in find_counts(paragraph[0]))
