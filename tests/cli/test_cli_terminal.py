"""What a terminal shows while somebody waits."""

from __future__ import annotations

import io
import sys

import pytest

from site_builder.cli.terminal import waiting

ERASE = "\r\x1b[K"


class Screen(io.StringIO):
    """A terminal, or a file."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


class AtOnce:
    """A timer that does not wait."""

    daemon = False

    def __init__(self, seconds: float, show: object) -> None:
        self.show = show

    def start(self) -> None:
        assert callable(self.show)
        self.show()

    def cancel(self) -> None:
        """Nothing: it is over."""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr("threading.Timer", AtOnce)
    return monkeypatch


def test_how_far_it_is_stands_in_one_line_that_goes_when_it_is_done(impatient: pytest.MonkeyPatch) -> None:
    screen = Screen(is_terminal=True)
    impatient.setattr(sys, "stderr", screen)
    with waiting("0 of 2 asked") as change:
        change("1 of 2 asked")
        change("2 of 2 asked")
    assert screen.getvalue() == f"{ERASE}0 of 2 asked …{ERASE}1 of 2 asked …{ERASE}2 of 2 asked …{ERASE}"


def seen_of_work(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> str:
    screen = Screen(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    with waiting("0 of 2 asked") as change:
        change("1 of 2 asked")
    return screen.getvalue()


def test_nothing_of_it_goes_into_a_file(impatient: pytest.MonkeyPatch) -> None:
    assert seen_of_work(impatient, is_terminal=False) == ""


def test_short_work_shows_nothing_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen_of_work(monkeypatch, is_terminal=True) == ""
