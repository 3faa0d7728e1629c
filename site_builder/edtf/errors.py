"""The one error of this package."""

_SHOWN = 60


class EDTFError(ValueError):
    """A text is not a date in EDTF.

    `text` is the whole text, `position` the 0-based column at which it stops being one, `expected` what could
    stand there, `suggestion` a valid EDTF text that probably was meant, or None. `certain` says whether that is the
    only reading of the text and loses nothing of it, so that a program may write it.
    """

    text: str
    position: int
    expected: str
    suggestion: str | None
    certain: bool

    def __init__(
        self, text: str, position: int, expected: str, suggestion: str | None = None, certain: bool = False
    ) -> None:
        super().__init__(text, position, expected, suggestion, certain)
        self.text = text
        self.position = position
        self.expected = expected
        self.suggestion = suggestion
        self.certain = certain

    def __str__(self) -> str:
        """Where, what was expected, and the suggestion: positions are counted from 1, as people count."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        place = "at its end" if self.position >= len(self.text) else f"at character {self.position + 1}"
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{shown!r} is not an EDTF date: {place}, expected {self.expected}{hint}"
