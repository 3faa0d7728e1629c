"""Names that nothing and nobody bears: unlikely syllables, in Latin, Arabic and Cyrillic letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

_SYLLABLES = (
    ("qar", "قار", "кар"),
    ("vyx", "فيكس", "выкс"),
    ("zel", "زل", "зел"),
    ("oth", "أوث", "отх"),
    ("mird", "ميرد", "мирд"),
    ("plon", "بلون", "плон"),
    ("skev", "سكيف", "скев"),
    ("tuz", "توز", "туз"),
    ("hwen", "هوين", "хвен"),
    ("jorv", "جورف", "жорв"),
    ("keth", "كيث", "кетх"),
    ("lub", "لوب", "луб"),
    ("nax", "ناكس", "накс"),
    ("pref", "بريف", "преф"),
    ("qui", "كوي", "куи"),
    ("rozz", "روز", "розз"),
    ("shem", "شيم", "шем"),
    ("trill", "تريل", "трилл"),
    ("ulk", "أولك", "улк"),
    ("wov", "ووف", "вов"),
    ("xeb", "كسيب", "ксеб"),
    ("yth", "يث", "ытх"),
    ("zwag", "زواغ", "зваг"),
    ("dlem", "دليم", "длем"),
    ("fnor", "فنور", "фнор"),
    ("gwist", "غويست", "гвист"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """An invented proper name."""

    latin: str
    arabic: str
    cyrillic: str

    @property
    def slug(self) -> str:
        """The name as part of an id."""
        return self.latin.lower()


def invent_names(random: Random) -> Iterator[Name]:
    """Names that differ from one another, without end: of two syllables first, then of three and more."""
    seen: set[str] = set()
    for length in count(2):
        numbers = list(range(len(_SYLLABLES) ** length))
        random.shuffle(numbers)
        for number in numbers:
            name = _name(number, length)
            if name.latin not in seen:
                seen.add(name.latin)
                yield name


def _name(number: int, length: int) -> Name:
    parts = []
    for _ in range(length):
        number, rest = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[rest])
    latin, arabic, cyrillic = ("".join(letters) for letters in zip(*parts, strict=True))
    return Name(latin.capitalize(), arabic, cyrillic.capitalize())
