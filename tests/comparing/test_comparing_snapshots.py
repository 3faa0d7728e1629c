"""A folder as it was at a commit, with what did not change read once."""

from pathlib import Path

from comparing.comparing_worlds import commit, git, repository, rewrite
from site_builder.chronicle import Chronicle
from site_builder.comparing import Comparison, compare, take_at
from site_builder.comparing.changes import How
from site_builder.vocabulary import Vocabulary, built_in

WORLD = "{2024-07-27-a: {}, 2024-07-28-b: {}, actors/csp: {}}"


def since(folder: Path, revision: str = "HEAD") -> tuple[Comparison, set[str]]:
    """What differs from a revision, and the files that do."""
    now = Chronicle.open(folder / "events")
    before, differing = take_at(git(folder, "rev-parse", revision), now)
    return compare(before, now), set(differing)


def test_nothing_differs_right_after_a_commit(tmp_path: Path) -> None:
    assert since(repository(tmp_path, WORLD)) == (Comparison(), set())


def test_records_of_files_that_do_not_differ_are_the_same_objects(tmp_path: Path) -> None:
    folder = rewrite(repository(tmp_path, WORLD), WORLD.replace("b: {}", "b: {title: New}"))
    now = Chronicle.open(folder / "events")
    before, differing = take_at("HEAD", now)
    assert differing == {"2024-07-28-b.yml"}
    assert before.events["2024-07-27-a"] is now.events["2024-07-27-a"]
    assert before.actors["csp"] is now.actors["csp"]
    assert before.events["2024-07-28-b"].title != now.events["2024-07-28-b"].title


def test_a_commit_is_read_with_the_vocabulary_of_now(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD)
    floods = Vocabulary({**built_in().lists}, built_in().headings)
    now = Chronicle.open(folder / "events", vocabulary=floods)
    assert take_at("HEAD", now)[0].vocabulary is floods


def test_what_is_not_committed_and_what_git_was_not_told_of_count(tmp_path: Path) -> None:
    folder = rewrite(repository(tmp_path, WORLD), "{2024-07-27-a: {title: New}, 2024-07-29-new: {importance: minor}}")
    comparison, _ = since(folder)
    reported = {(change.how, change.id) for change in comparison.records}
    assert reported == {
        (How.CHANGED, "2024-07-27-a"),
        (How.ADDED, "2024-07-29-new"),
        (How.REMOVED, "2024-07-28-b"),
        (How.REMOVED, "csp"),
    }


def test_the_working_tree_stays_as_it_is(tmp_path: Path) -> None:
    folder = rewrite(repository(tmp_path, WORLD), "2024-07-27-a: {title: New}")
    status = git(folder, "status", "--porcelain")
    times = {file: file.stat().st_ctime_ns for file in folder.rglob("*.yml")}
    since(folder)
    assert git(folder, "status", "--porcelain") == status
    assert {file: file.stat().st_ctime_ns for file in folder.rglob("*.yml")} == times


def test_problems_between_files_that_do_not_differ_are_not_new(tmp_path: Path) -> None:
    """Two files with one id, a file that cannot be read, a misnamed folder, and an id that names no record."""
    folder = repository(tmp_path, "{x/2024-07-27-a: {}, y/2024-07-27-a: {}, actor/2024-07-28-b: {threads: [none]}}")
    (folder / "events" / "sources" / "broken.yml").write_text("publisher: [\n")
    (folder / "events" / "sources" / "good.yml").write_text("publisher: P\n")
    commit(folder)
    (folder / "events" / "sources" / "good.yml").write_text("publisher: Q\n")
    comparison, differing = since(folder)
    assert len(Chronicle.open(folder / "events").problems) >= 5
    assert (comparison.introduced, comparison.fixed, differing) == ((), (), {"sources/good.yml"})


def test_one_of_two_files_with_one_id_is_taken_away(tmp_path: Path) -> None:
    folder = repository(tmp_path, "{x/2024-07-27-a: {}, y/2024-07-27-a: {}}")
    (folder / "events" / "y" / "2024-07-27-a.yml").unlink()
    comparison, _ = since(folder)
    assert [problem.code for problem in comparison.fixed] == ["TL005", "TL005"]
    assert comparison.introduced == ()


def test_symbolic_links_are_compared_too(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD)
    link = folder / "events" / "2024-07-29-link.yml"
    link.symlink_to("/etc/hostname")
    comparison, _ = since(folder)
    assert [problem.code for problem in comparison.introduced] == ["TL002"]
    commit(folder)
    assert since(folder)[0].is_empty
    link.unlink()
    assert [problem.code for problem in since(folder)[0].fixed] == ["TL002"]


def test_a_folder_that_was_not_there_yet_was_empty(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("Nothing yet.\n")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert {change.how for change in since(rewrite_new(tmp_path))[0].records} == {How.ADDED}


def rewrite_new(folder: Path) -> Path:
    (folder / "events").mkdir()
    return rewrite(folder, WORLD)


def test_files_with_any_name_are_compared(tmp_path: Path) -> None:
    folder = repository(tmp_path, WORLD)
    (folder / "events" / "é ü\t`x`.yml").write_text("title: x\n")
    commit(folder)
    (folder / "events" / "é ü\t`x`.yml").write_text("title: y\n")
    assert since(folder)[1] == {"é ü\t`x`.yml"}
