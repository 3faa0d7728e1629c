"""Reading intervals: `a/b` lasted from a to b; `..` is an open end, nothing an unknown one."""

from site_builder.edtf import single
from site_builder.edtf.bounds import INFINITY, MINUS_INFINITY, UNKNOWN_END, UNKNOWN_START, Span
from site_builder.edtf.errors import EDTFError
from site_builder.edtf.parts import Blank, Part

_OPEN_START, _OPEN_END = Span(MINUS_INFINITY, MINUS_INFINITY), Span(INFINITY, INFINITY)
_UNKNOWN_START, _UNKNOWN_END = Span(UNKNOWN_START, UNKNOWN_START), Span(UNKNOWN_END, UNKNOWN_END)

End = Part | Blank


def read(text: str) -> tuple[End, End]:
    """The two ends. Raises EDTFError, also when the end is certainly before the start: it suggests the swap."""
    first_text, _, second_text = text.partition("/")
    at = len(first_text) + 1
    if "/" in second_text:
        raise EDTFError(text, at + second_text.index("/"), "one / at most")
    first, second = _end(first_text, text, 0), _end(second_text, text, at)
    if not isinstance(first, Part) and not isinstance(second, Part):
        raise EDTFError(text, 0, "a date at one end of the interval at least")
    if isinstance(first, Part) and isinstance(second, Part) and first.span.earliest > second.span.latest:
        swapped = f"{second_text}/{first_text}"
        raise EDTFError(text, at, "an end that is not before the start", swapped)
    return first, second


def _end(text: str, whole: str, at: int) -> End:
    if not text:
        return Blank.UNKNOWN
    if text == "..":
        return Blank.OPEN
    if "T" in text:
        raise EDTFError(whole, at + text.index("T"), "no time of day: the ends of intervals are dates")
    return single.read(text, whole, at)


def start_span(end: End) -> Span:
    """Where an interval with this first date starts."""
    if isinstance(end, Part):
        return end.span
    return _OPEN_START if end is Blank.OPEN else _UNKNOWN_START


def end_span(end: End) -> Span:
    """Where an interval with this second date ends."""
    if isinstance(end, Part):
        return end.span
    return _OPEN_END if end is Blank.OPEN else _UNKNOWN_END


def level(first: End, second: End) -> int:
    """The lowest level that has the interval: unspecified digits in one are of level 2."""
    return max(_end_level(first), _end_level(second))


def _end_level(end: End) -> int:
    if not isinstance(end, Part):
        return 1
    return 2 if end.has_unspecified else end.level
