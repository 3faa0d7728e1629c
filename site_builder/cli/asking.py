"""Asking at the terminal, one question at a time, until each answer is one that a record can have."""

import re
from collections.abc import Mapping

import click

from site_builder import edtf
from site_builder.cli.drafting import Desk
from site_builder.cli.terminal import NO, YES, print_line, read_line
from site_builder.editing import (
    DATES,
    Ask,
    Form,
    ReplyError,
    exact,
    is_address,
    label_of,
    merge,
    names_cause,
    read_date,
    read_reply,
    usual_role,
)
from site_builder.languages import say
from site_builder.problems import Severity, visible
from site_builder.reading import Value
from site_builder.records import Kind
from site_builder.vocabulary import Term

_NEW = "+"
"""What is typed to write the record that an id is to name."""
_HELP = {
    Form.TEXT: say("Text, on one line."),
    Form.DATE: DATES[0].upper() + DATES[1:] + ".",
    Form.ID: say("The id of a record, or words of its names or title."),
    Form.ID_OR_NAME: say("The id of a record, or a name in words."),
    Form.ID_AND_ROLE: say("The id of a record, or words of its names; the role is asked next. Or both: ID:ROLE."),
    Form.ID_AND_PINPOINT: say("The id of a source, words of its title, or its address; `ID:page 4` says where in it."),
    Form.LINK: say("The id of the other event, or words of its title; how this one is linked to it is asked next."),
    Form.FIGURE: say("Whose, what, and how many: army.killed=84; also ~50, 20-80, 46+, up to 10, dozens."),
    Form.QUOTE: say(
        "The words as the source prints them, without quotation marks; language and source are asked next."
    ),
}
_CAPTURE = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/(https?://.+)")
"""An address at which the Wayback Machine keeps a page, with the page's own."""
_INDENT = "    "


def put(ask: Ask, desk: Desk, offered: str = "") -> Value | None:
    """Ask one question; None where it was left unanswered, which needed ones cannot be. `offered` is what Enter says.

    Raises LeftError where the record is given up.
    """
    if ask.terms is not None and ask.form is Form.CHOICE:
        _list_terms(ask.terms, desk, "  ")
    if not ask.many:
        return _right(ask, desk, say("none"), needed=ask.needed, offered=offered)
    values = desk.listed = []
    left_out = say("none")
    while (value := _right(ask, desk, left_out, needed=ask.needed and not values)) is not None:
        values.append(value)
        left_out = say("no more")
    return merge(ask, values) if values else None


def _right(ask: Ask, desk: Desk, left_out: str, *, needed: bool, offered: str = "") -> Value | None:
    """An answer with which nothing is wrong by itself; None where it was left out."""
    while (value := _one(ask, desk, left_out, needed=needed, offered=offered)) is not None:
        if (accepted := _judged(ask, value, desk)) is not None:
            return accepted
        offered = ""
    return None


def _judged(ask: Ask, value: Value, desk: Desk) -> Value | None:
    """The answer, or what was meant by it; None, after the reason was printed, if it has to be asked again."""
    found = desk.judge(ask, value)
    for problem in found:
        hint = "" if isinstance(value, str) else problem.hint
        print_line(f"  {problem.severity.value}: {problem.message}{hint}")
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if not errors:
        return value
    meant = errors[0].suggestion
    if len(errors) > 1 or not meant or not isinstance(value, str) or errors[0].text not in value:
        return None
    meant = value.replace(errors[0].text, meant, 1)
    picked = _pick(say("Do you mean `{meant}` (Enter: yes, or type another answer)", meant=visible(meant)), desk)
    taken = _take(ask, picked, desk) if isinstance(picked, str) else None if picked is None else meant
    return None if taken is None else _judged(ask, taken, desk)


def _one(
    ask: Ask, desk: Desk, left_out: str = "", *, needed: bool, indent: str = "", offered: str = ""
) -> Value | None:
    """`left_out` is what it means to leave it out."""
    ways = [say("needed")] if needed else [] if offered else [say("Enter: {meaning}", meaning=left_out)]
    ways += [say("{sign}: a new one", sign=_NEW)] if _names_a_record(ask) else []
    words = f"{indent}{ask.words}" + (f" ({', '.join(ways)})" if ways else "")
    while True:
        typed = read_line(words, desk.leave, offered)
        if not typed:
            if not needed:
                return None
            click.echo(f"{indent}  {say('An answer is needed.')}")
        elif typed == "?":
            _explain(ask, desk)
        elif (value := _take(ask, typed, desk)) is not None:
            return value


def _aside(words: str, desk: Desk, kind: Kind | None = None) -> str:
    """What belongs to an answer and is asked after it: a text, or the id of a record."""
    ask = Ask("", words, Form.ID if kind else Form.TEXT, kind)
    return str(_one(ask, desk, needed=True, indent=_INDENT))


def _names_a_record(ask: Ask) -> bool:
    return ask.kind is not None and ask.form not in (Form.FIGURE, Form.QUOTE)


def _take(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """The value of an answer; None, after the reason was printed, if it has to be asked again."""
    try:
        if typed == _NEW and ask.kind is not None and _names_a_record(ask):
            written = desk.write_first(desk, ask.kind, {})
            return None if written is None else _take(ask, written, desk)
        if ask.form is Form.DATE:
            return _date(ask, typed, desk)
        answer = typed
        if ask.form is Form.QUOTE:
            lang = _aside(say("Their language, as a code (en, fr, uk)"), desk)
            source = _aside(say("The source that quotes them"), desk, ask.kind)
            answer = f"{lang}:{source}:{typed}"
        elif ask.form in (Form.ID_AND_ROLE, Form.LINK):
            answer = _with_word(ask, typed, desk)
        value = read_reply(ask, answer, desk.making.workshop.chronicle)
        if isinstance(value, str) and value != typed:
            _show_name(ask.kind, value, desk)
        return value
    except ReplyError as error:
        return _instead(ask, typed, error, desk)


def _show_name(kind: Kind | None, record_id: str, desk: Desk) -> None:
    record = None if kind is None else desk.making.workshop.chronicle.records(kind).get(record_id)
    if record is not None:
        print_line(f"{_INDENT}{record_id}  {label_of(record)}")


def _instead(ask: Ask, typed: str, error: ReplyError, desk: Desk) -> Value | None:
    """What is meant by an answer that cannot be taken; None where it is to be asked again."""
    print_line(f"  {error}")
    if not error.unknown:
        return None
    for number, found in enumerate(error.near, 1):
        print_line(f"  {number}  {found.id}  {label_of(found)}")
    kind = error.kind
    by_address = kind is Kind.SOURCE and is_address(error.unknown) and not error.near
    if len(error.near) == 1:
        words = say("Is it this one (Enter: yes, {sign}: a new one, or type another answer)", sign=_NEW)
    elif error.near:
        words = say("Which of them (its number, {sign}: a new one, or type another answer)", sign=_NEW)
    elif by_address:
        words = say("Write a source with that address (Enter: yes, n: no, or type another answer)")
    else:
        words = say("{sign}: write a new {kind}; or type another answer", sign=_NEW, kind=kind.value)
    picked = _pick(words, desk, len(error.near))
    if isinstance(picked, int) and error.near:
        chosen: str | None = error.near[picked].id
    elif picked == _NEW or (picked == 0 and by_address):
        chosen = desk.write_first(desk, kind, _filled(kind, error.unknown))
    else:
        return _take(ask, picked, desk) if isinstance(picked, str) else None
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


def _date(ask: Ask, typed: str, desk: Desk) -> Value | None:
    """A date that was typed in EDTF, or what it was taken for and is meant."""
    reply = read_date(typed)
    several = len(reply.readings) > 1
    if several:
        click.echo(f"  {say('This can be read in two ways:')}")
        for number, date in enumerate(reply.readings, 1):
            click.echo(f"  {number}  {edtf.words(date)}")
        words = say("Which of them (its number, or type another answer)")
    else:
        click.echo(f"  {reply.in_words}")
        if reply.typed:
            return str(reply.date)
        if reply.unsaid:
            click.echo(f"  {say('That {doubt}.', doubt=reply.unsaid)}")
        words = say("Is that what you mean (Enter: yes, or type another answer)")
    picked = _pick(words, desk, len(reply.readings) if several else 0)
    if isinstance(picked, int):
        return str(reply.readings[picked])
    return None if picked is None else _take(ask, picked, desk)


def _pick(words: str, desk: Desk, listed: int = 0) -> int | str | None:
    """Which of what was listed is meant, from 0; another answer; None where it is to be asked again.

    Enter says yes to one that is offered, in a list or not.
    """
    again = read_line(f"  {words}", desk.leave)
    if again.casefold() in YES | {""}:
        return 0 if listed < 2 else None
    if again.casefold() in NO:
        return None
    number = _number(again, listed)
    return again if number is None else number - 1


def _number(typed: str, most: int) -> int | None:
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
    return number if 1 <= number <= most else None


def _with_word(ask: Ask, typed: str, desk: Desk) -> str:
    """An id that has a word of a closed list with it: the id is found first, then the word asked for."""
    chronicle = desk.making.workshop.chronicle
    if ":" in typed and not exact(chronicle, ask.kind or Kind.EVENT, typed):
        return typed
    found = str(read_reply(Ask(ask.key, ask.words, Form.ID, ask.kind), typed, chronicle))
    if found != typed:
        _show_name(ask.kind, found, desk)
    word = _word(ask, desk)
    if ask.form is not Form.LINK:
        return f"{found}:{word}"
    if not names_cause(word, chronicle.vocabulary):
        return f"{word}:{found}"
    note = _aside(say("Who says so, and why"), desk)
    return f"{word}:{found}:{_aside(say('The source that says so'), desk, Kind.SOURCE)}:{note}"


def _word(ask: Ask, desk: Desk) -> str:
    """How an event is tied to this one, or the role of an actor or a place in it."""
    assert ask.terms is not None
    _list_terms(ask.terms, desk, _INDENT)
    tie = ask.form is Form.LINK
    given = [one["role"] for one in desk.listed if isinstance(one, dict) and "role" in one]
    known = desk.making.workshop.chronicle.vocabulary
    usual = "" if tie else usual_role(ask.key, desk.answers.get("kind"), known, given)
    words = say("How is this event linked to it") if tie else say("In what role")
    listed = Ask(ask.key, words, Form.CHOICE, terms=ask.terms)
    return str(_one(listed, desk, usual, needed=tie, indent=_INDENT) or usual)


def _list_terms(terms: type[Term], desk: Desk, indent: str) -> None:
    listed = ", ".join(desk.making.workshop.chronicle.vocabulary.lists[terms])
    click.echo(indent + say("{terms} (? explains them)", terms=listed))


def _explain(ask: Ask, desk: Desk) -> None:
    if ask.form is Form.TEXT and ask.means:
        click.echo(f"{_INDENT}{ask.means}")
    elif ask.form in _HELP:
        click.echo(f"{_INDENT}{_HELP[ask.form]}")
    for term in desk.making.workshop.chronicle.vocabulary.terms(ask.terms) if ask.terms else ():
        click.echo(f"{_INDENT}{term.value}: {term.definition}")


def which_to_change(asks: Mapping[str, Ask], desk: Desk) -> Ask | None:
    """The question that is to be asked again, by its number or key; None for none.

    Raises LeftError where the record is given up.
    """
    for number, (key, ask) in enumerate(asks.items(), 1):
        click.echo(f"  {number:2}  {key}: {ask.words}")
    words = say("Which answer do you want to change (its number; Enter: none; q: give up)")
    while True:
        typed = read_line(words, desk.leave)
        if typed in asks:
            return asks[typed]
        picked = _number(typed, len(asks))
        if picked is not None:
            return list(asks.values())[picked - 1]
        if typed.casefold() in ("q", "quit"):
            desk.leave()
        if not typed or typed.casefold() in ("q", "quit"):
            return None
        print_line(f"  {say('`{typed}` is not one of them', typed=typed)}")
