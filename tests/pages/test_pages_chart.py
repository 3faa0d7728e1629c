"""Where figures stand on the scale of a chart: within it, in order, and nothing claimed beyond what was said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.figures import Figure, parse
from site_builder.pages.chart import Drawing, draw, make_scale

_COUNT = st.integers(min_value=0, max_value=10**12 - 1)
_FIGURE = st.one_of(
    _COUNT.map(str),
    _COUNT.map("~{}".format),
    _COUNT.map("{}+".format),
    _COUNT.map("up to {}".format),
    st.tuples(_COUNT, _COUNT).map(lambda pair: f"{min(pair)}-{max(pair)}"),
    st.sampled_from(["dozens", "hundreds", "thousands"]),
).map(parse)
_FIGURES = st.lists(_FIGURE, min_size=1, max_size=6)


def drawn(*texts: str) -> list[Drawing]:
    figures = [parse(text) for text in texts]
    scale = make_scale(figures)
    return [draw(figure, scale) for figure in figures]


@pytest.mark.parametrize(
    ("texts", "ticks"),
    [
        (["84", "46+", "~50"], (0, 30, 60, 90)),
        (["47", "2"], (0, 25, 50)),
        (["9", "18"], (0, 10, 20)),
        (["0"], (0, 1, 2)),
        (["1"], (0, 1, 2)),
        (["dozens"], (0, 50, 100)),
        (["thousands", "3"], (0, 10_000, 20_000)),
        (["3", "1200"], (0, 400, 800, 1200)),
    ],
)
def test_a_scale_begins_at_nothing_and_has_round_ticks(texts: list[str], ticks: tuple[int, ...]) -> None:
    assert make_scale(map(parse, texts)).ticks == ticks


@given(_FIGURES)
def test_every_figure_stands_within_the_scale(figures: Sequence[Figure]) -> None:
    scale = make_scale(figures)
    for figure in figures:
        drawing = draw(figure, scale)
        places = [drawing.start, *drawing.named, drawing.end]
        assert all(0 <= place <= 100 for place in places)
        assert places == sorted(places)


@given(_FIGURES)
def test_every_number_that_is_named_is_within_the_ticks(figures: Sequence[Figure]) -> None:
    scale = make_scale(figures)
    assert 3 <= len(scale.ticks) <= 4
    assert len({high - low for low, high in zip(scale.ticks, scale.ticks[1:], strict=False)}) == 1
    for figure in figures:
        assert figure.least <= scale.top
        if any(sign.isdigit() for sign in figure.text):
            assert figure.most is None or figure.most <= scale.top


@given(_FIGURES)
def test_a_larger_figure_never_stands_before_a_smaller_one(figures: Sequence[Figure]) -> None:
    scale = make_scale(figures)
    starts = [draw(figure, scale).start for figure in sorted(figures, key=lambda figure: figure.least)]
    assert starts == sorted(starts)


def test_shapes_stand_at_the_numbers_that_were_named_and_nowhere_between() -> None:
    exact, span, least, most, about, words = drawn("90", "30-60", "45+", "up to 45", "~50", "dozens")
    assert (exact.named, exact.width) == ((90.0,), 0)
    assert (span.named, span.start, span.end) == ((30.0, 60.0), 30.0, 60.0)
    assert (least.named, least.end, least.or_more) == ((45.0,), 100.0, True)
    assert (most.named, most.start, most.or_less) == ((45.0,), 0.0, True)
    assert (about.named, about.start, about.end, about.soft) == ((50.0,), 40.0, 60.0, True)
    assert (words.named, words.start, words.soft, words.or_more) == ((), 24.0, True, False)


def test_a_word_that_can_mean_more_than_the_scale_holds_goes_on_beyond_it() -> None:
    [many, few] = drawn("thousands", "12")
    assert (many.end, many.or_more) == (100.0, True)
    assert few.named == (0.1,)
