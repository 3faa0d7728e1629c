"""What is kept of what was read: with it everything is as without it, and nothing that is kept can be wrong."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from site_builder import keeping
from site_builder.chronicle import Checked, Chronicle, check_folder
from site_builder.keeping import cache_folder, load, store
from site_builder.reading.plain import from_record

BASE = Path(__file__).parents[1] / "checking" / "base"
REAL = Path(__file__).parents[2] / "events"
TODAY = date(2026, 11, 22)
FILES = sorted(file.relative_to(BASE).as_posix() for file in BASE.rglob("*.yml"))
OTHERS = ("chronicle.yml", "removed.yml", "2024/2024-08-09-new.yml", "actors/new.yml", "notes.txt")
LINES = (
    "title: {en: The truce, fr: La trêve}",
    "kind: flod",
    "kind: flood",
    "name: ‘Army’",
    "sources: [agency-report, nobody]",
    "added: 3 May 2024",
    "extra: {a: [1, {b: 'c'}], d: null}",
    "former_ids: [army]",
    "kinds: {flood: {means: Water stood there., like: battle}}",
    "rules: {TL080: off, TL106: error}",
    "ids: {wikidata: Q1}",
    "summary: 84 people were killed.",
    "title: a: b",
    "aliases: [A, {alias: B, link: never}]",
    "'",
)
EDITS = st.tuples(st.sampled_from((*FILES, *OTHERS)), st.integers(0, 6), st.sampled_from((*LINES, None)), st.booleans())


@pytest.fixture(autouse=True, scope="module")
def own_key(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
        yield patch


def everything(value: Any) -> Any:
    """All that a value holds, types included, so that two are equal only where nobody can tell them apart."""
    if isinstance(value, BaseModel):
        known = [(name, everything(held)) for name, held in vars(value).items() if name in type(value).model_fields]
        return type(value), known, value.model_fields_set, value.__pydantic_extra__, value.__pydantic_private__
    if isinstance(value, dict):
        return dict, [(everything(key), everything(held)) for key, held in value.items()]
    if isinstance(value, (tuple, list)):
        return type(value), [everything(held) for held in value]
    return type(value), value, vars(value) if hasattr(value, "definition") else None


def is_the_same(one: Chronicle, other: Chronicle) -> bool:
    assert [(problem, problem.message.template) for problem in one.problems] == [
        (problem, problem.message.template) for problem in other.problems
    ]
    assert list(one.files) == list(other.files)
    for file, reading in one.files.items():
        assert everything(reading.record) == everything(other.files[file].record)
        assert reading == other.files[file]
    return True


def edit(folder: Path, file: str, line: int, words: str | None, replaces: bool) -> None:
    path = folder / file
    if words is None:
        path.unlink(missing_ok=True)
        return
    lines = path.read_text().splitlines() if path.exists() else []
    lines[line : line + replaces] = [words]
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


@settings(max_examples=20)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_after_any_edit_everything_is_as_if_nothing_were_kept(edits: list[tuple[str, int, str | None, bool]]) -> None:
    with TemporaryDirectory() as scratch:
        folder, cache = Path(shutil.copytree(BASE, Path(scratch, "events"))), Path(scratch, "cache")
        Chronicle.open(folder, TODAY, cache=cache)
        for one in edits:
            edit(folder, *one)
            without = Chronicle.open(folder, TODAY)
            assert is_the_same(Chronicle.open(folder, TODAY, cache=cache), without)
            assert is_the_same(Chronicle.open(folder, TODAY, cache=cache), without)


def test_the_real_records_come_back_as_they_were(tmp_path: Path) -> None:
    without = Chronicle.open(REAL, TODAY)
    Chronicle.open(REAL, TODAY, cache=tmp_path)
    assert is_the_same(Chronicle.open(REAL, TODAY, cache=tmp_path), without)
    assert all(from_record(record) for record in without.all())


def test_one_content_in_two_files_and_with_other_terms_is_read_as_it_stands_there(tmp_path: Path) -> None:
    folder, cache = Path(shutil.copytree(BASE, tmp_path / "events")), tmp_path / "cache"
    event = "title: A flood\ndate: 2024-08-09\nkind: flood\nsummary: A flood.\nsources: [agency-report]\nadded: 2026\n"
    for file, content in (
        ("2024/2024-08-09-flood.yml", event),
        ("2024/2024-08-10-flood.yml", event),
        ("actors/flood.yml", event),
        ("chronicle.yml", "kinds: {flood: {means: Water stood there., like: battle}}\n"),
        ("chronicle.yml", "kinds: {flood: {means: Water stood there., like: statement}}\n"),
        ("removed.yml", "- {kind: event, id: 2024-08-09-flood, date: 2026-01-01, why: privacy}\n"),
    ):
        (folder / file).write_text(content)
        without = Chronicle.open(folder, TODAY)
        assert is_the_same(Chronicle.open(folder, TODAY, cache=cache), without)
        shutil.rmtree(cache)
        Chronicle.open(folder, TODAY, cache=cache)


def test_a_check_that_makes_no_records_says_what_one_does_that_makes_them(tmp_path: Path) -> None:
    folder, cache = Path(shutil.copytree(BASE, tmp_path / "events")), tmp_path / "cache"
    for file, words in ((FILES[0], None), (OTHERS[2], "extra: {a: b}"), ("a.txt", "This is skipped.")):
        edit(folder, file, 0, words, False)
        without = Checked.of(Chronicle.open(folder))
        for made in (True, False):
            checked = check_folder(folder, cache)
            assert isinstance(checked.records, Chronicle) is made
            assert (checked.problems, checked.events, checked.count) == (
                without.problems,
                without.events,
                without.count,
            )


def test_findings_of_another_day_are_looked_for_anew(tmp_path: Path) -> None:
    Chronicle.open(BASE, TODAY, cache=tmp_path)
    early = date(2020, 1, 1)
    assert is_the_same(Chronicle.open(BASE, early, cache=tmp_path), Chronicle.open(BASE, early))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("spoil", [cut, flip, lambda file: file.write_bytes(b""), Path.unlink])
def test_a_spoilt_file_is_passed_over_and_written_again(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    without = Chronicle.open(BASE, TODAY)
    Chronicle.open(BASE, TODAY, cache=tmp_path)
    kept = sorted(tmp_path.glob("[a-z]*"))
    assert len(kept) == 3
    for file in kept:
        spoil(file)
        assert load(file) is None
    assert is_the_same(Chronicle.open(BASE, TODAY, cache=tmp_path), without)
    assert [len(load(file)) > 0 for file in sorted(tmp_path.glob("[a-z]*"))] == [True] * len(kept)


def test_what_another_engine_or_another_user_kept_is_nothing(
    tmp_path: Path, own_key: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a" / "b"
    store(file, ("a", 1))
    assert load(file) == ("a", 1)
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "_engine", lambda: b"another")
        assert load(file) is None
    with monkeypatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
        assert load(file) is None
    assert load(file) == ("a", 1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_two_that_keep_at_once_and_are_killed_leave_a_whole_file(tmp_path: Path) -> None:
    file, whole = tmp_path / "a" / "b", [["x" * 100_000] * count for count in (1, 7)]
    store(file, whole[0])
    chance = random.Random(16)
    for _ in range(20):
        children = [in_a_child(lambda value=value: store(file, value)) for value in whole]  # type: ignore[misc]
        time.sleep(chance.random() / 100)
        assert load(file) in whole
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        assert load(file) in whole
    for left in file.parent.glob("*.new"):
        os.utime(left, (0, 0))
    store(file, whole[1])
    assert list(file.parent.glob("[a-z]*")) == [file]


def in_a_child(work: Callable[[], None]) -> int:
    """A process that does the same until it is killed; its number."""
    child = os.fork()
    while not child:
        work()
    return child


def test_it_is_kept_beside_the_records_where_git_does_not_see_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache_folder(tmp_path / "events") is None
    monkeypatch.delenv("TIMELINE_NO_CACHE")
    cache = cache_folder(tmp_path / "events")
    assert cache == tmp_path / ".cache" / "timeline" / "events"
    store(cache / "a", "b")
    assert (cache / ".gitignore").read_text() == "*\n"
