"""What became of records, key by key."""

from pathlib import Path

import pytest

from comparing.comparing_worlds import changed, compared, one_field, values
from site_builder.comparing.changes import How

EVENT = "2024-07-27-ambush: {title: An ambush near the town, summary: A convoy was ambushed near the town.}"


def test_two_readings_of_the_same_records_do_not_differ(tmp_path: Path) -> None:
    assert compared(tmp_path, EVENT, EVENT).is_empty


def test_a_new_record_is_reported_by_all_that_it_says_but_what_holds_anyway(tmp_path: Path) -> None:
    change = changed(tmp_path, "{}", "2024-07-27-a: {title: A, summary: What., importance: normal, kind: ambush}")
    assert (change.how, change.id, change.title) == (How.ADDED, "2024-07-27-a", "A")
    assert values(change) == [
        ("title", None, "A"),
        ("date", None, "27 July 2024"),
        ("kind", None, "ambush"),
        ("summary", None, "What."),
        ("sources", None, "s"),
    ]


def test_a_record_that_is_gone_is_reported_by_its_name(tmp_path: Path) -> None:
    change = changed(tmp_path, "actors/csp: {name: CSP-DPA}", "{}")
    assert (change.how, change.id, change.title, change.fields) == (How.REMOVED, "csp", "CSP-DPA", ())


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        ("{}", "{standing: disputed}", ("standing", "established", "disputed")),
        ("{importance: major}", "{}", ("importance", "major", "normal")),
        ("{}", "{date: 2024-07}", ("date", "27 July 2024", "July 2024")),
        ("{date: 2024-07}", "{date: 2024-07~}", ("date", "July 2024", "around July 2024")),
        ("{}", "{unknown: [Who it was.]}", ("unknown", None, "Who it was.")),
        ("{unknown: [Who it was.]}", "{unknown: [Who they were.]}", ("unknown", "Who it was.", "Who they were.")),
        ("{ids: {acled: X1}}", "{ids: {acled: X2}}", ("ids acled", "X1", "X2")),
        (
            "{actors: [{actor: a}]}",
            "{actors: [{actor: a, role: attacker}]}",
            ("actors", "a, participant", "a, attacker"),
        ),
        ("{threads: [t, u]}", "{threads: [t]}", ("threads", "u", None)),
        ("{threads: [t, u]}", "{threads: [u, t]}", ("order of threads", "t; u", "u; t")),
        ("{sources: [s]}", "{sources: [{source: s, at: page 2}]}", ("sources", "s", "s (page 2)")),
        ("{title: {en: One, fr: Un}}", "{title: {en: One, fr: Une}}", ("title fr", "Un", "Une")),
        ("{link_mentions: false}", "{}", ("link_mentions", "false", "true")),
    ],
)
def test_a_changed_value_is_reported_before_and_now(
    tmp_path: Path, before: str, after: str, reported: tuple[str, str | None, str | None]
) -> None:
    change = changed(tmp_path, f"2024-07-27-a: {before}", f"2024-07-27-a: {after}")
    assert change.how is How.CHANGED
    assert values(change) == [reported]


def test_dates_that_read_alike_are_reported_as_they_are_written(tmp_path: Path) -> None:
    change = changed(tmp_path, "2024-07-27-a: {date: 2024-07-27}", "2024-07-27-a: {date: 2024-07-27/2024-07-27}")
    assert values(change) == [("date", "2024-07-27", "2024-07-27/2024-07-27")]


def test_the_places_of_a_gazetteer_are_reported_with_their_numbers(tmp_path: Path) -> None:
    place = "places/p: {{lat: {}, lon: 2.7, precision: near, sources: [s]}}"
    assert values(changed(tmp_path, place.format("19.9"), place.format("19.95"))) == [("lat", "19.9", "19.95")]


def test_layout_is_no_difference_but_paragraphs_of_the_body_are(tmp_path: Path) -> None:
    one, two = '{summary: "A b.", body: "A b."}', '{summary: "A\\nb.", body: "A\\n\\nb."}'
    change = changed(tmp_path, f"2024-07-27-a: {one}", f"2024-07-27-a: {two}")
    assert one_field(change).key == "line breaks of body"


def test_another_folder_is_no_difference(tmp_path: Path) -> None:
    assert compared(tmp_path, "2023/2024-07-27-a: {}", "2024/2024-07-27-a: {}").is_empty


def test_a_record_with_a_former_id_is_that_record_renamed(tmp_path: Path) -> None:
    comparison = compared(tmp_path, "actors/csp: {}", "actors/csp-dpa: {name: CSP-DPA, former_ids: [csp]}")
    [change] = comparison.records
    assert (change.how, change.other, change.id) == (How.RENAMED, "csp", "csp-dpa")
    assert values(change) == [("name", "csp", "CSP-DPA"), ("former_ids", None, "csp")]
    assert comparison.notices == ()


def test_a_record_with_the_content_of_one_that_is_gone_is_that_record_renamed(tmp_path: Path) -> None:
    after = EVENT.replace("2024-07-27", "2024-07-28")
    comparison = compared(tmp_path, EVENT, after)
    [change] = comparison.records
    assert (change.how, change.other, change.id) == (How.RENAMED, "2024-07-27-ambush", "2024-07-28-ambush")
    assert values(change) == [("date", "27 July 2024", "28 July 2024")]


def test_records_that_share_little_are_one_gone_and_one_new(tmp_path: Path) -> None:
    comparison = compared(tmp_path, "actors/a: {name: A}", "actors/b: {name: B}")
    assert {(change.how, change.id) for change in comparison.records} == {(How.REMOVED, "a"), (How.ADDED, "b")}


def test_a_record_that_became_part_of_another_says_where_its_address_leads(tmp_path: Path) -> None:
    comparison = compared(tmp_path, "{actors/a: {}, actors/b: {}}", "{actors/b: {former_ids: [a]}}")
    reported = [(change.how, change.id, change.other) for change in comparison.records]
    assert reported == [(How.CHANGED, "b", None), (How.REMOVED, "a", "b")]


def test_records_that_follow_a_rename_do_not_differ(tmp_path: Path) -> None:
    event = "2024-07-27-a: {{actors: [{{actor: {0}}}], claims: [{{id: x, by: {0}}}]}}"
    before = f"{{{event.format('csp')}, actors/csp: {{}}}}"
    after = f"{{{event.format('csp-dpa')}, actors/csp-dpa: {{former_ids: [csp]}}}}"
    assert [change.id for change in compared(tmp_path, before, after).records] == ["csp-dpa"]


def test_a_record_that_cannot_be_read_any_more_is_not_called_removed(tmp_path: Path) -> None:
    comparison = compared(tmp_path, EVENT, "2024-07-27-ambush: {kind: picnic}")
    [change] = comparison.records
    assert (change.how, change.id, change.title) == (How.UNREADABLE, "2024-07-27-ambush", "An ambush near the town")
    assert [problem.code for problem in comparison.introduced] == ["TL043"]
    assert comparison.unused_sources == ()


def test_a_record_that_can_be_read_again_is_not_called_added(tmp_path: Path) -> None:
    [change] = compared(tmp_path, "actors/a: {typ: x}", "actors/a: {}").records
    assert (change.how, change.id) == (How.READABLE, "a")
