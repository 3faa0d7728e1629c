"""What people type instead of EDTF: what a fix may write for it, what is only suggested, and what is explained."""

import re
from pathlib import Path

import pytest
from dates_as_typed import AsTyped, unambiguous, with_a_wrong_weekday
from edtf_texts import texts
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder import edtf

CASES = (Path(__file__).parent / "cases" / "typed-dates.tsv").read_text(encoding="utf-8").splitlines()[1:]


def read(text: str) -> edtf.EDTFError:
    with pytest.raises(edtf.EDTFError) as caught:
        edtf.parse(text)
    return caught.value


def fixed(text: str) -> str | None:
    """What a fix writes."""
    error = read(text)
    return error.suggestion if error.certain else None


@pytest.mark.parametrize("case", CASES)
def test_a_fix_may_write_this_and_nothing_else(case: str) -> None:
    typed, meant = case.split("\t")
    assert fixed(typed) == (None if meant == "-" else meant)


@settings(max_examples=2 * settings().max_examples, deadline=None)
@given(unambiguous)
@example(AsTyped("1572-01-19 to ١٥٨٣-٠١-٠١", "1572-01-19/1583-01-01"))
@example(AsTyped("before ١٥٨٣-٠١-٠١", "[..1582-12-31]"))
@example(AsTyped("nach ۲۰۳۹-۱۲-۳۱", "[2040-01-01..]"))
def test_a_date_in_an_unambiguous_form_is_fixed_to_that_date(typed: AsTyped) -> None:
    try:
        assert str(edtf.parse(typed.text)) == typed.edtf
    except edtf.EDTFError as error:
        assert (error.suggestion, error.certain) == (typed.edtf, True)


@given(with_a_wrong_weekday())
def test_a_wrong_day_of_the_week_is_a_problem_and_never_dropped(text: str) -> None:
    error = read(text)
    assert (error.suggestion, error.certain) == (None, False)
    assert "a day of the week that matches the date" in error.expected


