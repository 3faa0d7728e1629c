"""Each event, question and thread in a file of its own, and the examples of the page that explains the data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import worlds
from building import REPOSITORY, Built

from site_builder.formats import exported_files
from site_builder.pages import DATA, Here

PAGE = (REPOSITORY / "docs" / "open-data.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
WORLD = """
2024-07-27-ambush:
  threads: [war]
  claims:
    - {id: c, by: csp, says: It was so., question: who}
    - {id: d, by: army, says: It was not., denies: c, question: who}
2024-07-28-talks: {threads: [war], links: [{type: after, event: 2024-07-27-ambush}]}
2024-07-26-before: {}
actors/csp: {name: CSP}
actors/army: {name: Army}
threads/war: {title: The war}
questions/who: {title: "Who?"}
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Any]:
    """The files of records, by their addresses."""
    here = Here(worlds.here(worlds.chronicle_of(tmp_path, WORLD)).site, DATA)
    made = {name.removesuffix("/index.json"): make for name, make in exported_files(here.site) if "/index.json" in name}
    return {name: json.loads(make()) for name, make in made.items()}


def test_an_event_has_its_own_keys_and_what_follows_from_those_of_others(files: dict[str, Any]) -> None:
    event = files["events/2024-07-27-ambush"]
    assert (event["version"], event["id"], event["date"]) == (1, "2024-07-27-ambush", "2024-07-27")
    assert [claim["id"] for claim in event["claims"]] == ["c", "d"]
    assert event["found"] == {
        "earliest": "2024-07-27",
        "latest": "2024-07-27",
        "claims": {
            "2024-07-27-ambush#c": {"disputed": True, "denied-by": ["2024-07-27-ambush#d"]},
            "2024-07-27-ambush#d": {"disputed": False, "denies": ["2024-07-27-ambush#c"]},
        },
        "links": [{"type": "before", "event": "2024-07-28-talks"}],
    }


def test_a_thread_has_its_events_and_a_question_its_claims_in_order(files: dict[str, Any]) -> None:
    assert files["threads/war"]["found"] == {"events": ["2024-07-27-ambush", "2024-07-28-talks"]}
    assert [*files["questions/who"]["found"]["claims"]] == ["2024-07-27-ambush#c", "2024-07-27-ambush#d"]
    assert {name.partition("/")[0] for name in files} == {"events", "threads", "questions"}
    assert len(files) == 5


def run_example(number: int, folder: Path, **instead: str) -> str:
    """What an example prints, run in a folder."""
    text = EXAMPLES[number]
    for name, value in instead.items():
        text = re.sub(rf'^{name} = ".*"$', f"{name} = {value!r}", text, flags=re.MULTILINE)
    command = [sys.executable, "-X", "utf8", "-c", text]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_the_example_draws_the_dead_by_claimant(real_site: Built) -> None:
    lines = run_example(0, real_site.folder / "data").splitlines()
    assert len(lines) > 5
    assert all(re.search(r"[█░→]", line) for line in lines)
    assert any(line.startswith("wagner ") and "csp-dpa" in line for line in lines)


def test_the_example_leaves_out_what_is_taken_back_whatever_takes_it_back(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush:
      claims:
        - {id: first, by: csp, figures: {army: {killed: 40}}, says: Many died.}
        - {id: other, by: csp, figures: {army: {missing: 9}}, revises: first, says: They are missing.}
        - {id: second, by: army, covers: 2024-07-27, figures: {army: {killed: 20}}, says: Some died.}
        - {id: again, by: army, figures: {army: {killed: 20}}, repeats: second, says: "Some died, again."}
        - {id: gone, by: paper, figures: {army: {killed: 30}}, says: It was read somewhere.}
        - {id: taken, by: paper, withdraws: gone, says: It was wrong.}
    actors/csp: {name: CSP}
    actors/army: {name: Army}
    actors/paper: {name: Paper}
    """
    here = Here(worlds.here(worlds.chronicle_of(tmp_path / "events", world)).site, DATA)
    table = dict(exported_files(here.site))["data/claims.csv"]()
    (tmp_path / "claims.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    lines = run_example(0, tmp_path, EVENT="2024-07-27-ambush").splitlines()
    assert [line.split() for line in lines] == [["army", "2024-07-27", "army", "20", "█" * 10]]


def test_the_example_reads_one_event(real_site: Built) -> None:
    printed = run_example(1, real_site.folder, SITE=real_site.folder.as_uri() + "/")
    assert printed.startswith("2024-07-27 2024-07-27 2024-07-27\n")
    assert "2024-07-27-tinzaouaten-ambush#" in printed
