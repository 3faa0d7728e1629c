"""Degrees of latitude and longitude as people and maps write them (`45.5° N`, `45,512`, `19°56′35″ N`)."""

import re
from typing import NamedTuple

_SIGNS = {"lat": {"N": "", "S": "-"}, "lon": {"E": "", "W": "-"}}
"""Which letters stand for which sign, by the key."""
_WRITTEN = re.compile(
    r"(?P<before>[NSEW] ?)?(?P<sign>[-+\u2212]?)(?P<degrees>[0-9]{1,3})(?:[.,](?P<part>[0-9]{1,9}))? ?°?"
    r"(?: ?(?P<minutes>[0-5]?[0-9]) ?['\u2019\u2032](?: ?(?P<seconds>[0-5]?[0-9](?:[.,][0-9]{1,3})?) ?"
    r"(?:[\"\u201d\u2033]|''))?)? ?(?P<behind>[NSEW])?"
)
_DECIMALS = 5
"""As many as a metre needs."""


class MeantDegrees(NamedTuple):
    """A number of degrees that was probably meant."""

    text: str
    """As records have it."""
    certain: bool
    """Whether nothing was rounded."""


def meant_degrees(key: str, text: str) -> MeantDegrees | None:
    """What somebody wrote under `lat` or `lon` in another form; None where that is no such number."""
    found = _WRITTEN.fullmatch(text.strip())
    signs = _SIGNS.get(key, {})
    letters = [found[name].strip() for name in ("before", "behind") if found[name]] if found is not None else []
    if found is None or len(letters) > 1 or not set(letters) <= signs.keys() or (letters and found["sign"]):
        return None
    if found["part"] and found["minutes"]:
        return None
    sign = signs[letters[0]] if letters else found["sign"].replace("\u2212", "-").replace("+", "")
    if found["minutes"]:
        seconds = float((found["seconds"] or "0").replace(",", "."))
        degrees = int(found["degrees"]) + int(found["minutes"]) / 60 + seconds / 3600
        return MeantDegrees(f"{sign}{round(degrees, _DECIMALS)}", certain=False)
    return MeantDegrees(f"{sign}{found['degrees']}" + (f".{found['part']}" if found["part"] else ""), certain=True)