ISO = re.compile(r"\W*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
WORDS = [
    "to",
    "or",
    "and",
    "(?)",
    "~",
    "?",
    "-",
    "–",
    "/",
    ",",
    "05",
    "2024",
    "14:00",
    "Tue",
    "early",
    "since",
    "before",
    "BC",
]


@settings(max_examples=2 * settings().max_examples, deadline=None)
@given(
    st.dates().map(str),
    st.lists(st.one_of(st.sampled_from(WORDS), st.dates().map(str), st.text(max_size=4)), max_size=4),
)
@example("2024-09-06", [","])
@example("2024-09-06", ["44", "BC"])
def test_a_day_in_edtf_that_a_text_begins_with_survives_every_fix(first: str, rest: list[str]) -> None:
    for joint in ("", " "):
        text = joint.join([first, *rest])
        begins = ISO.match(text)
        try:
            edtf.parse(text)
        except edtf.EDTFError as error:
            if error.certain and begins:
                assert error.suggestion is not None
                assert begins[1] in error.suggestion


@given(texts, st.sampled_from(["{},", "“{}”", " {} ", "({})", "{}\u200b"]))
def test_a_date_in_edtf_with_something_around_it_is_that_date_or_nothing(text: str, around: str) -> None:
    typed = around.format(text)
    try:
        edtf.parse(typed)
    except edtf.EDTFError as error:
        if error.certain:
            assert error.suggestion == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024-8-3", "2024-08-03"),
        ("2024.8.3.", "2024-08-03"),
        ("2024, August 3", "2024-08-03"),
        ("2024 - 08 - 03", "2024-08-03"),
        ("0024/08/03", "0024-08-03"),
        ("2024-08-03–05", "2024-08-03/2024-08-05"),
        ("2024-08-03/05", "2024-08-03/2024-08-05"),
        ("3.–5. August 2024", "2024-08-03/2024-08-05"),
        ("Sat 3 – Mon 5 August 2024", "2024-08-03/2024-08-05"),
        ("July–September 2024", "2024-07/2024-09"),
        ("1939-1945", "1939/1945"),
        ("1939–45", "1939/1945"),
        ("100 BC – 14 AD", "-0099/0014"),
        ("2024-08-03 or 04", "[2024-08-03,2024-08-04]"),
        ("le 3 ou le 4 août 2024", "[2024-08-03,2024-08-04]"),
        ("August or September 2024", "[2024-08,2024-09]"),
        ("after the 1990s", "[2000..]"),
        ("before the 19th century", "[..1799]"),
        ("before 1 January 44 BC", "[..-0044-12-31]"),
        ("since 199X", "199X/.."),
        ("August 2024 – present", "2024-08/.."),
        ("2024-08-03 onwards", "2024-08-03/.."),
        ("2010 or later", "[2010..]"),
        ("probably around August 2024", "2024-08%"),
        ("2024-08-03 approx.", "2024-08-03~"),
        ("Q1 2024", "2024-33"),
        ("2024-Q4", "2024-36"),
        ("3e trimestre 2024", "2024-35"),
        ("first half of 2024", "2024-40"),
        ("H2 2024", "2024-41"),
        ("été 2024", "2024-22"),
        ("8th century BCE", "-07XX"),
        ("1st century", "00XX"),
        ("XIXe siècle", "18XX"),
        ("IVe siècle av. J.-C.", "-03XX"),
        ("siglo XIX", "18XX"),
        ("XIX век", "18XX"),
        ("19. Jahrhundert", "18XX"),
        ("AD 250", "0250"),
        ("AD 79", "0079"),
        ("24 August 79 CE", "0079-08-24"),
        ("12000 BC", "Y-11999"),
        ("12,000 BCE", "Y-11999"),
        ("44 av. J.-C.", "-0043"),
        ("44 ق.م", "-0043"),
        ("les années 1990", "199X"),
        ("die 1990er Jahre", "199X"),
        ("1990-е годы", "199X"),
        ("с 3 по 5 августа 2024", "2024-08-03/2024-08-05"),
        ("з 3 по 5 серпня 2024 року", "2024-08-03/2024-08-05"),
        ("у серпні 2024 р.", "2024-08"),
        ("vom 3. bis 5. August 2024", "2024-08-03/2024-08-05"),
        ("bis 3. August 2024", "../2024-08-03"),
        ("jusqu’au 3 août 2024", "../2024-08-03"),
        ("jusqu’en 2024", "../2024"),
        ("od 3 do 5 sierpnia 2024", "2024-08-03/2024-08-05"),
        ("dal 3 al 5 agosto 2024", "2024-08-03/2024-08-05"),
        ("بين 3 و5 أغسطس 2024", "[2024-08-03..2024-08-05]"),
        ("٣ أغسطس ٢٠٢٤", "2024-08-03"),
        ("2024-W31-6", "2024-08-03"),
        ("20240803T140000Z", "2024-08-03T14:00:00Z"),
        ("(2024-08-03 (Saturday))", "2024-08-03"),
        ("~-0044,", "~-0044"),
        ("circa -0044", "-0044~"),
        ("1990-е гг.", "199X"),
        ("100 BC – 50 BC", "-0099/-0049"),
        ("1200–1100 BC", "-1199/-1099"),
        ("300–250 BCE", "-0299/-0249"),
        ("300-250 B.C.", "-0299/-0249"),
        ("from 300 to 250 BCE", "-0299/-0249"),
        ("between 300 and 250 BCE", "[-0299..-0249]"),
        ("212 or 211 BCE", "[-0211,-0210]"),
        ("de 300 à 250 av. J.-C.", "-0299/-0249"),
        ("third century BCE", "-02XX"),
        ("the 250s BCE", "[-0258..-0249]"),
        ("before the 250s BCE", "[..-0259]"),
        ("970s CE", "097X"),
        ("the twenty-first century", "20XX"),
    ],
)
def test_what_can_mean_one_thing_and_loses_nothing_is_fixed(typed: str, meant: str) -> None:
    assert fixed(typed) == meant


