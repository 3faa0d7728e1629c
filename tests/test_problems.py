import dataclasses
import itertools
import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import problems
from site_builder.languages import say
from site_builder.problems import CODES, Code, Problem, Severity, as_text, visible

PLACED = Problem("TL040", Severity.ERROR, say("`titel` is not a key"), "2024/a.yml", 12, 9, "titel", "title")

problem_texts = st.text(max_size=5)
any_problem = st.builds(
    Problem,
    st.sampled_from(["TL001", "TL002"]),
    st.sampled_from(Severity),
    problem_texts.map(lambda text: say("{text}", text=text)),
    problem_texts,
    st.integers(1, 3),
    st.integers(1, 3),
    problem_texts,
    st.none() | problem_texts,
)


def test_a_problem_is_printed_as_file_line_column_severity_code_and_message() -> None:
    expected = "2024/a.yml:12:9: error TL040: `titel` is not a key (did you mean `title`?)"
    assert as_text(PLACED) == expected
    assert as_text(PLACED, "events/") == f"events/{expected}"


def test_without_a_suggestion_nothing_is_suggested() -> None:
    warning = dataclasses.replace(PLACED, suggestion=None, severity=Severity.WARNING)
    assert as_text(warning) == "2024/a.yml:12:9: warning TL040: `titel` is not a key"


@given(any_problem)
def test_a_printed_problem_is_one_line_that_steers_no_terminal(problem: Problem) -> None:
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in as_text(problem))


def test_what_cannot_be_seen_is_printed_as_an_escape() -> None:
    assert visible("a\x1b[31m\u202e\U000e0041\n b") == "a\\x1b[31m\\u202e\\U000e0041\\x0a b"
    assert visible("café 中 \u0645") == "café 中 \u0645"


def test_problems_are_ordered_by_file_line_column_and_code() -> None:
    ordered = [
        Problem(code, Severity.ERROR, say(""), file, line, column, "")
        for file, line, column, code in itertools.product("ab", (2, 10), (2, 10), ("TL001", "TL010"))
    ]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled) == ordered


@given(any_problem, any_problem)
def test_the_order_is_total(one: Problem, other: Problem) -> None:
    assert [one < other, one == other, one > other].count(True) == 1


def test_every_code_has_a_stable_id_a_title_and_a_sentence() -> None:
    assert list(CODES) == sorted(CODES)
    for code in CODES.values():
        assert re.fullmatch(r"TL[0-9]{3}", code.id)
        assert code.page.title and code.page.meaning.endswith(".")
    titles = [code.page.title for code in CODES.values()]
    assert len(set(titles)) == len(titles)


def test_every_code_of_the_module_is_registered() -> None:
    named = [value for value in vars(problems).values() if isinstance(value, Code)]
    assert set(named) == set(CODES.values())


def test_a_problem_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PLACED.line = 3  # type: ignore[misc]
