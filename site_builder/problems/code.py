"""A kind of problem: a code, and the page in `docs/problems/` from which everything else about it is read."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from site_builder.own_data import read_data

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
class Threshold:
    """A number by which a rule decides, and which a chronicle may set in its profile."""

    name: str
    """The key under which the profile sets it."""
    default: int
    least: int
    """The lowest that may be set; for codes that can only be stricter never laxer than the default."""
    most: int
    stricter: str
    """`lower` or `higher`: which way more is reported."""
    means: str
    """What it is, in the words that follow "is"."""

    @property
    def lower_is_stricter(self) -> bool:
        return self.stricter == "lower"

    @property
    def sentence(self) -> str:
        """What the page of the code says of it, in Markdown."""
        return (
            f"`{self.name}` is {self.means}: {self.default} unless [the profile](../profile.md#rules) sets another "
            f"number, from {self.least} to {self.most}. {self.stricter.capitalize()} is stricter."
        )


@dataclass(frozen=True, slots=True)
class CodePage:
    """What the page of a code says."""

    title: str
    severity: Severity
    """What a problem is unless a rule says otherwise for one case."""
    group: str
    """The name of the group that the code is listed in; see `GROUPS`."""
    thresholds: Mapping[str, Threshold]
    """The numbers of its rule that a chronicle may set, by name."""
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

    @property
    def may_be_off(self) -> bool:
        """Whether a chronicle may leave it unchecked; others it may only make stricter."""
        return self.severity is not Severity.ERROR and self.page.group != "harm"

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
    facts: dict[str, Any] = read_data(front)
    heading, _, rest = body.strip().partition("\n")
    examples: dict[str, list[ExampleFile]] = {"Wrong": [], "Right": []}
    for word, path, content, link in _EXAMPLE.findall(rest):
        examples[word].append(ExampleFile(path or None, content, link or None))
    return CodePage(
        heading.removeprefix(f"# {code}: "),
        Severity(facts["severity"]),
        facts["group"],
        {name: Threshold(name, **about) for name, about in facts.get("thresholds", {}).items()},
        rest.partition("\nWrong")[0].strip(),
        tuple(examples["Wrong"]),
        tuple(examples["Right"]),
    )
