"""Numbers of dead, wounded and captured people stand in claims, and not in the chronicle's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from site_builder import problems
from site_builder.checking.casualties import Count, find_counts
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.records import Event, Question, Thread

MOST_OF_A_TEXT = 20
"""Findings of one sort told of one text."""
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
_CITATION = re.compile(r"\[@|\[\^")


def counts_in_summaries(world: World) -> Iterator[Finding]:
    """No title or summary gives a number of people killed, wounded or captured."""
    for record, path, text in world.texts:
        if isinstance(record, Event | Thread | Question) and path[0] in ("title", "summary"):
            for count in islice(find_counts(text), MOST_OF_A_TEXT):
                message = (
                    f"`{count.number}` with `{count.harmed}` in a {path[0]}: numbers of people killed, wounded or "
                    "captured stand in claims, with who gives them"
                )
                occurrence = text[: count.offset].count(count.number)
                yield Finding(
                    problems.COUNT_IN_SUMMARY, record, path, message, needle=count.number, occurrence=occurrence
                )


def counts_without_citation(world: World) -> Iterator[Finding]:
    """A paragraph that gives a number of people killed, wounded or captured cites who gives it."""
    for record, path, text in world.texts:
        if path[0] in ("body", "description"):
            for offset, count in islice(_uncited(text), MOST_OF_A_TEXT):
                message = (
                    f"`{count.number}` with `{count.harmed}` in a paragraph without a citation: say who gives the "
                    "number and cite it as [@source-id], or leave it to a claim"
                )
                occurrence = text[:offset].count(count.number)
                yield Finding(problems.COUNT_UNCITED, record, path, message, needle=count.number, occurrence=occurrence)


def _uncited(text: str) -> Iterator[tuple[int, Count]]:
    """Numbers in paragraphs without a citation, and where they begin in the text."""
    for paragraph in _PARAGRAPH.finditer(text):
        if not _CITATION.search(paragraph[0]):
            yield from ((paragraph.start() + count.offset, count) for count in find_counts(paragraph[0]))
