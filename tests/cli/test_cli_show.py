"""`timeline show`: a record as it stands in a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import write_records

from site_builder.cli import main
from site_builder.problems import columns
from site_builder.showing import table

GOLDEN = Path(__file__).parents[1] / "golden" / "show"
WORLD = """
    2024-07-25-battle:
      title: Battle near the border
      date: 2024-07-25/2024-07-27
    2024-07-27-ambush:
      title: Convoy ambushed near كيدال
      kind: ambush
      importance: major
      summary: The column was ambushed near [[place:kidal|the town]], as `timeline` shows.
      places: [{place: kidal}]
      actors: [{actor: csp, role: attacker}, {actor: wagner, role: attacked, standing: claimed}]
      unknown: [How many died.]
      links: [{type: part-of, event: 2024-07-25-battle}]
      threads: [mali]
      claims:
        - {id: csp-count, by: csp, speaker: ramadane, date: 2024-08-01, figures: {wagner: {killed: 84}}, says: 84 died.}
        - id: wagner-denial
          unnamed: a fighter, 東京の通信社
          via: AFP
          topic: toll
          says: Fewer died, and the column went on along the road to the north in the days that followed.
          denies: csp-count
          figures: {wagner: {killed: 20-30}}
          assessment: unverified
          because: AFP could not confirm it.
          quote: {versions: [{text: Nous ne sommes plus que trois, lang: fr, source: s}]}
    2024-07-30-statement:
      title: An answer
      links: [{type: responds-to, event: 2024-07-27-ambush, note: It names the ambush.}]
    actors/csp: {name: CSP-DPA}
    actors/wagner: {name: Wagner Group, aliases: [Wagner]}
    actors/ramadane: {name: A. Ramadane, type: person, named_because: public-statement}
    places/kidal: {name: كيدال, lat: 18.44, lon: 1.41, precision: settlement, sources: [s]}
    threads/mali: {title: Mali}
    sources/s: {publisher: Le Monde, title: 西アフリカ, date: 2024-08-02}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_records(tmp_path / "events", WORLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def show(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", *arguments])


@pytest.mark.parametrize(
    ("record", "width"),
    [("2024-07-27-ambush", 100), ("2024-07-27-ambush", 60), ("csp", 100), ("thread:mali", 80), ("s", 80)],
)
def test_a_record_is_shown_as_reviewed(
    folder: Path, record: str, width: int, same_as_file: Callable[[Path, str], None]
) -> None:
    result = show(record, "--width", str(width))
    assert result.exit_code == 0
    same_as_file(GOLDEN / f"{record.replace(':', '-')}-{width}.txt", result.output)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_asked_and_columns_stand_under_their_heads(folder: Path, width: int) -> None:
    lines = show("2024-07-27-ambush", "--width", str(width)).output.splitlines()
    assert max(map(columns, lines)) <= width


def test_links_are_shown_from_both_ends(folder: Path) -> None:
    assert "answered by" in show("2024-07-27-ambush").output
    assert "2024-07-30-statement" in show("2024-07-27-ambush").output
    assert "includes" in show("2024-07-25-battle").output


def test_an_unknown_id_names_near_ones_and_exits_1(folder: Path) -> None:
    result = show("2024-07-27-ambsh")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[0] == "no record has the id `2024-07-27-ambsh`"
    assert result.stderr.splitlines()[1].startswith("  event:2024-07-27-ambush  ")


def test_records_of_several_kinds_with_one_id_are_all_shown_unless_the_kind_is_named(folder: Path) -> None:
    write_records(folder / "events", "threads/csp: {title: The coalition}")
    assert [name in show("csp").output for name in ("CSP-DPA", "The coalition")] == [True, True]
    assert [name in show("actor:csp").output for name in ("CSP-DPA", "The coalition")] == [True, False]


def test_a_former_id_leads_to_the_record(folder: Path) -> None:
    write_records(folder / "events", "actors/fama: {name: Malian army, former_ids: [army]}")
    assert show("army").output.startswith("Malian army\n")


def test_what_was_removed_for_privacy_is_said_to_be_and_nothing_like_it_is_named(folder: Path) -> None:
    write_records(folder / "events", "removed: {actors: [{id: csb, date: 2026-11-28, reason: request}]}")
    result = show("csb")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "the record `csb` was removed for privacy on 2026-11-28\n"


def test_a_record_with_errors_is_not_shown_and_the_reason_is_given(folder: Path) -> None:
    (folder / "events/actors/broken.yml").write_text("name: [\n")
    result = show("broken")
    assert result.exit_code == 1
    assert "actors/broken.yml has errors" in result.stderr


def test_what_would_steer_the_terminal_is_shown_as_an_escape(folder: Path) -> None:
    write_records(folder / "events", "threads/odd: {title: A\u200fلb}")
    assert "\\u200f" in show("odd").output


def test_a_folder_that_is_not_there_exits_2(folder: Path) -> None:
    assert show("csp", "--folder", "nowhere").exit_code == 2


def test_a_word_that_is_wider_than_its_column_is_broken_after_a_hyphen() -> None:
    lines = table(("A", "B"), [("one-two-three-four-five-six", "b" * 100_000)], 60)
    assert lines[2].split() == ["one-two-", "b" * 46]
    assert max(map(columns, lines)) == 60
