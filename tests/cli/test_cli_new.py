"""`timeline new`: what it writes from options and from answers, what it warns of, and what it refuses."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import write_records

from site_builder.chronicle import Chronicle
from site_builder.cli import main

WORLD = """
    2024-07-27-ambush:
      title: Convoy ambushed near the border town
      kind: ambush
      places: [{place: kidal}]
      actors: [{actor: wagner}, {actor: fama}]
    actors/wagner: {name: Wagner Group, aliases: [PMC Wagner]}
    actors/fama: {name: Malian army, former_ids: [army]}
    places/kidal: {name: Kidal}
    threads/mali: {title: Wagner in Mali}
    questions/who: {title: "Who did it?"}
    sources/le-monde: {publisher: Le Monde, title: The shadow, date: 2024-08-02}
"""
AMBUSH = "events/2024-07-27-ambush.yml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(tmp_path / "events", WORLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str, answers: str | None = None) -> Result:
    added = () if arguments[0] == "claim" else ("--added", "2026-11-22")
    asking = ("--no-input",) if answers is None else ()
    return CliRunner().invoke(main, ["new", *arguments, *added, *asking], input=answers)


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.yml")}


def test_an_event_is_written_from_options_alone(folder: Path) -> None:
    result = new(
        *("event", "--title", "Rebels leave the town", "--date", "14 Nov 2023", "--kind", "withdrawal"),
        *("--summary", "They left.", "--place", "kidal:origin", "--actor", "fama:affected:disputed"),
        *("--source", "le-monde:paragraph 4", "--thread", "mali", "--unknown", "Why: nobody says # so"),
        *("--link", "before:2024-07-27-ambush", "--importance", "minor"),
    )
    written = folder / "events/2023/2023-11-14-rebels-leave-town.yml"
    assert result.exit_code == 1, "an actor whose part is disputed needs a claim"
    assert not written.exists()
    assert "TL073" in result.stderr
    result = new(
        *("event", "--title", "Rebels leave the town", "--date", "14 Nov 2023", "--kind", "withdrawal"),
        *("--summary", "They left.", "--place", "kidal:origin", "--actor", "army:affected"),
        *("--source", "le-monde:paragraph 4", "--thread", "mali", "--unknown", "Why: nobody says # so"),
        *("--link", "before:2024-07-27-ambush", "--importance", "minor"),
    )
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, f"wrote {written.relative_to(folder)}")
    assert "--date: `14 Nov 2023` is read as 2023-11-14: 14 November 2023" in result.stderr
    assert written.read_text() == (
        "title: Rebels leave the town\n"
        "date: 2023-11-14\n"
        "kind: withdrawal\n"
        "importance: minor\n"
        "threads: [mali]\n"
        "summary: They left.\n"
        "places:\n"
        "  - {place: kidal, role: origin}\n"
        "actors:\n"
        "  - {actor: fama, role: affected}\n"
        "unknown:\n"
        "  - 'Why: nobody says # so'\n"
        "links:\n"
        "  - {type: before, event: 2024-07-27-ambush}\n"
        "sources:\n"
        "  - {source: le-monde, at: paragraph 4}\n"
        "added: 2026-11-22\n"
    )


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("actor", "--name", "Élan & Fils", "--type", "company", "--alias", "EF"), "actors/elan-fils.yml"),
        (("place", "--name", "Bouressa", "--country", "ML", "--within", "kidal"), "places/bouressa.yml"),
        (
            ("source", "--publisher", "RFI", "--date", "2024-07-29", "--title", "Mali: l'armée", "--consulted", "full"),
            "sources/rfi-2024-07-29-mali-armee.yml",
        ),
        (("thread", "--title", "Drones", "--start", "2024-07-27-ambush"), "threads/drones.yml"),
        (("question", "--title", "Who flew them?", "--thread", "mali"), "questions/who-flew-them.yml"),
    ],
)
def test_every_other_kind_is_written_and_passes_the_check(folder: Path, arguments: tuple[str, ...], file: str) -> None:
    result = new(*arguments)
    assert result.exit_code == 0, result.output
    assert (folder / "events" / file).exists()
    assert Chronicle.open(folder / "events").errors == ()
    assert CliRunner().invoke(main, ["fmt", "--check", f"events/{file}"]).exit_code == 0


def test_a_claim_is_added_at_the_end_and_comments_stay(folder: Path) -> None:
    path = folder / AMBUSH
    path.write_text("# by hand\n\n" + path.read_text() + "# the end\n")
    first = new("claim", "2024-07-27-ambush", "--by", "fama", "--topic", "other", "--says", "No.", "--source", "s")
    assert first.exit_code == 0, first.output
    result = new(
        *(
            "claim",
            "2024-07-27-ambush",
            "--unnamed",
            "two security sources",
            "--topic",
            "toll",
            "--says",
            "Fifty died.",
        ),
        *("--figure", "wagner.killed=50", "--figure", "wagner.captured=up to 10", "--date", "[2024-07-28..2024-07-30]"),
        *("--denies", "fama-other", "--source", "le-monde", "--id", "fifty"),
    )
    assert result.exit_code == 0, result.output
    text = path.read_text()
    assert text.startswith("# by hand\n\n")
    assert text.endswith("# the end\n")
    assert text.count("# ") == 2
    assert "      wagner: {killed: 50, captured: up to 10}\n" in text
    claims = Chronicle.open(folder / "events").events["2024-07-27-ambush"].claims
    assert [claim.id for claim in claims] == ["fama-other", "fifty"]


@pytest.mark.parametrize(
    ("typed", "figure"), [("at least 71", "71+"), ("over 1,200", "1201+"), ("about 40", "~40"), ("20 to 80", "20-80")]
)
def test_a_figure_that_can_mean_one_thing_is_taken_and_said(folder: Path, typed: str, figure: str) -> None:
    said = ("--unnamed", "a witness", "--topic", "toll", "--says", "Many.", "--source", "s")
    result = new("claim", "2024-07-27-ambush", *said, "--figure", f"fama.killed={typed}")
    assert result.exit_code == 0, result.output
    assert f"--figure: `fama.killed={typed}` is read as {figure}" in result.stderr
    assert f"fama: {{killed: {figure}}}" in (folder / AMBUSH).read_text()


def test_what_is_missing_is_said_all_at_once_and_nothing_is_written(folder: Path) -> None:
    before = files(folder)
    result = new("event", "--title", "A", "--kind", "amush", "--date", "soon", "--place", "kidl")
    assert result.exit_code == 2
    said = result.stderr.partition("Error: ")[2].splitlines()
    assert [line.split(" ")[0] for line in said[:3]] == ["--date:", "--kind:", "--place:"]
    assert said[3:] == ["--summary is needed", "--source is needed"]
    assert "did you mean ambush?" in said[1]
    assert "similar: kidal" in said[2]
    assert files(folder) == before


def test_a_date_that_can_be_read_in_two_ways_is_not_guessed(folder: Path) -> None:
    result = new("event", "--title", "A", "--date", "3/4/2024", "--kind", "battle", "--summary", "A", "--source", "s")
    assert result.exit_code == 2
    assert "two ways" in result.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("early 2024", "leaves out `early`"),
        ("2024-08-03 2pm", "leaves out the time of day"),
        ("Sunday 2024-08-03", "2024-08-03 was a Saturday, not a Sunday"),
        ("45507", "a number as spreadsheets keep in place of a date"),
        ("TBD", "an open one is written with X"),
    ],
)
def test_a_date_that_loses_something_or_is_none_is_not_taken(folder: Path, typed: str, said: str) -> None:
    before = files(folder)
    result = new("event", "--title", "A", "--date", typed, "--kind", "battle", "--summary", "A", "--source", "s")
    assert result.exit_code == 2
    assert said in result.stderr
    assert files(folder) == before


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024-08-01 to 2024-08-03", "2024-08-01/2024-08-03"),
        ("3 or 4 August 2024", "[2024-08-03,2024-08-04]"),
        ("Sat 2024-08-03,", "2024-08-03"),
    ],
)
def test_a_date_that_can_mean_one_thing_is_taken_and_said(folder: Path, typed: str, date: str) -> None:
    result = new("event", "--title", "A", "--date", typed, "--kind", "battle", "--summary", "A", "--source", "s")
    assert f"`{typed}` is read as {date}" in result.stderr


def test_a_record_that_would_not_pass_is_not_written_and_its_text_is_not_lost(folder: Path) -> None:
    before = files(folder)
    result = new("place", "--name", "Bouressa", "--lat", "19.95")
    assert result.exit_code == 1
    assert "`lat` and `lon` go together" in result.stderr
    assert "name: Bouressa\nlat: 19.95\n" in result.stderr
    assert files(folder) == before


def test_no_file_is_overwritten(folder: Path) -> None:
    before = files(folder)
    result = new("actor", "--name", "Wagner Group", "--type", "company", "--id", "wagner")
    assert (result.exit_code, result.stderr) == (1, "actors/wagner.yml has the id `wagner` already\n")
    assert new("actor", "--name", "A", "--type", "company", "--id", "army").exit_code == 1, "a former id"
    (folder / "events/removed.yml").write_text("actors: [{id: gone, date: 2026-11-28, reason: order}]\n")
    result = new("actor", "--name", "A", "--type", "company", "--id", "gone")
    assert result.stderr == "`gone` is the id of a record that was removed for privacy\n"
    (folder / "events/removed.yml").unlink()
    assert new("actor", "--name", "A", "--type", "company", "--id", "../x").exit_code == 1
    assert files(folder) == before


def test_a_second_record_of_an_event_is_warned_of_before_it_is_written(folder: Path) -> None:
    second = (
        *("event", "--title", "Convoy ambushed near border town", "--date", "2024-07-27", "--kind", "ambush"),
        *("--summary", "It was.", "--place", "kidal", "--actor", "wagner", "--actor", "fama", "--source", "s"),
    )
    result = new(*second, answers="\n\n\n\n\nq\ny\n")
    assert "these records may be about the same thing" in result.stderr
    assert "2024-07-27-ambush.yml" in result.stderr
    assert result.exit_code == 1, "the answer that is proposed is not to write it"
    assert len(list((folder / "events").rglob("2024-*.yml"))) == 1
    assert new(*second).exit_code == 0


def test_an_actor_whose_name_is_known_is_warned_of(folder: Path) -> None:
    assert "actors/wagner.yml" in new("actor", "--name", "wagner, PMC", "--type", "company").stderr


ANSWERS = """\
Convoy leaves Kidal
3/4/2024
14 nov 2023
y
wthdrawal
?
withdr
It left.
kidl
1
origin

