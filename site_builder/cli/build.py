"""`timeline build`: the site as MkDocs builds it, or one that opens from disk."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from site_builder.cli.folders import what_a_site_is_built_from
from site_builder.cli.site import run_mkdocs
from site_builder.languages import say
from site_builder.publishing import VARIABLE, pack, refuse_inside, refuse_other_archive, refuse_other_folder

_PASSED_ON = {"ignore_unknown_options": True}
_EPILOG = """\b
Examples:
  timeline build                                the site, into the folder that mkdocs.yml names
  timeline build --offline floods --zip         the site for people without a network, and floods.zip
  timeline build -d elsewhere                   into another folder: `mkdocs build --help` lists the arguments

Exit code 0: built; 1: the build found something, and the site of before is left; 2: an argument was
not understood, or FOLDER or FOLDER.zip cannot be used."""


@click.command(context_settings=_PASSED_ON, epilog=_EPILOG)
@click.option("--offline", metavar="FOLDER", help="Build into FOLDER a site that opens from disk, without a server.")
@click.option("--zip", "is_packed", is_flag=True, help="With --offline: pack it too, into FOLDER.zip.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def build(offline: str | None, is_packed: bool, arguments: Sequence[str]) -> None:
    """Build the site: `mkdocs build --strict` with the ARGUMENTS given."""
    if offline is not None:
        if not offline:
            raise click.UsageError(say("--offline wants the name of a folder"))
        _build_offline(Path(offline).absolute(), arguments, is_packed=is_packed)
    elif is_packed:
        raise click.UsageError(say("--zip packs what --offline builds: name the folder by --offline FOLDER"))
    else:
        run_mkdocs("build", "--strict", *arguments)


def _build_offline(folder: Path, arguments: Sequence[str], *, is_packed: bool) -> None:
    """Build a site that opens from disk. Raises OnDiskError, and OSError where its archive cannot be written."""
    refuse_other_folder(folder)
    refuse_inside(folder, what_a_site_is_built_from())
    if is_packed:
        refuse_other_archive(folder)
    os.environ[VARIABLE] = "1"
    try:
        run_mkdocs("build", "--strict", *arguments, "--site-dir", str(folder))
    except SystemExit as end:
        if end.code:
            raise
    click.echo(say("In a browser open {file}", file=folder / "index.html"))
    if is_packed:
        click.echo(say("Packed into {file}", file=pack(folder)))
