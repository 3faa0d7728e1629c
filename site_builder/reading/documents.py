"""From a parser's events to plain values (text, lists, mappings) with the location of each, within bounds.

Plain values stay the text that was typed: nothing is resolved to numbers, truth values or times.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from site_builder import TimelineError, problems
from site_builder.languages import Message, say
from site_builder.problems import Code, Severity
from site_builder.reading.faults import Fault
from site_builder.reading.letters import find_escaped
from site_builder.reading.positions import LINE_BREAK, Extent, FileText, Positions, text_start
from site_builder.reading.values import MOST_ALIASES, NamedValues, Value
from site_builder.reading.yaml_events import (
    FASTEST,
    NextEvent,
    Parser,
    explain,
    is_depth_limit,
    is_second_colon,
    read_events,
)
from site_builder.records import RecordPath, Schema, date_keys, is_needed

DEEPEST = 20
"""Most lists and mappings in one another."""
LONGEST_TEXT = 100_000
"""Most characters of one text."""
LONGEST_KEY = 1_000
"""Most characters of one key: problems name it whole."""

_ABSENT = ""
"""Stands for a value that was not given; real empty text is a problem of its own, so they need not differ."""
_NOTHING = frozenset({"~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Document:
    """What one file says."""

    value: dict[str, Value] | None
    """None where no record can be made of it."""
    positions: Positions
    faults: list[Fault] = field(default_factory=list)
    absent: set[RecordPath] = field(default_factory=set)
    """Keys that stand there without a usable value: a fault says so, and nobody need say that they are missing."""
    scalars: list[tuple[RecordPath, Any]] = field(default_factory=list)
    """Every text as an event of the parser, and where in the record it stands; empty ones too, and no keys."""
    at_second_colon: bool = False
    """Whether reading stopped at a second colon in one value; the last fault stands there."""


def read_document(content: str, model: type[Schema] | None = None, parser: Parser = FASTEST) -> Document:
    """Read the text of one file, which holds what `model` describes where that is known.

    Keys of dates take a bracketed value as the text that was written: `[..]` and `{..}` are EDTF there.
    Never raises for what the text holds.
    """
    builder = _Builder(FileText(content), read_events(content, parser), model)
    at_colon = False
    try:
        value = builder.build()
    except _TooMuchError:
        value = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if parser is not yaml.SafeLoader and is_depth_limit(error):
            # It reads ahead and stops at a depth of its own; the one in Python comes to our bound first.
            return read_document(content, model, yaml.SafeLoader)
        builder.faults.append(explain(error, content))
        value, at_colon = None, is_second_colon(error)
    positions = Positions(builder.text, builder.extents)
    return Document(value, positions, builder.faults, builder.absent, builder.scalars, at_colon)


class _TooMuchError(TimelineError):
    """The rest of the file is not worth reading; the fault that says why is recorded."""


class _Builder:
    """Walks the events of one text once, and collects values, locations and faults."""

    def __init__(self, text: FileText, next_event: NextEvent, model: type[Schema] | None) -> None:
        self.text = text
        self.content = text.content
        self.next_event = next_event
        self.model = model
        self.extents: dict[RecordPath, Extent] = {}
        self.faults: list[Fault] = []
        self.absent: set[RecordPath] = set()
        self.scalars: list[tuple[RecordPath, Any]] = []
        self.anchors = NamedValues()

    def build(self) -> dict[str, Value] | None:
        """The first document's mapping; None, with a fault, where there is none."""
        self.next_event()
        if not isinstance(self.next_event(), yaml.DocumentStartEvent):
            self._call_empty()
            return None
        event = self.next_event()
        value = self._value(event, (), event, 0)
        self.next_event()
        following = self.next_event()
        if isinstance(following, yaml.DocumentStartEvent):
            message = say("a second document begins here: a file holds one record, so leave out the line `---`")
            self._fault(problems.SEVERAL_DOCUMENTS, message, following, "---")
        if isinstance(value, dict):
            return value
        if isinstance(event, yaml.ScalarEvent) and not event.value:
            self._call_empty()
        else:
            self._fault(problems.NOT_A_MAPPING, say("a record consists of lines of the form `key: value`"), event)
        return None

    def _call_empty(self) -> None:
        self.faults = [Fault(problems.EMPTY_FILE, say("the file is empty"), 0)]

    def _value(self, event: Any, path: RecordPath, key: Any, depth: int) -> Value:
        """The value that begins with an event; `key` is the event of its key, or the same one."""
        if isinstance(event, yaml.ScalarEvent):
            value: Value = self._scalar(event, path, key)
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event, path, key, depth)
        else:
            self._refuse_tag(event)
            self._bound(depth, event)
            if isinstance(event, yaml.MappingStartEvent):
                value = self._mapping(event, path, key, depth + 1)
            else:
                value = self._sequence(event, path, key, depth + 1)
        if event.anchor is not None:
            self.anchors.define(event.anchor, value)
        return value

    def _scalar(self, event: Any, path: RecordPath, key: Any) -> str:
        self.extents[path] = (key, event, event)
        self.scalars.append((path, event))
        value: str = event.value
        if event.tag is not None:
            self._refuse_tag(event)
        if not event.style:
            if not value or value in _NOTHING:
                bare = not (value or event.tag or event.anchor)
                self._no_value(path, key, value, bare=bare)
        elif event.style == '"':
            self._look_behind_escapes(event, value)
        if len(value) > LONGEST_TEXT:
            message = say("the text has {n:,} characters; {most:,} is the most", n=len(value), most=LONGEST_TEXT)
            self._fault(problems.TEXT_TOO_LONG, message, event)
            self.absent.add(path)
            return _ABSENT
        return value

    def _mapping(self, event: Any, path: RecordPath, key: Any, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(name_event := self.next_event(), yaml.MappingEndEvent):
            name = self._key(name_event, values, path)
            value_event = self.next_event()
            if name is None:
                self._skip(value_event, depth)
                continue
            inner = (*path, name)
            is_date = name in date_keys() and isinstance(value_event, yaml.CollectionStartEvent)
            value = (self._date if is_date else self._value)(value_event, inner, name_event, depth)
            if inner not in self.absent:
                values[name] = value
        self.extents[path] = (key, event, name_event)
        return values

    def _key(self, event: Any, values: dict[str, Value], path: RecordPath) -> str | None:
        """A key's text; None, with a fault, where its value is not to be read."""
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._skip(event, 0)
            self._fault(problems.BAD_KEY, say("a key must be plain text before the colon"), event)
            return None
        self._refuse_tag(event)
        name: str = event.value
        if len(name) > LONGEST_KEY:
            message = say("the key has {n:,} characters; {most:,} is the most", n=len(name), most=LONGEST_KEY)
            self._fault(problems.TEXT_TOO_LONG, message, event)
            return None
        if name == "<<" and not event.style:
            self._fault(problems.MERGE_KEY, say("merge keys (`<<`) are not read: write the keys out"), event, name)
            return None
        if name in values or (self.absent and (*path, name) in self.absent):
            line, _ = self.text.line_column(text_start(self.extents[(*path, name)][0], self.content))
            message = say("`{key}` is on line {line} already: keep one of them", key=name, line=line)
            self._fault(problems.DUPLICATE_KEY, message, event, name)
            return None
        if event.style == '"':
            self._look_behind_escapes(event, name)
        return name

    def _sequence(self, event: Any, path: RecordPath, key: Any, depth: int) -> list[Value]:
        values: list[Value] = []
        while not isinstance(item := self.next_event(), yaml.SequenceEndEvent):
            inner = (*path, len(values))
            value = self._value(item, inner, item, depth)
            if inner in self.absent:
                self.absent.discard(inner)
            else:
                values.append(value)
        self.extents[path] = (key, event, item)
        return values

    def _date(self, event: Any, path: RecordPath, key: Any, depth: int) -> Value:
        """A bracketed date as written; a block under a date key stays what it is, for the schema to refuse."""
        if not event.flow_style:
            return self._value(event, path, key, depth)
        self._refuse_tag(event)
        last = self._skip(event, depth)
        self.extents[path] = (key, event, last)
        # The line breaks of any system are one, as they are in every other text of YAML.
        written = LINE_BREAK.sub("\n", self.content[text_start(event, self.content) : last.end_mark.index])
        self.anchors.define(event.anchor, written)
        return written

    def _alias(self, event: Any, path: RecordPath, key: Any, depth: int) -> Value:
        self.extents[path] = (key, event, event)
        name = f"*{event.anchor}"
        used = self.anchors.use(event.anchor)
        if used is None:
            message = say("`{name}` refers to nothing above it: put a value that begins with * in quotes", name=name)
            self._fault(problems.ALIAS, message, event, name)
            self.absent.add(path)
            return _ABSENT
        if self.anchors.exhausted:
            message = say(
                "too many aliases, or too long ones (the most is {most}): write the value out", most=MOST_ALIASES
            )
            self._fault(problems.ALIAS, message, event, name)
            raise _TooMuchError
        value, height = used
        self._bound(depth + height - 1, event)
        return value

    def _skip(self, event: Any, depth: int) -> Any:
        """Pass over a value, within the same bounds; the event that ends it."""
        open_collections = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                self._bound(depth + open_collections, event)
                open_collections += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                open_collections -= 1
            if not open_collections:
                return event
            event = self.next_event()

    def _bound(self, depth: int, event: Any) -> None:
        if depth >= DEEPEST:
            message = say("lists and mappings are nested more than {deepest} deep here", deepest=DEEPEST)
            self._fault(problems.TOO_DEEP, message, event)
            raise _TooMuchError

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            message = say("YAML tags are not read: leave out the word that begins with !, or put the value in quotes")
            index = event.start_mark.index
            self.faults.append(Fault(problems.TAG, message, index, self.text.line_at(index)))

    def _no_value(self, path: RecordPath, key: Any, value: str, *, bare: bool = False) -> None:
        """`bare` is whether nothing stands there at all."""
        self.absent.add(path)
        name = path[-1] if path else ""
        key_or_item = say("`{name}`", name=name) if isinstance(name, str) else say("a list item")
        needed = is_needed(self.model, path)
        advice = say("give one") if needed else say("give one or leave it out")
        if value:
            advice = say("{advice}, or put `{value}` in quotes if it is meant as text", advice=advice, value=value)
        # What a template left empty means what leaving it out means.
        harmless = bare and needed is False
        index = text_start(key, self.content)
        severity = Severity.WARNING if harmless else None
        message = say("{key_or_item} has no value: {advice}", key_or_item=key_or_item, advice=advice)
        text = value or str(name)
        self.faults.append(Fault(problems.NO_VALUE, message, index, text, None, harmless, severity))

    def _look_behind_escapes(self, event: Any, value: str) -> None:
        """What is hidden in a text in double quotes, where it was not already seen in the file itself."""
        written = self.content[event.start_mark.index : event.end_mark.index]
        if (value.isascii() and value.isprintable()) or "\\" not in written:
            return
        for fault in find_escaped(value):
            self._fault(fault.code, fault.message, event, fault.text or None)

    def _fault(self, code: Code, message: Message, event: Any, text: str | None = None) -> None:
        """A fault where an event's text begins; it is about that text, or the rest of the line."""
        index = text_start(event, self.content)
        self.faults.append(Fault(code, message, index, self.text.line_at(index) if text is None else text))
