"""What all tests share: how golden files are renewed, the real site, and that no test is held to a time."""

from __future__ import annotations

import os

import pytest
from building import REPOSITORY, Built, build
from hypothesis import settings

# Material's banner is for people; it is read when the theme is loaded.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# The same examples in each run: a change is never refused for an input that it has nothing to do with.
settings.register_profile("repeated", deadline=None, derandomize=True)
# Other examples in each round of `make fuzz`; rounds short enough for each test to have several in ten minutes.
settings.register_profile("fuzz", deadline=None, derandomize=False, max_examples=400)
settings.load_profile("repeated")


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
