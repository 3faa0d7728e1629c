"""Which words of a text went and which came, with as many around them as it takes to find the place."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from site_builder.comparing.spans import ELLIPSIS, Piece, Style

_MOST_WORK = 50_000_000
"""Pairs of words that are looked at; texts that differ in more are shown as one that replaced the other."""
_SHORTEST_KEPT = 2
"""Fewer words between two changes are shown as part of one change."""
_AROUND = 8
"""Words shown before and after a change."""
_LONGEST_RUN = 400
"""Words of one change that are shown."""


def find_word_changes(before: str, after: str) -> list[Piece]:
    """Runs of words in order; long ones that stayed, and what is beyond bounds of others, as an ellipsis."""
    old, new = before.split(), after.split()
    runs: list[Piece] = []
    changes = list(_changes(old, new))
    for number, (old_start, old_end, new_start, new_end) in enumerate(changes):
        stayed = old[changes[number - 1][1] if number else 0 : old_start]
        _add(runs, Style.RECORD, _shortened(stayed, first=not number, last=False))
        _add(runs, Style.WENT, _bounded(old[old_start:old_end]))
        _add(runs, Style.CAME, _bounded(new[new_start:new_end]))
    if changes:
        _add(runs, Style.RECORD, _shortened(old[changes[-1][1] :], first=False, last=True))
    return runs


def _add(runs: list[Piece], style: Style, words: Sequence[str]) -> None:
    if words:
        runs.append(Piece(style, " ".join(words)))


def _shortened(words: Sequence[str], *, first: bool, last: bool) -> list[str]:
    """What stayed between two changes, before the first or after the last, without its middle or its far end."""
    around_start = 0 if first else _AROUND
    around_end = 0 if last else _AROUND
    if len(words) <= around_start + around_end + 1:
        return list(words)
    return [*words[:around_start], ELLIPSIS, *words[len(words) - around_end :]]


def _bounded(words: Sequence[str]) -> list[str]:
    return [*words[:_LONGEST_RUN], ELLIPSIS] if len(words) > _LONGEST_RUN else list(words)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that differ, as bounds in both, with too short ones of what stayed between them swallowed."""
    if len(old) * len(new) > _MOST_WORK:
        yield 0, len(old), 0, len(new)
        return
    open_change: tuple[int, int, int, int] | None = None
    for one in Indel.opcodes(old, new):
        if one.tag == "equal":
            continue
        change = (one.src_start, one.src_end, one.dest_start, one.dest_end)
        if open_change is not None and change[0] - open_change[1] < _SHORTEST_KEPT:
            change = (open_change[0], change[1], open_change[2], change[3])
        elif open_change is not None:
            yield open_change
        open_change = change
    if open_change is not None:
        yield open_change
