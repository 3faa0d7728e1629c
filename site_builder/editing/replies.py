"""From what somebody types as an answer to the value that a record has."""

from dataclasses import dataclass
from pathlib import PurePath

from site_builder import TimelineError, edtf, figure_wording
from site_builder.chronicle import Chronicle
from site_builder.editing.answers import Ask, Form
from site_builder.editing.searching import exact, is_address, search
from site_builder.languages import say
from site_builder.reading import Value, is_id
from site_builder.records import Kind, Record
from site_builder.spelling import nearest
from site_builder.vocabulary import FigureCategory, LinkType, Party, Standing, Vocabulary


def names_cause(link: str, vocabulary: Vocabulary) -> bool:
    """Whether a type of link says what caused what."""
    return any(term == link and term.names_cause for term in vocabulary.terms(LinkType))


DATES = say("write 27 July 2024, July 2024, about May 2024, from 25 to 27 July 2024, since March 2024, 2024-07-27")
"""What dates may look like when they are typed."""


class ReplyError(TimelineError):
    """An answer that cannot be taken; the message says what is expected, `near` what may have been meant."""

    def __init__(
        self, message: str, near: tuple[Record, ...] = (), unknown: str = "", kind: Kind = Kind.SOURCE
    ) -> None:
        super().__init__(message)
        self.near = near
        self.unknown = unknown
        """The name or address that no record has; empty where something else is wrong."""
        self.kind = kind
        """The kind of record that was looked for under `unknown`."""


@dataclass(frozen=True, slots=True)
class DateReply:
    """A date as it was understood."""

    date: edtf.Date
    typed: bool
    """Whether it was typed in EDTF; else it is what was meant, or probably meant."""
    doubt: str = ""
    """Why what was typed may mean something else, or says more than the date; empty where it is the only reading."""
    unsaid: str = ""
    """What the date leaves out or takes for granted, as what follows `that`; empty where that is nothing."""

    @property
    def in_words(self) -> str:
        """`2024-07-27: 27 July 2024`."""
        return f"{self.date}: {edtf.words(self.date)}"

    @property
    def readings(self) -> tuple[edtf.Date, ...]:
        """The dates that may be meant, where what was typed can be read in two ways; else that one."""
        text = self.date.text
        if not self.doubt or not text.startswith("[") or "," not in text:
            return (self.date,)
        return tuple(edtf.parse(part.strip()) for part in text[1:-1].split(","))


def read_date(text: str) -> DateReply:
    """A date in EDTF or as people write it. Raises ReplyError where none is seen."""
    try:
        return DateReply(edtf.parse(text.strip()), typed=True)
    except edtf.EDTFError as error:
        if error.suggestion is None:
            message = say(
                "`{text}` is not a date: expected {expected}; {advice}",
                text=text,
                expected=error.expected,
                advice=DATES,
            )
            raise ReplyError(message) from None
        doubt = "" if error.certain else error.expected
        return DateReply(edtf.parse(error.suggestion), False, doubt, error.doubt)


def read_reply(ask: Ask, text: str, chronicle: Chronicle) -> Value:
    """The value of one answer; of a question that takes many, of one of them. Raises ReplyError."""
    text = text.strip()
    if not text:
        raise ReplyError(say("`{key}` is empty", key=ask.flag[2:]))
    match ask.form:
        case Form.DATE:
            return _date(text)
        case Form.CHOICE:
            return read_choice(ask, text, chronicle.vocabulary)
        case Form.ID:
            return _known(ask.kind, text, chronicle)
        case Form.ID_OR_NAME:
            named = exact(chronicle, ask.kind, text) if ask.kind is not None else []
            return _known(ask.kind, text, chronicle) if is_id(text) or len(named) == 1 else text
        case Form.ID_AND_ROLE:
            return _with_role(ask, text, chronicle)
        case Form.ID_AND_PINPOINT:
            source, _, at = (text, "", "") if is_address(text) else text.partition(":")
            known = _known(ask.kind, source, chronicle)
            return {"source": known, "at": at.strip()} if at.strip() else known
        case Form.LINK:
            return _link(ask, text, chronicle)
        case Form.FIGURE:
            return _figure(text, chronicle)
        case Form.QUOTE:
            lang, source, words = _parts(ask, text, ":", 3)
            return {"text": words, "lang": lang, "source": _known(ask.kind, source, chronicle)}
        case Form.PREDECESSOR:
            how, actor = _parts(ask, text, ":", 2)
            return {"actor": _known(ask.kind, actor, chronicle), "how": read_choice(ask, how, chronicle.vocabulary)}
        case Form.POSITION:
            organisation, office = _parts(ask, text, ":", 2)
            return {"in": _known(ask.kind, organisation, chronicle), "as": office}
        case Form.NAME_UNTIL:
            name, _, until = text.rpartition(":")
            return {"name": name.strip(), "until": _date(until)} if name.strip() else {"name": text}
        case Form.MEDIUM:
            address, words = _parts(ask, text, " ", 2)
            return {"url": address, "shows": words}
        case Form.NAME_ELSEWHERE:
            database, name = _parts(ask, text, "=", 2)
            return {database: name}
        case _:
            return text


