"""What the shell completes after `timeline`: the ids of records, the paths of their files, the values of lists."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from site_builder.cli.folders import USUAL
from site_builder.reading import RecordFile, find_files, is_id
from site_builder.records import Kind
from site_builder.vocabulary import Term


class RecordId(click.ParamType[str]):
    """The id of a record of a kind, or of any kind; what it names is looked up later."""

    name = "id"

    def __init__(self, kind: Kind | None = None) -> None:
        self.kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids of the records in the folder that the command is about, by the names of their files alone."""
        folder = Path(str(ctx.params.get("folder") or USUAL))
        return [
            CompletionItem(file.id, help=file.kind.value)
            for file in _files(folder)
            if self.kind in (None, file.kind) and file.id.startswith(incomplete) and is_id(file.id)
        ]


class ListedTerm(click.ParamType[str]):
    """A value of a closed list, or how one begins; which one is meant is found out later."""

    name = "choice"

    def __init__(self, terms: type[Term]) -> None:
        self.terms = terms

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The values that begin so, with what they mean for shells that show it."""
        return [
            CompletionItem(term.value, help=term.definition)
            for term in self.terms.all()
            if term.value.startswith(incomplete)
        ]


def _files(folder: Path) -> list[RecordFile]:
    try:
        return [file for file in find_files(folder)[0] if not file.is_profile]
    except OSError:
        return []
