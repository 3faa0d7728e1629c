"""Lines in the margin of a ledger that join denials to what they deny."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.strands import LANES, lay_strands

DENIALS = (
    st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), min_size=1, max_size=4), max_size=10)
    .map(lambda denials: {denied: [at for at in by if at != denied] for denied, by in denials.items()})
    .map(lambda denials: {denied: by for denied, by in denials.items() if by})
)


@given(DENIALS)
def test_no_two_strands_share_a_lane_where_both_run(denials: dict[int, list[int]]) -> None:
    strands = lay_strands(denials)
    for one, other in combinations(strands, 2):
        apart = one.bottom < other.top or other.bottom < one.top
        assert apart or one.lane != other.lane
    assert all(1 <= strand.lane <= LANES for strand in strands)


@given(DENIALS)
def test_a_strand_joins_a_claim_with_all_its_denials(denials: dict[int, list[int]]) -> None:
    for strand in lay_strands(denials):
        assert strand.members == {strand.denied, *denials[strand.denied]}


@given(DENIALS)
def test_a_strand_is_left_out_only_where_every_lane_is_taken(denials: dict[int, list[int]]) -> None:
    strands = lay_strands(denials)
    for denied in denials.keys() - {strand.denied for strand in strands}:
        top = min(denied, *denials[denied])
        assert {strand.lane for strand in strands if strand.top <= top <= strand.bottom} == set(range(1, LANES + 1))
