"""The measurement of `timeline diff`, on a chronicle so small that it tells nothing."""

import pytest

from bench.diff import main


def test_each_command_has_a_row_with_what_it_took(capsys: pytest.CaptureFixture[str]) -> None:
    main(20, 1)
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows[2:]] == ["| `git diff --stat`", "| `timeline check`", "| `timeline diff`"]
    assert {len(row) for row in rows} == {7}
    assert rows[2][-1] == "1 |"
