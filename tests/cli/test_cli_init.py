"""`timeline init`: what it asks, what it writes and says, and what it refuses."""

from __future__ import annotations

import importlib
import subprocess
from pathlib import Path

import pytest
import yaml
from building import tree
from click.testing import CliRunner, Result

from site_builder.cli import main
from site_builder.languages import FOLDER, messages

COMMAND = importlib.import_module("site_builder.cli.init")

ENGINE = "https://example.org/somebody/engine@" + "0123456789abcdef" * 2 + "01234567"


@pytest.fixture
def no_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the one build that takes seconds."""
    done = subprocess.CompletedProcess[str]([], 0, "", "")
    monkeypatch.setattr(COMMAND, "build_once", lambda folder: done)


def init(folder: Path, *arguments: str, answers: str | None = None) -> Result:
    asking = ("--no-input",) if answers is None else ()
    return CliRunner().invoke(main, ["init", str(folder), *arguments, *asking], input=answers)


def profile(folder: Path) -> dict[str, object]:
    return dict(yaml.safe_load((folder / "events" / "chronicle.yml").read_text(encoding="utf-8")))


def test_one_command_leads_to_a_chronicle_that_builds(tmp_path: Path) -> None:
    folder = tmp_path / "my floods"
    result = init(folder, "--title", "Floods", "--engine", ENGINE)
    assert result.exit_code == 0, result.output
    assert "3 events, 8 records: 0 errors, 0 warnings, 0 hints" in result.output
    assert "It builds. Next:" in result.output
    assert f"cd '{folder}' && " in result.output
    assert not (folder / "site").exists()
    assert profile(folder)["profile"] == "general"
    assert (folder / ".github" / "workflows" / "publish.yml").is_file()


@pytest.mark.usefixtures("no_build")
def test_answers_are_asked_until_they_are_right(tmp_path: Path) -> None:
    answers = "\nFloods\nenglish\nfr\ncurt\n3\n5\n\nOur terms\nnowhere\nhttps://example.org/terms\n2\n"
    result = init(tmp_path, "--engine", ENGINE, answers=answers)
    assert result.exit_code == 0, result.output
    assert "a title is needed" in result.output
    assert "did you mean `en`?" in result.output
    assert "expected a number from 1 to 5" in result.output
    assert profile(tmp_path) == {
        "title": "Floods",
        "languages": ["fr"],
        "licence": {"name": "Our terms", "url": "https://example.org/terms"},
        "method_page": "method.md",
        "contributing_page": "contributing.md",
        "profile": "court",
    }
    assert (tmp_path / ".gitlab-ci.yml").is_file()


@pytest.mark.usefixtures("no_build")
def test_what_options_say_is_not_asked(tmp_path: Path) -> None:
    options = [
        "--title",
        "Floods",
        "--language",
        "en",
        "--profile",
        "science",
        "--licence",
        "CC0 1.0",
        "--host",
        "none",
    ]
    result = init(tmp_path, *options, answers="")
    assert result.exit_code == 0, result.output
    assert profile(tmp_path)["licence"] == {
        "name": "CC0 1.0",
        "url": "https://creativecommons.org/publicdomain/zero/1.0/",
    }


@pytest.mark.usefixtures("no_build")
@pytest.mark.parametrize(
    ("language", "page_words", "pages"),
    [("en", False, False), ("en-GB", False, False), ("fr", True, True), ("sw", True, True)],
)
def test_it_says_what_is_in_english(tmp_path: Path, language: str, page_words: bool, pages: bool) -> None:
    said = init(tmp_path, "--title", "x", "--language", language).output
    assert ("their own words in English until" in said) == page_words
    assert ("The pages in docs/ and the examples are in English" in said) == pages


def test_the_text_by_which_a_catalogue_of_pages_is_known_is_one_of_a_page() -> None:
    texts = (FOLDER / "messages.pot").read_text(encoding="utf-8")
    assert f'msgid "{messages._OF_A_PAGE}"' in texts


@pytest.mark.usefixtures("no_build")
def test_it_says_how_to_get_what_installs_an_engine_that_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(COMMAND, "find_engine", lambda: None)
    result = init(tmp_path, "--title", "x")
    assert "--engine https://host/owner/name@COMMIT" in result.output
    assert not (tmp_path / ".github").exists()
    assert not (tmp_path / "requirements.txt").exists()


@pytest.mark.usefixtures("no_build")
def test_a_second_run_writes_nothing_and_lists_what_is_there(tmp_path: Path) -> None:
    assert init(tmp_path, "--title", "x").exit_code == 0
    before = tree(tmp_path)
    result = init(tmp_path, "--title", "y", answers="")
    assert result.exit_code == 2
    assert "nothing was written" in result.output
    assert "  mkdocs.yml\n" in result.output
    assert "README.md" not in result.output
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("no_build")
def test_a_fresh_clone_keeps_its_readme(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    result = init(tmp_path, "--title", "x")
    assert result.exit_code == 0
    assert "README.md was there and stays as it is" in result.output
    assert (tmp_path / "README.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "a title is needed"),
        (["--title", "  "], "a title is needed"),
        (["--title", "x", "--language", "english"], "did you mean `en`?"),
        (["--title", "x", "--licence-url", "https://example.org"], "--licence NAME"),
        (["--title", "x", "--licence", "y", "--licence-url", "nowhere"], "address"),
        (["--title", "x", "--engine", "https://example.org/a/b@main"], "whole id of a commit"),
        (["--title", "x", "--profile", "war"], "--profile"),
        (["--title", "x\x07"], "control character"),
    ],
)
def test_an_option_that_is_wrong_is_refused_in_a_sentence(tmp_path: Path, arguments: list[str], message: str) -> None:
    result = init(tmp_path, *arguments)
    assert (result.exit_code, message in result.output) == (2, True), result.output
    assert list(tmp_path.iterdir()) == []


def test_answers_that_end_early_leave_nothing_behind(tmp_path: Path) -> None:
    result = init(tmp_path / "floods", answers="Floods\n")
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []
