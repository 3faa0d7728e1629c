"""Which chronicle is read for a path, and which of its problems are listed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.chronicles import EVENT, REPORT, Project
from site_builder.checking import check_some
from site_builder.cli import main

MORE = "events/2024/2024-08-03-more.yml"


@pytest.fixture
def two(project: Project) -> Project:
    """A chronicle with a wrong event, one that names an unknown actor, and a wrong place."""
    project.write(REPORT, EVENT.format("titel: x\n"))
    project.write(MORE, EVENT.replace("08-02", "08-03").format("actors: [{actor: nobody}]\n"))
    project.write("events/places/market.yml", "nam: The market\n")
    return project


def listed(two: Project, *paths: str) -> list[str]:
    return [line.split(": ")[0] for line in two.check(*paths).output.splitlines() if ": error " in line]


def test_of_a_record_that_is_named_the_problems_are_listed_and_the_others_counted(two: Project) -> None:
    result = two.check(MORE)
    assert listed(two, MORE) == [f"{MORE}:5:18"]
    assert result.output.splitlines()[-1] == "not listed, in other records: 3 errors, 0 warnings, 0 hints"
    assert result.exit_code == 1
    assert two.check("events/actors").exit_code == 0


def test_of_a_record_what_is_wrong_with_it_alone_comes_first(two: Project) -> None:
    dated = "date: 2024-08-03\nthreads: [river]\nactors: [{actor: nobody}]\nadded: 2020-01-01\n"
    two.write(MORE, f"title: A report\nkind: publication\nsummary: A report.\nsources: [agency-report]\n{dated}")
    lines = [line.split(": ")[:2] for line in two.check(MORE).output.splitlines() if line.startswith(MORE)]
    assert [(where.removeprefix(MORE), what) for where, what in lines] == [
        (":6:11", "error TL060"),
        (":7:18", "error TL060"),
        (":5:7", "warning TL095"),
    ]


def test_a_former_id_that_a_record_names_is_known_as_one_at_once(two: Project) -> None:
    two.write("events/actors/army.yml", "name: The army\ntype: armed-forces\nformer_ids: [nobody]\n")
    _, (found,) = check_some(two.folder / "events", {MORE.removeprefix("events/")})
    assert (found.code, found.suggestion) == ("TL061", "army")


def test_a_second_check_prints_the_same_and_without_a_cache_nothing_is_kept(
    two: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(two.folder / "home"))
    before = two.check().output, two.check(MORE).output
    assert not (two.folder / ".cache").exists()
    monkeypatch.delenv("TIMELINE_NO_CACHE")
    for _ in range(2):
        assert (two.check().output, two.check(MORE).output) == before
    kept = {file: file.read_bytes() for file in (two.folder / ".cache").rglob("*") if file.is_file()}
    assert len(kept) == 4
    two.write(MORE, "titel: y\n")
    assert two.run("--no-cache", "check").output != before[0]
    assert all(file.read_bytes() == content for file, content in kept.items())


def test_of_a_folder_that_is_named_all_in_it_are_listed(two: Project) -> None:
    assert len(listed(two, "events/2024")) == 2
    assert len(listed(two, "events/2024", "events/places/market.yml")) == 4
    assert len(listed(two)) == len(listed(two, "events")) == 4


@pytest.mark.parametrize(
    ("where", "path", "printed"),
    [
        (".", MORE, MORE),
        (".", f"./{MORE}", MORE),
        ("events", "2024/2024-08-03-more.yml", "2024/2024-08-03-more.yml"),
        ("events/2024", "2024-08-03-more.yml", "../2024/2024-08-03-more.yml"),
        ("events/2024", ".", "../2024/2024-08-03-more.yml"),
        ("events/places", "../2024/2024-08-03-more.yml", "../2024/2024-08-03-more.yml"),
    ],
)
def test_the_whole_chronicle_is_found_from_wherever_one_is(
    two: Project, monkeypatch: pytest.MonkeyPatch, where: str, path: str, printed: str
) -> None:
    monkeypatch.chdir(two.folder / where)
    assert f"{printed}:5:18" in listed(two, path)


def test_a_path_in_full_is_printed_in_full(two: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert listed(two, str(two.folder / MORE)) == [f"{two.folder / MORE}:5:18"]


def test_a_chronicle_of_another_name_is_found_by_its_folders(two: Project) -> None:
    (two.folder / "events").rename(two.folder / "records")
    assert listed(two, MORE.replace("events", "records")) == [f"{MORE.replace('events', 'records')}:5:18"]


def test_a_chronicle_is_not_looked_for_above_the_top_of_a_project(
    two: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = two.folder / "events" / "inner"
    (inner / "records").mkdir(parents=True)
    (inner / "mkdocs.yml").touch()
    (inner / "records" / "a.yml").write_text("")
    monkeypatch.chdir(inner)
    assert listed(two, "records") == ["records/a.yml:1:1"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [("nowhere", "No such file"), ("notes.txt", "end in .yml"), ("other/events", "belongs to another chronicle")],
)
def test_a_path_that_cannot_be_checked_exits_2(two: Project, path: str, reason: str) -> None:
    two.write("notes.txt", "")
    two.write("other/events/a.yml", "")
    result = two.check("events", path)
    assert result.exit_code == 2
    assert result.output.startswith(f"{path}: ") and reason in result.output


def test_a_folder_whose_name_is_the_beginning_of_another_is_not_that(project: Project) -> None:
    project.write(REPORT, EVENT.format(""))
    project.write("events/2024x/2024-08-03-more.yml", EVENT.format("titel: x\n"))
    assert project.check("events/2024").exit_code == 0


def test_somebody_in_another_folder_learns_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["fmt"], ["show", "a"], ["new", "thread", "--no-input"]):
        result = CliRunner().invoke(main, command)
        assert (result.exit_code, result.stderr) == (
            2,
            "there is no folder `events` here: change to the folder that holds it, or name another folder\n",
        )
