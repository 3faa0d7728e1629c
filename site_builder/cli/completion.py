"""What the shell completes after `timeline`: the ids of records, and the values of closed lists."""

from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from site_builder.cli.folders import USUAL
from site_builder.reading import find_files, is_id, vocabulary_of
from site_builder.records import Kind
from site_builder.vocabulary import Term, built_in

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def ids(kind: Kind | None = None) -> Completer:
    """Ids of records of a kind, or of any, in the folder that the command is about; by the names of files alone."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        try:
            files = find_files(Path(str(context.params.get("folder") or USUAL)))[0]
        except OSError:
            return []
        return [
            CompletionItem(file.id, help=file.kind.value)
            for file in files
            if file.is_record and kind in (None, file.kind) and file.id.startswith(begun) and is_id(file.id)
        ]

    return complete


def terms(listed: type[Term]) -> Completer:
    """Values of a closed list, with what they mean for shells that show it."""

    def complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        try:
            vocabulary = vocabulary_of(Path(str(context.params.get("folder") or USUAL)))
        except OSError:
            vocabulary = built_in()
        found = (term for term in vocabulary.terms(listed) if term.startswith(begun))
        return [CompletionItem(term.value, help=term.definition) for term in found]

    return complete
