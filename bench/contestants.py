"""What is compared: each command with the folder that it is run in and what it leaves there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
OURS = "ours"
"""The folder of the site that the generator writes."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Contestant:
    """One command."""

    label: str
    folder: str
    """Below the folder of a size; named for the peer whose files are in it."""
    command: tuple[str, ...]
    leaves: str
    """The folder that it writes, removed before each run; empty where it writes nothing."""


def _hugo() -> str:
    """Hugo's own binary: the command of the package starts a Python process first, which would be measured."""
    for file in distribution("hugo").files or ():
        if file.parts[-2:] in (("binaries", "hugo"), ("binaries", "hugo.exe")):
            return str(file.locate())
    raise FileNotFoundError("the package `hugo` holds no binary")


_PYTHON = sys.executable
_MKDOCS = (_PYTHON, "-m", "mkdocs", "build", "--quiet")
CONTESTANTS: Mapping[str, Contestant] = {
    "check": Contestant(
        "`timeline check`", OURS, (_PYTHON, "-c", "from site_builder.cli import main; main()", "check"), ""
    ),
    "build": Contestant("ours", OURS, _MKDOCS, "site"),
    "plain": Contestant("Material, plain pages", "plain", _MKDOCS, "site"),
    "hugo": Contestant("Hugo", "hugo", (_hugo(), "--quiet", "--noBuildLock"), "public"),
}
PEERS = ("plain", "hugo")


def prepare(names: Sequence[str], size: int, folder: Path) -> int:
    """Write what the contestants read, in processes of their own; how many records ours has."""
    python = (_PYTHON, "-m")
    ours = folder / OURS
    told = _run(*python, "bench.generate", str(size), str(ours), "--seed", str(SEED))
    for name in names:
        if name in PEERS:
            _run(*python, "bench.peers", name, str(ours / "events"), str(folder / name))
    return int(told.split(" events, ")[1].split(" records")[0].replace(",", ""))


def _run(*command: str) -> str:
    return subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True).stdout


def clear(contestant: Contestant, folder: Path) -> None:
    """Remove what a run before left, so that every build is a cold one."""
    if contestant.leaves:
        shutil.rmtree(folder / contestant.folder / contestant.leaves, ignore_errors=True)
        shutil.rmtree(folder / contestant.folder / ".cache", ignore_errors=True)


def count_pages(contestant: Contestant, folder: Path) -> int:
    """The HTML files that a run left."""
    if not contestant.leaves:
        return 0
    return sum(1 for _ in (folder / contestant.folder / contestant.leaves).rglob("*.html"))
