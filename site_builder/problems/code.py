"""A kind of problem: a code, and the page in `docs/problems/` from which everything else about it is read."""

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_EXAMPLE = re.compile(
    r"^(Wrong|Right)(?:, in `events/([^`]+)`)?:\n\n(?:```yaml\n(.*?)^```|a symbolic link to `([^`]+)`)$",
    re.MULTILINE | re.DOTALL,
)


class Severity(StrEnum):
    """Whether a problem keeps a record from being published."""

    ERROR = "error"
    """The record is not published, and nothing is while it stands."""
    WARNING = "warning"
    """Probably wrong; editors decide."""
    HINT = "hint"
    """Worth a look."""


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of an example. Keys that every record needs are left out, and ‹…› stands for what cannot be typed."""

    path: str | None
    """Relative to the folder of the records; None for an event whose name does not matter."""
    text: str
    link: str | None
    """What the file leads to, where it is a symbolic link."""


@dataclass(frozen=True, slots=True)
class CodePage:
    """What the page of a code says."""

    title: str
    severity: Severity
    """What a problem is unless a rule says otherwise for one case."""
    group: str
    """The name of the group that the code is listed in; see `GROUPS`."""
    meaning: str
    """What it is about and what to do, in Markdown."""
    wrong: tuple[ExampleFile, ...]
    """Records that have this problem and no other."""
    right: tuple[ExampleFile, ...]
    """The same records without the problem."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem, under an id that stays the same for ever."""

    id: str
    """`TL` and three digits; a number is never used again for something else."""

    @property
    def page(self) -> CodePage:
        """The page that explains it, which is read when it is first needed."""
        return _read(self.id)

    @property
    def severity(self) -> Severity:
        return self.page.severity

    def documentation(self, docs_url: str = "") -> str:
        """Where the code is explained: by a command, and on its page where the address of the pages is known."""
        online = f" or {self.address(docs_url)}" if docs_url else ""
        return f"`timeline explain {self.id}`{online}"

    def address(self, docs_url: str) -> str:
        """The address of the code's page below the address of the pages on problems."""
        return f"{docs_url.rstrip('/')}/{self.id}/"


def pages_folder() -> Path:
    """The pages on codes: in the documentation of a checkout, in this package where it was installed."""
    package = Path(__file__).resolve().parent
    installed = package / "pages"
    return installed if installed.is_dir() else package.parents[1] / "docs" / "problems"


@functools.cache
def _read(code: str) -> CodePage:
    text = (pages_folder() / f"{code}.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    facts = dict(line.split(": ", 1) for line in front.splitlines())
    heading, _, rest = body.strip().partition("\n")
    examples: dict[str, list[ExampleFile]] = {"Wrong": [], "Right": []}
    for word, path, content, link in _EXAMPLE.findall(rest):
        examples[word].append(ExampleFile(path or None, content, link or None))
    return CodePage(
        heading.removeprefix(f"# {code}: "),
        Severity(facts["severity"]),
        facts["group"],
        rest.partition("\nWrong")[0].strip(),
        tuple(examples["Wrong"]),
        tuple(examples["Right"]),
    )
