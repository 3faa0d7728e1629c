import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import figures


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("84", 84, 84),
        ("1200000000-2500000000", 1_200_000_000, 2_500_000_000),
        ("0", 0, 0),
        ("~50", 40, 60),
        ("20-80", 20, 80),
        ("46+", 46, None),
        ("up to 10", 0, 10),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
    ],
)
def test_every_form_has_bounds(text: str, least: int, most: int | None) -> None:
    figure = figures.parse(text)
    assert (str(figure), figure.least, figure.most) == (text, least, most)


@pytest.mark.parametrize("text", ["", "many", "-3", "1,000", "80-20", "about 50", "3.5", "٣", "1" * 30])
def test_anything_else_says_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected a figure|lower number comes first"):
        figures.parse(text)


@pytest.mark.parametrize(
    ("figure", "forms"),
    [
        (
            "1000",
            ["1,000", "1 000", "1\u00a0000", "1\u202f000", "1'000", "1’000", "1_000", "1.000,", "1k", "1 thousand"],
        ),
        ("1234567", ["1,234,567", "12,34,567", "1.234.567", "1 234 567"]),
        (
            "12",
            ["twelve", "Twelve", "douze", "двенадцать", "дванадцять", "١٢", "۱۲", "１２", "१२", "“12”", "12.", "12.0"],
        ),
        ("0", ["zero", "nil", "less than 1"]),
        ("21", ["twenty-one", "exactly 21", "= 21"]),
        ("20-80", ["20–80", "20 — 80", "20 - 80", "20 to 80", "between 20 and 80", "from 20 to 80", "20..80"]),
        ("20-80", ["entre 20 et 80", "de 20 à 80", "от 20 до 80", "від 20 до 80", "між 20 і 80", "٢٠–٨٠"]),
        ("900-1000", ["900-1,000", "900 to 1 000"]),
        (
            "~50",
            [
                "~ 50",
                "≈50",
                "about 50",
                "Around 50",
                "approx. 50",
                "c. 50",
                "ca. 50",
                "some 50",
                "50 or so",
                "50 approx.",
            ],
        ),
        ("~50", ["environ 50", "une cinquantaine", "около 50", "близько 50", "~ ٥٠", "about fifty"]),
        (
            "50+",
            ["at least 50", "At Least 50", "50 or more", "50 +", "≥ 50", ">=50", "no fewer than 50", "au moins 50"],
        ),
        (
            "50+",
            [
                "не менее 50",
                "щонайменше 50",
                "50 ou plus",
                "mindestens 50",
                "al menos 50",
                "50 at least",
                "50 (at least)",
            ],
        ),
        ("101+", ["over 100", "more than 100", ">100", "> 100", "plus de 100", "более 100", "понад 100"]),
        ("up to 10", ["Up to 10", "at most 10", "≤10", "10 or fewer", "no more than ten", "jusqu'à 10", "до 10"]),
        ("up to 9", ["fewer than 10", "less than 10", "under 10", "<10", "< 10", "moins de 10", "менше 10"]),
        ("dozens", ["Dozens", "several dozen", "dozens of"]),
        ("hundreds", ["Hundreds", "several hundred", "des centaines", "сотни"]),
        ("thousands", ["THOUSANDS", "several thousand", "des milliers", "тисячі"]),
    ],
)
def test_a_figure_as_people_write_it_is_understood(figure: str, forms: list[str]) -> None:
    for form in forms:
        with pytest.raises(figures.FigureError) as caught:
            figures.parse(form)
        assert (form, caught.value.suggestion, caught.value.certain) == (form, figure, form != "1.000,")
    figures.parse(figure)


@pytest.mark.parametrize(
    ("form", "figure"),
    [
        ("1.000", "1000"),
        ("none", "0"),
        ("aucun", "0"),
        ("a dozen", "~12"),
        ("84 soldiers", "84"),
        ("about 84 men", "~84"),
        ("nearly 50", "~50"),
        ("50?", "~50"),
        ("+50", "50+"),
        ("80 to 20", "20-80"),
        ("80-20", "20-80"),
        ("tens of thousands", "thousands"),
    ],
)
def test_a_figure_that_may_be_another_is_only_suggested(form: str, figure: str) -> None:
    with pytest.raises(figures.FigureError) as caught:
        figures.parse(form)
    assert (caught.value.suggestion, caught.value.certain) == (figure, False)


@pytest.mark.parametrize(
    "form",
    ["many", "a few", "1,5", "3.5", "1,0000", "-3", "50%", "1/2", "½", "²", "20, 30", "10-15,000", "10-15 thousand",
     "at least 20-80", "84 (Wagner)", "2024-08-02", "84+5", "", "to", "9" * 30, "1 " * 10_000, "a " * 10_000],
)  # fmt: skip
def test_no_figure_is_made_of_what_is_none(form: str) -> None:
    with pytest.raises(figures.FigureError) as caught:
        figures.parse(form)
    assert caught.value.suggestion is None


_COUNTS = st.integers(0, 10**8)


@given(_COUNTS, st.sampled_from([",", " ", "\u00a0", "\u202f", "_", "'"]), st.sampled_from("0٠۰०０"))
def test_thousands_and_digits_of_any_kind_keep_their_count(count: int, sign: str, zero: str) -> None:
    text = "".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in f"{count:,}".replace(",", sign))
    try:
        assert figures.parse(text).least == count
    except figures.FigureError as error:
        assert error.suggestion == str(count)
        assert error.certain


@given(st.text(alphabet="0123456789 ,.-–~+<>andtoverksomefw", max_size=14))
def test_whatever_is_certain_is_a_figure(text: str) -> None:
    try:
        figures.parse(text)
    except figures.FigureError as error:
        if error.certain:
            figures.parse(error.suggestion or "")


def test_figures_exclude_each_other_only_when_no_count_fits_both() -> None:
    assert figures.parse("84").excludes(figures.parse("46"))
    assert not figures.parse("84").excludes(figures.parse("46+"))
    assert not figures.parse("~50").excludes(figures.parse("46+"))
    assert figures.parse("up to 10").excludes(figures.parse("dozens"))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_exclusion_means_no_shared_count(low: int, span: int, exact: int) -> None:
    ranged, single = figures.parse(f"{low}-{low + span}"), figures.parse(str(exact))
    assert ranged.excludes(single) is not (low <= exact <= low + span)
    assert ranged.excludes(single) is single.excludes(ranged)
