"""Figures as people write them (`1,000`, `over 100`, `au moins 50`), and which figure each means.

The words are in the folders of languages.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from site_builder.languages import meanings, number_words, typed_lists


class Meant(NamedTuple):
    """A figure that was probably meant."""

    text: str
    """In the form that records have."""
    certain: bool
    """Whether it is the only reading and loses nothing of what was written."""


_GROUPED = re.compile(r"[0-9]{1,3}(?:([ ,'’_])[0-9]{3})(?:\1[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
"""Thousands apart: the same sign between all of them, or as in India."""
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DIGITS = 12
_LONGEST = 80
"""Characters above which a text is no figure."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－〜～", "-") | {"٬": ",", "،": ","} | dict.fromkeys("’ʼ", "'"))
_FORMS: tuple[tuple[str, Callable[[int, int], str]], ...] = (
    ("<a>", lambda a, _: str(a)),
    ("[between] <a> (?:[to]|[and]) <b>", lambda a, b: f"{a}-{b}"),
    ("[about] ?<a>", lambda a, _: f"~{a}"),
    (r"<a> \(?[or_so]\)?", lambda a, _: f"~{a}"),
    ("[at_least] ?<a>", lambda a, _: f"{a}+"),
    (r"<a> ?\(?(?:[or_more]|[at_least_behind])\)?", lambda a, _: f"{a}+"),
    ("[more] ?<a>", lambda a, _: f"{a + 1}+"),
    ("[at_most] ?<a>", lambda a, _: f"up to {a}"),
    ("<a> [or_fewer]", lambda a, _: f"up to {a}"),
    ("[fewer] ?<a>", lambda a, _: f"up to {a - 1}" if a > 1 else "0"),
    ("[exactly] ?<a>", lambda a, _: str(a)),
    ("<a> ?[to] ?<b>", lambda a, b: f"{a}-{b}"),
)
"""What may stand around one number or two, and the figure that it makes of them."""
_UNSURE = r"[almost] (.+)|(.+?) ?\?"
_UPWARDS = "[upwards] ?(.+)"
_MANY = r"([0-9]+(?:\.[0-9]{1,2})?) ?(?:([thousand])|[million])"
_COUNTED = re.compile(
    r"(.*\S) (?!(?:or|and|ou|et) |(?:to|à|до)$|(?:k|thousand|mille|т[иы]с|million|billion|hundred|dozen|cent)(?!aine))"
    r"[^\W\d_][^\d+]*"
)
"""A figure with what is counted behind it: `84 soldiers`."""


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A form with `[meaning]` for the words that have it, and `<a>` and `<b>` for numbers."""
    for role, words in typed_lists("around_figures").items():
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        form = form.replace(f"[{role}]", f"(?:{longest_first})")
    return re.compile(re.sub("<([ab])>", r"(?P<\1>[^\\s<>≤≥~≈+].*?)", form))


def meant(text: str) -> Meant | None:
    """The figure that somebody wrote in another form; None where none is near."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    for section, certain in (("figures", True), ("nearly", False)):
        if figure := meanings(section).get(plain):
            return Meant(figure, certain)
    if re.fullmatch(r"(?:an?|une?) \w+", plain):
        return None
    if (known := _by_form(plain)) is not None:
        return known
    if found := _pattern(_UNSURE).fullmatch(plain):
        return _less_sure(_by_form(f"~{found[1] or found[2]}"))
    if found := _pattern(_UPWARDS).fullmatch(plain):
        return _less_sure(_by_form(f"{found[1]}+"))
    return _less_sure(meant(found[1])) if (found := _COUNTED.fullmatch(plain)) else None


def _plain(text: str) -> str:
    """A text in small letters with the digits 0 to 9, plain dashes and single spaces, without a last full stop."""
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    words = " ".join(digits.translate(_DASHES).casefold().split())
    return words.strip("\"“”„«»' ").rstrip(".,;").strip()


def _by_form(text: str) -> Meant | None:
    for form, make in _FORMS:
        found = _pattern(form).fullmatch(text)
        if found is None:
            continue
        numbers = [_number(one) for one in found.groups()]
        if None in numbers:
            continue
        first, *more = (number for number in numbers if number is not None)
        last = more[0].value if more else first.value
        if more and first.value >= last:
            return Meant(make(last, first.value), False)
        if more and first.value * 1000 <= last:
            # In `10-15,000` the first may be thousands too.
            return None
        return Meant(make(first.value, last), all(number.certain for number in (first, *more)))
    return None


class _Number(NamedTuple):
    value: int
    certain: bool


def _number(text: str) -> _Number | None:
    """A whole number in digits or words."""
    numbers = number_words()
    if text in numbers:
        return _Number(numbers[text], True)
    tens, _, ones = text.partition("-")
    if numbers.get(tens, 0) >= 20 and 0 < numbers.get(ones, 0) < 10:
        return _Number(numbers[tens] + numbers[ones], True)
    if found := _pattern(_MANY).fullmatch(text):
        count = float(found[1]) * (1000 if found[2] else 1_000_000)
        return _Number(int(count), True) if count.is_integer() and count < 10**_DIGITS else None
    # One point alone may be that of a decimal fraction.
    dotted = _DOTTED.fullmatch(text) is not None
    certain = not dotted or text.count(".") > 1
    if dotted or _GROUPED.fullmatch(text):
        text = re.sub(r"[^0-9]", "", text)
    digits = re.fullmatch(r"([0-9]+)(?:\.0)?", text)
    return _Number(int(digits[1]), certain) if digits and len(digits[1]) <= _DIGITS else None


def _less_sure(found: Meant | None) -> Meant | None:
    return found._replace(certain=False) if found is not None else None
