"""The report: medians, and ratios of what ran in the same round."""

from __future__ import annotations

from bench.measure import Usage
from bench.report import Result, Size, build_table, check_table, ratio, report


def usages(*seconds: float, megabytes: float = 100) -> tuple[Usage, ...]:
    return tuple(Usage(wall, wall * 2, int(megabytes * 1e6)) for wall in seconds)


OURS = Result("ours", 200, usages(2, 8, 3, megabytes=300))
PEER = Result("Hugo", 100, usages(1, 2, 3))
CHECK = Result("check", 0, usages(0.5))
SIZE = Size(100, 150, CHECK, OURS, (PEER,))


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    # 2 / 1, 8 / 2 and 3 / 3: the ratio of the medians would be 3 / 2.
    assert ratio(OURS, PEER, lambda usage: usage.wall) == 2


def test_a_build_is_shown_with_its_spread_and_beside_its_peer() -> None:
    _, _, ours, peer = build_table([SIZE])
    assert ours == "| 100 | ours | 200 | 3.00 (2.00 to 8.00) | 6.00 (4.00 to 16.00) | 30.00 | 300 |  |  |  |  |"
    assert peer == (
        "| 100 | Hugo | 100 | 2.00 (1.00 to 3.00) | 4.00 (2.00 to 6.00) | 40.00 | 100 | 2.00 | 2.00 | 1.00 | 3.00 |"
    )


def test_a_check_is_shown_by_the_record() -> None:
    assert list(check_table([SIZE]))[2] == "| 100 | 150 | 0.50 | 1.00 | 6.67 | 100 |"


def test_a_peer_without_ours_has_no_ratios() -> None:
    *_, row = build_table([Size(100, 150, None, None, (PEER,))])
    assert row.endswith("| 100 |  |  |  |  |")


def test_the_report_says_how_it_was_made_and_holds_what_other_programs_printed() -> None:
    text = report("python bench/compare.py", ["A machine."], 3, [SIZE], {"Dates": "| a |\n| - |\n"})
    assert text.startswith("# Results\n\nMade by `python bench/compare.py`.\n\n- A machine.\n- Other")
    assert "## Dates\n\n| a |\n| - |\n\n" in text
    assert "Rounds: 3" in text


def test_parts_that_were_not_measured_are_left_out() -> None:
    text = report("x", [], 3, [], {"Dates": "| a |"})
    assert "## Reading" not in text
    assert "## A cold build" not in text


def test_the_report_says_how_much_else_the_machine_did() -> None:
    disturbed = Result("Hugo", 100, (Usage(4, 4, 1, others=6), Usage(6, 4, 1, others=9)))
    text = report("x", [], 2, [Size(100, 150, None, None, (disturbed,))], {})
    assert "Other work kept 1.5 cores busy meanwhile" in text
