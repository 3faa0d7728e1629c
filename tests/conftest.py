"""What all tests share: how files that are made are renewed, the real site, and that no test is held to a time."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from building import REPOSITORY, Built, build
from hypothesis import settings

# Material's banner is for people; it is read when the theme is loaded.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# What one test reads is nothing to the next.
os.environ["TIMELINE_NO_CACHE"] = "1"

# Each command that a test starts would compile all modules again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell has what it starts in the background ignore Ctrl-C, and `nohup` that the terminal is gone. The servers that
# tests end by these would ignore them too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# The same examples in each run: a change is never refused for an input that it has nothing to do with.
settings.register_profile("repeated", deadline=None, derandomize=True)
# Other examples in each round of `make fuzz`; rounds short enough for each test to have several in ten minutes.
settings.register_profile("fuzz", deadline=None, derandomize=False, max_examples=400)
settings.load_profile("repeated")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew",
        action="store_true",
        help="run the tests that compare with a committed file, and write what is made now into it",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--renew"):
        items[:] = [item for item in items if "same_as_file" in getattr(item, "fixturenames", ())]


@pytest.fixture
def same_as_file(pytestconfig: pytest.Config) -> Callable[[Path, str], None]:
    """Asserts that a committed file holds a text. With `--renew` it writes the text there, to be reviewed like code."""

    def compare(file: Path, text: str) -> None:
        if pytestconfig.getoption("--renew"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"`make renew` writes {file.name}"

    return compare


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the real records, built as `mkdocs build --strict` builds it."""
    built = build(REPOSITORY / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site")
    assert built.passed, built.log
    return built
