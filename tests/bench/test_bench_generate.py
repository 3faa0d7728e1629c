"""Invented chronicles: the same for the same seed, free of problems, and built like any other."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.browser.light import light_chronicle
from bench.contestants import REPOSITORY
from bench.generate import write_site
from bench.synthetic.chronicle import invent_chronicle
from site_builder.chronicle import Chronicle
from site_builder.pages import commonmark

PROGRAM = str(REPOSITORY / "bench" / "generate.py")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of thirty events, written by the program."""
    folder = tmp_path_factory.mktemp("site")
    run(sys.executable, PROGRAM, "30", str(folder))
    return folder


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """A chronicle large enough to have something of everything."""
    folder = tmp_path_factory.mktemp("chronicle")
    write_site(400, folder, seed=3)
    return Chronicle.open(folder / "events")


def run(*command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_size_and_seed_give_the_same_files_in_another_process(site: Path, tmp_path: Path) -> None:
    write_site(30, tmp_path, seed=1)
    written = contents(site)
    assert contents(tmp_path) == {path: text for path, text in written.items() if not path.startswith("site/")}


def test_another_seed_gives_other_records() -> None:
    first, second = ({file.path: file.text for file in invent_chronicle(30, seed)} for seed in (1, 2))
    assert first != second


@pytest.mark.parametrize("events", [1, 2, 7, 30, 250])
def test_a_site_has_as_many_events_as_were_asked_for(events: int) -> None:
    folders = Counter(file.path.partition("/")[0] for file in invent_chronicle(events, seed=1))
    assert sum(number for folder, number in folders.items() if folder.isdigit()) == events


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    refused = run(sys.executable, PROGRAM, "5", str(tmp_path))
    assert refused.returncode == 2
    assert "is not empty" in refused.stderr
    assert list(contents(tmp_path)) == ["notes.txt"]


def test_thirty_events_pass_the_check(site: Path) -> None:
    program = "from site_builder.cli import main; main()"
    checked = run(sys.executable, "-c", program, "check", "events", folder=site)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_thirty_events_build_with_a_page_each(site: Path) -> None:
    built = run(sys.executable, "-m", "mkdocs", "build", "--strict", folder=site)
    assert built.returncode == 0, built.stderr
    ids = [path.stem for path in site.glob("events/2*/*.yml")]
    assert len(ids) == 30
    assert [name for name in ids if not (site / "site" / "events" / name / "index.html").exists()] == []


@pytest.mark.parametrize("seed", range(4))
def test_no_seed_gives_an_error_or_dates_that_contradict_links(seed: int, tmp_path: Path) -> None:
    write_site(80, tmp_path, seed)
    chronicle = Chronicle.open(tmp_path / "events")
    assert (chronicle.errors, list(chronicle.chronology.contradictions)) == ((), [])


def test_there_is_something_of_everything_that_real_records_have(chronicle: Chronicle) -> None:
    events = list(chronicle.events.values())
    claims = [claim for event in events for claim in event.claims]
    texts = " ".join(str(event.body) for event in events)
    dates = {"".join("0" if character.isdigit() else character for character in event.date.text) for event in events}
    assert {"0000-00-00", "0000-00-00/0000-00-00", "0000-00", "[0000-00-00..0000-00-00]", "0000-00~"} <= dates
    assert {0, 1, 2, 3, 4, 5, 6} <= {len(event.claims) for event in events}
    assert 0.8 < sum(len(event.links) for event in events) / len(events) < 1.5
    assert all(any(getattr(claim, key) for claim in claims) for key in ("denies", "revises", "confirms", "withdraws"))
    assert all(any(getattr(claim, key) for claim in claims) for key in ("figures", "quote", "question", "said_in"))
    assert all(sign in texts for sign in ("[[", "[@", "«", "الق", "сказал"))
    assert any(claim.assessment == "supported" for claim in claims)


def test_some_links_narrow_some_dates(chronicle: Chronicle) -> None:
    assert any(span.narrowed for span in chronicle.chronology.extents.values())


def test_no_body_needs_the_full_markdown_parser_as_no_real_one_does(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(commonmark, "parse_fully", fail)
    for event in chronicle.events.values():
        commonmark.parse(str(event.body))


def test_few_actors_take_part_in_most_of_what_happens(chronicle: Chronicle) -> None:
    parts = Counter(part.actor for event in chronicle.events.values() for part in event.actors)
    assert sum(number for _, number in parts.most_common(5)) > 0.3 * parts.total()


def test_a_chronicle_of_light_records_has_every_event_and_no_error() -> None:
    chronicle = light_chronicle(40, seed=1)
    assert len(chronicle.events) == 40
    assert chronicle.errors == ()
    assert any(extent.narrowed for extent in chronicle.chronology.extents.values())
