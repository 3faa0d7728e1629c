"""`timeline explain`: what a code of a problem means, and what to write instead."""

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence

import click
from click.shell_completion import CompletionItem

from site_builder.problems import CODES, Code, visible

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_WIDTH = 88
_MOST_NEAR = 3
_CODE = re.compile(r"(?:TL[ _-]?)?([0-9]{1,3})", re.IGNORECASE | re.ASCII)

_EPILOG = """\b
Examples:
  timeline explain TL044                        what it means, with examples
  timeline explain TL044 TL060                  several codes
  timeline explain                              list all codes

Exit code 0: all were explained; 2: a code does not exist."""


class _CodeId(click.ParamType[str]):
    name = "code"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that begin so, with their titles for shells that show them."""
        return [
            CompletionItem(code.id, help=code.page.title)
            for code in CODES.values()
            if code.id.startswith(incomplete.upper())
        ]


@click.command(short_help="Explain the code of a problem.", epilog=_EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE]...", type=_CodeId())
def explain(codes: Sequence[str]) -> None:
    """Explain each CODE of a problem, with an example that has the problem and one that does not.

    Without a code, all codes are listed.
    """
    if not codes:
        click.echo("\n".join(f"{code.id}  {code.severity.value:<7}  {code.page.title}" for code in CODES.values()))
    unknown = [written for written in codes if find_code(written) is None]
    known = [code for written in codes if (code := find_code(written)) is not None]
    click.echo("\n".join(map(in_text, dict.fromkeys(known))), nl=False)
    for written in unknown:
        near = "".join(f"\n  {code.id}  {code.page.title}" for code in near_codes(written))
        advice = f"; near it are:{near}" if near else "; `timeline explain` lists all codes"
        click.echo(f"there is no code `{visible(written)}`{advice}", err=True)
    sys.exit(2 if unknown else 0)


def in_text(code: Code) -> str:
    """What the page of a code says, as plain text: what it means, an example that has it, and one that does not."""
    lines = [f"{code.id}: {code.page.title} ({code.severity.value})"]
    for paragraph in _LINK.sub(r"\1", code.page.meaning).split("\n\n"):
        lines += ["", *textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)]
    return "\n".join([*lines, *_examples(code)]) + "\n"


def _examples(code: Code) -> Iterator[str]:
    for word, files in (("Wrong", code.page.wrong), ("Right", code.page.right)):
        yield ""
        for file in files:
            yield f"{word}, in events/{file.path}:" if file.path else f"{word}:"
            lines = [f"a symbolic link to {file.link}"] if file.link else file.text.splitlines()
            yield from (f"    {line}".rstrip() for line in lines)


def find_code(written: str) -> Code | None:
    """The code that somebody writes: `TL044`, `tl44` or `44`; None where there is none."""
    found = _CODE.fullmatch(written.strip())
    return CODES.get(f"TL{int(found[1]):03}") if found else None


def near_codes(written: str) -> list[Code]:
    """The codes that stand beside the one that somebody wrote, or whose titles hold a word of it."""
    found = re.search(r"[0-9]{1,9}", written, re.ASCII)
    if found:
        number = int(found[0])
        nearest = sorted(CODES.values(), key=lambda code: abs(int(code.id[2:]) - number))[:_MOST_NEAR]
        return sorted(nearest, key=lambda code: code.id)
    words = {word for word in re.findall(r"\w+", written.casefold()) if len(word) > 2}
    return [code for code in CODES.values() if words & set(re.findall(r"\w+", code.page.title.casefold()))]
