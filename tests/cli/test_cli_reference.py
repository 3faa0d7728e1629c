"""The page of all commands: what `--help` of each prints, its options included."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from site_builder import cli
from site_builder.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
INTRODUCTION = """# All commands and options

What `timeline COMMAND --help` prints. [The `timeline` command](tools.md) and [Checking records](checking.md) say more.
"""


OF_MKDOCS = {"serve"}
"""Commands of which MkDocs writes the help."""


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


def test_every_command_of_a_module_is_registered() -> None:
    modules = [importlib.import_module(f"{cli.__name__}.{found.name}") for found in pkgutil.iter_modules(cli.__path__)]
    defined = {one for module in modules for one in vars(module).values() if isinstance(one, click.Command)}
    groups = [one for one in main.commands.values() if isinstance(one, click.Group)]
    defined -= {below for group in groups for below in group.commands.values()}
    assert defined == set(main.commands.values()), "register the command in site_builder/cli/__init__.py"


def test_a_command_loads_nothing_that_only_others_need() -> None:
    program = "import sys; from site_builder.cli import main; main.commands['serve']; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "site_builder.cli.site" in loaded
    assert {"site_builder.cli.check", "site_builder.records", "site_builder.pages"}.isdisjoint(loaded)


def test_the_help_of_every_command_has_examples_and_exit_codes() -> None:
    for path, said in commands(main, context_of(main, "timeline")):
        name = path.removeprefix("timeline").strip()
        if name not in OF_MKDOCS:
            assert "Examples:" in said, f"give `{path}` an epilog with examples"
            assert "Exit code 0:" in said or name in ("", "new", "sources"), (
                f"say the exit codes in the epilog of `{path}`"
            )


def test_the_list_of_commands_loads_none_of_them() -> None:
    program = (
        "import sys; from site_builder.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    listed, _, loaded = printed.rpartition("\n\n")
    assert all(f"  {name} " in listed for name in main.commands)
    assert not {f"site_builder.cli.{name}" for name in main.commands} & {*loaded.split()}
