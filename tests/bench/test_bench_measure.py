"""Whole processes are measured: their memory, their children's work, and whether they end well."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.measure import CommandFailedError, measure

PYTHON = sys.executable


def test_memory_that_a_process_fills_is_in_its_peak(tmp_path: Path) -> None:
    without = measure((PYTHON, "-c", "pass"), tmp_path).peak
    filled = measure((PYTHON, "-c", "b'x' * 300_000_000"), tmp_path).peak
    # Until its program begins a process has the memory of the one that began it.
    assert filled >= max(300_000_000, without)


def test_work_of_a_child_that_the_process_waits_for_is_counted(tmp_path: Path) -> None:
    work = "import time\nwhile time.process_time() < 0.5: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    assert measure((PYTHON, "-c", child), tmp_path).cpu >= 0.5


def test_the_command_runs_in_the_folder(tmp_path: Path) -> None:
    measure((PYTHON, "-c", "import pathlib; pathlib.Path('here').touch()"), tmp_path)
    assert (tmp_path / "here").exists()


def test_a_command_that_fails_is_an_error_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=r"exit code 3\n(.|\n)*no such record"):
        measure((PYTHON, "-c", "print('no such record'); raise SystemExit(3)"), tmp_path)
