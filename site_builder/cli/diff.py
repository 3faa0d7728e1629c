"""`timeline diff`: what a change means."""

import sys
from pathlib import Path

import click

from site_builder.chronicle import Chronicle
from site_builder.cli.folders import USUAL
from site_builder.cli.terminal import waiting
from site_builder.comparing import Comparison, Scope, as_json, as_markdown, as_text, compare, take_at
from site_builder.keeping import cache_folder
from site_builder.languages import say
from site_builder.revisions import RevisionError, find_commit, main_branch, merge_base

_PRINT = {"text": as_text, "markdown": as_markdown, "json": as_json}
_EPILOG = """\b
Examples:
  timeline diff                                 what this branch changes, committed or not
  timeline diff HEAD~3                          the last three commits and uncommitted changes
  timeline diff main records                    records in another folder
  timeline diff --format markdown               a comment for a pull request

Exit code 0: compared; 1: with --fail-on-warnings, the change has a warning; 2: the comparison could not run."""


@click.command(epilog=_EPILOG)
@click.argument("base", required=False)
@click.argument("folder", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_PRINT)),
    default="text",
    show_default=True,
    help="For people, for a comment on a pull request, or for programs.",
)
@click.option("--fail-on-warnings", is_flag=True, help="Exit with 1 when the change itself has a warning.")
def diff(base: str | None, folder: str | None, form: str, fail_on_warnings: bool) -> None:
    """Say what a change to the records in FOLDER (default: events) means.

    The change is everything, committed or not, since the work left BASE: a branch, tag or commit (default: the main
    branch).

    The change itself has a warning when a record was renamed without an entry in former_ids, when a record takes the
    id of another, and when a claim was changed or removed without an entry in its event's corrections.
    """
    base, folder = _sort_out(base, folder)
    try:
        with waiting(say("comparing")):
            comparison, scope = _compare(base, folder)
    except RevisionError as error:
        raise RevisionError(f"{folder}: {error}") from None
    click.echo(_PRINT[form](comparison, scope), nl=False)
    sys.exit(1 if fail_on_warnings and comparison.notices else 0)


def _sort_out(base: str | None, folder: str | None) -> tuple[str | None, str]:
    """The base and the folder; a lone argument that is a folder and no revision is the folder."""
    if base is not None and folder is None and Path(base).is_dir() and find_commit(Path(base), base) is None:
        return None, base
    return base, folder or USUAL


def _compare(base: str | None, folder: str) -> tuple[Comparison, Scope]:
    """Raises RevisionError, and OSError."""
    root = Path(folder)
    if not root.is_dir():
        raise RevisionError(say("there is no such folder"))
    named = base or main_branch(root)
    commit = merge_base(root, named)
    now = Chronicle.open(root, cache=cache_folder(root))
    before, differing = take_at(commit, now)
    comparison = compare(before, now)
    reported = {change.file for change in comparison.records} | {problem.file for problem in comparison.introduced}
    reported |= {file for file, one in now.files.items() if one.file.is_profile and comparison.profile}
    reported |= {notice.file for notice in comparison.notices}
    silent = tuple(sorted(file for file in differing if file in now.files and file not in reported))
    prefix = "" if folder in (".", "./") else folder.rstrip("/") + "/"
    return comparison, Scope(named, commit, prefix, silent)
