"""Texts whose marks readers would see, and texts that only look a little like Markdown."""

from pathlib import Path

import pytest
import worlds
from hypothesis import given
from hypothesis import strategies as st

from site_builder import problems
from site_builder.checking.rules.markup import _in_prose, _in_words

EVENT = "2024-07-27-ambush"


def marked(folder: Path, **texts: str) -> list[str]:
    """What is called markup in an event with such texts."""
    lines = "".join(f"\n  {key}: {text!r}" for key, text in texts.items())
    found = worlds.chronicle_of(folder, f"{EVENT}:{lines}").problems
    return [problem.text for problem in found if problem.code == problems.MARKUP_NOT_READ.id]


@pytest.mark.parametrize(
    "text",
    [
        "**The** ambush",
        "*The* ambush",
        "__The long__ ambush",
        "_The long_ ambush",
        "***The*** ambush",
        "`The` ambush",
        "```The``` ambush",
        "[The report](https://a.example)",
        "![The map](map.png)",
        "[The report](report.html)",
        "<https://a.example>",
        "<b>The</b> ambush",
        "The ambush<br/>and after",
        '<a href="x">The</a> ambush',
        "The ambush&nbsp;and after",
        "<!-- The --> ambush",
    ],
)
def test_marks_in_a_title_are_found(tmp_path: Path, text: str) -> None:
    assert marked(tmp_path, title=text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("# The ambush", "a heading"),
        ("Two things:\n\n- one\n- two", "a list"),
        ("1. one\n2. two", "a list"),
        ("| a | b |\n|---|---|\n| c | d |", "a table"),
        ("a | b\n--|--\nc | d", "a table"),
    ],
)
def test_blocks_in_a_note_are_found(text: str, what: str) -> None:
    assert [message for _, _, message in _in_words(text, links=False) if what in message]


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4, wom*n and m*n, 5*, a footnote* and another*",
        "snake_case_name, __init__, @_user_name_, a_b and c_d",
        "`Abd al-Rahman and Isma`il, Ka`b, Sana`a",
        "#Mali #Wagner, issue #5 and C# 12",
        "\N{EN DASH} Yes.\n\N{EN DASH} No.",
        "- It was so, he said.",
        "12. July\n13. July",
        "[sic] (the army) and [the army](sic)",
        "x < y > z, 3 <b, a -> b, <unknown>, <Wagner>, AT&T; R&D; &c.",
        "either|or, the | sign",
        "[[actor:csp|the rebels]] say so [@afp, page 4]",
        "\\<b> and \\*so\\*",
        "$5_000 _ and _",
        "**",
        "* * *",
        "https://a.example/a_b_c*d*",
    ],
)
def test_texts_that_only_look_like_markdown_are_left_alone(text: str) -> None:
    assert list(_in_words(text, links=False)) == []
    assert list(_in_prose(text)) == []


def test_a_summary_may_have_links_and_nothing_else(tmp_path: Path) -> None:
    assert marked(tmp_path / "1", summary="See [the report](https://a.example/b_(c)).") == []
    assert marked(tmp_path / "2", summary="See [the report](report.html).") == ["[the report](report.html)"]
    assert marked(tmp_path / "3", summary="See **the report**.") == ["**the report**"]


def test_a_body_may_have_all_of_markdown_but_no_html(tmp_path: Path) -> None:
    body = "# A\n\n- **b** `<b>`\n- [c](https://a.example)\n\n| d |\n|---|\n| e |\n\n```\n<i>\n```"
    assert marked(tmp_path / "1", body=body) == []
    assert marked(tmp_path / "2", body="So <i>it</i> was.") == ["<i>"]
    assert marked(tmp_path / "3", body="[a](/b.html) and `[c](/d.html)`") == ["[a](/b.html)"]


@given(st.text("*_`#<>[]()!-|:. /ab\n", max_size=60))
def test_what_is_found_stands_where_it_is_said_to(text: str) -> None:
    for links in (True, False):
        assert all(text.startswith(written, at) for at, written, _ in _in_words(text, links=links))
    assert all(text.startswith(written, at) for at, written, _ in _in_prose(text))
