"""What `timeline new` makes: a record that is not there yet, or a claim of an event that is."""

import difflib
from collections.abc import Sequence
from pathlib import Path

from site_builder import TimelineError, edtf
from site_builder.editing import (
    Workshop,
    add_claim,
    draft,
    file_of,
    propose_claim_id,
    propose_id,
    replace_text,
    schema_of,
    write_new,
)
from site_builder.problems import Problem
from site_builder.reading import RecordFile, Value, date_prefix
from site_builder.records import Kind

Values = dict[str, Value]


class CannotMakeError(TimelineError):
    """Why nothing can be made of the answers; the message says it to whoever gave them."""


class NewRecord:
    """A record that does not exist yet."""

    def __init__(self, workshop: Workshop, kind: Kind, today: str) -> None:
        self.workshop = workshop
        self.kind = kind
        self.today = today

    @property
    def noun(self) -> str:
        """What it is, in a word."""
        return self.kind.value

    def judge(self, values: Values) -> Sequence[Problem]:
        """What is wrong with some of its values by themselves."""
        return self.workshop.judge(self.kind, values)

    def propose_id(self, values: Values) -> str:
        """An id for it; empty where none can be made."""
        return propose_id(self.kind, values)

    def why_not(self, record_id: str, values: Values) -> str | None:
        """Why it cannot have an id; None where it can."""
        file = self.workshop.taken(self.kind, record_id)
        if file is not None:
            return f"{file} has the id `{record_id}` already"
        start = date_prefix(edtf.parse(str(values["date"]))) if self.kind is Kind.EVENT else None
        if start is not None and not record_id.startswith(start):
            return f"`{record_id}` does not begin with the date: use `{start}{record_id}`"
        return None

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        """The file that it belongs in, and that file's text with it. Raises NotFormattedError and CannotMakeError."""
        file = RecordFile(file_of(self.kind, record_id, values))
        whole = values if "added" in values else {**values, "added": self.today}
        return file, draft(self.kind, whole, schema_of(file, self.workshop.folder))

    def shown(self, text: str) -> str:
        """What of the file's text is shown before it is written."""
        return text

    def write(self, file: RecordFile, text: str) -> None:
        """Write the file. Raises OSError and CannotMakeError."""
        path = self.workshop.path(file)
        try:
            write_new(path, text)
        except FileExistsError:
            raise CannotMakeError(f"{path.as_posix()} already exists and was not changed") from None

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        """What to do next."""
        steps = {
            Kind.EVENT: f"timeline new claim {record_id}   adds a claim about it",
            Kind.ACTOR: f"timeline new claim EVENT --by {record_id}   adds what it says",
            Kind.PLACE: f"timeline new event --place {record_id}   writes what happened there",
            Kind.SOURCE: f"timeline new event --source {record_id}   writes what it reports",
            Kind.THREAD: f"timeline new event --thread {record_id}   writes an event of it; a thread needs three",
            Kind.QUESTION: f"timeline new claim EVENT --question {record_id}   adds a claim on it",
        }
        return (steps[self.kind], *_to_the_end(f"{self.kind.value}:{record_id}", file, self.workshop.folder))


class NewClaim:
    """A claim of an event that is there."""

    def __init__(self, workshop: Workshop, event: str, today: str) -> None:
        """Raises CannotMakeError where no event has that id, as it is or as a former one."""
        self.workshop = workshop
        self.today = today
        found = workshop.chronicle.events.get(workshop.chronicle.present_id(Kind.EVENT, event))
        if found is None:
            raise CannotMakeError(f"no event has the id `{event}`, or it has errors: `timeline check` lists them")
        self.event = found
        self.before = workshop.chronicle.files[found.file].content

    @property
    def noun(self) -> str:
        return "claim"

    def judge(self, values: Values) -> Sequence[Problem]:
        return self.workshop.judge(Kind.EVENT, {"claims": [values]})

    @property
    def _ids(self) -> set[str]:
        return {claim.id for claim in self.event.claims}

    @property
    def _content(self) -> str:
        return self.before.decode().lstrip("\ufeff")

    def propose_id(self, values: Values) -> str:
        return propose_claim_id(values, self._ids)

    def why_not(self, record_id: str, values: Values) -> str | None:
        return f"the event has a claim `{record_id}` already" if record_id in self._ids else None

    def text(self, record_id: str, values: Values) -> tuple[RecordFile, str]:
        file = RecordFile(self.event.file)
        return file, add_claim(self._content, {"id": record_id, **values}, schema_of(file, self.workshop.folder))

    def shown(self, text: str) -> str:
        """The lines that change, each after a sign, where the event has others too."""
        changes = list(difflib.unified_diff(self._content.splitlines(), text.splitlines(), n=0, lineterm=""))[2:]
        return "\n".join(line for line in changes if not line.startswith("@@"))

    def write(self, file: RecordFile, text: str) -> None:
        path = self.workshop.path(file)
        if path.read_bytes() != self.before:
            raise CannotMakeError(f"{path.as_posix()} was changed by somebody else meanwhile, and was left alone")
        replace_text(path, text)

    def next_steps(self, record_id: str, file: RecordFile) -> Sequence[str]:
        return _to_the_end(file.id, file, self.workshop.folder)


Making = NewRecord | NewClaim
"""What is being made."""


def _to_the_end(shown: str, file: RecordFile, folder: Path) -> tuple[str, ...]:
    steps = (
        f"timeline show {shown}   prints it",
        f"timeline check {(folder / file.file).as_posix()}   checks it again after each change",
    )
    guide = folder.resolve().with_name("CONTRIBUTING.md")
    return (*steps, f"{guide.name} says how to submit it") if guide.is_file() else steps
