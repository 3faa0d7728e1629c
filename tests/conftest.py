"""What all tests share: how golden files are renewed, and that no test is held to a time."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write what the tests make into tests/golden/, to be reviewed like code",
    )
