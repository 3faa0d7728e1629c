"""Texts that are no dates: the error, where it is, and that nothing else ever comes out."""

import pickle
import string

import pytest
from edtf_texts import texts
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder import edtf


def refused(text: str) -> edtf.EDTFError:
    with pytest.raises(edtf.EDTFError) as caught:
        edtf.parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, "a year of four digits, like 2024"),
        ("abcd", 0, "year, month and day in digits and in this order, like 2024-08-03, 2024-08 or 2024"),
        ("20a4", 2, "a year of four digits, like 2024"),
        ("2016-13", 5, "a month (01 to 12), or a season (21 to 41) where no day follows"),
        ("2001-21-05", 5, "a month (01 to 12), or a season (21 to 41) where no day follows"),
        ("2016-0", 5, "a month (01 to 12), or a season (21 to 41) where no day follows"),
        ("2016-01-32", 8, "a day (01 to 31)"),
        ("2016-04-31", 8, "a day that the month has (01 to 30)"),
        ("2023-02-29", 8, "a day that the month has (01 to 28)"),
        ("2024-02-30", 8, "a day that the month has (01 to 29)"),
        ("2016-04-30x", 10, "the end of the date"),
        ("2016?~", 5, "one qualifier at most: % is uncertain and approximate"),
        ("2016-?~04", 6, "one qualifier at most: % is uncertain and approximate"),
        ("12345x", 4, "the end of a year of four digits; longer years are written with Y first, like Y12345"),
        ("Y2016", 1, "more than four digits after Y: shorter years are written without it"),
        ("Y17E", 3, "the end of the date"),
        ("2016S0", 5, "a number of significant digits from 1, and the end of the date"),
        ("2016S5", 5, "at most as many significant digits as the year has (4)"),
        (
            "2016-04-30T25:00:00",
            11,
            "an hour (00 to 23), or 24:00 for the end of the day (the suggestion leaves out the time of day)",
        ),
        ("2016-04-30T10:60:00", 14, "a minute (00 to 59)"),
        ("2016-04-30T10", 13, "a colon and a minute (00 to 59)"),
        ("2016-04-30T10:10:x", 16, "a second (00 to 59) after the colon, or no colon"),
        ("2016-04-30T10:60", 14, "a minute (00 to 59)"),
        ("2016-04-30T10:10:10+15", 19, "a shift from UTC from -12:00 to +14:00"),
        ("2016/2017-13", 10, "a month (01 to 12), or a season (21 to 41) where no day follows"),
        ("2016/2015", 5, "an end that is not before the start"),
        ("2016/2017/2018", 9, "one / at most"),
        ("/", 0, "a date at one end of the interval at least"),
        ("2016/2016-04-30T10:10:10/", 24, "one / at most"),
        ("[2016,2017-13]", 11, "a month (01 to 12), or a season (21 to 41) where no day follows"),
        ("[2016", 5, "]"),
        ("[2016..,2018]", 7, "a date: only the last member of a set can be open at its end"),
        ("[2016..2017-01]", 7, "a year as before the .., not a month"),
        ("[2017..2016]", 7, "a year not before the first"),
        ("27 July 2024", 0, "year, month and day in digits and in this order"),
    ],
)
def test_an_error_says_where_and_what_was_expected(text: str, position: int, expected: str) -> None:
    error = refused(text)
    assert (error.text, error.position, error.expected) == (text, position, expected)


def test_the_message_is_a_sentence_for_the_writer() -> None:
    assert str(refused("2016-13")) == (
        "'2016-13' is not an EDTF date: at character 6, expected a month (01 to 12), or a season (21 to 41) where"
        " no day follows"
    )
    assert str(refused("2005/2004")) == (
        "'2005/2004' is not an EDTF date: at character 6, expected an end that is not before the start;"
        " did you mean '2004/2005'?"
    )
    assert str(refused("[2004")) == "'[2004' is not an EDTF date: at its end, expected ]"


def test_the_message_shows_a_long_text_shortened_and_a_hidden_character_as_its_code() -> None:
    assert len(str(refused("9" * 5_000))) < 250
    assert "\\u202e" in str(refused("2024\u202e"))


def test_an_error_is_a_value_error_that_survives_being_sent_to_another_process() -> None:
    error = refused("2005/2004")
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(error, ValueError)
    assert (copy.text, copy.position, copy.expected, copy.suggestion) == ("2005/2004", 5, error.expected, "2004/2005")


def check_only_edtf_errors(text: str) -> None:
    try:
        date = edtf.parse(text)
    except edtf.EDTFError as error:
        assert 0 <= error.position <= len(text)
        assert error.expected
        if error.suggestion is not None:
            assert str(edtf.parse(error.suggestion)) == error.suggestion != text
    else:
        assert str(date) == text


@given(st.text())
@example("\ud800")
@example("²024")
@example("２０２４-07-27")
@example("2024-07-27\n")
@example("July 2024 EST")
@example("1 1 1 1 1 2024")
def test_any_text_is_a_date_or_an_edtf_error(text: str) -> None:
    check_only_edtf_errors(text)


@given(st.text(alphabet="0123456789X-/.?~%[]{},YEST:Z+", max_size=30))
def test_any_text_of_the_signs_of_edtf_is_a_date_or_an_edtf_error(text: str) -> None:
    check_only_edtf_errors(text)


@given(texts, st.data())
def test_a_date_with_a_slip_in_it_is_a_date_or_an_edtf_error(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 2))
    slip = data.draw(st.text(alphabet=string.digits + "X-/.?~%[]{},YESTuxyop ()", max_size=2))
    check_only_edtf_errors(text[:at] + slip + text[at + cut :])


HUMAN_WORDS = ["27", "3", "2024", "1999", "July", "juin", "липня", "from", "to", "between", "and", "circa", "late"]
HUMAN_WORDS += ["spring", "century", "BC", "the", "1990s", "04/05/2024", "-", "?", ",", "may", "second", "at", "10:30"]


@given(st.lists(st.sampled_from(HUMAN_WORDS), max_size=6).map(" ".join))
def test_any_words_of_dates_are_an_edtf_error_or_a_date(text: str) -> None:
    check_only_edtf_errors(text)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "[" * 1_000_000,
        "{" + "2024," * 200_000 + "2024}",
        "2024-07-27/" * 100_000,
        "Y1E999999999",
        "Y1E" + "9" * 9_000,
        "Y" + "9" * 9_000,
        "Y9" + "0" * 1_000,
        "2024S" + "9" * 9_000,
        "July " * 30,
        "~" * 9_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_made_to_be_costly_is_refused(text: str) -> None:
    refused(text)


def test_a_year_may_have_a_thousand_digits_and_a_set_two_thousand_members() -> None:
    assert str(edtf.parse("Y1E999").earliest) == "1" + "0" * 999 + "-01-01"
    assert len(edtf.parse("[" + ",".join(["2024"] * 1_999) + "]").parts) == 1_999
