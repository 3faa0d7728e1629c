"""From options and answers to a written record: taken, asked for, tried among the others, and only then written."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from site_builder.chronicle import Chronicle
from site_builder.cli.asking import Desk, put, which_to_change
from site_builder.cli.drafting import CannotMakeError, Making, NewClaim, NewRecord, Values
from site_builder.cli.waiting import waiting
from site_builder.editing.answers import ASKED, Ask, Form, in_place, is_asked
from site_builder.editing.layout import NotLaidOutError
from site_builder.editing.replies import ReplyError, merge, read_date, read_reply
from site_builder.editing.trials import Trial, Workshop
from site_builder.problems import visible
from site_builder.reading import RecordFile
from site_builder.reading.ids import why_not_id
from site_builder.reading.values import Value
from site_builder.records import Kind

WRITTEN, NOT_WRITTEN, NOT_UNDERSTOOD = 0, 1, 2
"""Exit codes."""


class _Desk:
    """Where a record is asked for, and others that it turns out to need."""

    def __init__(self, workshop: Workshop, today: str) -> None:
        self.workshop = workshop
        self.today = today

    @property
    def chronicle(self) -> Chronicle:
        return self.workshop.chronicle

    def write(self, kind: Kind) -> str | None:
        """A record of a kind, asked for and written in between; its id, None where nothing was written."""
        click.echo(f"  A new {kind.value} first:")
        making = NewRecord(self.workshop, kind, self.today)
        try:
            written = _try_and_write(making, ASKED[kind], _ask(ASKED[kind], {}, self), None, self)
        except (CannotMakeError, NotLaidOutError, OSError) as error:
            click.echo(visible(f"  {error}"), err=True)
            written = None
        click.echo("  Back to where you were:")
        if written is None:
            return None
        self.workshop.read_again()
        return written.id


def make(
    making: Making, asks: Sequence[Ask], given: Mapping[str, Any], record_id: str | None, *, today: str, asking: bool
) -> int:
    """Make and write it; the exit code."""
    if isinstance(making, NewClaim) and making.event is None:
        return _complain(f"no event has the id `{making.named}`, or it has errors: `timeline check` lists them")
    values, wrong = _taken(asks, given, making.workshop)
    if not asking:
        wrong += [f"{ask.flag} is needed" for ask in asks if ask.needed and not given.get(ask.key)]
    if wrong:
        return _complain(*wrong)
    desk = _Desk(making.workshop, today) if asking else None
    try:
        whole = values if desk is None else _ask(asks, values, desk)
        written = _try_and_write(making, asks, whole, record_id, desk)
    except (CannotMakeError, NotLaidOutError) as error:
        return _complain(str(error), code=NOT_WRITTEN)
    except (click.Abort, KeyboardInterrupt, EOFError):
        click.echo(err=True)
        if sys.stdin.isatty():
            return _complain(f"stopped: the {making.noun} was not written", code=NOT_WRITTEN)
        return _complain(
            f"the answers ended before the {making.noun} was whole, and it was not written: ask for it at a terminal, "
            "or give all of it by options with --no-input"
        )
    if written is None:
        return NOT_WRITTEN
    click.echo("\n".join(["Next:", *(f"  {step}" for step in making.next_steps(written.id, written.file))]))
    return WRITTEN


def _ask(asks: Sequence[Ask], values: Values, desk: Desk) -> Values:
    """The answers to what has not been answered yet, with those that are there."""
    answers = dict(values)
    for ask in asks:
        if ask.key not in answers and is_asked(ask, answers) and (value := put(ask, desk)) is not None:
            answers[ask.key] = value
    return answers


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


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written, and where."""

    id: str
    file: RecordFile


def _try_and_write(
    making: Making, asks: Sequence[Ask], values: Values, record_id: str | None, desk: Desk | None
) -> _Written | None:
    """Try it among the others until it passes, and write it; None, with the reason told, where it was not written.

    Without a desk nothing is asked. Raises CannotMakeError, NotLaidOutError and OSError.
    """
    named = _name(making, values, record_id, desk)
    while True:
        file, text = making.text(named, in_place(asks, values))
        with waiting("checking"):
            trial = making.workshop.attempt(file, text)
        _tell(trial)
        if trial.passes:
            break
        changed = which_to_change({ask.key: ask for ask in asks}) if desk is not None else None
        if changed is None or desk is None:
            click.echo(f"nothing was written; this is what it would have been:\n\n{visible_lines(text)}", err=True)
            return None
        proposed = making.propose_id(values)
        value = put(changed, desk)
        values = {key: one for key, one in {**values, changed.key: value}.items() if one is not None}
        if making.propose_id(values) != proposed:
            named = _name(making, values, record_id, desk)
    if desk is not None and not _agrees(file, making.shown(text), trial):
        click.echo("nothing was written", err=True)
        return None
    try:
        making.write(file, text)
    except OSError as error:
        raise CannotMakeError(f"{file.path.as_posix()} cannot be written: {error.strerror or error}") from None
    click.echo(visible(f"wrote {file.path.as_posix()}"))
    return _Written(named, file)


def _name(making: Making, values: Values, record_id: str | None, desk: Desk | None) -> str:
    """The id that it gets. Raises CannotMakeError where it cannot have the one that was given, or needs one."""
    asking = desk is not None and record_id is None
    proposed = record_id or making.propose_id(values)
    while True:
        if asking:
            proposed = click.prompt("Its id, for ever", default=proposed or None).strip()
        reason = f"`{proposed}` {why}" if (why := why_not_id(proposed)) else making.why_not(proposed, values)
        if proposed and reason is None:
            return proposed
        reason = reason if proposed else "nothing in it can be spelled as an id: give one with --id"
        if not asking:
            raise CannotMakeError(reason or "")
        click.echo(f"  {visible(reason or '')}")
        proposed = making.propose_id(values)


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