@pytest.mark.parametrize(
    ("typed", "suggested", "doubt"),
    [
        ("early 2024", "2024", "leaves out `early`"),
        ("975", "0975", "takes it for a year of four digits"),
        ("mid-1990s", "199X", "leaves out `mid`"),
        ("première moitié de 2024", "2024", "leaves out `premiere moitie`"),
        ("2024-08-03 14:00", "2024-08-03T14:00", "takes the number for a time of day"),
        ("2024-08-03 2pm", "2024-08-03", "leaves out the time of day"),
        ("2 pm on 3 August 2024", "2024-08-03", "leaves out the time of day"),
        ("2024-08-03 à 14h30", "2024-08-03", "leaves out the time of day"),
        ("2024-08-03Z", "2024-08-03", "leaves out the time zone"),
        ("2024-08-03 (Reuters)", "2024-08-03", "leaves out the note in brackets"),
        ("published 2024-08-03", "2024-08-03", "leaves out the rest of the text"),
        ("2023-12/01", "2023-12-01", "takes `/` for a sign within one date"),
        ("2008/09", "2008-09", "takes the last number for a month"),
        ("2008–09", "2008-09", "takes the last number for a month"),
        ("2024/25", "2024/2025", "takes `/` for the start and end of a time"),
        ("2024-08-03-05", "2024-08-03/2024-08-05", "takes the last number for the end of a time"),
        ("3/4 August 2024", "2024-08-03/2024-08-04", "takes `/` for the start and end of a time"),
        ("2024-08-03, 2024-08-05", "{2024-08-03,2024-08-05}", "takes it for both dates"),
        ("25 December – 3 January 2024", "2023-12-25/2024-01-03", "takes the first date for one of the year before"),
        ("about May to August 2024", "2024-05~/2024-08", "says of one of the dates that it is vague"),
        ("night of 3-4 August 2024", "2024-08-03/2024-08-04", "leaves out `night`"),
        ("nuit du 5 au 6 juin 1944", "1944-06-05/1944-06-06", "leaves out `nuit`"),
        ("winter 2024", "2024-24", "takes it for the winter that begins in 2024"),
        ("the 1900s", "190X", "takes it for the ten years from 1900, not for the hundred (`19XX`)"),
        ("Sat 03/08/2024", "2024-08-03", "relies on the day of the week"),
        ("Saturday, 14 October 1066", "1066-10-14", "leaves out the day of the week"),
        ("2024-08-03 00:00:00", "2024-08-03T00:00:00", "takes the number for a time of day"),
        ("Sat, 03 Aug 2024 14:00:00 GMT", "2024-08-03", "leaves out the time of day"),
        ("2024 08.03", "2024-08-03", "takes `.` for a sign within one date"),
        ("before c. 1950", "[..1950~]", "takes a vague date for one that is not"),
        ("années 1980-1990", "198X/1990", "takes one for many years and the other for one"),
        ("ночь с 5 на 6 июня 1944", "1944-06-05/1944-06-06", "takes it for the start and end of a time"),
        ("до 2024", "../2024", "takes it to include that date"),
        ("2024-W31", "[2024-07-29..2024-08-04]", "takes it for one day of that week"),
        ("2024-07-25..2024-07-27", "2024-07-25/2024-07-27", "takes `..` for the start and end of a time"),
        ("12051206", "1205-12-06", "takes the first four digits for the year"),
    ],
)
def test_what_is_left_out_or_taken_for_granted_is_said_and_not_fixed(typed: str, suggested: str, doubt: str) -> None:
    error = read(typed)
    assert (error.suggestion, error.certain) == (suggested, False)
    assert f"(the suggestion {doubt}" in error.expected


def test_what_means_two_spans_is_left_alone() -> None:
    for text in ("1980-1990 гг.", "3, 4 and 5 August 2024", "2024-08-01 to 2024-08-03 to 2024-08-05", "not since 2010"):
        assert read(text).suggestion is None


def test_words_without_their_date_and_dates_without_the_other_are_left_alone() -> None:
    for text in ("vers", "2024 to", "2024 by", "2024-08 May", "between 2024", "until , vers", "of the century"):
        assert read(text).suggestion is None


@pytest.mark.parametrize(
    ("typed", "suggested", "explained"),
    [
        ("45507", "2024-08-03", "this looks like a number as spreadsheets keep in place of a date"),
        ("45507", "2024-08-03", "a year of more than four digits has a Y before it: `Y45507`"),
        ("202408", "2024-08", "this may be year and month without their hyphen"),
        ("1700000000", "2023-11-14", "this looks like a timestamp, which counts seconds from 1970"),
        ("1700000000000", "2023-11-14", "this looks like a timestamp, which counts seconds from 1970"),
        ("20240803140000", "2024-08-03", "this looks like a timestamp"),
        ("99999", None, "year, month and day in digits and in this order; this looks like"),
        ("123456789", None, "this looks like a number of 9 digits"),
        ("TBD", None, "an open one is written with X"),
        ("unknown", None, "`[..2024-08]` for August 2024 or earlier"),
        ("n.d.", None, "an open one is written with X"),
        ("date inconnue", None, "an open one is written with X"),
        ("невідомо", None, "an open one is written with X"),
        ("?", None, "an open one is written with X"),
        ("today", None, "the day itself: the record is read later too"),
        ("3/8/24", None, "a year of four digits: two do not say of which century"),
        ("3 Aug 24", None, "a year of four digits: two do not say of which century"),
        ("the 90s", None, "a year of four digits: two do not say of which century"),
        ("5-6 June", None, "a year too, of four digits"),
        ("11 September", None, "a year too, of four digits"),
        ("31 February 2024", None, "a day that 2024-02 has (01 to 29), not 31"),
        ("20241303", None, "year, month and day in this order, and there is no month 13"),
        ("2024-02-30", None, "a day that the month has (01 to 29)"),
        ("31/31/2024", None, "year, month and day in this order, and this is no day of 2024"),
        ("Sunday 2024-08-03", None, "2024-08-03 was a Saturday, not a Sunday"),
        ("samedi 4 août 2024", None, "2024-08-04 was a Sunday, not a Saturday"),
        ("since Sunday 2024-08-03", None, "2024-08-03 was a Saturday, not a Sunday"),
    ],
)
def test_what_is_no_date_is_explained(typed: str, suggested: str | None, explained: str) -> None:
    error = read(typed)
    assert (error.suggestion, error.certain) == (suggested, False)
    assert explained in error.expected
