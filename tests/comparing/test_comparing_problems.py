"""Problems and sources, and lost addresses."""

from pathlib import Path

from comparing.comparing_worlds import compared
from site_builder.comparing.changes import NoticeSort


def test_problems_are_told_where_they_come_and_where_they_go(tmp_path: Path) -> None:
    right, wrong = "actors/a: {}", "actors/a: {parent: nobody}"
    introduced = compared(tmp_path / "new", right, wrong)
    fixed = compared(tmp_path / "old", wrong, right)
    assert [(problem.code, problem.file) for problem in introduced.introduced] == [("TL060", "actors/a.yml")]
    assert (introduced.fixed, fixed.introduced) == ((), ())
    assert [problem.code for problem in fixed.fixed] == ["TL060"]


def test_a_problem_that_stays_is_told_of_neither_though_its_line_is_another(tmp_path: Path) -> None:
    one, two = "actors/a: {parent: nobody}", "actors/a: {description: Words., parent: nobody}"
    comparison = compared(tmp_path, one, two)
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_a_problem_keeps_through_a_rename(tmp_path: Path) -> None:
    one, two = "actors/a: {parent: nobody}", "actors/b: {parent: nobody, former_ids: [a]}"
    comparison = compared(tmp_path, one, two)
    assert (comparison.introduced, comparison.fixed) == ((), ())


def test_one_more_of_the_same_problem_is_one_more(tmp_path: Path) -> None:
    one, two = (f"2024-07-27-a: {{threads: [{threads}]}}" for threads in ("t", "t, t"))
    assert len(compared(tmp_path, one, two).introduced) == 1


def test_a_source_on_which_nothing_rests_any_more_is_told(tmp_path: Path) -> None:
    source = "sources/t: {}"
    one = f"{{2024-07-27-a: {{sources: [s, t]}}, {source}}}"
    two = f"{{2024-07-27-a: {{sources: [s]}}, {source}}}"
    cited = f'{{2024-07-27-a: {{sources: [s], body: "It was so [@t]."}}, {source}}}'
    assert compared(tmp_path / "gone", one, two).unused_sources == ("t",)
    assert compared(tmp_path / "cited", one, cited).unused_sources == ()
    assert compared(tmp_path / "uncited", cited, two).unused_sources == ("t",)


def test_a_new_source_on_which_nothing_rests_is_told(tmp_path: Path) -> None:
    used = "{2024-07-27-a: {sources: [t]}, sources/t: {}}"
    assert compared(tmp_path / "idle", "{}", "sources/t: {}").idle_sources == ("t",)
    assert compared(tmp_path / "used", "{}", used).idle_sources == ()


def test_a_rename_without_a_former_id_is_a_warning_that_says_what_to_add(tmp_path: Path) -> None:
    actor = "{{name: The group, description: What it is., former_ids: [{}]}}"
    one, two = f"actors/a: {actor.format('older')}", f"actors/b: {actor.format('older')}"
    [notice] = compared(tmp_path, one, two).notices
    assert (notice.sort, notice.file) == (NoticeSort.RENAMED, "actors/b.yml")
    assert "add `former_ids: [older, a]`" in notice.message
