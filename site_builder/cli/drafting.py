"""What `timeline new` makes: a new record, or a claim of an event that is there; and where it is asked for."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import click

from site_builder import TimelineError, edtf
from site_builder.cli.terminal import YES, LeftError
from site_builder.editing import (
    Ask,
    NotFormattedError,
    Workshop,
    add_claim,
    draft,
    file_of,
    merge,
    nested,
    propose_claim_id,
    propose_id,
    replace_text,
    schema_of,
    write_new,
)
from site_builder.languages import say, say_n
from site_builder.problems import Problem
from site_builder.reading import RecordFile, Value, date_prefix
from site_builder.records import Kind

Values = dict[str, Value]


class CannotMakeError(TimelineError):
    """Why nothing can be made of the answers; the message says it to whoever gave them."""


class NewRecord:
    """A record that does not exist yet."""

    def __init__(self, workshop: Workshop, kind: Kind, today: str) -> None:
        self.workshop, self.kind, self.today = workshop, kind, today
        self.noun = kind.value

    def judge(self, values: Values) -> Sequence[Problem]:
        """What is wrong with some of its values by themselves."""
        return self.workshop.judge(self.kind, values)

    def propose_id(self, values: Values) -> str:
        """An id for it; empty where none can be made."""
        return propose_id(self.kind, values)

    def why_not(self, record_id: str, values: Values) -> str | None:
        """Why it cannot have an id; None where it can."""
        file = self.workshop.taken(self.kind, record_id)
        if file is not None:
            return say("{file} has the id `{id}` already", file=file, id=record_id)
        removal = self.workshop.chronicle.removed[self.kind].get(record_id)
        if removal is not None:
            return say("`{id}` is the id of a record that was removed for privacy", id=record_id)
        start = date_prefix(edtf.parse(str(values["date"]))) if self.kind is Kind.EVENT else None
        if start is None or record_id.startswith(start):
            return None
        return say("`{id}` does not begin with the date: use `{meant}`", id=record_id, meant=start + record_id)

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        """The file that it belongs in, and that file's text with it. Raises NotFormattedError and CannotMakeError."""
        file = RecordFile(file_of(self.kind, record_id, values))
        whole = values if "added" in values else {**values, "added": self.today}
        return file, draft(self.kind, whole, schema_of(file, self.workshop.folder))

    def shown(self, text: str) -> str:
        """What of the file's text is shown before it is written."""
        return text

    def write(self, file: RecordFile, text: str) -> None:
        """Write the file. Raises OSError and CannotMakeError."""
        path = self.workshop.path(file)
        try:
            write_new(path, text)
        except FileExistsError:
            raise CannotMakeError(say("{file} already exists and was not changed", file=path.as_posix())) from None

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        """What to do next, each a command and what it does."""
        steps = {
            Kind.EVENT: say("timeline new claim {id}   adds a claim about it", id=record_id),
            Kind.ACTOR: say("timeline new claim EVENT --by {id}   adds what it says", id=record_id),
            Kind.PLACE: say("timeline new event --place {id}   writes what happened there", id=record_id),
            Kind.SOURCE: say("timeline new event --source {id}   writes what it reports", id=record_id),
            Kind.THREAD: say(
                "timeline new event --thread {id}   writes an event of it; a thread needs three", id=record_id
            ),
            Kind.QUESTION: say("timeline new claim EVENT --question {id}   adds a claim on it", id=record_id),
        }
        return steps[self.kind], *_last_steps(f"{self.kind.value}:{record_id}", file, self.workshop)


class NewClaim:
    """A claim of an event that is there."""

    noun = "claim"

    def __init__(self, workshop: Workshop, event: str, today: str) -> None:
        """Raises CannotMakeError where no event has that id, as it is or as a former one."""
        self.workshop, self.today = workshop, today
        found = workshop.chronicle.events.get(workshop.chronicle.present_id(Kind.EVENT, event))
        if found is None:
            message = say("no event has the id `{id}`, or it has errors: `timeline check` lists them", id=event)
            raise CannotMakeError(message)
        self.event = found
        self._before = workshop.chronicle.files[found.file].content
        self._content = self._before.decode().lstrip("\ufeff")
        self._ids = {claim.id for claim in found.claims}

    def judge(self, values: Values) -> Sequence[Problem]:
        return self.workshop.judge(Kind.EVENT, {"claims": [values]})

    def propose_id(self, values: Values) -> str:
        return propose_claim_id(values, self._ids)

    def why_not(self, record_id: str, values: Values) -> str | None:
        return say("the event has a claim `{id}` already", id=record_id) if record_id in self._ids else None

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        file = RecordFile(self.event.file)
        return file, add_claim(self._content, {"id": record_id, **values}, schema_of(file, self.workshop.folder))

    def shown(self, text: str) -> str:
        """The lines that change, each after a sign, where the event has others too."""
        changes = list(difflib.unified_diff(self._content.splitlines(), text.splitlines(), n=0, lineterm=""))[2:]
        return "\n".join(line for line in changes if not line.startswith("@@"))

    def write(self, file: RecordFile, text: str) -> None:
        path = self.workshop.path(file)
        if path.read_bytes() != self._before:
            message = say("{file} was changed by somebody else meanwhile, and was left alone", file=path.as_posix())
            raise CannotMakeError(message)
        replace_text(path, text)

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        return _last_steps(file.id, file, self.workshop)


def _last_steps(shown: str, file: RecordFile, workshop: Workshop) -> tuple[str, ...]:
    path = workshop.path(file).as_posix()
    guide = workshop.folder.resolve().with_name("CONTRIBUTING.md")
    return (
        say("timeline show {record}   prints it", record=shown),
        say("timeline check {file}   checks it again after each change", file=path),
        *([say("{guide} says how to submit it", guide=guide.name)] if guide.is_file() else ()),
    )


@dataclass(slots=True)
class Desk:
    """Where a record is asked for. Another that it turns out to need has a desk of its own."""

    making: NewRecord | NewClaim
    answers: Values
    """What has been answered so far."""
    from_options: int
    """How many answers nobody had to type here."""
    asking: bool
    """Whether there is somebody to ask."""
    write_first: Callable[["Desk", Kind, Mapping[str, str]], str | None]
    """Asks for another record, with answers that are offered, and writes it; its id, None where it was not written."""
    listed: list[Value] = field(default_factory=list)
    """The answers so far to a question that takes many."""

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
        lost = say_n("its answer", "its {n} answers", count)
        try:
            words = say("Discard the {record} and {lost} (y: yes, Enter: no)", record=self.making.noun, lost=lost)
            typed = click.prompt(f"  {words}", default="", show_default=False, prompt_suffix=": ")
        except click.Abort:
            # Somebody who presses Ctrl-C twice means it.
            click.echo()
            raise LeftError from None
        if typed.strip().casefold() in YES:
            raise LeftError
        click.echo(f"  {say('Nothing is lost. You were here:')}")
