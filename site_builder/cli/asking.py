"""Asking at the terminal, one question at a time, until each answer is one that a record can have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import click

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.editing.answers import Ask, Form
from site_builder.editing.replies import CAUSES, DATES, ReplyError, merge, read_date, read_reply
from site_builder.editing.searching import Found
from site_builder.problems import visible
from site_builder.reading.values import Value
from site_builder.records import Kind

_NEW = "+"
"""What is typed to write the record that an id is to name."""
_HELP = {
    Form.TEXT: "Text, on one line.",
    Form.DATE: DATES[0].upper() + DATES[1:] + ".",
    Form.ID: "The id of a record, or words of its names or title.",
    Form.ID_OR_NAME: "The id of a record, or a name in words.",
    Form.ID_AND_ROLE: "The id of a record, or words of its names; then you are asked for its role. Or both: ID:ROLE.",
    Form.ID_AND_PINPOINT: "The id of a source, words of its title, or its address; `ID:page 4` says where in it.",
    Form.LINK: "The id of the other event, or words of its title; then you are asked how this one is tied to it.",
    Form.FIGURE: "Whose losses, what, and how many: wagner.killed=84; also ~50, 20-80, 46+, up to 10, dozens.",
    Form.QUOTE: "The words as the source prints them, without quotation marks; then language and source are asked for.",
}
_INDENT = "    "


class Desk(Protocol):
    """Where somebody sits who writes a record."""

    @property
    def chronicle(self) -> Chronicle:
        """The records that there are."""

    def write(self, kind: Kind) -> str | None:
        """Ask for another record, one that is missing, and write it; its id, None where nothing was written."""


def put(ask: Ask, desk: Desk) -> Value | None:
    """Ask one question; None where it was left unanswered, which needed ones cannot be."""
    if ask.terms is not None and ask.form is Form.CHOICE:
        click.echo(f"  {', '.join(term.value for term in ask.terms)} (? explains them)")
    if not ask.many:
        return _one(ask, desk, needed=ask.needed)
    values: list[Value] = []
    while (
        value := _one(ask, desk, needed=ask.needed and not values, left_out="no more" if values else "none")
    ) is not None:
        values.append(value)
    return merge(ask, values) if values else None


def _one(ask: Ask, desk: Desk, *, needed: bool, left_out: str = "none", indent: str = "") -> Value | None:
    """`left_out` is what it means to leave it out."""
    ways = [] if needed else [f"Enter: {left_out}"]
    ways += [f"{_NEW}: a new one"] if _names_a_record(ask) else []
    hint = f" ({', '.join(ways)})" if ways else ""
    while True:
        typed = _read(f"{indent}{ask.words}{hint}")
        if not typed:
            if not needed:
                return None
            click.echo(f"{indent}  This cannot be left out.")
        elif typed == "?":
            _explain(ask)
        elif (value := _take(ask, typed, desk)) is not None:
            return value


def _names_a_record(ask: Ask) -> bool:
    return ask.kind is not None and ask.form is not Form.FIGURE and ask.form is not Form.QUOTE


def _read(words: str) -> str:
    typed: str = click.prompt(words, default="", show_default=False, prompt_suffix=": ")
    return typed.strip()


def _take(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """The value of an answer; None, with the reason told, where it is to be asked again."""
    try:
        if typed == _NEW and _names_a_record(ask):
            written = desk.write(ask.kind) if ask.kind is not None else None
            return None if written is None else _take(ask, written, desk)
        if ask.form is Form.DATE:
            return _date(typed)
        if ask.form is Form.QUOTE:
            return _quote(ask, typed, desk)
        if ask.form in (Form.ID_AND_ROLE, Form.LINK):
            return _with_word(ask, typed, desk)
        return read_reply(ask, typed, desk.chronicle)
    except ReplyError as error:
        chosen = _choose(error)
        if chosen is None:
            return None
        _, mark, rest = typed.partition(":") if not typed.startswith(("http:", "https:")) else ("", "", "")
        return _take(ask, f"{chosen}{mark}{rest}", desk)


def _date(typed: str) -> Value | None:
    """A date that was typed in EDTF, or what it was taken for and is meant."""
    reply = read_date(typed)
    if len(reply.readings) > 1:
        click.echo("  That can be read in two ways:")
        return _pick_date(reply.readings)
    click.echo(f"  {reply.told}")
    if reply.typed:
        return str(reply.date)
    again = _read("  Is that what you mean (Enter: yes, or type it again)")
    if again.casefold() in ("", "y", "yes"):
        return str(reply.date)
    return None if again.casefold() in ("n", "no") else _date(again)


def _pick_date(readings: tuple[edtf.Date, ...]) -> Value | None:
    for number, date in enumerate(readings, 1):
        click.echo(f"  {number}  {edtf.words(date)}")
    picked = _number(_read("  Which of them (Enter: neither)"), len(readings))
    return None if picked is None else str(readings[picked - 1])


def _number(typed: str, most: int) -> int | None:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    return number if 1 <= number <= most else None


def _quote(ask: Ask, words: str, desk: Desk) -> Value | None:
    """Words that were typed, with the language that they are in and the source that gives them so."""
    lang = _one(Ask("lang", "Their language, as a code (en, fr, uk)"), desk, needed=True, indent=_INDENT)
    source = _one(Ask("source", "The source that gives them so", Form.ID, ask.kind), desk, needed=True, indent=_INDENT)
    return read_reply(ask, f"{lang}:{source}:{words}", desk.chronicle)


def _with_word(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """An id that has a word of a closed list with it: the id is found first, then the word asked for."""
    if ":" in typed:
        return read_reply(ask, typed, desk.chronicle)
    found = read_reply(Ask(ask.key, ask.words, Form.ID, ask.kind), typed, desk.chronicle)
    word = _word(ask, desk, needed=ask.form is Form.LINK)
    if ask.form is not Form.LINK:
        return read_reply(ask, f"{found}:{word}" if word else str(found), desk.chronicle)
    return read_reply(ask, f"{word}:{found}{_reason(desk) if word in CAUSES else ''}", desk.chronicle)


def _word(ask: Ask, desk: Desk, *, needed: bool) -> str | None:
    assert ask.terms is not None
    click.echo(f"{_INDENT}{', '.join(term.value for term in ask.terms)} (? explains them)")
    what = "How is this event tied to it" if needed else "In what role"
    listed = Ask(ask.key, what, Form.CHOICE, terms=ask.terms)
    value = _one(listed, desk, needed=needed, left_out="the usual one", indent=_INDENT)
    return None if value is None else str(value)


def _reason(desk: Desk) -> str:
    """Who says that one thing caused another, as it stands after the id of a link."""
    note = _one(Ask("note", "Who says so, and why"), desk, needed=True, indent=_INDENT)
    source = _one(Ask("source", "The source that says so", Form.ID, Kind.SOURCE), desk, needed=True, indent=_INDENT)
    return f":{source}:{note}"


def _choose(error: ReplyError) -> str | None:
    """The id of one of the records that may have been meant; None where it is none of them."""
    click.echo(f"  {visible(str(error))}")
    if not error.near:
        return None
    for number, found in enumerate(error.near, 1):
        click.echo(f"  {number}  {_named(found)}")
    picked = _number(_read("  Which of them (Enter: none)"), len(error.near))
    return None if picked is None else error.near[picked - 1].id


def _named(found: Found) -> str:
    return visible(f"{found.id}  {found.label}")


def _explain(ask: Ask) -> None:
    if ask.form in _HELP:
        click.echo(f"{_INDENT}{_HELP[ask.form]}")
    for term in ask.terms or ():
        click.echo(f"{_INDENT}{term.value}: {term.definition}")


def which_to_change(asks: Mapping[str, Ask]) -> Ask | None:
    """The question that is to be asked again, by its number or key; None to give up."""
    for number, (key, ask) in enumerate(asks.items(), 1):
        click.echo(f"  {number:2}  {key}: {ask.words}")
    while True:
        typed = _read("Which answer do you want to change (Enter: give up)")
        if not typed:
            return None
        picked = _number(typed, len(asks))
        if picked is not None or typed in asks:
            return asks[typed] if picked is None else list(asks.values())[picked - 1]
        click.echo(f"  `{visible(typed)}` is none of them")
