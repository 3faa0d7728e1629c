"""Where a record is asked for: what it is to be, what has been answered, and how to give it up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

from site_builder.chronicle import Chronicle
from site_builder.cli.drafting import Making, Values
from site_builder.cli.lines import YES, LeftError
from site_builder.editing import Ask, NotFormattedError, merge, nested
from site_builder.problems import Problem
from site_builder.reading import Value
from site_builder.records import Kind


@dataclass(slots=True)
class Desk:
    """A record in the making. Another that it turns out to need has a desk of its own."""

    making: Making
    answers: Values
    """What has been answered so far."""
    from_options: int
    """How many answers nobody had to type here."""
    asking: bool
    """Whether there is somebody to ask."""
    write_first: Callable[["Desk", Kind, Mapping[str, str]], str | None]
    """Asks for another record, with answers that are offered, and writes it; its id, None where it was not written."""

    @property
    def chronicle(self) -> Chronicle:
        """The records that there are."""
        return self.making.workshop.chronicle

    def judge(self, ask: Ask, value: Value) -> Sequence[Problem]:
        """What is wrong with an answer by itself."""
        try:
            return self.making.judge(nested([ask], {ask.key: merge(ask, [value]) if ask.many else value}))
        except NotFormattedError:
            # Said when the whole record is tried.
            return ()

    def leave(self) -> None:
        """Ask whether the record is to be given up. Raises LeftError where it is."""
        count = len(self.answers) - self.from_options
        if not count:
            raise LeftError
        lost = f"its {count} answers" if count > 1 else "its answer"
        try:
            words = f"  Discard the {self.making.noun} and {lost} (y: yes, Enter: no)"
            typed = click.prompt(words, default="", show_default=False, prompt_suffix=": ")
        except click.Abort:
            # Somebody who presses Ctrl-C twice means it.
            click.echo()
            raise LeftError from None
        if typed.strip().casefold() in YES:
            raise LeftError
        click.echo("  Nothing is lost. You were here:")
