"""The page of all commands: what `--help` of each prints, its options included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from site_builder.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
INTRODUCTION = """# All commands and options

What `timeline COMMAND --help` prints. [The `timeline` command](tools.md) and [Checking records](checking.md) say more.
"""


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """A command and those below it, each with its help."""
    yield context.command_path, context.get_help()
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            yield from commands(command.commands[name], context_of(command.commands[name], name, context))


def context_of(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=100)


def test_every_command_and_option_is_documented(same_as_file: Callable[[Path, str], None]) -> None:
    parts = [INTRODUCTION]
    for path, said in commands(main, context_of(main, "timeline")):
        parts.append(f"## {path}\n\n```text\n{said}\n```\n")
    same_as_file(PAGE, "\n".join(parts))
