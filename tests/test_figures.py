import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import figures


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("84", 84, 84),
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
