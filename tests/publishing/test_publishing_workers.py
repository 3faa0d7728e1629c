"""Work is shared among processes without a trace in what is written, and what goes wrong in one of them comes back."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import worlds

from site_builder.pages import Page, pages_of
from site_builder.publishing import PageError, Publisher, Renderer, WorkerError, make_templates, theme_folder
from site_builder.publishing.workers import count_processes, share

WORLD = """
2024-07-27-ambush:
  actors: [{actor: csp, role: attacker}, {actor: fama, role: attacked}]
  claims: [{id: count, by: csp, topic: toll, says: It counted the dead., figures: {fama: {killed: 84}}, sources: [s]}]
2024-07-28-answer: {former_ids: [2024-07-28-old], links: [{type: after, event: 2024-07-27-ambush}]}
actors/csp: {}
actors/fama: {}
"""
forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")


def publisher_of(folder: Path, broken: Sequence[str] = ()) -> Publisher:
    """A publisher that cannot make the pages at some addresses, which it does not try first."""
    site = worlds.here(worlds.chronicle_of(folder, WORLD)).site
    pages = tuple(pages_of(site))
    renderer = FailingRenderer(site, make_templates([theme_folder()]))
    publisher = Publisher(renderer, lambda page, parts: f"{parts.title}{parts.head}{parts.content}", pages)
    renderer.broken = broken
    return publisher


class FailingRenderer(Renderer):
    broken: Sequence[str] = ()

    def parts(self, page: Page):  # type: ignore[no-untyped-def]
        if page.address in self.broken:
            raise KeyError("nothing")
        return super().parts(page)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@forks
@pytest.mark.parametrize("processes", [2, 3, 50])
def test_a_site_written_by_several_processes_is_the_one_that_one_writes(processes: int, tmp_path: Path) -> None:
    publisher = publisher_of(tmp_path / "events")
    publisher.write(tmp_path / "one", processes=1)
    publisher.write(tmp_path / "several", processes=processes)
    written = contents(tmp_path / "one")
    data = {"data/timeline/events.json", "data/timeline/parts/2024.json"}
    assert {"events/2024-07-28-old/index.html", "records/2024-07-27-ambush.yml", *data} < set(written)
    assert contents(tmp_path / "several") == written


@forks
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_a_page_that_cannot_be_made_is_named_by_whatever_process_makes_it(processes: int, tmp_path: Path) -> None:
    publisher = publisher_of(tmp_path / "events", ["actors/fama"])
    with pytest.raises(
        PageError, match=r"the page actors/fama cannot be shown: KeyError: 'nothing' \(test_.*, line \d+"
    ):
        publisher.write(tmp_path / "site", processes=processes)


@forks
def test_a_file_that_another_process_cannot_write_is_named_as_by_one(tmp_path: Path) -> None:
    publisher = publisher_of(tmp_path / "events")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "actors").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="actors") as found:
        publisher.write(tmp_path / "site", processes=3)
    assert str(found.value.filename).startswith(str(tmp_path / "site" / "actors"))


@forks
def test_a_killed_process_is_reported_and_not_waited_for() -> None:
    def steps(number: int) -> Iterator[None]:
        if number == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        yield

    with pytest.raises(WorkerError, match=r"stopped \(-9\)"):
        share(steps, 3)


@forks
def test_the_others_are_stopped_when_one_fails(tmp_path: Path) -> None:
    def steps(number: int) -> Iterator[None]:
        if number == 0:
            while not (tmp_path / "pid").exists():
                time.sleep(0.01)
            raise ValueError("mine")
        (tmp_path / "writing").write_text(str(os.getpid()))
        (tmp_path / "writing").rename(tmp_path / "pid")
        while True:
            time.sleep(0.01)
            yield

    with pytest.raises(ValueError, match="mine"):
        share(steps, 2)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@forks
def test_a_process_ends_when_the_one_that_waits_for_it_is_gone(tmp_path: Path) -> None:
    def steps(number: int) -> Iterator[None]:
        if number == 0:
            while not (tmp_path / "pid").exists():
                time.sleep(0.01)
            os._exit(0)
        (tmp_path / "writing").write_text(str(os.getpid()))
        (tmp_path / "writing").rename(tmp_path / "pid")
        while True:
            time.sleep(0.01)
            yield

    if os.fork() == 0:
        share(steps, 2)
    os.wait()
    stat = Path(f"/proc/{(tmp_path / 'pid').read_text()}/stat")
    for _ in range(500):
        if not stat.exists() or " Z " in stat.read_text():
            return
        time.sleep(0.01)
    pytest.fail("it still runs")


def test_few_pages_or_another_thread_leave_all_work_to_one_process() -> None:
    assert count_processes(5) == 1
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert count_processes(10_000) == 1
    finally:
        done.set()
        thread.join()
