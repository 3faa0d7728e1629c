"""`timeline new` at a terminal: what it says to answers that cannot be taken, and what it helps with."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import write_records

from cli.test_cli_new import WORLD, files, new
from site_builder.chronicle import Chronicle
from site_builder.editing.answers import ASKED, ASKED_OF_CLAIM
from site_builder.records import MODELS, Claim, Kind

NOT_OF_NEW_RECORDS = {"id", "file", "corrections", "former_ids", "link_mentions", "claims", "extra"}
"""Keys that come from elsewhere, or that a record gets after it was written."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(tmp_path / "events", WORLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(*answers: str) -> str:
    return "\n".join((*answers, ""))


def chronicle(folder: Path) -> Chronicle:
    read = Chronicle.open(folder / "events")
    assert read.errors == ()
    return read


THREAD = ("Drones", "What flew.", "", "drones", "y")
EVENT_TO_PLACES = ("A meeting", "2024-08-05", "meeting", "They met.", "", "")
"""Title, date, kind, summary, no place, no actor."""
EVENT_END = ("", "", "", "", "", "y")
"""No more sources, no threads, links, or unknown; the id that is proposed; yes."""


def test_it_says_that_an_answer_is_needed(folder: Path) -> None:
    result = new("thread", answers=typed("", *THREAD))
    assert result.exit_code == 0, result.output
    needed = "Its title (needed): "
    assert f"{needed}\n  An answer is needed.\n{needed}Drones" in result.output


def test_a_question_mark_says_how_an_answer_is_written(folder: Path) -> None:
    result = new(
        "event", answers=typed("?", EVENT_TO_PLACES[0], "?", *EVENT_TO_PLACES[1:], "?", "le-monde", *EVENT_END)
    )
    assert result.exit_code == 0, result.output
    assert "What happened, in one neutral line without figures. For example: The bridge" in result.output
    assert "Write 27 July 2024, July 2024, about May 2024" in result.output
    assert "The id of a source, words of its title, or its address" in result.output


@pytest.mark.parametrize(("pick", "written"), [("1", "2024-03-04"), ("2", "2024-04-03")])
def test_a_date_that_can_be_read_in_two_ways_is_picked_by_number(folder: Path, pick: str, written: str) -> None:
    title, _, *rest = EVENT_TO_PLACES
    result = new("event", answers=typed(title, "3/4/2024", pick, *rest, "s", *EVENT_END))
    assert result.exit_code == 0, result.output
    assert "can be read in two ways" in result.output
    assert "1  4 March 2024" in result.output and "2  3 April 2024" in result.output
    assert f"{written}-meeting" in chronicle(folder).events


def test_neither_reading_of_a_date_is_taken_for_granted(folder: Path) -> None:
    title, _, *rest = EVENT_TO_PLACES
    result = new("event", answers=typed(title, "3/4/2024", "", "3 April 2024", "", *rest, "s", *EVENT_END))
    assert result.exit_code == 0, result.output
    assert "2024-04-03-meeting" in chronicle(folder).events


def test_a_date_that_was_misunderstood_is_typed_again(folder: Path) -> None:
    title, _, *rest = EVENT_TO_PLACES
    result = new("event", answers=typed(title, "summer 2024", "20 July 2024", "", *rest, "s", *EVENT_END))
    assert result.exit_code == 0, result.output
    assert "2024-07-20-meeting" in chronicle(folder).events


def test_what_a_date_leaves_out_is_said_before_it_is_taken(folder: Path) -> None:
    result = new("event", answers=typed(EVENT_TO_PLACES[0], "early 3rd century BCE"))
    assert "-02XX: 3rd century BCE\n  That leaves out `early`." in result.output


def test_an_id_that_does_not_begin_with_the_date_is_asked_for_again_at_once(folder: Path) -> None:
    result = new("event", answers=typed(*EVENT_TO_PLACES, "s", "", "", "", "", "met", "2024-08-05-met", "y"))
    assert result.exit_code == 0, result.output
    assert "`met` does not begin with the date: use `2024-08-05-met`" in result.output
    assert "2024-08-05-met" in chronicle(folder).events
    refused = new("event", *options(id="met"))
    assert (refused.exit_code, "use `2024-08-05-met`" in refused.stderr) == (1, True)


def options(**more: str) -> Iterator[str]:
    values = {"title": "A", "date": "2024-08-05", "kind": "meeting", "summary": "They met.", "source": "s", **more}
    for key, value in values.items():
        yield from (f"--{key}", value)


def test_a_source_that_is_missing_is_written_in_between(folder: Path) -> None:
    source = ("RFI", "They met", "", "2024-08-05", "", "", "", "", "", "full", "", "rfi-met", "y")
    result = new("event", answers=typed(*EVENT_TO_PLACES, "+", *source, *EVENT_END))
    assert result.exit_code == 0, result.output
    assert "wrote events/sources/rfi-met.yml" in result.output
    (event,) = (event for event in chronicle(folder).events.values() if event.id == "2024-08-05-meeting")
    assert [ref.source for ref in event.sources] == ["rfi-met"]


def test_what_was_not_written_in_between_is_asked_for_again(folder: Path) -> None:
    source = ("RFI", "", "", "", "", "", "", "", "", "", "", "rfi", "n", "q", "y")
    result = new("event", answers=typed(*EVENT_TO_PLACES, "+", *source, "s", *EVENT_END))
    assert result.exit_code == 0, result.output
    assert not (folder / "events/sources/rfi.yml").exists()


def test_a_link_that_says_what_caused_it_is_asked_who_says_so(folder: Path) -> None:
    cause = ("convoy ambushed", "1", "consequence-of", "Le Monde says so.", "le-monde", "")
    result = new("event", answers=typed(*EVENT_TO_PLACES, "s", "", "", *cause, "", "", "y"))
    assert result.exit_code == 0, result.output
    (link,) = chronicle(folder).events["2024-08-05-meeting"].links
    assert (str(link.note), [ref.source for ref in link.sources]) == ("Le Monde says so.", ["le-monde"])


def test_a_link_that_says_what_caused_it_is_refused_without_who_says_so(folder: Path) -> None:
    without = new("event", *options(link="consequence-of:2024-07-27-ambush"))
    assert (without.exit_code, "a source and a note" in without.stderr) == (2, True)
    with_it = new("event", *options(link="consequence-of:2024-07-27-ambush:le-monde:It says: so."))
    assert with_it.exit_code == 0, with_it.output
    (link,) = chronicle(folder).events["2024-08-05-a"].links
    assert str(link.note) == "It says: so."


def test_an_answer_is_changed_by_its_number_and_what_is_none_is_reported(folder: Path) -> None:
    place = ["Bouressa", "", "", "", "19.9", "2.2", "settlement", "A town.", "le-monde", "", "bouressa"]
    result = new("place", answers=typed(*place, "n", "latitude", "5", "19.95", "y"))
    assert result.exit_code == 0, result.output
    assert "`latitude` is not one of them" in result.output
    assert " 5  lat: Degrees north" in result.output
    bouressa = chronicle(folder).places["bouressa"]
    assert (bouressa.lat, str(bouressa.description)) == (19.95, "A town.")


def test_answers_that_end_too_early_write_nothing_and_say_what_to_do(folder: Path) -> None:
    before = files(folder)
    result = new("event", answers=typed("A meeting", "2024-08-05"))
    assert (result.exit_code, files(folder)) == (2, before)
    assert "the answers ended too early, so the event was not written" in result.stderr
    assert "--no-input" in result.stderr


def stop(process: subprocess.Popen[bytes], terminal: int, key: bytes) -> int:
    """Press a key until the program ends; its exit code."""
    try:
        for _ in range(100):
            if key == b"\x03":
                # The session of the test has no terminal of its own that would make a signal of the key.
                process.send_signal(signal.SIGINT)
            else:
                # A terminal that is just being made ready for a line may lose what is typed.
                os.write(terminal, key)
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.wait(1)
        raise AssertionError("it did not stop")
    finally:
        process.kill()


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_somebody_who_stops_at_a_terminal_leaves_everything_as_it_was(folder: Path, key: bytes) -> None:
    pty = pytest.importorskip("pty")
    before = files(folder)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from site_builder.cli import main; main()", "new", "event"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
        os.close(theirs)
        said = b""
        while b"figures (needed): " not in said:
            said += os.read(ours, 1000)
        os.write(ours, b"A meeting\r")
        while b"happened (needed): " not in said:
            said += os.read(ours, 1000)
        code = stop(process, ours, key)
    said += os.read(ours, 4000)
    os.close(ours)
    assert (code, files(folder)) == (1, before)
    assert b"stopped: the event was not written" in said
    assert b"Traceback" not in said


def test_every_key_of_a_new_record_is_an_option() -> None:
    for kind in Kind:
        given = {ask.inside[0] if ask.inside else ask.key for ask in ASKED[kind]}
        missing = set(MODELS[kind].model_fields) - given - NOT_OF_NEW_RECORDS
        assert missing == set(), f"give these keys of {kind.plural} ask= or help="
    given = {ask.inside[0] if ask.inside else ask.key for ask in ASKED_OF_CLAIM}
    assert set(Claim.model_fields) - given == {"id", "former_ids"}, "give the keys of claims ask= or help="


def test_keys_that_hold_more_than_a_text_are_written_from_options(folder: Path) -> None:
    actor = new(
        *("actor", "--name", "A. B.", "--type", "person", "--named-because", "public-office", "--source", "le-monde"),
        *("--position", "fama:spokesman: for the north", "--former-name", "A. C.:2020", "--former-name", "A. D."),
        *("--succeeds", "replaced:wagner", "--ids", "wikidata=Q1", "--ids", "ucdp=2"),
    )
    source = new(
        *("source", "--publisher", "AFP", "--read-in-publisher", "VOA", "--read-in-url", "https://example.org/a"),
        *("--id", "afp"),
    )
    event = new("event", *options(media="https://example.org/v Burnt vehicles beside a track"))
    claim = new(
        *("claim", "2024-07-27-ambush", "--by", "fama", "--topic", "other", "--says", "No.", "--source", "le-monde"),
        *("--quote", "fr:le-monde:Non : jamais.", "--quote", "en:le-monde:No.", "--quote-original", "fr"),
    )
    for result in (actor, source, event, claim):
        assert result.exit_code == 0, result.output
    read = chronicle(folder)
    person = read.actors["a-b"]
    assert [(one.organisation, str(one.title)) for one in person.positions] == [("fama", "spokesman: for the north")]
    assert [(str(one.name), one.until and str(one.until)) for one in person.names] == [
        ("A. C.", "2020"),
        ("A. D.", None),
    ]
    assert [(one.actor, one.how.value) for one in person.succeeds] == [("wagner", "replaced")]
    assert person.ids == {"wikidata": "Q1", "ucdp": "2"}
    copy = read.sources["afp"].read_in
    assert copy is not None and (copy.publisher, copy.url) == ("VOA", "https://example.org/a")
    assert [str(one.shows) for one in read.events["2024-08-05-a"].media] == ["Burnt vehicles beside a track"]
    quote = read.events["2024-07-27-ambush"].claims[0].quote
    assert quote is not None
    assert [one.text for one in quote.versions] == ["Non : jamais.", "No."]
    assert quote.original == "fr"


def test_an_option_that_is_not_of_its_form_says_which_it_has(folder: Path) -> None:
    result = new("claim", "2024-07-27-ambush", "--quote", "Never.")
    assert result.exit_code == 2
    assert "--quote: `Never.` is not LANGUAGE:SOURCE:WORDS" in result.stderr
