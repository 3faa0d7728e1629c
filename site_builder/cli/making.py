"""From options and answers to a written record: taken, asked for, tried among the others, and only then written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from site_builder.cli.asking import put, which_to_change
from site_builder.cli.drafting import CannotMakeError, Desk, NewClaim, NewRecord, Values
from site_builder.cli.terminal import NO, YES, LeftError, print_line, read_line, waiting
from site_builder.editing import (
    ASKED,
    Ask,
    Form,
    NotFormattedError,
    ReplyError,
    Trial,
    Workshop,
    is_asked,
    merge,
    nested,
    read_count,
    read_date,
    read_reply,
)
from site_builder.languages import say
from site_builder.problems import visible
from site_builder.reading import RecordFile, Value, why_not_id
from site_builder.records import Kind


def make(
    making: NewRecord | NewClaim,
    asks: Sequence[Ask],
    given: Mapping[str, Any],
    record_id: str | None,
    *,
    asking: bool,
) -> bool:
    """Make and write it; whether it was written. Raises UsageError where something is missing or not understood."""
    values, wrong = _taken(asks, given, making.workshop)
    if not asking:
        wrong += [say("{option} is needed", option=ask.flag) for ask in asks if ask.needed and not given.get(ask.key)]
    if wrong:
        raise click.UsageError("\n".join(map(visible, wrong)))
    desk = Desk(making, values, len(values), asking, _write_first)
    try:
        if asking:
            _ask(asks, desk, {})
        written = _try_and_write(asks, desk, record_id)
    except (CannotMakeError, NotFormattedError) as error:
        print_line(str(error), err=True)
        return False
    except (LeftError, KeyboardInterrupt):
        click.echo(say("stopped: the {record} was not written", record=making.noun), err=True)
        return False
    except click.Abort:
        click.echo(err=True)
        message = say(
            "the answers ended too early, so the {record} was not written: run this at a terminal, "
            "or give everything by options, with --no-input",
            record=making.noun,
        )
        raise click.UsageError(message) from None
    if written is not None:
        click.echo("\n".join([say("Next:"), *(f"  {step}" for step in making.next_steps(*written))]))
    return written is not None


def _write_first(desk: Desk, kind: Kind, filled: Mapping[str, str]) -> str | None:
    """Ask for a record that another needs, and write it; its id, None where it was not written."""
    click.echo(f"  {say('First a new {record} (Ctrl-C: go back without it):', record=kind.value)}")
    workshop = desk.making.workshop
    inner = Desk(NewRecord(workshop, kind, desk.making.today), {}, 0, True, _write_first)
    written = None
    try:
        _ask(ASKED[kind], inner, filled)
        written = _try_and_write(ASKED[kind], inner, None)
    except LeftError:
        click.echo(f"  {say('The {record} was not written.', record=kind.value)}")
    except (CannotMakeError, NotFormattedError) as error:
        print_line(f"  {error}", err=True)
    click.echo(f"  {say('Back to the {record}:', record=desk.making.noun)}")
    if written is None:
        return None
    workshop.read_again()
    return written[0]


def _ask(asks: Sequence[Ask], desk: Desk, filled: Mapping[str, str]) -> None:
    """Ask for what has not been answered yet, and put it among the answers."""
    for ask in asks:
        if ask.key not in desk.answers and is_asked(ask, desk.answers):
            value = put(ask, desk, filled.get(ask.key, ""))
            if value is not None:
                desk.answers[ask.key] = value


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
                if meant := _meant(ask, text):
                    read_as = say("{option}: `{text}` is read as {meant}", option=ask.flag, text=text, meant=meant)
                    print_line(read_as, err=True)
            except ReplyError as error:
                near = ", ".join(found.id for found in error.near[:3])
                wrong.append(f"{ask.flag}: {error}" + (say("; similar: {ids}", ids=near) if near else ""))
        if read:
            values[ask.key] = merge(ask, read) if ask.many else read[0]
    return values, wrong


def _meant(ask: Ask, text: str) -> str:
    """What an option that could be read was taken for; empty where it was written as records have it."""
    if ask.form is Form.DATE:
        date = read_date(text)
        return "" if date.typed else date.in_words
    if ask.form is Form.FIGURE:
        typed = text.partition("=")[2].strip()
        return "" if (count := read_count(typed)) == typed else count
    return ""


def _try_and_write(asks: Sequence[Ask], desk: Desk, record_id: str | None) -> tuple[str, RecordFile] | None:
    """Try it among the others until it passes, and write it; its id and file, None where the reason was printed.

    Raises CannotMakeError, NotFormattedError, and LeftError.
    """
    making = desk.making
    named = _name(desk, record_id)
    while True:
        file, text = making.text(named, nested(asks, desk.answers))
        path = making.workshop.path(file)
        try:
            with waiting("checking"):
                trial = making.workshop.attempt(file, text)
        except KeyboardInterrupt:
            if not desk.asking:
                raise
            desk.leave()
            continue
        _report(trial)
        if trial.passes and (not desk.asking or _agrees(path, making.shown(text), trial, desk)):
            break
        if not desk.asking:
            _print_unwritten(text)
            return None
        proposed = making.propose_id(desk.answers)
        _change(asks, desk)
        if making.propose_id(desk.answers) != proposed:
            named = _name(desk, record_id)
    _write(making, file, text)
    print_line(say("wrote {file}", file=path.as_posix()))
    return named, file


def _write(making: NewRecord | NewClaim, file: RecordFile, text: str) -> None:
    """Write it, or print it, so that it is not lost. Raises CannotMakeError."""
    try:
        making.write(file, text)
    except CannotMakeError:
        _print_unwritten(f"{text}\n")
        raise
    except OSError as error:
        _print_unwritten(f"{text}\n")
        path, reason = making.workshop.path(file).as_posix(), error.strerror or str(error)
        raise CannotMakeError(say("{file} cannot be written: {reason}", file=path, reason=reason)) from None


def _print_unwritten(text: str) -> None:
    about = say("nothing was written; this would have been the text:")
    click.echo(f"{about}\n\n{_visible_lines(text)}", err=True)


def _change(asks: Sequence[Ask], desk: Desk) -> None:
    """Ask one of the questions again, where somebody wants to. Raises LeftError."""
    changed = which_to_change({ask.key: ask for ask in asks}, desk)
    if changed is None:
        return
    value = put(changed, desk)
    if value is None:
        desk.answers.pop(changed.key, None)
    else:
        desk.answers[changed.key] = value


def _name(desk: Desk, record_id: str | None) -> str:
    """The id that it gets. Raises CannotMakeError where it cannot have the one that was given, or needs one."""
    making, values = desk.making, desk.answers
    proposed = record_id or making.propose_id(values)
    while True:
        if desk.asking and record_id is None:
            proposed = read_line(say("Its id, which never changes"), desk.leave, proposed)
        reason = f"`{proposed}` {why}" if (why := why_not_id(proposed)) else making.why_not(proposed, values)
        if proposed and reason is None:
            return proposed
        if not proposed or reason is None:
            reason = say("no id can be made from it: give one with --id")
        if not desk.asking:
            raise CannotMakeError(reason)
        print_line(f"  {reason}")
        record_id, proposed = None, making.propose_id(values)


def _report(trial: Trial) -> None:
    for problem in trial.problems:
        print_line(f"{problem.severity.value} {problem.code}: {problem.message}{problem.hint}", err=True)
    if trial.passes and trial.near:
        print_line(say("warning: these records may be about the same thing:"), err=True)
        for near in trial.near:
            print_line(f"  {near}", err=True)


def _agrees(path: Path, text: str, trial: Trial, desk: Desk) -> bool:
    click.echo(f"\n{_visible_lines(text)}")
    words = say("Write this to {file} (Enter: yes, n: no)", file=path.as_posix())
    if trial.near:
        words = say("Write this to {file} (Enter: no, y: yes)", file=path.as_posix())
    while True:
        typed = read_line(words, desk.leave).casefold() or ("n" if trial.near else "y")
        if typed in YES | NO:
            return typed in YES


def _visible_lines(text: str) -> str:
    return "\n".join(map(visible, text.splitlines()))
