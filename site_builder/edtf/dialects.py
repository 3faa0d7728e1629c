"""Older and neighbouring ways of writing, one rewriting each, towards the EDTF of 2019.

The draft of 2012 wrote `199u`, `y17e7p3`, `2004-06-(01)~`, `1984?~`, `unknown/2004`, `2004/open` and
`2001-21^southernHemisphere`. Neighbours are ISO 8601's weeks and times, XML Schema's `--05-03`, and slips of the
hand. Nothing here decides that a rewriting is valid: the caller parses it.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.edtf.readings import Reading, joined
from site_builder.languages import say

_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "−": "-"})
_ZEROS = re.compile(r"(?!0000)(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-00)+([?~%]?)")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([?~%]?)")
_BARE_RANGE = re.compile(r"([^][{},]+?)\.\.([^][{},]+)")
_LONG = re.compile(r"[+]?(-?)[Yy]?(-?)0*([0-9]{1,4})([?~%]?)")
_LONG_LETTERED = re.compile(r"[+]?[Yy](-?)0*([0-9]{5,})([?~%]?)")
_ASKED = re.compile(r"[0-9]{3}\?|[0-9]{2}\?\?|[0-9]{4}-(?:\?\?(?:-\?\?)?|[0-9]{2}-(?:\?\?|[0-3]\?))")
_SHORT_YEAR = re.compile(r"-([0-9]{1,3})((?:-[0-9]{2}){1,2}[?~%]?)")
_PARENTHESES = re.compile(r"\(([^()]*)\)([?~%])")
_OUTSIDE_PARENTHESES = re.compile(r"\((-?[0-9X]{4}(?:-[0-9X]{2})?)\)-([0-9X-]{2,5})([?~%])")
_PLACED_SEASON = re.compile(r"(-?[0-9]{4})-(2[1-4])\^(.*)", re.IGNORECASE)
_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ])\s*([0-9:]+)([.,][0-9]+)?\s*([Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)
_COMPACT_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_DAY_OF_YEAR = re.compile(r"([0-9]{4})-([0-9]{3})")
_SPACED = re.compile(r"\s*([/,\[\]{}]|\.\.)\s*")
_ENDS = {
    "unknown": "",
    "unk": "",
    "open": "..",
    "now": "..",
    "present": "..",
    "ongoing": "..",
    "*": "..",
}


def rewritings(text: str) -> Iterator[Reading]:
    """What the text may be in the EDTF of today, the likeliest first."""
    text = text.strip().translate(_HYPHENS)
    yield from _whole(text)
    compact = _SPACED.sub(r"\1", text)
    yield Reading(edtf=compact)
    if compact.count("/") == 1:
        ends = [_end(end) for end in compact.split("/")]
        yield Reading(edtf="/".join(end.edtf for end in ends), doubt=joined(*(end.doubt for end in ends)))
    yield Reading(edtf=_letters(compact))


def _whole(text: str) -> Iterator[Reading]:
    """Readings that look at the text as a whole."""
    if match := _ZEROS.fullmatch(text):
        yield Reading(edtf="-".join(filter(None, (match[1], match[2] if match[2] != "00" else None))) + match[3])
    if (match := _COMPACT.fullmatch(text)) and match[4]:
        yield Reading(edtf=f"{match[1]}-{match[2]}-{match[3]}{match[4]}")
    if match := _BARE_RANGE.fullmatch(text):
        yield Reading(edtf=f"{match[1].strip()}/{match[2].strip()}", doubt="takes `..` for the start and end of a time")
    yield from _years(text)
    if match := _PLACED_SEASON.fullmatch(text):
        yield Reading(edtf=f"{match[1]}-{int(match[2]) + (8 if 'south' in match[3].lower() else 4)}")
    if match := _TIME.fullmatch(text):
        yield from _time(match)
    if match := _COMPACT_TIME.fullmatch(text):
        seconds = f":{match[6]}" if match[6] else ""
        yield Reading(edtf=f"{match[1]}-{match[2]}-{match[3]}T{match[4]}:{match[5]}{seconds}{match[7] or ''}")
    if match := _WEEK.fullmatch(text):
        yield from _week(*(int(number or 0) for number in match.groups()))
    if (match := _DAY_OF_YEAR.fullmatch(text)) and 1 <= int(match[2]) <= 366 and int(match[1]):
        day = date(int(match[1]), 1, 1) + timedelta(int(match[2]) - 1)
        yield Reading(edtf=day.isoformat(), doubt=f"takes {match[2]} for the day of the year")
    if text.startswith("--"):
        yield Reading(edtf=f"XXXX{text[1:]}")


def _years(text: str) -> Iterator[Reading]:
    if _ASKED.fullmatch(text):
        yield Reading(edtf=text.replace("?", "X"), doubt="takes `?` for a digit that is not known")
    if (match := _LONG.fullmatch(text)) and len(text) > 3:
        sign = match[1] or match[2]
        doubt = say("takes it for a year of four digits") if len(text.strip("+-Yy?~%")) < 4 else ""
        yield Reading(edtf=f"{sign if int(match[3]) else ''}{match[3].zfill(4)}{match[4]}", doubt=doubt)
    if match := _LONG_LETTERED.fullmatch(text):
        yield Reading(edtf=f"Y{match[1]}{match[2]}{match[3]}")
    if match := _SHORT_YEAR.fullmatch(text):
        yield Reading(edtf=f"-{match[1].zfill(4)}{match[2]}", doubt="counts years from 0000, which is 1 BCE")


def _time(match: re.Match[str]) -> Iterator[Reading]:
    shift = (match[5] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    shift = f"{shift[:3]}:{shift[3:]}" if len(shift) == 5 else shift
    doubt = say("leaves out parts of the second") if match[4] else ""
    if match[2] == " ":
        doubt = doubt or "takes the number for a time of day"
    yield Reading(edtf=f"{match[1]}T{match[3]}{shift}", doubt=doubt)


def _week(year: int, week: int, weekday: int) -> Iterator[Reading]:
    try:
        first, last = (date.fromisocalendar(year, week, day) for day in ((weekday, weekday) if weekday else (1, 7)))
    except ValueError:
        return
    if weekday:
        yield Reading(edtf=first.isoformat())
    else:
        yield Reading(edtf=f"[{first}..{last}]", doubt="takes it for one day of that week")


def _end(text: str) -> Reading:
    """One end of an interval, by the first rewriting that knows it."""
    named = _ENDS.get(text.lower())
    return Reading(edtf=named) if named is not None else next(_whole(text), Reading(edtf=_letters(text)))


def _letters(text: str) -> str:
    """The signs of 2012 in those of 2019: letters, two qualifiers at once, brackets."""
    text = text.removeprefix("+")
    if text[:1] in ("y", "Y"):
        return text.translate(str.maketrans("yep", "YES"))
    text = re.sub(r"(?<=[0-9xXuU-])[uUx]|[uUx](?=[0-9xXuU-])|(?<=-)[uUx]{2}", "X", text)
    text = re.sub(r"\?~|~\?", "%", text)
    if match := _OUTSIDE_PARENTHESES.fullmatch(text):
        return f"{match[1]}-{_qualified(match[2], match[3])}"
    return _PARENTHESES.sub(lambda group: _qualified(group[1], group[2]), text)


def _qualified(components: str, qualifier: str) -> str:
    """Each component with the qualifier at its left, which is of it alone."""
    return "-".join(f"{qualifier}{component}" for component in components.split("-"))
