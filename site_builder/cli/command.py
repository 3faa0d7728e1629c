"""The command as a whole, with the arguments and standard streams that a shell may give it."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from importlib import import_module
from typing import Any, NoReturn, cast

import click

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.problems import visible

_CANNOT_RUN = 2
"""Exit code of a command that could not run, or whose output could not be written."""
_NOT_UTF_8 = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes that are not of the encoding."""


class Command(click.Group):
    """A group of commands that reports in one sentence what is wrong with its arguments, streams and files."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        """Run the command that the arguments name. Ends the program, as click does."""
        _open_closed_streams()
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            # What is typed is refused by the question that asked for it, and what is printed is never lost.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="surrogateescape" if stream is sys.stdin else "backslashreplace")
        for number, argument in enumerate(sys.argv[1:] if args is None else args, 1):
            if is_broken(argument):
                _give_up(say("argument {n}, `{argument}`, is not UTF-8", n=number, argument=as_bytes(argument)))
        try:
            return super().main(args, *others, **extra)
        except TimelineError as error:
            _give_up(str(error))
        except OSError as error:
            cannot = say("the output cannot be written")
            if error.filename:
                cannot = say("{file}: cannot be read or written", file=error.filename)
            _give_up(f"{cannot}: {error.strerror or error}")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, of which none is loaded for it."""
        if isinstance(self.commands, _Commands):
            with formatter.section(say("Commands")):
                formatter.write_dl(self.commands.in_short)


class _Commands(Mapping[str, click.Command]):
    """Commands by name, each loaded when it is asked for."""

    def __init__(self, known: Mapping[str, tuple[str, str]]) -> None:
        self._known = known

    @property
    def in_short(self) -> list[tuple[str, str]]:
        """The name of each, and what it does."""
        return [(name, what) for name, (_, what) in self._known.items()]

    def __getitem__(self, name: str) -> click.Command:
        module, what = self._known[name]
        command = cast(click.Command, getattr(import_module(f"{__package__}.{module}"), name))
        command.short_help = what
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def commands_of(known: Mapping[str, tuple[str, str]]) -> MutableMapping[str, click.Command]:
    """Commands by name, given the module beside this one that has it, and what it does: none loads what others need."""
    # Click asks for a mapping that can be changed, and changes it only where a command is added.
    return cast(MutableMapping[str, click.Command], _Commands(known))


def is_broken(text: str) -> bool:
    """Whether a text that came from outside holds bytes that are not UTF-8."""
    return _NOT_UTF_8.search(text) is not None


def as_bytes(text: str) -> str:
    r"""A text in which the bytes that are not UTF-8 are written as such: `caf\xe9`."""
    return _NOT_UTF_8.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", text)


def _open_closed_streams() -> None:
    """Let a standard stream that was closed lead nowhere: else the next file that is opened takes its place."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_RDWR), number)
            setattr(sys, name, open(os.devnull, "w" if number else "r", encoding="utf-8"))  # noqa: SIM115, PTH123


def _give_up(message: str) -> NoReturn:
    with contextlib.suppress(OSError):
        click.echo(visible(message), err=True)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            # What waits in it would be written once more, and fail, when Python ends.
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(_CANNOT_RUN)
