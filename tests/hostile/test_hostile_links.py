"""Records tied to themselves, in circles, in long chains and by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import worlds

from hostile.pages_of import codes, open_safely, render_strictly
from hostile.work import calls_made
from site_builder.records.base import MOST_ENTRIES

ITSELF = """
actors/a: {parent: a, side: a, former_ids: [a], description: '[[actor:a]]', succeeds: [{actor: a, how: renamed}]}
places/a: {within: a, former_ids: [a]}
sources/a: {former_ids: [a], note: '[@a]'}
threads/a: {start: [2024-a], summary: '[[thread:a]]'}
questions/a: {title: '[[question:a]]'}
2024-a:
  date: '2024'
  body: '[[2024-a]] [@a]'
  links:
    - {type: after, event: 2024-a}
    - {type: part-of, event: 2024-a}
    - {type: about, event: 2024-a}
  claims:
    - {id: c, by: a, denies: c, revises: c, confirms: c, withdraws: c, said_in: 2024-a}
    - {id: d, by: a, denies: 2024-a#d}
"""


def test_what_is_tied_to_itself_is_a_problem_and_its_page_ends(tmp_path: Path) -> None:
    chronicle = open_safely(worlds.write_records(tmp_path, ITSELF))
    assert {"TL062", "TL066", "TL068"} <= codes(chronicle)
    assert {"actors/a", "places/a", "events/2024-a"} <= render_strictly(chronicle).keys()


def _circle(n: int, line: str) -> str:
    return "\n".join(line.format(i, (i + 1) % n) for i in range(n))


def _of_events(n: int, tie: str) -> str:
    return _circle(n, f"2024-e{{0}}: {{{{date: '2024', links: [{{{{{tie}, event: 2024-e{{1}}}}}}]}}}}")


def _of_claims(n: int, word: str) -> str:
    claims = ", ".join(f"{{id: c{i}, unnamed: A, {word}: c{(i + 1) % n}}}" for i in range(n))
    return f"2024-e: {{date: '2024', claims: [{claims}]}}"


CIRCLES: dict[str, Callable[[int], str]] = {
    "places": lambda n: _circle(n, "places/p{0}: {{within: p{1}}}"),
    "parents": lambda n: _circle(n, "actors/p{0}: {{parent: p{1}}}"),
    "sides": lambda n: _circle(n, "actors/p{0}: {{side: p{1}}}"),
    "successors": lambda n: _circle(n, "actors/p{0}: {{succeeds: [{{actor: p{1}, how: renamed, sources: [s]}}]}}"),
    "former ids": lambda n: _circle(n, "actors/p{0}: {{former_ids: [p{1}]}}"),
    "events after one another": lambda n: _of_events(n, "type: after"),
    "events within one another": lambda n: _of_events(n, "type: part-of"),
    "events about one another": lambda n: _of_events(n, "type: about"),
    "denials": lambda n: _of_claims(n, "denies"),
    "revisions": lambda n: _of_claims(n, "revises"),
    "confirmations": lambda n: _of_claims(n, "confirms"),
    "withdrawals": lambda n: _of_claims(n, "withdraws"),
    "events said in one another": lambda n: _circle(
        n,
        "2024-e{0}: {{date: '2024', claims: [{{id: c, unnamed: A, said_in: 2024-e{1}, denies: 2024-e{1}#c}}]}}",
    ),
}
"""Records of which each refers to the next, and the last to the first."""
_WRONG = {
    "places": "TL068",
    "parents": "TL068",
    "former ids": "TL062",
    "events after one another": "TL074",
}


@pytest.mark.parametrize("name", CIRCLES)
@pytest.mark.parametrize("length", [2, 3, 40])
def test_a_circle_is_a_named_problem_or_pages_that_end(name: str, length: int, tmp_path: Path) -> None:
    chronicle = open_safely(worlds.write_records(tmp_path, CIRCLES[name](length)))
    if name in _WRONG:
        assert _WRONG[name] in codes(chronicle)
    assert len(render_strictly(chronicle)) >= (1 if "claims" in name else 8)


CHAINS: dict[str, Callable[[int], str]] = {
    "places": lambda n: f"{CIRCLES['places'](n)}\nplaces/p{n - 1}: {{}}",
    "parents": lambda n: f"{CIRCLES['parents'](n)}\nactors/p{n - 1}: {{}}",
    "successors": lambda n: f"{CIRCLES['successors'](n)}\nactors/p{n - 1}: {{}}",
    "events that answer one another": lambda n: (
        f"{_of_events(n, 'type: responds-to')}\n2024-e{n - 1}: {{date: '2024'}}"
    ),
    "events within one another": lambda n: f"{_of_events(n, 'type: part-of')}\n2024-e{n - 1}: {{date: '2024'}}",
}


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_deeper_than_the_stack_of_python_has_its_pages(name: str, tmp_path: Path) -> None:
    chronicle = open_safely(worlds.write_records(tmp_path, CHAINS[name](1_200)))
    assert codes(chronicle) <= {"TL080"}
    kind = next(kind for kind in ("places", "actors", "events") if kind[:5] in CHAINS[name](2))
    name_of = "2024-e{}" if kind == "events" else "p{}"
    pages = [*(f"{kind}/{name_of.format(number)}" for number in (0, 600, 1_199)), "timeline", "actors"]
    assert set(pages) <= render_strictly(chronicle, *pages).keys()


def _links(n: int) -> str:
    links = ", ".join(f"{{type: after, event: 2023-e{i}}}" for i in range(n))
    others = "\n".join(f"2023-e{i}: {{date: '2023'}}" for i in range(n))
    return f"2024-a: {{date: '2024', links: [{links}]}}\n{others}"


def _links_back(n: int) -> str:
    others = "\n".join(f"2025-e{i}: {{date: '2025', links: [{{type: about, event: 2024-a}}]}}" for i in range(n))
    return f"2024-a: {{date: '2024'}}\n{others}"


def _sources(n: int) -> str:
    sources = "\n".join(f"sources/s{i}: {{}}" for i in range(n))
    return f"2024-a: {{date: '2024', sources: [{', '.join(f's{i}' for i in range(n))}]}}\n{sources}"


def _mentions(n: int) -> str:
    names = " ".join(f"Army{i}" for i in range(n))
    return f"2024-a: {{date: '2024', body: '{names}'}}\n" + "\n".join(
        f"actors/a{i}: {{name: Army{i}, aliases: [Army]}}" for i in range(n)
    )


MANY = {"links from others": _links_back, "mentions": _mentions}
FEW = {"links": _links, "sources": _sources}
"""What the event itself lists, which is bounded."""


@pytest.mark.parametrize("name", MANY)
def test_a_thousand_ties_of_one_event_are_a_page(name: str, tmp_path: Path) -> None:
    chronicle = open_safely(worlds.write_records(tmp_path, MANY[name](1_000)))
    assert chronicle.errors == ()
    assert render_strictly(chronicle, "events/2024-a")["events/2024-a"].count("href=") >= 1_000


@pytest.mark.parametrize("name", FEW)
def test_as_many_entries_as_a_list_may_have_are_a_page(name: str, tmp_path: Path) -> None:
    chronicle = open_safely(worlds.write_records(tmp_path, FEW[name](MOST_ENTRIES)))
    assert chronicle.errors == ()
    assert render_strictly(chronicle, "events/2024-a")["events/2024-a"].count("href=") >= MOST_ENTRIES


@pytest.mark.parametrize("name", MANY)
def test_twice_as_many_ties_are_twice_the_work(name: str, tmp_path: Path) -> None:
    def work(count: int) -> int:
        folder = worlds.write_records(tmp_path / str(count), MANY[name](count))
        return calls_made(lambda: render_strictly(open_safely(folder)))

    work(20)
    assert work(160) < 2.6 * work(80)
