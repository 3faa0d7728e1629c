"""From options and answers to a written record: taken, asked for, tried among the others, and only then written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import click

from site_builder.cli.asking import put, which_to_change
from site_builder.cli.waiting import waiting
from site_builder.editing.answers import Ask, Form, is_asked
from site_builder.editing.drafts import add_claim, draft
from site_builder.editing.files import replace_text, schema_of, write_new
from site_builder.editing.layout import NotLaidOutError
from site_builder.editing.naming import file_of, propose_claim_id, propose_id
from site_builder.editing.replies import ReplyError, merge, read_date, read_reply
from site_builder.editing.trials import Trial, Workshop
from site_builder.problems import visible
from site_builder.reading import RecordFile
from site_builder.reading.ids import why_not_id
from site_builder.reading.values import Value
from site_builder.records import Kind

Values = dict[str, Value]
WRITTEN, NOT_WRITTEN, NOT_UNDERSTOOD = 0, 1, 2
"""Exit codes."""


class CannotMakeError(Exception):
    """Why nothing can be made of the answers; the message says it to whoever gave them."""


class Making(Protocol):
    """What is being made."""

    workshop: Workshop

    def propose_id(self, values: Values) -> str:
        """An id for it; empty where none is seen."""

    def why_taken(self, record_id: str) -> str | None:
        """Why it cannot have an id; None where it can."""

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        """The file that it stands in, and that file's text with it. Raises NotLaidOutError and CannotMakeError."""

    def write(self, file: RecordFile, text: str) -> None:
        """Write the file. Raises OSError and CannotMakeError."""

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        """What to do next."""


class NewRecord:
    """A record that is not there yet."""

    def __init__(self, workshop: Workshop, kind: Kind, today: str) -> None:
        self.workshop = workshop
        self.kind = kind
        self.today = today

    def propose_id(self, values: Values) -> str:
        return propose_id(self.kind, values)

    def why_taken(self, record_id: str) -> str | None:
        file = self.workshop.taken(self.kind, record_id)
        return None if file is None else f"{file} has the id `{record_id}` already"

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        file = self.workshop.file(file_of(self.kind, record_id, values))
        whole = values if "added" in values else {**values, "added": self.today}
        return file, draft(self.kind, whole, schema_of(file, self.workshop.folder))

    def write(self, file: RecordFile, text: str) -> None:
        try:
            write_new(file.path, text)
        except FileExistsError:
            raise CannotMakeError(f"{file.path.as_posix()} is there already, and is left as it is") from None

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        steps = {
            Kind.EVENT: f"timeline new claim {record_id}   adds who says what about it",
            Kind.ACTOR: f"timeline new claim EVENT --by {record_id}   adds what it says",
            Kind.PLACE: f"timeline new event --place {record_id}   writes what happened there",
            Kind.SOURCE: f"timeline new event --source {record_id}   writes what it reports",
            Kind.THREAD: f"timeline new event --thread {record_id}   writes an event of it; a thread wants three",
            Kind.QUESTION: f"timeline new claim EVENT --question {record_id}   adds what bears on it",
        }
        return (steps[self.kind], *_to_the_end(f"{self.kind.value}:{record_id}", file))


class NewClaim:
    """A claim of an event that is there."""

    def __init__(self, workshop: Workshop, event: str) -> None:
        self.workshop = workshop
        present = workshop.chronicle.former_ids[Kind.EVENT].get(event, event)
        self.event = workshop.chronicle.events.get(present)
        self.named = event
        self.before = b""
        if self.event is not None:
            self.before = (workshop.folder / self.event.file).read_bytes()

    @property
    def _ids(self) -> set[str]:
        return {claim.id for claim in self.event.claims} if self.event is not None else set()

    def propose_id(self, values: Values) -> str:
        return propose_claim_id(values, self._ids)

    def why_taken(self, record_id: str) -> str | None:
        return f"the event has a claim `{record_id}` already" if record_id in self._ids else None

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        if self.event is None:
            raise CannotMakeError(f"no event has the id `{self.named}`, or it has errors: `timeline check` lists them")
        file = self.workshop.file(self.event.file)
        content = self.before.decode().lstrip("\ufeff")
        return file, add_claim(content, {"id": record_id, **values}, schema_of(file, self.workshop.folder))

    def write(self, file: RecordFile, text: str) -> None:
        if file.path.read_bytes() != self.before:
            raise CannotMakeError(f"{file.path.as_posix()} was changed meanwhile, and is left as it is")
        replace_text(file.path, text)

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        return _to_the_end(file.id, file)


def _to_the_end(shown: str, file: RecordFile) -> tuple[str, ...]:
    return (
        f"timeline show {shown}   shows it as it stands now",
        f"timeline check {file.path.as_posix()}   checks it again after every change",
        "CONTRIBUTING.md says how to send it in",
    )


