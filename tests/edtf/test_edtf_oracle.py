"""The `edtf` package as a second opinion, on the texts for which the two should agree.

Left out is what it reads otherwise or not at all: winters (December alone), shifts from UTC (not applied),
significant digits (not in its strict bounds), blank ends (it makes up ten years), half-unspecified months and
days (it fails), qualified masks, the 29 February of any year, and masks that 0000 would match (it lets it).
"""

from time import struct_time

import edtf as package
import pytest
from edtf_texts import QUALIFIERS, components, masked_year
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder import edtf
from site_builder.edtf import calendar

WINTERS = (24, 28, 30)

days = st.integers(min_value=400, max_value=3_652_059)
"""Days from the year 2 to the year 9999."""
two_days = st.tuples(days, days).map(sorted)
whole = days.flatmap(components).map("-".join)
qualified = st.builds("{}{}".format, whole, QUALIFIERS)


@st.composite
def one_component_qualified(draw: st.DrawFn) -> str:
    written = draw(days.flatmap(components))
    i = draw(st.integers(0, len(written) - 1))
    written[i] = draw(st.sampled_from([f"?{written[i]}", f"%{written[i]}", f"{written[i]}~"]))
    return "-".join(written)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    ends = ["-".join(draw(components(number))) + draw(QUALIFIERS) for number in draw(two_days)]
    return "/".join(ends)


@st.composite
def sets(draw: st.DrawFn) -> str:
    members = [f"{edtf.day(first)}..{edtf.day(last)}" for first, last in [draw(two_days)]]
    members += draw(st.lists(whole, min_size=1, max_size=3))
    return draw(st.sampled_from(["[{}]", "{{{}}}"])).format(",".join(members))


FAMILIES = {
    "whole or qualified dates": qualified,
    "dates with one component qualified": one_component_qualified(),
    "dates of unspecified years": days.flatmap(masked_year).filter(lambda text: int(text[:4].replace("X", "0")) > 0),
    "dates without their month or day": whole.map(lambda text: text[:4] + "-XX" * (len(text) // 4)),
    "seasons": st.builds(
        "{:04d}-{}".format, st.integers(1, 9998), st.sampled_from([c for c in range(21, 42) if c not in WINTERS])
    ),
    "long years": st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**9)),
    "exponential years": st.builds("Y{}E{}".format, st.integers(1, 1000), st.integers(1, 6)),
    "times": days.map(lambda number: f"{edtf.day(number)}T10:20:30Z"),
    "intervals": intervals(),
    "open intervals": st.builds(str.format, st.sampled_from(["{}/..", "../{}"]), qualified),
    "sets": sets(),
}


def _iso(bound: struct_time | float) -> str:
    """A bound of the package: a time, or an infinity."""
    return str(bound) if isinstance(bound, float) else calendar.iso(bound[0], bound[1], bound[2])


@pytest.mark.parametrize("family", FAMILIES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_bounds_are_those_of_the_package(family: str, data: st.DataObject) -> None:
    text = data.draw(FAMILIES[family])
    ours, theirs = edtf.parse(text), package.parse_edtf(text)
    assert (str(ours.earliest), str(ours.latest)) == (_iso(theirs.lower_strict()), _iso(theirs.upper_strict()))


@settings(max_examples=80, deadline=None)
@given(st.from_regex(r"[012][0-9]{3}-[0-4][0-9](-[0-3][0-9])?", fullmatch=True))
def test_what_the_package_refuses_is_refused_here(text: str) -> None:
    if not package.is_valid_edtf(text):
        with pytest.raises(edtf.EDTFError):
            edtf.parse(text)
