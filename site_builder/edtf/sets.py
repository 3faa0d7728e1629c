"""Reading sets: `[…]` is one of its members, `{…}` all of them (ISO 8601-2:2019, 6; level 2)."""

from site_builder.edtf import single
from site_builder.edtf.bounds import INFINITY, MINUS_INFINITY, Bound, Span
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.parts import Part, Range

_CLOSING = {"[": "]", "{": "}"}

Member = Part | Range


def read(text: str) -> tuple[Member, ...]:
    """The members, as written. Raises EDTFError.

    `..` before the first or after the last member is an open end; between two dates it needs both of the same
    precision, without unspecified digits, and in order.
    """
    closing = _CLOSING[text[0]]
    if not text.endswith(closing) or len(text) < 2:
        raise EDTFError(text, len(text), closing)
    members: list[Member] = []
    written = text[1:-1].split(",")
    at = 1
    for i, member in enumerate(written):
        first, dots, last = member.partition("..")
        if not dots:
            members.append(single.read(member, text, at))
        else:
            members.append(_range(first, last, text, at, at_start=i == 0, at_end=i == len(written) - 1))
        at += len(member) + 1
    return tuple(members)


def _range(first: str, last: str, whole: str, at: int, *, at_start: bool, at_end: bool) -> Range:
    after_dots = at + len(first) + 2
    if not first and not (at_start and last):
        raise EDTFError(whole, at, "a date: only the first member of a set can be open at its start")
    if not last and not at_end:
        raise EDTFError(whole, after_dots, "a date: only the last member of a set can be open at its end")
    first_part = single.read(first, whole, at) if first else None
    last_part = single.read(last, whole, after_dots) if last else None
    if first_part and last_part:
        _check_consecutive(first_part, last_part, whole, at, after_dots)
    return Range(first_part, last_part)


def _check_consecutive(first: Part, last: Part, whole: str, at: int, after_dots: int) -> None:
    for part, position in ((first, at), (last, after_dots)):
        if part.has_unspecified or part.significant is not None:
            raise EDTFError(whole, position, "a date without unspecified digits at either end of ..")
    if first.precision is not last.precision:
        raise EDTFError(whole, after_dots, f"a {first.precision} as before the .., not a {last.precision}")
    if first.span.earliest > last.span.latest:
        swapped = f"{whole[:at]}{last.text}..{first.text}{whole[after_dots + len(last.text) :]}"
        raise EDTFError(whole, after_dots, f"a {first.precision} not before the first", swapped)


def _first(member: Member) -> Span | None:
    """Where the first date of a member lies; None when it has none."""
    part = member if isinstance(member, Part) else member.first
    return part.span if part else None


def _last(member: Member) -> Span | None:
    part = member if isinstance(member, Part) else member.last
    return part.span if part else None


def _extent(spans: list[Span | None], bound: Bound) -> list[Span]:
    return [span or Span(bound, bound) for span in spans]


def one_of_span(members: tuple[Member, ...]) -> Span:
    """Where the one date may lie."""
    firsts = _extent([_first(member) for member in members], MINUS_INFINITY)
    lasts = _extent([_last(member) for member in members], INFINITY)
    return Span(min(span.earliest for span in firsts), max(span.latest for span in lasts))


def all_of_spans(members: tuple[Member, ...]) -> tuple[Span, Span]:
    """Where the first and the last of all dates lie."""
    firsts = _extent([_first(member) for member in members], MINUS_INFINITY)
    lasts = _extent([_last(member) for member in members], INFINITY)
    return (
        Span(min(span.earliest for span in firsts), min(span.latest for span in firsts)),
        Span(max(span.earliest for span in lasts), max(span.latest for span in lasts)),
    )


def parts_of(members: tuple[Member, ...]) -> list[Part]:
    """Every date that is written in a set."""
    parts: list[Part] = []
    for member in members:
        parts += [member] if isinstance(member, Part) else filter(None, (member.first, member.last))
    return parts
