"""Small chronicles to run the command on, in a folder of their own and in a git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main

BASE = {
    "events/actors/army.yml": "name: The army\ntype: armed-forces\n",
    "events/places/town.yml": "name: The town\n",
    "events/sources/agency-report.yml": "publisher: The agency\nkind: agency\nconsulted: full\n",
    "events/sources/encyclopedia.yml": "publisher: An encyclopedia\nkind: compilation\nconsulted: full\n",
}
"""Records without problems, to which a test adds others."""
EVENT = """title: A report
date: 2024-08-02
kind: publication
summary: A report.
{}sources: [agency-report]
added: 2026-11-22
"""
REPORT = "events/2024/2024-08-02-report.yml"


class Project:
    """A folder that people work in, with the records in `events`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        for file, content in BASE.items():
            self.write(file, content)
        monkeypatch.chdir(folder)
        for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
            monkeypatch.setenv(f"{name}_NAME", "A")
            monkeypatch.setenv(f"{name}_EMAIL", "a@example.org")

    def write(self, file: str, content: str) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")

    def read(self, file: str) -> str:
        return (self.folder / file).read_bytes().decode()

    def run(self, *arguments: str) -> Result:
        """Run `timeline` here."""
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    def check(self, *arguments: str) -> Result:
        """Run `timeline check` here."""
        return self.run("check", *arguments)

    def git(self, *arguments: str) -> None:
        subprocess.run(
            ("git", "-c", "init.defaultBranch=main", *arguments), cwd=self.folder, check=True, capture_output=True
        )

    def commit(self) -> None:
        """Make what there is now a commit."""
        if not (self.folder / ".git").exists():
            self.git("init")
        self.git("add", "--all")
        self.git("commit", "--allow-empty", "-m", "x")
