import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.spelling import nearest, nearest_key

KEYS = ["title", "date", "date_note", "kind", "standing", "summary", "sources", "places", "actors"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("titel", "title"), ("sorces", "sources"), ("Summary", "summary"), ("actor", "actors"), ("standng", "standing")],
)
def test_a_slip_is_near(word: str, meant: str) -> None:
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["description", "importance", "x", "", "note"])
def test_another_word_is_not_near(word: str) -> None:
    assert nearest(word, KEYS) is None


@pytest.mark.parametrize(
    ("key", "meant"),
    [("mentions", "link_mentions"), ("source_url", "url"), ("sorce", None), ("id", None), ("link_id", None)],
)
def test_a_key_is_near_one_that_has_its_words(key: str, meant: str | None) -> None:
    assert nearest_key(key, ["link_mentions", "url", "former_ids", "date_note"]) == meant


def test_of_two_that_are_as_near_neither_is_meant() -> None:
    assert nearest("kidar", ["kidal", "kidan"]) is None


def test_another_service_is_not_a_slip_of_the_pen() -> None:
    assert nearest("gru", ["gur", "fama"]) is None


def test_another_number_is_another_thing() -> None:
    assert nearest("reuters-2024-07-29-losses", ["reuters-2024-07-30-losses"]) is None
    assert nearest("reuters-2024-07-29-loses", ["reuters-2024-07-29-losses"]) == "reuters-2024-07-29-losses"


@given(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=5))
def test_what_is_near_is_one_of_the_choices(word: str, choices: list[str]) -> None:
    assert nearest(word, choices) in [None, *choices]


@given(st.text(alphabet="abcdefgh-", min_size=5, max_size=20))
def test_a_choice_is_nearest_to_itself(word: str) -> None:
    assert nearest(word, [word, f"{word}-and-something-else-altogether"]) == word
