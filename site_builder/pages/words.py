"""The closed lists as Markdown, for the pages people write by hand."""

from __future__ import annotations

from site_builder.vocabulary import CLOSED_LISTS


def words_in_markdown() -> str:
    """A heading for each closed list, and under it each value with the sentence that defines it."""
    parts = []
    for heading, terms in CLOSED_LISTS.items():
        lines = [f"- **{term.label}** (`{term.value}`): {term.definition}" for term in terms]
        parts.append("\n".join((f"### {heading}", "", *lines)))
    return "\n\n".join(parts)