def make(making: Making, asks: Sequence[Ask], given: Mapping[str, Any], record_id: str | None, *, asking: bool) -> int:
    """Make and write it; the exit code."""
    chronicle = making.workshop.chronicle
    if isinstance(making, NewClaim) and making.event is None:
        return _complain(f"no event has the id `{making.named}`, or it has errors: `timeline check` lists them")
    values, wrong = _taken(asks, given, making.workshop)
    if not asking:
        wrong += [f"{ask.flag} is needed" for ask in asks if ask.needed and not given.get(ask.key)]
    if wrong:
        return _complain(*wrong)
    if asking:
        for ask in asks:
            if ask.key not in values and is_asked(ask, values) and (value := put(ask, chronicle)) is not None:
                values[ask.key] = value
    try:
        return _try_and_write(making, asks, values, record_id, asking)
    except (CannotMakeError, NotLaidOutError) as error:
        return _complain(str(error), code=NOT_WRITTEN)
    except OSError as error:
        return _complain(f"cannot be written: {error.strerror or error}", code=NOT_WRITTEN)


def _taken(asks: Sequence[Ask], given: Mapping[str, Any], workshop: Workshop) -> tuple[Values, list[str]]:
    """What the options say, and what is wrong with them."""
    values: Values = {}
    wrong: list[str] = []
    for ask in asks:
        typed = given.get(ask.key)
        if ask.form is Form.FLAG:
            values |= {ask.key: "true"} if typed else {}
            continue
        read: list[Value] = []
        for text in (typed if ask.many else (typed,)) if typed else ():
            try:
                read.append(read_reply(ask, text, workshop.chronicle))
                _tell_date(ask, text)
            except ReplyError as error:
                near = ", ".join(found.id for found in error.near[:3])
                wrong.append(f"{ask.flag}: {error}" + (f"; near it: {near}" if near else ""))
        if read:
            values[ask.key] = merge(ask, read) if ask.many else read[0]
    return values, wrong


def _tell_date(ask: Ask, text: str) -> None:
    if ask.form is Form.DATE and not (reply := read_date(text)).typed:
        click.echo(visible(f"{ask.flag}: `{text}` is taken for {reply.told}"), err=True)


def _try_and_write(making: Making, asks: Sequence[Ask], values: Values, record_id: str | None, asking: bool) -> int:
    named = _name(making, values, record_id, asking)
    while True:
        file, text = making.text(named, values)
        with waiting("checking"):
            trial = making.workshop.attempt(file, text)
        _tell(trial)
        if trial.passes:
            break
        changed = which_to_change({ask.key: ask for ask in asks}) if asking else None
        if changed is None:
            click.echo(f"nothing was written; this is what it would have been:\n\n{visible_lines(text)}", err=True)
            return NOT_WRITTEN
        proposed = making.propose_id(values)
        value = put(changed, making.workshop.chronicle)
        values = {key: one for key, one in {**values, changed.key: value}.items() if one is not None}
        if making.propose_id(values) != proposed:
            named = _name(making, values, record_id, asking)
    if asking and not _agrees(file, text, trial):
        return _complain("nothing was written", code=NOT_WRITTEN)
    making.write(file, text)
    click.echo(f"wrote {file.path.as_posix()}")
    click.echo("\n".join(["Next:", *(f"  {step}" for step in making.next_steps(named, file))]))
    return WRITTEN


def _name(making: Making, values: Values, record_id: str | None, asking: bool) -> str:
    """The id that it gets. Raises CannotMakeError where it cannot have the one that was given, or needs one."""
    proposed = record_id or making.propose_id(values)
    while True:
        if asking and record_id is None:
            proposed = click.prompt("Its id, for ever", default=proposed or None).strip()
        reason = f"`{proposed}` {why}" if (why := why_not_id(proposed)) else making.why_taken(proposed)
        if proposed and reason is None:
            return proposed
        reason = reason if proposed else "nothing in it can be spelled as an id: give one with --id"
        if not asking or record_id is not None:
            raise CannotMakeError(reason or "")
        click.echo(f"  {visible(reason or '')}")


def _tell(trial: Trial) -> None:
    for problem in trial.problems:
        hint = f" (did you mean `{problem.suggestion}`?)" if problem.suggestion is not None else ""
        click.echo(visible(f"{problem.severity.value} {problem.code}: {problem.message}{hint}"), err=True)
    if trial.passes and trial.near:
        click.echo("warning: there may be a record of it already:", err=True)
        for near in trial.near:
            click.echo(visible(f"  {near}"), err=True)


def _agrees(file: RecordFile, text: str, trial: Trial) -> bool:
    click.echo(f"\n{visible_lines(text)}")
    return click.confirm(f"Write this to {file.path.as_posix()}?", default=not trial.near)


def visible_lines(text: str) -> str:
    """A text as it can be shown in a terminal."""
    return "\n".join(visible(line) for line in text.splitlines())


def _complain(*messages: str, code: int = NOT_UNDERSTOOD) -> int:
    for message in messages:
        click.echo(visible(message), err=True)
    return code
