"""`timeline new`: writes a record, or a claim into an event, from answers or from options."""

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from site_builder.cli.completion import ids, terms
from site_builder.cli.drafting import CannotMakeError, NewClaim, NewRecord
from site_builder.cli.folders import USUAL, reading
from site_builder.cli.making import make
from site_builder.cli.terminal import waiting
from site_builder.editing import ASKED, ASKED_OF_CLAIM, Ask, Form, Workshop
from site_builder.languages import say
from site_builder.problems import visible
from site_builder.records import TERMS, Kind

_EXAMPLES: Mapping[str, str] = {
    "event": """
  timeline new event
  timeline new event --no-input --title 'Convoy leaves Eastbridge' --date '14 Nov 2023' --kind withdrawal \\
      --summary 'A convoy left the town.' --place eastbridge:origin --actor army --source the-id-of-a-source""",
    "claim": """
  timeline new claim 2024-07-27-eastbridge-ambush
  timeline new claim 2024-07-25-eastbridge-battle --no-input --by hill-brigade --topic toll --figure army.killed=50 \\
      --says 'Fifty of its fighters died.' --source harbour-news-2024-07-30-toll""",
    "actor": """
  timeline new actor
  timeline new actor --no-input --name 'Harbour News' --type media""",
    "place": """
  timeline new place
  timeline new place --no-input --name Eastbridge --country CH --lat 46.95 --lon 7.45 --precision settlement \\
      --source the-id-of-a-source""",
    "source": """
  timeline new source
  timeline new source --no-input --publisher 'Harbour News' --date 2024-07-29 --lang fr --kind outlet \\
      --consulted full --title 'L’armée reconnaît des pertes' --url https://www.example.org/article""",
    "thread": """
  timeline new thread
  timeline new thread --no-input --title 'Drones over Eastbridge' --summary 'Who flew what, and where.'""",
    "question": """
  timeline new question
  timeline new question --no-input --title 'Who flew the drones?' --thread eastbridge""",
}
_BEGIN_WITH_ID = (Form.ID, Form.ID_OR_NAME, Form.ID_AND_ROLE, Form.ID_AND_PINPOINT, Form.POSITION)
_EXIT = """Exit code 0: written; 1: it would not pass the check, or you decided against it, and nothing was written;
2: an option is missing or was not understood."""


@click.group(
    epilog="""\b
Examples:
  timeline new event                            asks for an event
  timeline new claim 2024-07-27-x               asks for a claim on it
  timeline new place --help                     the options of a place""",
)
def new() -> None:
    """Write a new record, or a claim into an event: asks for what it needs, or takes it all from options.

    An existing record is named by its id, or by words: those that are like them are offered. Dates are typed as
    you like (27 July 2024) and shown back as the record has them; `?` explains a question, and `+` writes a record
    that it needs first. Nothing is written that does not pass the check, and no file is overwritten.
    """


def _command(name: str, kind: Kind, asks: Sequence[Ask]) -> click.Command:
    parameters: list[click.Parameter] = [_option(ask) for ask in asks]
    if name == "claim":
        parameters.insert(0, click.Argument(["event"], shell_complete=ids(Kind.EVENT), metavar="EVENT"))
    parameters += [
        click.Option(["--id", "record_id"], metavar="ID", help="Its id; proposed from what it says."),
        click.Option(["--folder"], default=USUAL, show_default=True, help="The folder of the records."),
        click.Option(["--no-input"], is_flag=True, help="Ask nothing: all comes from the options."),
    ]
    about = say("Add a claim to an event.") if name == "claim" else say("Write a new {record}.", record=name)
    return click.Command(
        name,
        params=parameters,
        callback=_callback(kind, asks),
        help=about,
        short_help=about,
        epilog=f"\b\nExamples:{_EXAMPLES[name]}\n\n{_EXIT}",
    )


def _option(ask: Ask) -> click.Option:
    if ask.form is Form.FLAG:
        return click.Option([ask.flag, ask.key], is_flag=True, help=f"{ask.words}.")
    words, complete = ask.words, None
    if ask.form is Form.CHOICE and ask.terms is not None:
        # What a chronicle adds to is asked of the chronicle.
        words = words if ask.terms in TERMS.values() else f"{words}: {', '.join(ask.terms.all())}"
        complete = terms(ask.terms)
    elif ask.form in _BEGIN_WITH_ID:
        complete = ids(ask.kind)
    asides = [*([say("needed")] if ask.needed else []), *([say("may be repeated")] if ask.many else [])]
    about = f"{words} ({'; '.join(asides)})." if asides else f"{words}."
    return click.Option(
        [ask.flag, ask.key], shell_complete=complete, metavar=ask.form.value, multiple=ask.many, help=about
    )


def _callback(kind: Kind, asks: Sequence[Ask]) -> Callable[..., None]:
    def run(folder: str, no_input: bool, record_id: str | None, event: str | None = None, **given: Any) -> None:
        with reading(folder), waiting(say("reading")):
            workshop = Workshop(Path(folder))
        today = datetime.date.today().isoformat()
        try:
            making = NewRecord(workshop, kind, today) if event is None else NewClaim(workshop, event, today)
        except CannotMakeError as error:
            raise click.UsageError(visible(str(error))) from None
        sys.exit(not make(making, asks, given, record_id, asking=not no_input))

    return run


for _kind in Kind:
    new.add_command(_command(_kind.value, _kind, ASKED[_kind]))
new.add_command(_command("claim", Kind.EVENT, ASKED_OF_CLAIM))
