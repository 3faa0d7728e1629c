"""Figures as people write them (`1,000`, `over 100`, `au moins 50`), and which figure each means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple


class Meant(NamedTuple):
    """A figure that was probably meant."""

    text: str
    """In the form that records have."""
    certain: bool
    """Whether it is the only reading and loses nothing of what was written."""


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_IN_ORDER = (
    f"{_ONES} eighteen nineteen",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
)
_NUMBERS = {
    **{word: count for words in _IN_ORDER for count, word in enumerate(words.split(), start=1)},
    **{word: 10 * count for count, word in enumerate(_TENS.split(), start=2)},
    "zero": 0, "nil": 0, "zéro": 0, "ноль": 0, "нуль": 0, "une": 1, "одна": 1, "vingt": 20,
    "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "двадцать": 20, "двадцять": 20, "тридцать": 30, "тридцять": 30, "сорок": 40, "пятьдесят": 50,
    **{f"{ten}-{one}": 10 * tens + ones
       for tens, ten in enumerate(_TENS.split(), start=2) for ones, one in enumerate(_ONES.split()[:9], start=1)},
}  # fmt: skip
_ROUND = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
"""French words for about so many."""
_WORDS = {
    "dozens": ("dozens", "several dozen", "several dozens", "a few dozen", "dozens of"),
    "hundreds": ("hundreds", "several hundred", "several hundreds", "a few hundred", "hundreds of", "des centaines",
                 "plusieurs centaines", "сотни", "несколько сотен", "сотні", "кілька сотень"),
    "thousands": ("thousands", "several thousand", "several thousands", "a few thousand", "thousands of",
                  "des milliers", "plusieurs milliers", "тысячи", "несколько тысяч", "тисячі", "кілька тисяч"),
}  # fmt: skip
_NEARLY = {
    "none": "0",
    "aucun": "0",
    "a dozen": "~12",
    "a hundred": "~100",
    "a thousand": "~1000",
    "a couple": "~2",
    "half a dozen": "~6",
    "tens": "dozens",
    "scores": "dozens",
    "des dizaines": "dozens",
    "plusieurs dizaines": "dozens",
    "десятки": "dozens",
    "tens of thousands": "thousands",
    "hundreds of thousands": "thousands",
}
"""Words that mean nearly what a figure does."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:([ ,'’_])[0-9]{3})(?:\1[0-9]{3})*|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
"""Thousands apart: the same sign between all of them, or as in India."""
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MANY = re.compile(r"([0-9]+(?:\.[0-9]{1,2})?) ?(k|thousand|mille|тыс\.?|тис\.?|million)")
_DIGITS = 9
_LONGEST = 80
"""Characters above which a text is no figure."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－〜～", "-") | {"٬": ",", "،": ","} | dict.fromkeys("’ʼ", "'"))
_ABOUT = (
    r"~|≈|c\.|ca\.?|circa|about|around|approximately|approx\.?|roughly|some|environ|autour de|à peu près|около|"
    r"примерно|приблизительно|близько|приблизно|біля|etwa|rund|ungefähr|cerca de|aproximadamente|unos|حوالي|نحو"
)
_ABOUT_BEHIND = r"approx\.?|approximately|circa|environ|about|roughly|примерно|приблизно"
_AT_LEAST = (
    r"≥|>=|at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum|au moins|"
    r"pas moins de|не менее|не меньше|как минимум|по меньшей мере|щонайменше|не менше|принаймні|mindestens|al menos|"
    r"على الأقل"
)
_MORE = (
    r">|over|more than|above|in excess of|plus de|plus d'|более|больше|свыше|понад|більше|більше ніж|більш ніж|"
    r"mehr als|über|más de|أكثر من"
)
_AT_MOST = (
    r"≤|<=|up to|at most|no more than|not more than|a maximum of|maximum|jusqu'à|au plus|au maximum|не более|"
    r"не больше|до|не більше|щонайбільше|höchstens|bis zu|hasta|como máximo"
)
_FEWER = r"<|fewer than|less than|under|below|moins de|moins d'|менее|меньше|менше|менше ніж|weniger als|menos de"
_OR_MORE = r"\+|or more|and more|or over|ou plus|et plus|и более|и больше|або більше|і більше|oder mehr|o más"
_OR_FEWER = r"or fewer|or less|at most|ou moins|au plus|и менее|або менше|oder weniger|o menos"
_TO = r"-|to|through|à|до|bis|a|\.\."
_NUMBER = r"(?P<{}>[^\s<>≤≥~≈+].*?)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[int, int], str]], ...] = tuple(
    (re.compile(form), make)
    for form, make in (
        (_NUMBER.format("a"), lambda a, _: str(a)),
        (rf"(?:between|from|entre|de|от|від|між|между|zwischen|von|entre) {_NUMBER.format('a')} "
         rf"(?:{_TO}|and|et|и|і|та|й|und|y) {_NUMBER.format('b')}", lambda a, b: f"{a}-{b}"),
        (rf"(?:{_ABOUT}) ?{_NUMBER.format('a')}", lambda a, _: f"~{a}"),
        (rf"{_NUMBER.format('a')} \(?(?:or so|{_ABOUT_BEHIND})\)?", lambda a, _: f"~{a}"),
        (rf"(?:{_AT_LEAST}) ?{_NUMBER.format('a')}", lambda a, _: f"{a}+"),
        (rf"{_NUMBER.format('a')} ?\(?(?:{_OR_MORE}|at least|au moins|minimum)\)?", lambda a, _: f"{a}+"),
        (rf"(?:{_MORE}) ?{_NUMBER.format('a')}", lambda a, _: f"{a + 1}+"),
        (rf"(?:{_AT_MOST}) ?{_NUMBER.format('a')}", lambda a, _: f"up to {a}"),
        (rf"{_NUMBER.format('a')} (?:{_OR_FEWER})", lambda a, _: f"up to {a}"),
        (rf"(?:{_FEWER}) ?{_NUMBER.format('a')}", lambda a, _: f"up to {a - 1}" if a > 1 else "0"),
        (rf"(?:exactly|=|exactement|ровно|рівно) ?{_NUMBER.format('a')}", lambda a, _: str(a)),
        (rf"{_NUMBER.format('a')} ?(?:{_TO}) ?{_NUMBER.format('b')}", lambda a, b: f"{a}-{b}"),
    )
)  # fmt: skip
"""What may stand around one number or two, and the figure that it makes of them."""
_UNSURE = re.compile(r"(?:nearly|almost|close to|presque|près de|почти|майже|fast|casi) (.+)|(.+?) ?\?")
_UPWARDS = re.compile(r"(?:upwards of|\+) ?(.+)")
_COUNTED = re.compile(
    r"(.*\S) (?!(?:or|and|ou|et) |(?:to|à|до)$|(?:k|thousand|mille|т[иы]с|million|billion|hundred|dozen|cent)(?!aine))"
    r"[^\W\d_][^\d+]*"
)
"""A figure with what is counted behind it: `84 soldiers`."""


def meant(text: str) -> Meant | None:
    """The figure that somebody wrote in another form; None where none is near."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    for figure, words in _WORDS.items():
        if plain in words:
            return Meant(figure, True)
    if plain in _NEARLY:
        return Meant(_NEARLY[plain], False)
    if found := re.fullmatch(r"(?:an?|une?) (\w+)", plain):
        return Meant(f"~{_ROUND[found[1]]}", True) if found[1] in _ROUND else None
    if (known := _by_form(plain)) is not None:
        return known
    if found := _UNSURE.fullmatch(plain):
        return _less_sure(_by_form(f"~{found[1] or found[2]}"))
    if found := _UPWARDS.fullmatch(plain):
        return _less_sure(_by_form(f"{found[1]}+"))
    return _less_sure(meant(found[1])) if (found := _COUNTED.fullmatch(plain)) else None


def _plain(text: str) -> str:
    """A text in small letters with the digits 0 to 9, plain dashes and single spaces, without a last full stop."""
    digits = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    words = " ".join(digits.translate(_DASHES).casefold().split())
    return words.strip("\"“”„«»' ").rstrip(".,;").strip()


def _by_form(text: str) -> Meant | None:
    for form, make in _FORMS:
        found = form.fullmatch(text)
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
    if text in _NUMBERS:
        return _Number(_NUMBERS[text], True)
    if found := _MANY.fullmatch(text):
        count = float(found[1]) * (1_000_000 if found[2] == "million" else 1000)
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
