"""Where and when something was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.contestants import REPOSITORY

_PACKAGES = ("mkdocs", "mkdocs-material", "hugo", "pydantic", "pyyaml", "jinja2", "markdown", "markdown-it-py", "edtf")


def describe_machine() -> Iterator[str]:
    """Facts that the numbers depend on, one sentence each."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = f"{platform.system()} {platform.machine()}"
    yield f"Measured on {datetime.now(UTC):%Y-%m-%d} at commit {_commit()}."
    yield f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {system}."
    yield f"Python {platform.python_version()}; {', '.join(f'{name} {version(name)}' for name in _PACKAGES)}."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _commit() -> str:
    told = subprocess.run(
        ("git", "describe", "--always", "--dirty"), cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or "unknown"
