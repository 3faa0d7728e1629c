"""Problems and sources, and lost addresses."""

from pathlib import Path

from comparing.comparing_worlds import commit, compared, repository
from site_builder.chronicle import Chronicle
from site_builder.comparing import compare, take_at
from site_builder.comparing.changes import NoticeSort


def test_problems_are_reported_where_they_come_and_where_they_go(tmp_path: Path) -> None:
    right, wrong = "actors/a: {}", "actors/a: {parent: nobody}"
    introduced = compared(tmp_path / "new", right, wrong)
    fixed = compared(tmp_path / "old", wrong, right)
    assert [(problem.code, problem.file) for problem in introduced.introduced] == [("TL060", "actors/a.yml")]
    assert (introduced.fixed, fixed.introduced) == ((), ())
    assert [problem.code for problem in fixed.fixed] == ["TL060"]


def test_a_problem_that_stays_is_reported_as_neither_though_its_line_is_another(tmp_path: Path) -> None:
    one, two = "actors/a: {parent: nobody}", "actors/a: {description: Words., parent: nobody}"
    comparison = compared(tmp_path, one, two)
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_a_problem_stays_the_same_when_its_message_names_another_line(tmp_path: Path) -> None:
    before, after = tmp_path / "1" / "actors", tmp_path / "2" / "actors"
    for folder, more in ((before, ""), (after, "description: Words.\n")):
        folder.mkdir(parents=True)
        (folder / "a.yml").write_text(f"type: state\n{more}name: A\nname: B\n")
    comparison = compare(Chronicle.open(before.parent), Chronicle.open(after.parent))
    assert len(Chronicle.open(after.parent).problems) == 1
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_a_problem_stays_the_same_when_the_record_that_it_names_is_renamed(tmp_path: Path) -> None:
    url = "{url: 'https://example.org/report'}"
    comparison = compared(
        tmp_path,
        f"{{sources/a: {url}, sources/b: {url}}}",
        f"{{sources/aa: {{url: 'https://example.org/report', former_ids: [a]}}, sources/b: {url}}}",
    )
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_a_file_that_is_not_read_is_no_new_problem(tmp_path: Path) -> None:
    folder = repository(tmp_path, "actors/a: {}")
    (folder / "events" / "notes.txt").write_text("Words.\n")
    commit(folder)
    now = Chronicle.open(folder / "events")
    assert len(now.problems) == 1
    assert compare(take_at("HEAD", now)[0], now).introduced == ()


def test_a_problem_keeps_through_a_rename(tmp_path: Path) -> None:
    one, two = "actors/a: {parent: nobody}", "actors/b: {parent: nobody, former_ids: [a]}"
    comparison = compared(tmp_path, one, two)
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_one_more_of_the_same_problem_is_one_more(tmp_path: Path) -> None:
    one, two = (f"2024-07-27-a: {{unknown: [{unknown}]}}" for unknown in ("'[@x]'", "'[@x]', 'And [@x]'"))
    assert len(compared(tmp_path, one, two).introduced) == 1


def test_a_source_on_which_nothing_rests_any_more_is_reported(tmp_path: Path) -> None:
    source = "sources/t: {}"
    one = f"{{2024-07-27-a: {{sources: [s, t]}}, {source}}}"
    two = f"{{2024-07-27-a: {{sources: [s]}}, {source}}}"
    cited = f'{{2024-07-27-a: {{sources: [s], body: "It was so [@t]."}}, {source}}}'
    assert compared(tmp_path / "gone", one, two).unused_sources == ("t",)
    assert compared(tmp_path / "cited", one, cited).unused_sources == ()
    assert compared(tmp_path / "uncited", cited, two).unused_sources == ("t",)


def test_a_new_source_on_which_nothing_rests_is_reported(tmp_path: Path) -> None:
    used = "{2024-07-27-a: {sources: [t]}, sources/t: {}}"
    assert compared(tmp_path / "idle", "{}", "sources/t: {}").idle_sources == ("t",)
    assert compared(tmp_path / "used", "{}", used).idle_sources == ()


def test_a_rename_without_a_former_id_is_a_warning_that_says_what_to_add(tmp_path: Path) -> None:
    actor = "{{name: The group, description: What it is., former_ids: [{}]}}"
    one, two = f"actors/a: {actor.format('older')}", f"actors/b: {actor.format('older')}"
    [notice] = compared(tmp_path, one, two).notices
    assert (notice.sort, notice.file) == (NoticeSort.RENAMED, "actors/b.yml")
    assert "add `former_ids: [older, a]`" in notice.message


def test_a_record_under_the_id_of_another_is_a_warning(tmp_path: Path) -> None:
    army, group = "{name: The army, description: Soldiers.}", "{name: The group, description: Fighters.}"
    one = f"{{actors/a: {army}, actors/b: {group}}}"
    swapped = f"{{actors/a: {group}, actors/b: {army}}}"
    notices = compared(tmp_path / "swapped", one, swapped).notices
    assert [(notice.sort, notice.file) for notice in notices] == [
        (NoticeSort.REUSED, "actors/a.yml"),
        (NoticeSort.REUSED, "actors/b.yml"),
    ]
    assert notices[0].message.startswith("the actor `a` now says what `b` said")
    [notice] = compared(tmp_path / "moved", one, f"actors/a: {group}").notices
    assert (notice.sort, notice.file) == (NoticeSort.REUSED, "actors/a.yml")
    rewritten = f"{{actors/a: {army.replace('Soldiers', 'Its soldiers')}, actors/b: {group}}}"
    assert compared(tmp_path / "rewritten", one, rewritten).notices == ()
    merged = f"actors/a: {army.replace('}', ', former_ids: [b]}')}"
    assert compared(tmp_path / "merged", one, merged).notices == ()
    taken = f"actors/a: {group.replace('}', ', former_ids: [b]}')}"
    assert compared(tmp_path / "taken", one, taken).notices == ()


def test_a_problem_of_a_record_that_cannot_be_read_now_is_not_fixed(tmp_path: Path) -> None:
    wrong, broken = "actors/a: {parent: nobody}", "actors/a: {parent: nobody, typ: x}"
    assert compared(tmp_path / "own", wrong, broken).fixed == ()
    assert compared(tmp_path / "still", broken, "actors/a: {parent: nobody, type: []}").fixed == ()


def test_problems_that_an_unreadable_record_shares_with_others_are_not_fixed(tmp_path: Path) -> None:
    alike = "{{2024-07-27-a: {{title: An ambush near the {0}{1}}}, 2024-07-27-b: {{title: An ambush near the town}}}}"
    one = alike.format("town", "")
    [fixed] = compared(tmp_path / "fixed", one, alike.format("sea by night, kind: meeting", "")).fixed
    assert (fixed.code, fixed.file) == ("TL080", "2024-07-27-b.yml")
    assert compared(tmp_path / "hidden", one, alike.format("town", ", knd: x")).fixed == ()


def test_an_event_whose_name_does_not_follow_its_new_date_is_compared_all_the_same(tmp_path: Path) -> None:
    reported = compared(tmp_path, "2024-07-27-a: {}", "2024-07-27-a: {date: 2024-07-29}")
    [change] = reported.records
    assert [(field.key, field.before, field.after) for field in change.fields] == [
        ("date", "27 July 2024", "29 July 2024")
    ]
    assert [problem.code for problem in reported.introduced] == ["TL006"]
