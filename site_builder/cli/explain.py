"""`timeline explain`: what a code of a problem means, and what to write instead."""

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from site_builder.cli.folders import USUAL
from site_builder.cli.terminal import print_line
from site_builder.languages import say
from site_builder.problems import CODES, Code, find_code
from site_builder.reading import PROFILE, profile_of
from site_builder.records import Profile

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_WIDTH = 88
_MOST_NEAR = 3

_EPILOG = """\b
Examples:
  timeline explain TL044                        what it means, with examples
  timeline explain TL044 TL060                  several codes
  timeline explain                              list all codes

Exit code 0: all were explained; 2: a code does not exist."""


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    codes = [code for code in CODES.values() if code.id.startswith(begun.upper())]
    return [CompletionItem(code.id, help=code.page.title) for code in codes]


@click.command(epilog=_EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=_complete)
def explain(codes: Sequence[str]) -> None:
    """Explain each CODE of a problem, with an example that has the problem and one that does not.

    Without a code, all codes are listed.
    """
    if not codes:
        click.echo("\n".join(f"{code.id}  {code.severity.value:<7}  {code.page.title}" for code in CODES.values()))
    found = {written: find_code(written) for written in codes}
    unknown = [written for written, code in found.items() if code is None]
    profile = _profile_here()
    known = dict.fromkeys(filter(None, found.values()))
    click.echo("\n".join(in_text(code, profile) for code in known), nl=False)
    for written in unknown:
        near = near_codes(written)
        message = say("there is no code `{code}`; `timeline explain` lists all codes", code=written)
        if near:
            message = say("there is no code `{code}`; near it are:", code=written)
        print_line(message, err=True)
        for code in near:
            print_line(f"  {code.id}  {code.page.title}", err=True)
    sys.exit(2 if unknown else 0)


def _profile_here() -> Profile:
    """The profile of the usual folder; an empty one where there is none."""
    try:
        return profile_of(Path(USUAL))
    except OSError:
        return Profile()


def in_text(code: Code, profile: Profile) -> str:
    """What a code means, what the chronicle asks of its rule, an example that has it, and one that does not."""
    lines = [f"{code.id}: {code.page.title} ({code.severity.value})"]
    for paragraph in _LINK.sub(r"\1", code.page.meaning).split("\n\n"):
        lines += ["", *textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)]
    if (setting := profile.rule_settings.get(code.id)) is not None:
        where = f"{USUAL}/{PROFILE}"
        lines += ["", say("In this chronicle ({file}): {setting}.", file=where, setting=setting.in_words)]
    return "\n".join([*lines, *_examples(code)]) + "\n"


def _examples(code: Code) -> Iterator[str]:
    for word, files in ((say("Wrong"), code.page.wrong), (say("Right"), code.page.right)):
        yield ""
        for file in files:
            yield say("{word}, in events/{file}:", word=word, file=file.path) if file.path else f"{word}:"
            lines = [say("a symbolic link to {file}", file=file.link)] if file.link else file.text.splitlines()
            yield from (f"    {line}".rstrip() for line in lines)


def near_codes(written: str) -> list[Code]:
    """The codes that stand beside the one that somebody wrote, or whose titles hold a word of it."""
    found = re.search(r"[0-9]{1,9}", written, re.ASCII)
    if found:
        number = int(found[0])
        nearest = sorted(CODES.values(), key=lambda code: abs(int(code.id[2:]) - number))[:_MOST_NEAR]
        return sorted(nearest, key=lambda code: code.id)
    words = {word for word in re.findall(r"\w+", written.casefold()) if len(word) > 2}
    return [code for code in CODES.values() if words & set(re.findall(r"\w+", code.page.title.casefold()))]
