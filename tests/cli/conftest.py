from pathlib import Path

import pytest

from cli.chronicles import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A chronicle without problems, in whose folder we are."""
    return Project(tmp_path, monkeypatch)
