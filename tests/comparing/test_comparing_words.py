"""Which words of a text went and which came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.comparing.spans import ELLIPSIS, Style
from site_builder.comparing.word_changes import find_word_changes

TEXTS = st.lists(st.sampled_from(["the", "army", "left", "town", "a", "b"]), max_size=8).map(" ".join)


def shown(before: str, after: str) -> str:
    marks = {Style.RECORD: "{}", Style.WENT: "[-{}-]", Style.CAME: "{{+{}+}}"}
    return " ".join(marks[style].format(words) for style, words in find_word_changes(before, after))


@pytest.mark.parametrize(
    ("before", "after", "reported"),
    [
        ("The army left.", "The army stayed.", "The army [-left.-] {+stayed.+}"),
        ("The army left the town.", "The army left.", "The army [-left the town.-] {+left.+}"),
        ("It left.", "Then it left.", "[-It-] {+Then it+} left."),
        ("one two three", "four two five", "[-one two three-] {+four two five+}"),
        ("", "new", "{+new+}"),
    ],
)
def test_words_that_went_and_came_are_marked_in_their_place(before: str, after: str, reported: str) -> None:
    assert shown(before, after) == reported


def test_only_the_words_around_a_change_are_shown() -> None:
    words = [f"w{number}" for number in range(100)]
    reported = shown(" ".join(words), " ".join([*words[:50], "new", *words[50:]]))
    assert reported == "… w42 w43 w44 w45 w46 w47 w48 w49 {+new+} w50 w51 w52 w53 w54 w55 w56 w57 …"


def test_long_texts_with_nothing_in_common_are_one_change_that_is_cut() -> None:
    runs = find_word_changes("a " * 5_000, "b " * 5_000)
    assert [style for style, _ in runs] == [Style.WENT, Style.CAME]
    assert all(words.endswith(ELLIPSIS) and len(words) < 1_000 for _, words in runs)


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(before: str, after: str) -> None:
    runs = find_word_changes(before, after)
    if before == after:
        assert runs == []
        return
    assert " ".join(words for style, words in runs if style is not Style.CAME) == before
    assert " ".join(words for style, words in runs if style is not Style.WENT) == after
