"""Filling the phrases of a language."""

from dataclasses import dataclass
from string import Formatter

from site_builder.edtf.phrases import Phrases


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
            forms = phrases.forms.get(form or "", ("{x}", "{x}"))
            filled.append(forms[0 if value.is_day else 1].replace("{x}", value.text))
    return "".join(filled)
