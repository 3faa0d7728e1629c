"""Asking at the terminal, one question at a time, until each answer is one that a record can have."""

import re
from collections.abc import Mapping

import click

from site_builder import edtf
from site_builder.cli.desk import Desk
from site_builder.cli.lines import NO, YES, read_line
from site_builder.editing import (
    CAUSES,
    DATES,
    Ask,
    Form,
    ReplyError,
    exact,
    is_address,
    label_of,
    merge,
    read_date,
    read_reply,
    usual_role,
)
from site_builder.problems import Severity, visible
from site_builder.reading import Value
from site_builder.records import Kind

_NEW = "+"
"""What is typed to write the record that an id is to name."""
_HELP = {
    Form.TEXT: "Text, on one line.",
    Form.DATE: DATES[0].upper() + DATES[1:] + ".",
    Form.ID: "The id of a record, or words of its names or title.",
    Form.ID_OR_NAME: "The id of a record, or a name in words.",
    Form.ID_AND_ROLE: "The id of a record, or words of its names; the role is asked next. Or both: ID:ROLE.",
    Form.ID_AND_PINPOINT: "The id of a source, words of its title, or its address; `ID:page 4` says where in it.",
    Form.LINK: "The id of the other event, or words of its title; how this one is linked to it is asked next.",
    Form.FIGURE: "Whose losses, what, and how many: army.killed=84; also ~50, 20-80, 46+, up to 10, dozens.",
    Form.QUOTE: "The words as the source prints them, without quotation marks; language and source are asked next.",
}
_CAPTURE = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/(https?://.+)")
"""An address at which the Wayback Machine keeps a page, with the page's own."""
_INDENT = "    "


def put(ask: Ask, desk: Desk, offered: str = "") -> Value | None:
    """Ask one question; None where it was left unanswered, which needed ones cannot be. `offered` is what Enter says.

    Raises LeftError where the record is given up.
    """
    if ask.terms is not None and ask.form is Form.CHOICE:
        click.echo(f"  {', '.join(term.value for term in ask.terms.all())} (? explains them)")
    if not ask.many:
        return _right(ask, desk, needed=ask.needed, offered=offered)
    values: list[Value] = []
    while (
        value := _right(ask, desk, needed=ask.needed and not values, left_out="no more" if values else "none")
    ) is not None:
        values.append(value)
    return merge(ask, values) if values else None


def _right(ask: Ask, desk: Desk, *, needed: bool, left_out: str = "none", offered: str = "") -> Value | None:
    """An answer with which nothing is wrong by itself; None where it was left out."""
    while (value := _one(ask, desk, needed=needed, left_out=left_out, offered=offered)) is not None:
        if (accepted := _judged(ask, value, desk)) is not None:
            return accepted
        offered = ""
    return None


def _judged(ask: Ask, value: Value, desk: Desk) -> Value | None:
    """The answer, or what was meant by it; None, after the reason was printed, if it has to be asked again."""
    found = desk.judge(ask, value)
    for problem in found:
        hint = "" if isinstance(value, str) else problem.hint
        click.echo(f"  {problem.severity.value}: {visible(problem.message + hint)}")
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if not errors:
        return value
    meant = errors[0].suggestion
    if len(errors) > 1 or not meant or not isinstance(value, str) or errors[0].text not in value:
        return None
    meant = value.replace(errors[0].text, meant, 1)
    again = read_line(f"  Do you mean `{visible(meant)}` (Enter: yes, or type another answer)", desk.leave)
    if again.casefold() in NO:
        return None
    taken = meant if again.casefold() in YES | {""} else _take(ask, again, desk)
    return None if taken is None else _judged(ask, taken, desk)


def _one(
    ask: Ask, desk: Desk, *, needed: bool, left_out: str = "none", indent: str = "", offered: str = ""
) -> Value | None:
    """`left_out` is what it means to leave it out."""
    ways = ["needed"] if needed else [] if offered else [f"Enter: {left_out}"]
    ways += [f"{_NEW}: a new one"] if _names_a_record(ask) else []
    hint = f" ({', '.join(ways)})" if ways else ""
    while True:
        typed = read_line(f"{indent}{ask.words}{hint}", desk.leave, offered)
        if not typed:
            if not needed:
                return None
            click.echo(f"{indent}  An answer is needed.")
        elif typed == "?":
            _explain(ask)
        elif (value := _take(ask, typed, desk)) is not None:
            return value


def _names_a_record(ask: Ask) -> bool:
    return ask.kind is not None and ask.form is not Form.FIGURE and ask.form is not Form.QUOTE


def _take(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """The value of an answer; None, after the reason was printed, if it has to be asked again."""
    try:
        if typed == _NEW and _names_a_record(ask):
            assert ask.kind is not None
            written = desk.write_first(desk, ask.kind, {})
            return None if written is None else _take(ask, written, desk)
        if ask.form is Form.DATE:
            return _date(typed, desk)
        if ask.form is Form.QUOTE:
            return _quote(ask, typed, desk)
        if ask.form in (Form.ID_AND_ROLE, Form.LINK):
            return _with_word(ask, typed, desk)
        value = read_reply(ask, typed, desk.chronicle)
        if ask.kind is not None and isinstance(value, str) and value != typed:
            _show_name(ask.kind, value, desk)
        return value
    except ReplyError as error:
        return _instead(ask, typed, error, desk)


def _show_name(kind: Kind, record_id: str, desk: Desk) -> None:
    record = desk.chronicle.records(kind).get(record_id)
    if record is not None:
        click.echo(visible(f"{_INDENT}{record_id}  {label_of(record)}"))


def _instead(ask: Ask, typed: str, error: ReplyError, desk: Desk) -> Value | None:
    """What is meant by an answer that cannot be taken; None where it is to be asked again."""
    click.echo(f"  {visible(str(error))}")
    if not error.unknown:
        return None
    for number, found in enumerate(error.near, 1):
        click.echo(f"  {number}  {visible(f'{found.id}  {label_of(found)}')}")
    kind = error.kind
    by_address = kind is Kind.SOURCE and is_address(error.unknown) and not error.near
    if len(error.near) == 1:
        words = f"Is it this one (Enter: yes, {_NEW}: a new one, or type another answer)"
    elif error.near:
        words = f"Which of them (its number, {_NEW}: a new one, or type another answer)"
    elif by_address:
        words = "Write a source with that address (Enter: yes, n: no, or type another answer)"
    else:
        words = f"{_NEW}: write a new {kind.value}; or type another answer"
    again = read_line(f"  {words}", desk.leave)
    agreed = again.casefold() in YES | {""}
    picked = 1 if agreed and len(error.near) == 1 else _number(again, len(error.near))
    if picked is not None:
        chosen: str | None = error.near[picked - 1].id
    elif again == _NEW or (agreed and by_address):
        chosen = desk.write_first(desk, kind, _filled(kind, error.unknown))
    else:
        return None if agreed or again.casefold() in NO else _take(ask, again, desk)
    return None if chosen is None else _take(ask, typed.replace(error.unknown, chosen, 1), desk)


def _filled(kind: Kind, unknown: str) -> Mapping[str, str]:
    """Answers to be offered for a record that somebody named or whose address they gave."""
    if kind in (Kind.ACTOR, Kind.PLACE):
        return {"name": unknown}
    if kind is not Kind.SOURCE:
        return {"title": unknown}
    if not is_address(unknown):
        return {}
    address = unknown if "://" in unknown else f"https://{unknown}"
    captured = _CAPTURE.match(address)
    return {"url": captured[1], "archive": address} if captured else {"url": address}


def _date(typed: str, desk: Desk) -> Value | None:
    """A date that was typed in EDTF, or what it was taken for and is meant."""
    reply = read_date(typed)
    several = len(reply.readings) > 1
    if several:
        click.echo("  This can be read in two ways:")
        for number, date in enumerate(reply.readings, 1):
            click.echo(f"  {number}  {edtf.words(date)}")
    else:
        click.echo(f"  {reply.in_words}")
        if reply.typed:
            return str(reply.date)
    words = "Which of them (its number" if several else "Is that what you mean (Enter: yes"
    again = read_line(f"  {words}, or type another answer)", desk.leave)
    if several and (picked := _number(again, len(reply.readings))) is not None:
        return str(reply.readings[picked - 1])
    if not several and again.casefold() in YES | {""}:
        return str(reply.date)
    return _date(again, desk) if again and again.casefold() not in NO else None


def _number(typed: str, most: int) -> int | None:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    return number if 1 <= number <= most else None


def _quote(ask: Ask, words: str, desk: Desk) -> Value | None:
    """Words that were typed, with the language that they are in and the source that gives them so."""
    lang = _one(Ask("lang", "Their language, as a code (en, fr, uk)"), desk, needed=True, indent=_INDENT)
    source = _one(Ask("source", "The source that quotes them", Form.ID, ask.kind), desk, needed=True, indent=_INDENT)
    return read_reply(ask, f"{lang}:{source}:{words}", desk.chronicle)


def _with_word(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """An id that has a word of a closed list with it: the id is found first, then the word asked for."""
    if ":" in typed and not exact(desk.chronicle, ask.kind or Kind.EVENT, typed):
        return read_reply(ask, typed, desk.chronicle)
    found = str(read_reply(Ask(ask.key, ask.words, Form.ID, ask.kind), typed, desk.chronicle))
    if found != typed and ask.kind is not None:
        _show_name(ask.kind, found, desk)
    word = _word(ask, desk)
    if ask.form is not Form.LINK:
        return read_reply(ask, f"{found}:{word}", desk.chronicle)
    return read_reply(ask, f"{word}:{found}{_reason(desk) if word in CAUSES else ''}", desk.chronicle)


def _word(ask: Ask, desk: Desk) -> str:
    """How an event is tied to this one, or the role of an actor or a place in it."""
    assert ask.terms is not None
    click.echo(f"{_INDENT}{', '.join(term.value for term in ask.terms.all())} (? explains them)")
    tie = ask.form is Form.LINK
    usual = "" if tie else usual_role(ask.key, desk.answers.get("kind"))
    listed = Ask(ask.key, "How is this event linked to it" if tie else "In what role", Form.CHOICE, terms=ask.terms)
    return str(_one(listed, desk, needed=tie, left_out=usual, indent=_INDENT) or usual)


def _reason(desk: Desk) -> str:
    """Who says that one thing caused another, as it stands after the id of a link."""
    note = _one(Ask("note", "Who says so, and why"), desk, needed=True, indent=_INDENT)
    source = _one(Ask("source", "The source that says so", Form.ID, Kind.SOURCE), desk, needed=True, indent=_INDENT)
    return f":{source}:{note}"


def _explain(ask: Ask) -> None:
    if ask.form in _HELP:
        click.echo(f"{_INDENT}{_HELP[ask.form]}")
    for term in ask.terms.all() if ask.terms else ():
        click.echo(f"{_INDENT}{term.value}: {term.definition}")


def which_to_change(asks: Mapping[str, Ask], desk: Desk) -> Ask | None:
    """The question that is to be asked again, by its number or key; None for none.

    Raises LeftError where the record is given up.
    """
    for number, (key, ask) in enumerate(asks.items(), 1):
        click.echo(f"  {number:2}  {key}: {ask.words}")
    while True:
        typed = read_line("Which answer do you want to change (its number; Enter: none; q: give up)", desk.leave)
        if typed in asks:
            return asks[typed]
        picked = _number(typed, len(asks))
        if picked is not None:
            return list(asks.values())[picked - 1]
        if typed.casefold() in ("q", "quit"):
            desk.leave()
        if not typed or typed.casefold() in ("q", "quit"):
            return None
        click.echo(f"  `{visible(typed)}` is not one of them")
