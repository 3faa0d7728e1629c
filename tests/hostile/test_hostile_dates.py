"""Dates that cannot be, or that nobody can mean: a named problem, or a page that says them."""

from __future__ import annotations

from pathlib import Path

import pytest
import worlds

from hostile.pages_of import codes, open_safely, render_strictly

IMPOSSIBLE = [
    *("2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "2024-01-32", "2024-04-31", "2024-99"),
    *("24", "202", "20240101", "2024-1-1", "2024/1/1", "01-01-2024", "1.1.2024", "yesterday", "now", "never", "0"),
    *("2024-01-01T25:00:00", "2024-01-01T00:61", "2024-12-31T23:59:61", "2024-01-01T00:00+99:99"),
    *("2024-02/2024-01", "2024/2023", "../..", "/", "2024//2025", "2024/2025/2026", "[2024", "2024]", "{}", "[]"),
    *("Y", "Y2024", "Y-", "YE9", "Y1E", "-0", "+2024", "--", "~", "?", "%", "2024~~", "2024-~", "X", "XXXXX"),
    *("99999-01-01", "1e9", "1_000", "0x7e8", "२०२४", "２０２４", "2024‑01‑01", "2024−01", "٢٠٢٤"),
    *("<script>", '"onmouseover="x', "{{ 7*7 }}", "!!timestamp 2024", "P1Y", "2024-W01", "2024-366", "=1+1"),
]
ABSURD = [
    *("0000", "0000-01-01", "-0001", "-9999-12-31", "9999-12-31", "Y-170000002", "Y170000002", "Y-17E7", "Y17E7"),
    *("Y99999999999999999999", "Y-99999999999999999999", "Y9E99", "Y3388E2S3", "XXXX", "X024", "-XXXX", "2024-XX-31"),
    *("XXXX-XX-XX", "XXXX-12-XX", "-9999/9999", "../2024", "2024/..", "/2024", "2024/", "0000/9999", "2024-24"),
    *("[..2024]", "{2024..}", "[0000..9999]", "2024-02-29?", "2024?-02~-29%", "2024-12-31T23:59:60Z"),
]


@pytest.mark.parametrize("date", IMPOSSIBLE)
def test_an_impossible_date_is_a_named_problem_at_the_date(date: str, tmp_path: Path) -> None:
    worlds.write_records(tmp_path, "")
    worlds.write_record(tmp_path / "sources/a.yml", {"publisher": "A", "date": date})
    problems = open_safely(tmp_path).problems
    assert {(problem.code, problem.line) for problem in problems} & {("TL044", 2), ("TL021", 2)}, problems


@pytest.mark.parametrize("date", ABSURD)
def test_an_absurd_date_is_a_named_problem_or_is_said_on_the_page(date: str, tmp_path: Path) -> None:
    world = f"""
    2024-z: {{date: '2024', links: [{{type: after, event: 2024-a}}, {{type: about, event: a}}]}}
    a: {{date: '{date}', links: [{{type: part-of, event: 2024-z}}]}}
    2024-a: {{date: '2024', claims: [{{id: c, unnamed: A, date: '{date}', covers: '{date}'}}]}}
    actors/a: {{active: '{date}', names: [{{name: B, until: '{date}'}}]}}
    sources/a: {{date: '{date}'}}
    """
    chronicle = open_safely(worlds.write_records(tmp_path, world))
    pages = render_strictly(chronicle)
    assert "sources/a" in pages or "TL044" in codes(chronicle)
    assert len(max(pages.values(), key=len)) < 100_000


def test_years_without_end_make_no_pages_without_end(tmp_path: Path) -> None:
    world = "\n".join(f"{i:04}-a: {{date: '{i:04}/9999'}}" for i in range(0, 9999, 500))
    pages = render_strictly(open_safely(worlds.write_records(tmp_path, world)))
    assert len([page for page in pages if page.startswith("timeline")]) <= 1 + 20
