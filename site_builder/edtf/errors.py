"""The one error of this package."""

_SHOWN = 60


class EDTFError(ValueError):
    """A text is not a date in EDTF.

    `text` is the whole text, `position` the 0-based column at which it stops being one, `expected` what could
    stand there, `suggestion` a valid EDTF text that probably was meant, or None.
    """

    text: str
    position: int
    expected: str
    suggestion: str | None

    def __init__(self, text: str, position: int, expected: str, suggestion: str | None = None) -> None:
        super().__init__(text, position, expected, suggestion)
        self.text = text
        self.position = position
        self.expected = expected
        self.suggestion = suggestion

    def __str__(self) -> str:
        """Where, what was expected, and the suggestion: positions are counted from 1, as people count."""
        shown = self.text if len(self.text) <= _SHOWN else self.text[:_SHOWN] + "…"
        place = "at its end" if self.position >= len(self.text) else f"at character {self.position + 1}"
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{shown!r} is not an EDTF date: {place}, expected {self.expected}{hint}"
