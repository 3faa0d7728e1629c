"""What `make` installs into: no tools that are older than the locked ones."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-dev.txt"])
def test_the_pip_of_the_environment_is_the_locked_one(requirements: str) -> None:
    [locked] = re.findall(r"^pip==(\S+)", (REPOSITORY / requirements).read_text(encoding="utf-8"), re.MULTILINE)
    assert importlib.metadata.version("pip") == locked


def test_the_environment_has_no_setuptools_that_came_with_python() -> None:
    assert [each.name for each in importlib.metadata.distributions() if each.name == "setuptools"] == []