def _date(text: str) -> str:
    """A date that can be read in one way and says all that was typed. Raises ReplyError."""
    reply = read_date(text)
    if len(reply.readings) > 1:
        raise ReplyError(say("`{text}` can be read in two ways; write it as year-month-day", text=text))
    if reply.doubt:
        message = say(
            "`{text}` may mean {date}; write `{meant}` if it does: expected {expected}",
            text=text,
            date=reply.in_words,
            meant=reply.date,
            expected=reply.doubt,
        )
        raise ReplyError(message)
    return str(reply.date)


def _parts(ask: Ask, text: str, mark: str, number: int) -> list[str]:
    """What stands between marks, the last of it with all marks that follow. Raises ReplyError."""
    parts = [part.strip() for part in text.split(mark, number - 1)]
    if len(parts) < number or not all(parts):
        raise ReplyError(say("`{text}` is not {form}", text=text, form=ask.form.value))
    return parts


def read_choice(ask: Ask, text: str, vocabulary: Vocabulary) -> str:
    """A value of a closed list: in full, or by how it begins where only one begins so. Raises ReplyError."""
    assert ask.terms is not None
    values = [term.value for term in vocabulary.terms(ask.terms)]
    typed = text.strip().lower().replace(" ", "-")
    begin = [value for value in values if value.startswith(typed)]
    if typed in values or (typed and len(begin) == 1):
        return typed if typed in values else begin[0]
    message, near = say("`{text}` is none of {values}", text=text, values=", ".join(values)), nearest(typed, values)
    raise ReplyError(say("{message}; did you mean {near}?", message=message, near=near) if near else message)


def merge(ask: Ask, values: list[Value]) -> Value:
    """The answers to a question that takes many: a list, or for figures and names elsewhere one mapping of all."""
    if ask.form not in (Form.FIGURE, Form.NAME_ELSEWHERE):
        return values
    merged: dict[str, Value] = {}
    for value in values:
        assert isinstance(value, dict)
        for key, held in value.items():
            known = merged.get(key)
            merged[key] = {**known, **held} if isinstance(known, dict) and isinstance(held, dict) else held
    return merged


def _known(kind: Kind | None, text: str, chronicle: Chronicle) -> str:
    """The id of a record that there is. Raises ReplyError with those that it may have meant."""
    assert kind is not None
    record_id = text.strip()
    present = chronicle.present_id(kind, record_id)
    if present in chronicle.records(kind):
        return present
    named = exact(chronicle, kind, record_id)
    if len(named) == 1:
        return named[0].id
    if named:
        raise ReplyError(say("several records have the name `{name}`", name=record_id), tuple(named), record_id, kind)
    near = tuple(search(chronicle, (kind,), record_id))
    what = say("address") if is_address(record_id) else say("id") if is_id(record_id) else say("name")
    message = say("no {kind} has the {what} `{name}`", kind=kind.value, what=what, name=record_id)
    if (file := _file_with_errors(chronicle, record_id)) is not None:
        message = say("{file} has errors: `timeline check` lists them", file=file)
    raise ReplyError(message, near, record_id, kind)


def _file_with_errors(chronicle: Chronicle, record_id: str) -> str | None:
    """The file of that name, where its errors keep the record from being read."""
    files = (problem.file for problem in chronicle.errors)
    return next((file for file in files if PurePath(file).stem == record_id), None)


def _with_role(ask: Ask, text: str, chronicle: Chronicle) -> Value:
    assert ask.kind is not None and ask.terms is not None
    record_id, *rest = (part.strip() for part in text.split(":"))
    value: dict[str, Value] = {ask.kind.value: _known(ask.kind, record_id, chronicle)}
    if rest:
        value["role"] = read_choice(ask, rest[0], chronicle.vocabulary)
    if len(rest) > 1:
        value["standing"] = read_choice(Ask("standing", "", Form.CHOICE, terms=Standing), rest[1], chronicle.vocabulary)
    return value


def _link(ask: Ask, text: str, chronicle: Chronicle) -> Value:
    """A link; one that says what caused the other needs a source and, after it, who says so. Raises ReplyError."""
    link, _, rest = text.partition(":")
    kind = read_choice(ask, link, chronicle.vocabulary)
    event, _, reason = rest.partition(":")
    value: dict[str, Value] = {"type": kind, "event": _known(ask.kind, event, chronicle)}
    source, _, note = reason.partition(":")
    if source.strip():
        value |= {"note": note.strip()} if note.strip() else {}
        value["sources"] = [_known(Kind.SOURCE, source, chronicle)]
    if names_cause(kind, chronicle.vocabulary) and len(value) < 4:
        raise ReplyError(
            say("`{type}` needs a source and a note that names who says so; else use `after` or `before`", type=kind)
        )
    return value


def _figure(text: str, chronicle: Chronicle) -> Value:
    counted_as, equals, count = text.partition("=")
    party, dot, category = counted_as.rpartition(".")
    if not dot or not equals or not count.strip():
        raise ReplyError(
            say("`{text}` is not a figure: write whose, what and how many, as in army.killed=84", text=text)
        )
    parties = chronicle.vocabulary.lists[Party]
    ids = [one.strip() if one.strip() in parties else _known(Kind.ACTOR, one, chronicle) for one in party.split("+")]
    counted = read_choice(Ask("category", "", Form.CHOICE, terms=FigureCategory), category, chronicle.vocabulary)
    return {"+".join(ids): {counted: read_count(count)}}


def read_count(text: str) -> str:
    """How many: as records have it where what was typed (`at least 50`) can mean one thing, else as it was typed."""
    meant = figure_wording.meant(text)
    return meant.text if meant is not None and meant.certain else text.strip()
