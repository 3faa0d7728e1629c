"""One file read: its record, or every problem that keeps it from being one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from site_builder import problems
from site_builder.languages import say
from site_builder.problems import Problem, Severity
from site_builder.reading.comments import read_past_comments
from site_builder.reading.covers import cover_thousands, uncovered
from site_builder.reading.decoding import LARGEST, decode
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault, as_problems
from site_builder.reading.files import RecordFile, check_link, check_name
from site_builder.reading.ids import date_prefix, why_not_id, without_date
from site_builder.reading.letters import find_misleading
from site_builder.reading.placeholders import find_merge_marks, find_placeholders
from site_builder.reading.positions import LINE_BREAK, FileText, Positions
from site_builder.reading.punctuation import read_past_punctuation
from site_builder.reading.spaces import find_odd_spaces
from site_builder.reading.trees import FileTree
from site_builder.reading.validation import Held, validate
from site_builder.reading.values import Value
from site_builder.records import Event, Profile, Record, Removals, vocabulary_meant
from site_builder.vocabulary import Vocabulary, built_in


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of one file."""

    file: RecordFile
    record: Record | None
    """None where a problem is an error that leaves it in doubt: all but a name without the date of the event."""
    problems: tuple[Problem, ...]
    """In order."""
    profile: Profile | None = None
    """What the chronicle says of itself, where the file holds that and has no error."""
    removals: Removals | None = None
    """What was removed for privacy, likewise."""
    values: Mapping[str, Value] | None = None
    """The plain values of a record with errors, so that more of what is wrong with it can be reported at once."""
    vocabulary: Vocabulary = field(default_factory=built_in)
    """The closed lists with which it was read; of the profile those that it says."""
    content: bytes = b""
    """What the file held. Nothing opens it again: what was checked is what is shown and published."""

    @property
    def text(self) -> str:
        """The text as offsets in it are counted; empty where the file cannot be read as text."""
        try:
            return self.content.decode("utf-8").lstrip("\ufeff")
        except UnicodeDecodeError:
            return ""

    @property
    def positions(self) -> Positions:
        """Where keys and values stand; those of an empty file where it holds no text."""
        text, faults = decode(self.content)
        return read_past_comments("" if faults else text).positions

    @property
    def lines(self) -> list[str]:
        r"""The lines as they are numbered in problems, without their breaks, bytes that are not UTF-8 as `\xff`."""
        if len(self.content) > LARGEST:
            return []
        return LINE_BREAK.split(self.content.decode("utf-8", errors="backslashreplace").lstrip("\ufeff"))


ContentReader = Callable[[RecordFile, bytes, Vocabulary], FileReading]
"""What makes a reading of the content of a file, with the terms of a vocabulary."""


def read_record_file(
    file: RecordFile, tree: FileTree, vocabulary: Vocabulary, read: ContentReader | None = None
) -> FileReading:
    """Read a file that `find_files` found; what it holds by `read`, or else by `read_content`."""
    if found := list(check_link(file, tree)):
        return FileReading(file, None, tuple(sorted([*found, *check_name(file)])))
    try:
        data = tree.content(file.file)
    except OSError as error:
        message = say("the file cannot be read: {reason}", reason=error.strerror or error)
        found = [file.problem(problems.UNREADABLE_FILE, message), *check_name(file)]
        return FileReading(file, None, tuple(sorted(found)))
    return (read or read_content)(file, data, vocabulary)


def read_content(file: RecordFile, data: bytes, vocabulary: Vocabulary) -> FileReading:
    """What comes of a file that holds this, with the terms of a vocabulary."""
    held, values, found = _read_held(file, data, vocabulary)
    found = sorted([*check_name(file), *found])
    if any(problem.severity is Severity.ERROR and problem.code != problems.NAME_AND_DATE.id for problem in found):
        if file.is_profile:
            return FileReading(file, None, tuple(found), vocabulary=vocabulary_meant(values or {}), content=data)
        known = values if file.is_record else None
        return FileReading(file, None, tuple(found), values=known, vocabulary=vocabulary, content=data)
    if isinstance(held, Profile):
        return FileReading(file, None, tuple(found), held, vocabulary=held.vocabulary, content=data)
    if isinstance(held, Removals):
        return FileReading(file, None, tuple(found), removals=held, vocabulary=vocabulary, content=data)
    return FileReading(file, held, tuple(found), vocabulary=vocabulary, content=data)


def _read_held(
    file: RecordFile, data: bytes, vocabulary: Vocabulary
) -> tuple[Held | None, Mapping[str, Value] | None, list[Problem]]:
    """The record or the profile that a file holds, its plain values, and what is wrong with it."""
    content, faults = decode(data)
    text = FileText(content)
    if faults:
        return None, None, as_problems(faults, text, file.file)

    def read_as(written: str) -> Document:
        read = cover_thousands(written, vocabulary)
        found = read_past_comments(read, file.model)
        return uncovered(found, written) if read != written else found

    document = read_past_punctuation(content, read_as, file.model)
    held, refused = validate(file, document, vocabulary)
    marks = list(find_merge_marks(content))
    if marks:
        # What they do to YAML is no problem of its own.
        document.faults = [fault for fault in document.faults if fault.code is not problems.NOT_YAML]
    faults = [*find_misleading(content), *marks]
    faults += [*document.faults, *refused, *find_placeholders(document, content, file.model)]
    faults += find_odd_spaces(document, content, file.model)
    if isinstance(held, Event) and (fault := _misnamed(file, held, document.positions)):
        faults.append(fault)
    return held, document.value, as_problems(faults, text, file.file)


def _misnamed(file: RecordFile, event: Event, positions: Positions) -> Fault | None:
    prefix = date_prefix(event.date)
    if prefix is None or why_not_id(file.id) or f"{event.id}-".startswith(prefix):
        return None
    expected = f"{prefix}{without_date(event.id) or 'what-happened'}.yml"
    message = say("the name of the file does not begin with the start of the date, {start}", start=prefix.rstrip("-"))
    span = positions.span(("date",))
    return Fault(problems.NAME_AND_DATE, message, span.start, positions.source(("date",)), expected)
