"""What all tests share: how golden files are renewed, the real site, and that no test is held to a time."""

from __future__ import annotations

import os

import pytest
from building import REPOSITORY, Built, build
from hypothesis import settings

# Material's banner is for people; it is read when the theme is loaded.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

settings.register_profile("untimed", deadline=None)
# Rounds that are short enough for each test to have several of them in ten minutes.
settings.register_profile("fuzz", parent=settings.get_profile("untimed"), max_examples=400)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write what the tests make into tests/golden/, to be reviewed like code",
    )


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the real records, built as `mkdocs build --strict` builds it."""
    built = build(REPOSITORY / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site")
    assert built.passed, built.log
    return built
