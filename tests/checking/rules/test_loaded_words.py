"""What of a text is in the chronicle's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checking.rules.loaded_words import own_words


@pytest.mark.parametrize(
    "text",
    [
        'It called them "terrorists" again.',
        "It called them “terrorists of the\nSahel” again.",
        "Il les appelle « terroristes » encore.",
        "Він назвав їх «терористами» знову.",
        "Er nannte sie „Terroristen“ again.",
        "It called them 'terrorists' again.",
        "> a terrorist attack",
        "It cites [@daily-on-terrorists].",
        "See https://daily.example/terrorists for more.",
        "See [[2024-07-27-terrorists|the attack]] of that day.",
    ],
)
def test_quotations_references_and_addresses_are_left_out(text: str) -> None:
    assert "terror" not in own_words(text).casefold()
    assert "терор" not in own_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "It's the army's word for terrorists, isn't it?",
        'An inch mark (12") before terrorists and a new paragraph.\n\nThere is another" here.',
        "See [[2024-07-27-attack|the terrorists]].",
    ],
)
def test_apostrophes_and_labels_are_no_quotations(text: str) -> None:
    assert "terrorists" in own_words(text)


@given(st.text(alphabet=st.sampled_from("ab \n\"'“”«»[]@|>`"), max_size=60))
def test_offsets_and_lines_stay(text: str) -> None:
    own = own_words(text)
    assert len(own) == len(text)
    assert own.count("\n") == text.count("\n")
    assert all(mine in (" ", theirs) for mine, theirs in zip(own, text, strict=True))


def test_marks_that_nothing_closes_are_passed_over_once() -> None:
    for mark in ("“", "«", "„", "[[", "[@", "‘a"):
        text = mark * (200_000 // len(mark))
        assert len(own_words(text)) == len(text)
