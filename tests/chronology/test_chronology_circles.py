from hypothesis import given
from hypothesis import strategies as st

from site_builder.chronology import find_circles

MEMBERS = 6
member = st.integers(0, MEMBERS - 1)
pairs_between = st.lists(st.tuples(member, member).filter(lambda pair: pair[0] != pair[1]), max_size=12)
Pairs = list[tuple[int, int]]


def leads_round(pairs: Pairs) -> bool:
    """Whether some member is reached from itself: what has no way on is taken away until nothing changes."""
    while True:
        left = [pair for pair in pairs if any(other[0] == pair[1] for other in pairs)]
        if len(left) == len(pairs):
            return bool(pairs)
        pairs = left


@given(pairs_between)
def test_circles_are_found_exactly_where_pairs_lead_round(pairs: Pairs) -> None:
    assert bool(list(find_circles(MEMBERS, pairs))) is leads_round(pairs)


@given(pairs_between)
def test_each_circle_leads_back_and_can_spare_no_pair(pairs: Pairs) -> None:
    for circle in find_circles(MEMBERS, pairs):
        walked = [pairs[number] for number in circle]
        assert [head for _, head in walked] == [tail for tail, _ in walked[1:] + walked[:1]]
        assert len({tail for tail, _ in walked}) == len(walked)


@given(pairs_between)
def test_without_one_pair_of_each_circle_nothing_leads_round(pairs: Pairs) -> None:
    circles = [set(circle) for circle in find_circles(MEMBERS, pairs)]
    left = [pair for number, pair in enumerate(pairs) if not any(number in circle for circle in circles)]
    assert not leads_round(left)
