"""Claims as a table: who says it, when, and what, with all that speaks for or against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.linking import ClaimKey
from site_builder.pages import ClaimView, Here, view_claim
from site_builder.showing.sections import table

_HEADER = ("Claim", "Who", "Said", "What")


def claims_table(here: Here, keys: Iterable[ClaimKey], width: int, event: str | None = None) -> tuple[str, ...]:
    """One row a claim, in the order given; claims of other events than `event` are named with theirs."""
    return table(_HEADER, [_row(here, key, event) for key in keys], width)


def _row(here: Here, key: ClaimKey, event: str | None) -> tuple[str, ...]:
    view = view_claim(here, key, event)
    return (
        key.claim if key.event == event else str(key),
        _who(view),
        view.said.words if view.said is not None else "",
        "\n".join(_what(here, view)),
    )


def _who(view: ClaimView) -> str:
    lines = [view.claimant.label]
    lines += [f"through {view.speaker.label}"] if view.speaker else []
    lines += [f"on the side of {view.side.label}"] if view.side else []
    lines += [f"via {view.via.label}"] if view.via else []
    return "\n".join(lines)


def _what(here: Here, view: ClaimView) -> Iterator[str]:
    claim = here.chronicle.claims.all[view.key]
    yield f"{view.topic.label}: {here.plain(claim.says)}"
    for version in view.quote:
        yield f"“{version.text}” ({version.lang}; {version.source.label})"
    yield from (f"{count.heading}: {count.figure}" for count in view.counts)
    if view.covers:
        yield f"counted over {view.covers}"
    if view.gives:
        yield f"gives {view.gives}"
    if not claim.basis.usual:
        yield f"basis: {view.basis.label}"
    if view.duress:
        yield "said under a captor's control"
    if view.disputed:
        yield "disputed"
    yield from (f"{tie.word} {tie.other.label} ({tie.key.claim})" for tie in view.ties)
    if not claim.assessment.usual:
        because = f": {here.plain(claim.because)}" if claim.because else ""
        yield f"{view.assessment.label}{because}"
    if claim.question is not None:
        yield f"bears on {claim.question}"
    yield f"[{', '.join(ref.source for ref in claim.sources)}]"
