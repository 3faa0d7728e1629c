"""Hypothesis strategies that write valid EDTF: a real day first, then less and less said of it."""

from hypothesis import strategies as st

from site_builder.edtf import calendar, day

QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])

day_numbers = st.integers(min_value=-3_000_000, max_value=3_652_059)
"""Days from the year -8213 to the year 9999."""


@st.composite
def components(draw: st.DrawFn, number: int) -> list[str]:
    """The day's year, month and day, or only the first one or two of them."""
    year, month, day_of_month = calendar.civil(number)
    signed = f"{'-' if year < 0 else ''}{abs(year):04d}"
    return [signed, f"{month:02d}", f"{day_of_month:02d}"][: draw(st.integers(1, 3))]


@st.composite
def masked_year(draw: st.DrawFn, number: int) -> str:
    """A date around the day of which only digits of the year are unspecified; of 0000, which must be in full, none."""
    year, *rest = draw(components(number))
    if year == "0000":
        return "-".join([year, *rest])
    return "-".join(["".join(c if draw(st.booleans()) else "X" for c in year), *rest])


@st.composite
def _masked(draw: st.DrawFn, number: int) -> list[str]:
    """As `_components`, any digit `X`."""
    return [
        "".join(c if c == "-" or component == "0000" or draw(st.booleans()) else "X" for c in component)
        for component in draw(components(number))
    ]


@st.composite
def dates_around(draw: st.DrawFn, number: int) -> str:
    """A date that allows the day."""
    written = draw(_masked(number) if draw(st.booleans()) else components(number))
    if draw(st.booleans()):
        return "-".join(written) + draw(QUALIFIERS)
    return "-".join(draw(QUALIFIERS) + component + draw(QUALIFIERS) for component in written)


plain_dates = day_numbers.flatmap(components).map("-".join)
dates = day_numbers.flatmap(dates_around)


@st.composite
def seasons(draw: st.DrawFn) -> str:
    year, code = draw(st.integers(0, 9999)), draw(st.integers(21, 41))
    return f"{year:04d}-{code}{draw(QUALIFIERS)}"


@st.composite
def long_years(draw: st.DrawFn) -> str:
    sign, qualifier = draw(st.sampled_from(["", "-"])), draw(QUALIFIERS)
    significant = draw(st.sampled_from(["", "S1", "S2", "S4"]))
    if draw(st.booleans()):
        return f"Y{sign}{draw(st.integers(10_000, 10**12))}{significant}{qualifier}"
    return f"Y{sign}{draw(st.integers(1, 10**6))}E{draw(st.integers(4, 30))}{significant}{qualifier}"


@st.composite
def times(draw: st.DrawFn) -> str:
    year, month, day_of_month = calendar.civil(draw(day_numbers))
    hour, minute, second = draw(st.integers(0, 23)), draw(st.integers(0, 59)), draw(st.integers(0, 59))
    shift = draw(st.sampled_from(["", "Z", "+00:00", "-04", "+05:30", "-12:00", "+14:00"]))
    clock = f"{hour:02d}:{minute:02d}" + draw(st.sampled_from(["", f":{second:02d}"]))
    return f"{calendar.iso(year, month, day_of_month)}T{clock}{shift}"


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = sorted([draw(day_numbers), draw(day_numbers)])
    ends = [draw(dates_around(first)), draw(dates_around(last))]
    blank = draw(st.sampled_from([None, None, 0, 1]))
    if blank is not None:
        ends[blank] = draw(st.sampled_from(["", ".."]))
    return "/".join(ends)


@st.composite
def sets(draw: st.DrawFn) -> str:
    members = []
    for _ in range(draw(st.integers(1, 4))):
        first, last = sorted([draw(day_numbers), draw(day_numbers)])
        if draw(st.booleans()):
            members.append(f"{day(first)}..{day(last)}")
        else:
            members.append(draw(dates_around(first)))
    if draw(st.booleans()):
        members.insert(0, f"..{day(draw(day_numbers))}")
    if draw(st.booleans()):
        members.append(f"{day(draw(day_numbers))}..")
    brackets = draw(st.sampled_from(["[]", "{}"]))
    return brackets[0] + ",".join(members) + brackets[1]


texts = st.one_of(dates, plain_dates, seasons(), long_years(), times(), intervals(), sets())
"""Any valid EDTF."""
