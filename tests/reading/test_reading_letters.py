import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.problems import Severity
from site_builder.reading.letters import find_disguised, find_piled, in_latin


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("W\u0430gner", "Wagner"),
        ("\u0405tate", "State"),
        ("\u0412\u0430\u0433\u043d\u0435p", "\u0412\u0430\u0433\u043d\u0435\u0440"),
        ("\u0423\u043a\u0440\u0430\u0457\u043di", "\u0423\u043a\u0440\u0430\u0457\u043d\u0456"),
        ("Niger\u03bf", "Nigero"),
        ("Re\u0578ters", "Renters"),
        ("\uff2aNIM", "JNIM"),
        ("\u0391\u03b8\u03aev\u03b1", "\u0391\u03b8\u03ae\u03bd\u03b1"),
    ],
)
def test_a_word_in_letters_of_two_scripts_is_reported_with_its_look_alike(written: str, meant: str) -> None:
    [fault] = find_disguised(f"Men of {written}, it says")
    assert (fault.text, fault.index, fault.suggestion) == (written, len("Men of "), meant)
    assert fault.code.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Wagner",
        "\u0412\u0430\u0433\u043d\u0435\u0440",
        "\u0412\u0412\u0421",
        "Telegram-\u043a\u0430\u043d\u0430\u043b",
        "\u0441\u043c\u0441 SMS",
        "iPhone'\u043e\u043c",
        "WhatsApp\u043e\u043c",
        "k\u03a9",
        "A\u0370",
        "\u00b5m",
        "\u03b1-particle",
        "\u0422-72B3",
        "\u041c\u0438-8\u0410\u041c\u0422\u0428",
    ],
)
def test_words_of_one_script_and_such_as_cannot_be_mistaken_are_left_alone(text: str) -> None:
    assert list(find_disguised(text)) == []


def test_marks_piled_upon_a_letter_are_reported() -> None:
    [fault] = find_piled("Ze" + "\u0301\u0316" * 20 + "ro")
    assert (fault.index, fault.code.severity) == (2, Severity.ERROR)


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301\u0323",
        "\u0628\u0650\u0633\u0652\u0645\u0650 \u0671\u0644\u0644\u0651\u064e\u0670\u0647\u0650",
        "\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05c1\u05b4\u0596\u05d9\u05ea",
        "\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48",
    ],
)
def test_as_many_marks_as_scripts_have_are_left_alone(text: str) -> None:
    assert list(find_piled(text)) == []


@given(st.text())
def test_letters_keep_their_number_and_places(text: str) -> None:
    assert len(in_latin(text)) == len(text)
    for fault in find_disguised(text):
        assert text.startswith(fault.text, fault.index)
        assert fault.suggestion is None or not list(find_disguised(fault.suggestion))
