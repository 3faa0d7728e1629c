"""Filling the phrases of a language."""

from dataclasses import dataclass
from string import Formatter

from site_builder.edtf.phrases import Phrases

_VOWELS = tuple("aeiouéêœ")


@dataclass(frozen=True, slots=True)
class Worded:
    """A date that is already words."""

    text: str
    is_day: bool = False
    """Whether it is one day, which takes another preposition than a month in some languages."""


def fill(template: str, phrases: Phrases, **values: Worded) -> str:
    """A phrase with its dates in place, each in the form that its placeholder names (`{a:from}`)."""
    filled = []
    for literal, name, form, _ in Formatter().parse(template):
        filled.append(literal)
        if name is not None:
            value = values[name]
            filled.append(_with_preposition(value, phrases.forms[form]) if form else value.text)
    return "".join(filled)


def _with_preposition(value: Worded, forms: tuple[str, str, str]) -> str:
    before_day, before_other, before_vowel = forms
    if value.is_day:
        return before_day.replace("{x}", value.text)
    return (before_vowel if value.text[:1].lower() in _VOWELS else before_other).replace("{x}", value.text)
