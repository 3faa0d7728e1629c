"""The codes of problems: each defined once, with what it means and an example, and from there printed and explained."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.problems.problem import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A sort of problem, under a name that stays the same for ever."""

    id: str
    """`TL` and three digits; a number is never used again for something else."""
    title: str
    severity: Severity
    """What it is unless a rule says otherwise for one case."""
    meaning: str
    """What it is about and what to do, in Markdown, for the page that explains the codes."""
    wrong: str
    """An example that has this problem and no other; see `site_builder.problems.examples` for how it is written."""
    right: str
    """The same without the problem."""
    group: str
    """The name of the group that it belongs to."""

    def documentation(self, docs_url: str = "") -> str:
        """Where the code is explained: by a command, and on its page where the address of the pages is known."""
        online = f" or {self.page(docs_url)}" if docs_url else ""
        return f"`timeline explain {self.id}`{online}"

    def page(self, docs_url: str) -> str:
        """The address of the code's explanation below the address of the pages of problems."""
        return f"{docs_url.rstrip('/')}/{self.group}/#{self.id.lower()}"


@dataclass(frozen=True, slots=True)
class Group:
    """Codes that are explained on one page. Every code is registered by `code` of its group."""

    name: str
    """The page's name."""
    title: str
    codes: dict[str, Code] = field(default_factory=dict)
    """By id."""

    @property
    def page(self) -> str:
        """The name of the page that explains the group's codes."""
        return f"{self.name}.md"

    def code(
        self,
        number: int,
        title: str,
        meaning: str,
        severity: Severity = Severity.ERROR,
        *,
        wrong: str = "",
        right: str = "",
    ) -> Code:
        """Register a code. Raises ValueError where its number is taken in this group."""
        code = Code(f"TL{number:03}", title, severity, meaning, wrong, right, self.name)
        if code.id in self.codes:
            raise ValueError(f"{code.id} is taken")
        self.codes[code.id] = code
        return code
