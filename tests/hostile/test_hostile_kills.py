"""Builds that are killed at any moment leave the old site or the new one, complete."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from building import run, tree
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import write_site

from site_builder.plugin.staging import Staging

FUZZED = settings.get_current_profile_name() == "fuzz"
HOOK = """
import atexit, os, pathlib, signal, sys

left = int(os.environ["CALLS_LEFT"])
made = 0

def count(event, arguments):
    global made
    # How many files keep their times depends on what has changed, and what is only read changes nothing.
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    made += bool(writes) or event.startswith(("os.", "shutil.")) and event != "os.utime"
    if made == left:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
atexit.register(lambda: pathlib.Path("calls").write_text(str(made)))
"""
"""Kills a build at one of its calls to the file system, which Python audits: no clock decides which."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Staging:
    root = tmp_path_factory.mktemp("killed")
    write_site(root, "{2024-07-27-ambush: {title: Ambush}}", docs={"index.md": "# Home\n"}, config="hooks: [kill.py]\n")
    (root / "kill.py").write_text(HOOK, encoding="utf-8")
    # Twice: every build but the first takes the place of a site.
    assert (build(root, 0), build(root, 0)) == (0, 0)
    return Staging(root / "site")


def build(root: Path, calls: int) -> int:
    """The exit code of a build that is killed at so many calls, at none where that is 0."""
    return run("mkdocs", "build", "-q", folder=root, CALLS_LEFT=str(calls), PYTHONDONTWRITEBYTECODE="1").returncode


@pytest.fixture(scope="module")
def calls(site: Staging) -> int:
    """The calls of a build that takes the place of a site and that nothing disturbs."""
    return int((site.site.parent / "calls").read_text(encoding="utf-8"))


def check_killed(site: Staging, at: int) -> None:
    """A build that is killed at one of its calls leaves a complete site, and disturbs no later one."""
    root = site.site.parent
    before = tree(site.site)
    with (root / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nMore.\n")
    assert build(root, at) == -signal.SIGKILL
    # Between the two renames there is no site; the next build puts the old one back.
    kept = tree(site.site if site.site.exists() else site.previous)
    assert build(root, 0) == 0
    assert kept in (before, tree(site.site))
    assert {path.name for path in (*root.glob("site*"), *root.glob(".site*"))} == {"site"}


@settings(max_examples=20 if FUZZED else 2, database=None)
@given(st.floats(0.01, 0.99))
def test_a_build_killed_at_any_moment_leaves_a_complete_site(site: Staging, calls: int, part: float) -> None:
    check_killed(site, calls - int(part * calls))


@pytest.mark.parametrize("spared", ["everything", "half", "nothing"])
def test_a_build_killed_while_the_sites_are_exchanged_leaves_a_complete_one(
    site: Staging, calls: int, spared: str
) -> None:
    # The last calls remove the site of before, one a file or folder; the two renames are just ahead of those.
    removed = sum(1 for _ in site.site.rglob("*"))
    check_killed(site, calls - {"everything": removed + 6, "half": removed // 2, "nothing": 2}[spared])
