"""`timeline explain`: what a code of a problem means, and what to write instead."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from site_builder.problems import CODES, Code, visible
from site_builder.problems.explaining import explain as explained
from site_builder.problems.explaining import find_code, near_codes

_EPILOG = """\b
Examples:
  timeline explain TL044                        what it means, wrong and right
  timeline explain TL044 TL060                  several
  timeline explain                              all codes

Exit code 0: explained; 2: there is no such code."""


class _CodeId(click.ParamType[str]):
    name = "code"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that begin so, with their titles for shells that show them."""
        return [
            CompletionItem(code.id, help=code.title) for code in _listed() if code.id.startswith(incomplete.upper())
        ]


@click.command(short_help="Say what a code of a problem means.", epilog=_EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE]...", type=_CodeId())
def explain(codes: Sequence[str]) -> None:
    """Say what each CODE of a problem means, with an example that has the problem and one that does not.

    Without a code, list all of them.
    """
    if not codes:
        click.echo("\n".join(f"{code.id}  {code.severity.value:<7}  {code.title}" for code in _listed()))
    unknown = [written for written in codes if find_code(written) is None]
    known = [code for written in codes if (code := find_code(written)) is not None]
    click.echo("\n".join(map(explained, dict.fromkeys(known))), nl=False)
    for written in unknown:
        near = "".join(f"\n  {code.id}  {code.title}" for code in near_codes(written))
        advice = f"; near it are:{near}" if near else "; `timeline explain` lists all codes"
        click.echo(f"there is no code `{visible(written)}`{advice}", err=True)
    sys.exit(2 if unknown else 0)


def _listed() -> list[Code]:
    return sorted(CODES.values(), key=lambda code: code.id)
