"""What `check --fix` does with keys that were left empty, and with a word for the day on which a record is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.fixing import fix
from site_builder.problems import Severity
from site_builder.reading import read

RECORD = """title: A report
date: 2024-08-02
kind: publication
summary: A report.
{}sources: [agency-report]
added: 2026-11-22
"""
TODAY = "2026-11-24"


def fixed_text(folder: Path, content: str) -> str:
    """What becomes of an event that is fixed on a certain day."""
    file = folder / "events/2024/2024-08-02-report.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode())
    fix(folder / "events", lambda _: True, TODAY)
    return file.read_bytes().decode()


@pytest.mark.parametrize(
    ("empty", "left"),
    [
        ("threads:\n", ""),
        ("threads:  \nbody:\nunknown:\t\n", ""),
        ("places:\n  - {place: town, role: }\n", "places:\n  - {place: town}\n"),
        ("places:\n  - {role: , place: town}\n", "places:\n  - {place: town}\n"),
        ("places:\n  - {place: town, role: , standing: }\n", "places:\n  - {place: town}\n"),
        ("places:\n  - {place: town, standing: , role: site}\n", "places:\n  - {place: town, role: site}\n"),
        ("places:\n  - place: town\n    role:\n", "places:\n  - place: town\n"),
        ("# Kept.\nthreads:\n", "# Kept.\n"),
    ],
)
def test_a_key_that_was_left_empty_is_taken_out(tmp_path: Path, empty: str, left: str) -> None:
    assert fixed_text(tmp_path, RECORD.format(empty)) == RECORD.format(left)
    windows = RECORD.format(empty).replace("\n", "\r\n")
    assert fixed_text(tmp_path, windows) == RECORD.format(left).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "kept",
    [
        "threads: # which?\n",
        "threads: null\n",
        "threads: ''\n",
        "threads: ~\n",
        "colour:\n",
        "unknown:\n  -\n",
        "places:\n  - {place: , role: site}\n",
    ],
)
def test_what_says_something_or_is_needed_is_left_to_a_person(tmp_path: Path, kept: str) -> None:
    assert fixed_text(tmp_path, RECORD.format(kept)) == RECORD.format(kept)


def test_an_empty_key_that_may_be_left_out_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "actors/a.yml"
    path.parent.mkdir()
    path.write_text("name:\ntype: company\naliases:\n")
    found = read(tmp_path).problems
    assert [(problem.text, problem.severity) for problem in found] == [
        ("name", Severity.ERROR),
        ("aliases", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "word", ["today", "Today", "TODAY!", "now", "aujourd'hui", "Aujourd’hui", "сегодня", "сьогодні", "اليوم", "<today>"]
)
def test_a_word_for_the_day_of_writing_becomes_the_day_of_the_fix(tmp_path: Path, word: str) -> None:
    record = RECORD.format("") + "corrections:\n  - {date: today, kind: error, note: A.}\n"
    right = record.replace("today", TODAY).replace("2026-11-22", TODAY)
    assert fixed_text(tmp_path, record.replace("2026-11-22", word)) == right


def test_a_quoted_word_is_read_as_well(tmp_path: Path) -> None:
    quoted = fixed_text(tmp_path, RECORD.format("").replace("2026-11-22", '"today"'))
    assert quoted.endswith(f'added: "{TODAY}"\n')


@pytest.mark.parametrize(
    "record", [RECORD.format("").replace("2024-08-02\n", "today\n"), RECORD.format("date_note:\n")]
)
def test_no_other_date_becomes_the_day_of_the_fix(tmp_path: Path, record: str) -> None:
    assert TODAY not in fixed_text(tmp_path, record)


@pytest.mark.parametrize("word", ["yesterday", "tomorrow", "today or yesterday", "soon"])
def test_no_other_word_becomes_the_day_of_the_fix(tmp_path: Path, word: str) -> None:
    assert TODAY not in fixed_text(tmp_path, RECORD.format("").replace("2026-11-22", word))


def test_without_a_fix_the_message_says_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "2024/2024-08-02-report.yml"
    path.parent.mkdir()
    path.write_text(RECORD.format("").replace("2026-11-22", "today"))
    (found,) = read(tmp_path).problems
    assert "`added` is `today`, which is another day tomorrow: write the date" in found.message
    assert (found.line, found.column) == (6, 8)
