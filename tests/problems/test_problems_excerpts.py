"""The caret stands under the exact text, whatever stands before it in the line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.languages import say
from site_builder.problems import Excerpt, Problem, Severity, columns, excerpt
from site_builder.problems.excerpts import WIDEST


def marked(line: str, text: str, column: int | None = None, file: str = "a.yml") -> Excerpt | None:
    """The excerpt for a problem about a text in a line, at its first place there unless a column is given."""
    at = line.index(text) + 1 if column is None else column
    return excerpt(Problem("TL040", Severity.ERROR, say(""), file, 1, at, text), line)


@pytest.mark.parametrize(
    ("line", "text", "source", "marks"),
    [
        ("titel: A", "titel", "titel: A", "^~~~~"),
        ("  - by: navy", "navy", "  - by: navy", "        ^~~~"),
        ("\tby: navy", "navy", "    by: navy", "        ^~~~"),
        ("title: 基达尔 x", "x", "title: 基达尔 x", "              ^"),
        ("title: 基达尔", "达", "title: 基达尔", "         ^~"),
        ("title: Se\u0301gou x", "x", "title: Se\u0301gou x", "             ^"),
        ("title: e\u0301", "\u0301", "title: e\u0301", "       ^"),
        ("title: a\u202eb", "\u202e", "title: a\\u202eb", "        ^~~~~~"),
        ("title: a\x07b", "\x07", "title: a\\x07b", "        ^~~~"),
        ("a: b", "", "a: b", "^"),
    ],
    ids=["key", "value", "tab", "after wide", "wide", "after combining", "combining", "hidden", "control", "nothing"],
)
def test_the_caret_stands_under_the_text(line: str, text: str, source: str, marks: str) -> None:
    found = marked(line, text)
    assert found is not None
    assert (found.source, found.marks) == (source, marks)


def test_a_date_is_underlined_whole_with_the_caret_where_it_stops_being_one() -> None:
    found = marked("date: 27 July 2024", "27 July 2024", column=9)
    assert found is not None
    assert found.marks == "      ~~^~~~~~~~~~"


def test_what_is_missing_at_the_end_is_marked_behind_the_text() -> None:
    found = marked("date: 2024-07-", "2024-07-", column=15)
    assert found is not None
    assert found.marks == "      ~~~~~~~~^"


def test_a_text_of_several_lines_is_marked_in_its_first() -> None:
    found = marked("summary: It began", "It began…", column=10)
    assert found is not None
    assert found.marks == "         ^~~~~~~~"


def test_where_a_line_runs_from_right_to_left_the_text_is_named() -> None:
    found = marked("title: كيدال x", "x")
    assert found == Excerpt("title: كيدال x", None, "x")
    assert marked("by: army  # كيدال", "army") == Excerpt("by: army  # كيدال", "    ^~~~", "army")


def test_a_long_line_is_clipped_around_the_text() -> None:
    found = marked(f"{'a' * 500} titel {'b' * 500}", "titel")
    assert found is not None and found.marks is not None
    assert found.source.startswith("…a") and found.source.endswith("b…")
    assert columns(found.source) <= WIDEST + 2
    assert found.source[found.marks.index("^") :].startswith("titel")


def test_a_line_that_is_long_behind_the_text_shows_its_beginning() -> None:
    found = marked(f"titel: {'b' * 500}", "titel")
    assert found is not None
    assert found.source == f"titel: {'b' * (WIDEST - 7)}…"


@pytest.mark.parametrize(
    ("line", "text", "column"),
    [("name: A", "Old_Market.yml", 1), ("", "", 1), ("  ", "", 1), ("a: b", "x", 9)],
    ids=["about the file's name", "empty line", "blank line", "behind the line"],
)
def test_what_is_not_about_a_text_in_the_line_shows_no_line(line: str, text: str, column: int) -> None:
    assert marked(line, text, column, file="places/Old_Market.yml") is None


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 20))
def test_what_is_shown_fits_hides_nothing_and_has_one_caret(line: str, start: int, length: int) -> None:
    line = "".join(line.splitlines())
    start = min(start, len(line))
    found = marked(line, line[start : start + length], start + 1)
    if found is None:
        return
    assert columns(found.source) <= WIDEST + 2
    assert not any(unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") for character in found.source)
    if found.marks is not None:
        assert found.marks.count("^") == 1
        assert set(found.marks) <= set(" ~^")
        assert len(found.marks) <= columns(found.source) + 1


def test_a_line_of_a_million_brackets_is_clipped_too() -> None:
    found = marked("[" * 1_000_000, "[", column=500_000)
    assert found is not None and found.marks is not None
    assert columns(found.source) <= WIDEST + 2