malian army


le monde




2023-11-14-convoy-leaves
y
"""


def test_it_asks_until_each_answer_can_be_taken(folder: Path) -> None:
    answers = ANSWERS.replace("3/4/2024\n", "3/4/2024\nn\n")
    result = new("event", answers=answers)
    assert result.exit_code == 0, result.output
    assert "2023-11-14: 14 November 2023" in result.output
    assert "withdrawal: Forces or personnel leaving a place or country." in result.output
    assert "1  kidal  Kidal" in result.output
    event = Chronicle.open(folder / "events").events["2023-11-14-convoy-leaves"]
    assert [place.role.value for place in event.places] == ["origin"]
    assert [actor.actor for actor in event.actors] == ["fama"]
    assert [ref.source for ref in event.sources] == ["le-monde"]


CLAIM = """\

two security sources
Wagnr
1
Reuters
1 Aug 2024
y
toll
Fifty died.
Cinquante sont morts.
fr
le-monde

uk
wagner.killed=50

who
le-monde

security-sources
y
"""


def test_a_claim_is_asked_for_and_a_speaker_whom_nobody_names_goes_without_an_actor(folder: Path) -> None:
    result = new("claim", "2024-07-27-ambush", answers=CLAIM)
    assert result.exit_code == 0, result.output
    (claim,) = Chronicle.open(folder / "events").events["2024-07-27-ambush"].claims
    assert (claim.id, claim.by, str(claim.unnamed), claim.side) == (
        "security-sources",
        None,
        "two security sources",
        "wagner",
    )
    assert (claim.via, str(claim.date), claim.question) == ("Reuters", "2024-08-01", "who")
    assert claim.quote is not None
    (version,) = claim.quote.versions
    assert (claim.quote.original, version.lang, version.source, version.text) == (
        "uk",
        "fr",
        "le-monde",
        "Cinquante sont morts.",
    )
    shown = result.output.split("claims:")[1].split("Write this")[0]
    assert "+    says: Fifty died." in shown and "title:" not in result.output, "the claim is shown, and no more"


def test_an_answer_that_does_not_pass_can_be_changed(folder: Path) -> None:
    first = ["Bouressa", "", "", "", "19.9", "2.2", "settlement", "", "", "bouressa"]
    changes = ["lat", "119", "19.95", "sources", "le-monde", "", "y"]
    result = new("place", answers="\n".join([*first, *changes, ""]))
    assert result.exit_code == 0, result.output
    assert "a number up to 90" in result.output
    assert "need `sources`" in result.stderr
    assert Chronicle.open(folder / "events").places["bouressa"].lat == 19.95


def test_the_commands_of_the_page_on_tools_write_what_passes_the_check(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/tools.md").read_text(encoding="utf-8")
    block = page.split("```sh\n")[1].split("```")[0]
    for line in block.replace("\\\n", " ").splitlines():
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, result.output
    assert Chronicle.open(folder / "events").errors == ()


def test_help_shows_examples_of_every_kind() -> None:
    runner = CliRunner()
    for kind in ("event", "claim", "actor", "place", "source", "thread", "question"):
        assert kind in runner.invoke(main, ["new", "--help"]).output
        shown = runner.invoke(main, ["new", kind, "--help"]).output
        assert f"timeline new {kind} " in shown.split("Examples:")[1]
        assert "Exit code 0" in shown


def test_a_folder_that_is_not_there_exits_2(folder: Path) -> None:
    assert new("actor", "--folder", "nowhere", "--name", "A", "--type", "company").exit_code == 2


def test_contributing_is_named_only_where_the_file_is_there(folder: Path) -> None:
    assert "CONTRIBUTING" not in new("actor", "--name", "Elm Council", "--type", "government-body").output
    (folder / "CONTRIBUTING.md").write_text("# Contributing\n", encoding="utf-8")
    assert "CONTRIBUTING.md says how" in new("actor", "--name", "Dyke Board", "--type", "government-body").output


def test_a_chronicle_is_asked_for_the_terms_of_its_own_lists(folder: Path) -> None:
    profile = (
        "kinds: {flood: {means: Water where it should not be., like: disaster}}\n"
        "roles: {rescuer: {means: Brought people to safety., like: participant}}\n"
        "figures: {damage: {means: The cost of the damage., like: money, unit: EUR}}\n"
    )
    (folder / "events/chronicle.yml").write_text(profile)
    Path(AMBUSH).unlink()
    about = ("--title", "The river rises", "--date", "1953", "--summary", "It rose.", "--source", "le-monde")
    refused = new("event", *about, "--kind", "disaster")
    assert refused.exit_code == 2
    assert "`disaster` is none of" in refused.stderr
    assert "flood" in refused.stderr
    made = new("event", *about, "--kind", "flood", "--actor", "fama:rescuer")
    assert made.exit_code == 0, made.output
    counted = ("--by", "fama", "--topic", "toll", "--says", "It was dear.", "--figure", "unstated.damage=2000000")
    made = new("claim", "1953-river-rises", *counted, "--source", "le-monde")
    assert made.exit_code == 0, made.output
    text = (folder / "events/1953/1953-river-rises.yml").read_text()
    assert "kind: flood" in text
    assert "unstated: {damage: 2000000}" in text


def test_prompts_list_and_explain_the_terms_of_the_chronicle(folder: Path) -> None:
    (folder / "events/chronicle.yml").write_text("kinds: {flood: {means: Too much water., like: accident}}\n")
    result = new("event", answers="The river rises\n1953\n?\nflood\nq\n")
    assert "death, flood (? explains them)" in result.output
    assert "flood: Too much water." in result.output
