"""Older and neighbouring ways of writing, one rewriting each, towards the EDTF of 2019.

The draft of 2012 wrote `199u`, `y17e7p3`, `2004-06-(01)~`, `1984?~`, `unknown/2004`, `2004/open` and
`2001-21^southernHemisphere`. Neighbours are ISO 8601's basic format, XML Schema's `--05-03`, and slips of the
hand. Nothing here decides that a rewriting is valid: whoever asks parses it.
"""

import re
from collections.abc import Iterator

_DASHES = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"})
_BASIC = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([?~%]?)")
_SEPARATED = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?([?~%]?)")
_ZEROS = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-00)+([?~%]?)")
_YEARS = re.compile(r"([0-9]{4})\s*-\s*([0-9]{4}|[0-9]{2})")
_BARE_RANGE = re.compile(r"([^][{},]+?)\.\.([^][{},]+)")
_LONG = re.compile(r"[+]?(-?)[Yy]?(-?)0*([0-9]+)([?~%]?)")
_SHORT_YEAR = re.compile(r"-([0-9]{1,3})((?:-[0-9]{2}){1,2}[?~%]?)")
_PARENTHESES = re.compile(r"\(([^()]*)\)([?~%])")
_OUTSIDE_PARENTHESES = re.compile(r"\((-?[0-9X]{4}(?:-[0-9X]{2})?)\)-([0-9X-]{2,5})([?~%])")
_PLACED_SEASON = re.compile(r"(-?[0-9]{4})-(2[1-4])\^(.*)", re.IGNORECASE)
_TIME = re.compile(r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]\s*([0-9:]+)(?:[.,][0-9]+)?\s*([Zz]|[+-][0-9]{2}:?[0-9]{2})?")
_ENDS = {
    "unknown": "",
    "unk": "",
    "open": "..",
    "now": "..",
    "present": "..",
    "today": "..",
    "ongoing": "..",
    "*": "..",
}


def rewritings(text: str) -> Iterator[str]:
    """What the text may be in the EDTF of today, the likeliest first."""
    text = text.strip().translate(_DASHES)
    yield from _whole(text)
    compact = re.sub(r"\s+", "", text)
    yield compact
    if compact.count("/") == 1:
        yield "/".join(_end(end) for end in compact.split("/"))
    yield _letters(compact)


def _whole(text: str) -> Iterator[str]:
    """Rewritings that look at the text as a whole."""
    if match := _BASIC.fullmatch(text):
        yield f"{match[1]}-{match[2]}-{match[3]}{match[4]}"
    if match := _ZEROS.fullmatch(text):
        yield "-".join(filter(None, (match[1], match[2] if match[2] != "00" else None))) + match[3]
    if match := _SEPARATED.fullmatch(text):
        numbers = (match[1], *(number.zfill(2) for number in match.group(3, 4) if number))
        yield "-".join(numbers) + match[5]
    if (match := _YEARS.fullmatch(text)) and match[1][-len(match[2]) :] < match[2]:
        yield f"{match[1]}/{match[1][: -len(match[2])]}{match[2]}"
    if match := _BARE_RANGE.fullmatch(text):
        yield f"{match[1].strip()}/{match[2].strip()}"
    if match := _LONG.fullmatch(text):
        sign = match[1] or match[2]
        if len(match[3]) > 4:
            yield f"Y{sign}{match[3]}{match[4]}"
        elif len(text) > 3:
            yield f"{sign if int(match[3]) else ''}{match[3].zfill(4)}{match[4]}"
    if match := _SHORT_YEAR.fullmatch(text):
        yield f"-{match[1].zfill(4)}{match[2]}"
    if match := _PLACED_SEASON.fullmatch(text):
        yield f"{match[1]}-{int(match[2]) + (8 if 'south' in match[3].lower() else 4)}"
    if match := _TIME.fullmatch(text):
        time, shift = match[2], (match[3] or "").upper()
        shift = f"{shift[:3]}:{shift[3:]}" if len(shift) == 5 else shift
        yield f"{match[1]}T{time}{shift}"
        yield match[1]
    if text.startswith("--"):
        yield f"XXXX{text[1:]}"


def _end(text: str) -> str:
    """One end of an interval, by the first rewriting that knows it."""
    named = _ENDS.get(text.lower())
    return named if named is not None else next(_whole(text), _letters(text))


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
