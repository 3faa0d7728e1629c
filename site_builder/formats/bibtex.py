"""A citation as BibTeX, for BibTeX and BibLaTeX alike.

Source: O. Patashnik, BibTeXing (1988), `@misc`. A value stands in braces, which BibTeX counts whatever stands before
them: each of a text has its fellow beside it, unprinted, and all signs by which TeX does more than print are written
as commands. Two pairs keep the letters of names large. An address is taken as it is, so it holds no brace.
"""

import re

from site_builder.formats.citation import Citation

_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{\vphantom{\}}",
        "}": r"\vphantom{\{}\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_ONE_SIGN = re.compile(r"(?<=([-`',<>]))(?=\1)|(?<=[!?])(?=`)")
"""Between two signs of which TeX would print another one, as a dash of two hyphens."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def as_bibtex(citation: Citation) -> str:
    """The citation as an entry."""
    day = citation.day
    fields = {
        "title": f"{{{{{_as_tex(citation.title)}}}}}",
        "howpublished": f"{{{_as_tex(citation.chronicle)}}}",
        **({"year": f"{{{day.year:04}}}", "month": _MONTHS[day.month - 1], "day": f"{{{day.day}}}"} if day else {}),
        **({"note": f"{{{_as_tex(citation.version)}}}"} if citation.version else {}),
        **({"url": f"{{{citation.url}}}"} if citation.url else {}),
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{citation.key},\n{lines}\n}}\n"


def _as_tex(text: str) -> str:
    """A text as TeX prints it."""
    return _ONE_SIGN.sub("{}", text.translate(_COMMANDS))
