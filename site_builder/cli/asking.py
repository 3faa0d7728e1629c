"""Asking at the terminal, one question at a time, until each answer is one that a record can have."""

from __future__ import annotations

from collections.abc import Mapping

import click

from site_builder.chronicle import Chronicle
from site_builder.editing.answers import Ask, Form
from site_builder.editing.replies import ReplyError, merge, read_choice, read_date, read_reply
from site_builder.editing.searching import Found
from site_builder.problems import visible
from site_builder.reading.values import Value
from site_builder.vocabulary import Term

_ROLE_FIRST = {Form.LINK}
"""Where the word of the closed list stands before the id."""


def put(ask: Ask, chronicle: Chronicle) -> Value | None:
    """Ask one question; None where it was left unanswered, which needed ones cannot be."""
    if ask.terms is not None and ask.form is Form.CHOICE:
        click.echo(f"  {', '.join(term.value for term in ask.terms)} (? explains them)")
    if not ask.many:
        return _one(ask, chronicle, needed=ask.needed)
    values: list[Value] = []
    while (value := _one(ask, chronicle, needed=ask.needed and not values, more=bool(values))) is not None:
        values.append(value)
    return merge(ask, values) if values else None


def _one(ask: Ask, chronicle: Chronicle, *, needed: bool, more: bool = False) -> Value | None:
    skip = "" if needed else " (Enter: no more)" if more else " (Enter: none)"
    while True:
        typed = click.prompt(f"{ask.words}{skip}", default="", show_default=False, prompt_suffix=": ").strip()
        if not typed and not needed:
            return None
        if typed == "?":
            _explain(ask)
            continue
        value = _take(ask, typed, chronicle) if typed else None
        if value is not None:
            return value


def _take(ask: Ask, typed: str, chronicle: Chronicle) -> Value | None:
    """The value of an answer; None, with the reason told, where it is to be asked again."""
    try:
        if ask.form is Form.DATE:
            return _date(typed)
        if ask.form in (Form.ID_AND_ROLE, Form.LINK):
            return _with_word(ask, typed, chronicle)
        return read_reply(ask, typed, chronicle)
    except ReplyError as error:
        chosen = _choose(error)
        if chosen is None:
            return None
        _, mark, rest = typed.partition(":")
        return _take(ask, f"{chosen}{mark}{rest}", chronicle)


def _date(typed: str) -> Value | None:
    reply = read_date(typed)
    click.echo(f"  {reply.told}")
    return str(reply.date) if reply.typed or click.confirm("  Is that what you mean?", default=True) else None


def _with_word(ask: Ask, typed: str, chronicle: Chronicle) -> Value | None:
    """An id that has a word of a closed list with it: the id is found first, then the word asked for."""
    whole = read_reply(ask, typed, chronicle) if ":" in typed else None
    if whole is not None:
        return whole
    assert ask.terms is not None
    found = read_reply(Ask(ask.key, ask.words, Form.ID, ask.kind), typed, chronicle)
    word = _word(ask, needed=ask.form in _ROLE_FIRST)
    if word is None:
        return read_reply(ask, str(found), chronicle)
    both = f"{word}:{found}" if ask.form in _ROLE_FIRST else f"{found}:{word}"
    return read_reply(ask, both, chronicle)


def _word(ask: Ask, *, needed: bool) -> str | None:
    assert ask.terms is not None
    click.echo(f"    {', '.join(term.value for term in ask.terms)} (? explains them)")
    what = "    How is it tied to it" if needed else "    In what role (Enter: the usual one)"
    while True:
        typed = click.prompt(what, default="", show_default=False, prompt_suffix=": ").strip()
        if not typed and not needed:
            return None
        if typed == "?":
            _explain(ask)
            continue
        try:
            return read_choice(ask, typed)
        except ReplyError as error:
            click.echo(f"    {visible(str(error))}")


def _choose(error: ReplyError) -> str | None:
    """The id of one of the records that may have been meant; None where it is none of them."""
    click.echo(f"  {visible(str(error))}")
    if not error.near:
        return None
    for number, found in enumerate(error.near, 1):
        click.echo(f"  {number}  {_named(found)}")
    typed = click.prompt("  Which of them (Enter: none)", default="", show_default=False, prompt_suffix=": ").strip()
    chosen = int(typed) if typed.isascii() and typed.isdigit() else 0
    return error.near[chosen - 1].id if 1 <= chosen <= len(error.near) else None


def _named(found: Found) -> str:
    return visible(f"{found.id}  {found.label}")


def _explain(ask: Ask) -> None:
    for term in ask.terms or ():
        _define(term)


def _define(term: Term) -> None:
    click.echo(f"    {term.value}: {term.definition}")


def which_to_change(asks: Mapping[str, Ask]) -> Ask | None:
    """The question that is to be asked again; None to give up."""
    click.echo(f"  {', '.join(asks)}")
    while True:
        typed = click.prompt("Which answer do you want to change (Enter: give up)", default="", show_default=False)
        if not typed.strip():
            return None
        if typed.strip() in asks:
            return asks[typed.strip()]
