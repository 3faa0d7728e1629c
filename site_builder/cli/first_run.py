"""The first check of a chronicle that has just begun, and the first build of its site."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from site_builder.cli.check import Listing, check_folder_of_site, in_text, summary
from site_builder.cli.folders import SETTINGS, USUAL
from site_builder.cli.terminal import wants_colour
from site_builder.problems import Severity


def check_once(folder: Path) -> bool:
    """List what `timeline check` lists; whether it is more than hints."""
    events = folder / USUAL
    now = check_folder_of_site(events)
    listing = Listing(now.problems)
    for line in (*in_text(listing.listed, now.records, f"{events.as_posix()}/", ""), *summary(listing, now)):
        click.echo(line, color=wants_colour())
    return any(problem.severity is not Severity.HINT for problem in listing.listed)


def build_once(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site strictly into a folder that is removed again."""
    with TemporaryDirectory(prefix="timeline-") as scratch:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        command += ["--config-file", str(folder / SETTINGS), "--site-dir", str(Path(scratch) / "site")]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
