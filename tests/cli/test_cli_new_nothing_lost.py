"""`timeline new` keeps what was typed: names are taken, answers checked, and leaving is asked about."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from worlds import write_records

from cli.test_cli_new import WORLD, files, new
from site_builder.chronicle import Chronicle
from site_builder.records import Event

_LONGEST = 60
"""Seconds without a word after which none will come."""
_UNSEEN = 5
"""Seconds without a word after which a key was not seen."""
CTRL_C, CTRL_D = b"\x03", b"\x04"
MEETING = ("A meeting", "2024-08-05", "meeting", "They met.")
END = ("", "", "", "", "", "y")
"""No more sources, no threads, links, or unknown; the id that is proposed; yes."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(tmp_path / "events", WORLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(*answers: str) -> str:
    return "\n".join((*answers, ""))


def event(folder: Path, record_id: str = "2024-08-05-meeting") -> Event:
    read = Chronicle.open(folder / "events")
    assert read.errors == ()
    return read.events[record_id]


@pytest.mark.parametrize("name", ["Kidal", "KIDAL", "kidal", "Kidál"])
def test_an_exact_name_is_taken_and_reported(folder: Path, name: str) -> None:
    result = new("event", answers=typed(*MEETING, name, "", "", "PMC wagner", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert "wagner  Wagner Group" in result.output
    written = event(folder)
    assert [one.place for one in written.places] == ["kidal"]
    assert [one.actor for one in written.actors] == ["wagner"]


def test_an_exact_name_is_taken_from_an_option_too(folder: Path) -> None:
    options = ("--title", "A", "--date", "2024-08-05", "--kind", "meeting", "--summary", "B.", "--source", "s")
    result = new("event", *options, "--place", "Kidal:origin", "--actor", "Malian army")
    assert result.exit_code == 0, result.output
    assert [one.actor for one in event(folder, "2024-08-05-a").actors] == ["fama"]


def test_a_name_that_two_records_have_is_asked_about(folder: Path) -> None:
    write_records(folder / "events", "places/kidal-region: {name: Kidal}")
    result = new("event", answers=typed(*MEETING, "Kidal", "2", "", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert [one.place for one in event(folder).places] == ["kidal-region"]


def test_enter_takes_a_record_that_is_offered_alone(folder: Path) -> None:
    result = new("event", answers=typed(*MEETING, "Kidl", "", "", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert [one.place for one in event(folder).places] == ["kidal"]


def test_another_answer_can_be_typed_where_records_are_offered(folder: Path) -> None:
    result = new("event", answers=typed(*MEETING, "Kidl", "n", "", "malin army", "Wagner Group", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert (event(folder).places, [one.actor for one in event(folder).actors]) == ((), ["wagner"])


def test_a_place_that_is_missing_is_written_under_the_name_that_was_typed(folder: Path) -> None:
    place = ("", "", "", "", "", "", "", "", "y")
    result = new("event", answers=typed(*MEETING, "Dakar", "+", *place, "", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert [one.place for one in event(folder).places] == ["dakar"]


@pytest.mark.parametrize(
    ("address", "url", "archive"),
    [
        ("https://example.org/a", "https://example.org/a", None),
        ("www.example.org/a", "https://www.example.org/a", None),
        (
            "https://web.archive.org/web/20240805120000/https://example.org/a",
            "https://example.org/a",
            "https://web.archive.org/web/20240805120000/https://example.org/a",
        ),
    ],
)
def test_a_source_is_written_for_an_address_that_none_has(
    folder: Path, address: str, url: str, archive: str | None
) -> None:
    source = ("RFI", "They met", "", "", "", "", "", "", "", "", "", "rfi-met", "y")
    result = new("event", answers=typed(*MEETING, "", "", address, "", *source, *END))
    assert result.exit_code == 0, result.output
    assert [ref.source for ref in event(folder).sources] == ["rfi-met"]
    written = Chronicle.open(folder / "events").sources["rfi-met"]
    assert (written.url, written.archive) == (url, archive)


def test_a_source_is_named_by_its_address(folder: Path) -> None:
    write_records(folder / "events", 'sources/rfi: {publisher: RFI, url: "https://example.org/a/"}')
    result = new("event", answers=typed(*MEETING, "", "", "http://example.org/a", *END))
    assert result.exit_code == 0, result.output
    assert [ref.source for ref in event(folder).sources] == ["rfi"]


@pytest.mark.parametrize(
    ("kind", "words", "role"), [("statement", "speaker", "speaker"), ("meeting", "participant", "participant")]
)
def test_the_usual_role_is_named_and_fits_the_kind(folder: Path, kind: str, words: str, role: str) -> None:
    title, date, _, summary = MEETING
    result = new("event", answers=typed(title, date, kind, summary, "", "wagner", "", "", "s", *END))
    assert result.exit_code == 0, result.output
    assert f"In what role (Enter: {words})" in result.output
    assert [one.role.value for one in event(folder).actors] == [role]


@pytest.mark.parametrize(
    ("first", "wrong", "right", "said"),
    [
        (["RFI", "", "", ""], "French language", "fr", "error: `lang` is"),
        (["RFI", "", "", "", ""], "not an address", "https://example.org/a", "error: `url` is"),
    ],
)
def test_an_answer_is_checked_when_it_is_given(
    folder: Path, first: list[str], wrong: str, right: str, said: str
) -> None:
    result = new("source", answers=typed(*first, wrong, right))
    question = result.output.index(said)
    assert result.output.index(right, question) > question


def test_what_was_meant_is_taken_by_enter(folder: Path) -> None:
    rest = ("", "", "", "", "", "", "rfi", "y")
    result = new("source", answers=typed("RFI", "", "", "", "", "exmaple.org/a b", "", *rest))
    assert "Do you mean `https://exmaple.org/a%20b`" in result.output
    assert result.exit_code == 0, result.output
    assert Chronicle.open(folder / "events").sources["rfi"].url == "https://exmaple.org/a%20b"


def test_a_figure_names_its_party_by_its_exact_name(folder: Path) -> None:
    claim = ("wagner", "", "", "", "toll", "Fifty.", "", "Malian army.killed=many", "Malian army.killed=50", "", "")
    result = new("claim", "2024-07-27-ambush", answers=typed(*claim, "le-monde", "", "", "y"))
    assert result.exit_code == 0, result.output
    assert "error: `killed` is `many`" in result.output
    assert list(event(folder, "2024-07-27-ambush").claims[0].figures) == ["fama"]


def test_somebody_who_does_not_agree_can_change_an_answer(folder: Path) -> None:
    result = new("thread", answers=typed("Drones", "", "", "", "n", "summary", "What flew.", "y"))
    assert result.exit_code == 0, result.output
    assert str(Chronicle.open(folder / "events").threads["drones"].summary) == "What flew."


def test_an_id_that_cannot_be_had_is_asked_for_and_nothing_is_lost(folder: Path) -> None:
    result = new("thread", "--id", "mali", answers=typed("Drones", "", "", "", "y"))
    assert result.exit_code == 0, result.output
    assert "threads/mali.yml has the id `mali` already" in result.output
    assert (folder / "events/threads/drones.yml").exists()


class Terminal:
    """A terminal in which `timeline new` runs."""

    def __init__(self, process: subprocess.Popen[bytes], handle: int) -> None:
        self.process = process
        self.handle = handle
        self.said = b""

    def press(self, keys: bytes, then: str) -> None:
        """Press keys, and wait until something is said."""
        before = len(self.said)
        os.write(self.handle, keys)
        self.wait_for(then, before)

    def stop(self, key: bytes, then: str) -> None:
        """Press a key that stops; again where it came while a line was drawn, when readline does not see it."""
        before = len(self.said)
        for _ in range(int(_LONGEST / _UNSEEN)):
            os.write(self.handle, key)
            with suppress(TimeoutError):
                while then.encode() not in self.said[before:]:
                    self.read(_UNSEEN)
                return
        raise AssertionError(f"{then!r} was never said:\n{self.said.decode(errors='replace')}")

    def wait_for(self, words: str, before: int = 0) -> None:
        while words.encode() not in self.said[before:]:
            try:
                self.read(_LONGEST)
            except OSError:
                raise AssertionError(f"{words!r} was never said:\n{self.said.decode(errors='replace')}") from None

    def read(self, seconds: float) -> None:
        """Read what is said next. Raises TimeoutError, an OSError, where nothing is for so long."""
        if not select.select([self.handle], [], [], seconds)[0]:
            raise TimeoutError
        self.said += os.read(self.handle, 4000)


@contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    pty = pytest.importorskip("pty")
    pytest.importorskip("readline")
    code = "import os; os.login_tty(0); from site_builder.cli import main; main()"
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", code, "new", *arguments]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "500"}
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=environment
    ) as process:
        os.close(theirs)
        try:
            yield Terminal(process, ours)
        finally:
            process.kill()
    os.close(ours)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_a_record_begun_in_between_leads_back_with_nothing_lost(folder: Path, key: bytes) -> None:
    with terminal("event", "--added", "2026-11-22") as screen:
        screen.wait_for("figures (needed)")
        screen.press(b"A meeting\r", "happened (needed)")
        screen.press(b"2024-08-05\r", "kind of event (needed)")
        screen.press(b"meeting\r", "no figures (needed)")
        screen.press("Зустріч.\r".encode(), "Place (")
        screen.press(b"+\r", "Its name (needed)")
        screen.stop(key, "Place (")
        screen.press(b"+\r", "Its name (needed)")
        screen.press(b"Dakar\r", "Another name")
        screen.stop(key, "Discard the place and its answer")
        screen.press(b"\r", "Another name")
        screen.stop(key, "Discard the place")
        screen.press(b"y\r", "Place (")
        screen.press(b"\r", "Actor (")
        screen.press(b"\r", "Source (needed")
        screen.stop(key, "Discard the event and its 4 answers")
        screen.press(b"\r", "Source (needed")
        screen.press(b"s\r", "Source (Enter: no more")
        for words in ("Thread", "Link", "What nobody", "Its id", "Write this"):
            screen.press(b"\r", words)
        screen.press(b"\r", "wrote events/2024/2024-08-05-meeting.yml")
    assert str(event(folder).summary) == "Зустріч."
    assert not (folder / "events/places/dakar.yml").exists()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_giving_up_is_asked_about_and_twice_is_meant(folder: Path, key: bytes) -> None:
    before = files(folder)
    with terminal("thread") as screen:
        screen.wait_for("Its title (needed)")
        screen.press(b"Drones\r", "What it is about")
        screen.stop(key, "Discard the thread and its answer")
        screen.stop(key, "stopped: the thread was not written")
        assert screen.process.wait() == 1
    assert files(folder) == before


def test_text_pasted_in_several_lines_is_one_answer_and_arrow_keys_edit_it(folder: Path) -> None:
    with terminal("thread", "--added", "2026-11-22") as screen:
        screen.wait_for("Its title (needed)")
        screen.press(b"Dones\x1b[D\x1b[D\x1b[D\x1b[Dr\r", "What it is about")
        screen.press(b"\x1b[200~What flew,\nand\r\nwhere.\x1b[201~\r", "An event to start with")
        screen.press(b"\r", "Its id")
        screen.press(b"\r", "Write this")
        screen.press(b"\r", "wrote events/threads/drones.yml")
    written = Chronicle.open(folder / "events").threads["drones"]
    assert (str(written.title), str(written.summary)) == ("Drones", "What flew, and where.")


def test_bytes_that_are_not_utf_8_are_asked_for_again(folder: Path) -> None:
    with terminal("thread") as screen:
        screen.wait_for("Its title (needed)")
        screen.press(b"caf\xff\r", "is not UTF-8")
        screen.press(b"Drones\r", "What it is about")
        screen.stop(CTRL_C, "Discard the thread")


def test_after_the_prosecutor_the_next_actor_is_the_defendant(folder: Path) -> None:
    (folder / "events/chronicle.yml").write_text("profile: court\n")
    for file in (folder / "events").glob("2024*/*.yml"):
        file.unlink()
    for name, kind in (("court-service", "government-body"), ("mill", "company")):
        made = new("actor", "--name", name, "--type", kind)
        assert made.exit_code == 0, made.output
    title, date, _, summary = MEETING
    actors = ("court-service", "", "mill", "", "")
    result = new("event", answers=typed(title, date, "charge", summary, "", *actors, "s", *END))
    assert result.exit_code == 0, result.output
    [written] = Chronicle.open(folder / "events").events.values()
    assert [one.role.value for one in written.actors] == ["prosecutor", "defendant"]


@pytest.mark.parametrize(("count", "written"), [("about 240", "~240"), ("at least 5,000", "5000+"), ("84", "84")])
def test_a_figure_is_read_as_people_write_it(folder: Path, count: str, written: str) -> None:
    claim = ("--by", "wagner", "--topic", "toll", "--says", "Many.", "--figure", f"fama.killed={count}")
    result = new("claim", "2024-07-27-ambush", *claim, "--source", "le-monde")
    assert result.exit_code == 0, result.output
    [figures] = event(folder, "2024-07-27-ambush").claims[0].figures.values()
    assert [str(figure) for figure in figures.values()] == [written]


def test_a_record_with_errors_is_said_to_be_there(folder: Path) -> None:
    [file] = (folder / "events").rglob("2024-07-27-ambush.yml")
    file.write_text(file.read_text().replace("kind: ambush", "kind: ambushed"))
    about = ("--title", "A", "--date", "2024-08-05", "--kind", "meeting", "--summary", "B.", "--source", "le-monde")
    result = new("event", *about, "--link", "responds-to:2024-07-27-ambush")
    assert result.exit_code == 2
    assert "2024-07-27-ambush.yml has errors: `timeline check` lists them" in result.stderr
