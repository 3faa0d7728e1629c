from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from linking_worlds import BATTLE, claim, claims_on_battle, event, events, ids, key

from site_builder.linking import ClaimKey, Claims, RelationType
from site_builder.vocabulary import built_in

SECOND = "2024-07-30-strike"


def rivals_in(claims: Claims, of: ClaimKey) -> list[str]:
    return ids(tuple(sorted(set(claims.counts.rivals(of)))))


def rivals(*given_claims: dict[str, Any], of: str = "a", date: str = "2024-07-25/2024-07-27") -> list[str]:
    return rivals_in(claims_on_battle(*given_claims, date=date), key(of))


def not_comparable(*given_claims: dict[str, Any], of: str = "a") -> list[str]:
    return ids(claims_on_battle(*given_claims).counts.not_comparable(key(of)))


def test_figures_that_cannot_both_be_true_make_both_claims_disputed() -> None:
    claims = claims_on_battle(claim("a", killed={"wagner": "84"}), claim("b", by="fama", killed={"wagner": "20"}))
    assert rivals_in(claims, key("a")) == ["b"]
    assert rivals_in(claims, key("b")) == ["a"]
    assert claims.disputed(key("a"))
    assert claims.disputed(key("b"))


def test_figures_that_can_both_be_true_dispute_nothing() -> None:
    claims = claims_on_battle(claim("a", killed={"wagner": "84"}), claim("b", killed={"wagner": "46+"}))
    assert not claims.disputed(key("a"))
    assert not claims.disputed(key("b"))


def test_other_parties_and_categories_are_not_compared() -> None:
    a = claim("a", killed={"wagner": "84"})
    assert rivals(a, claim("b", killed={"fama": "2"})) == []
    assert rivals(a, claim("b", figures={"wagner": {"wounded": "2"}})) == []
    assert rivals(a, claim("b", killed={"wagner+fama": "2"})) == []


def test_joined_parties_are_the_same_in_any_order() -> None:
    assert rivals(claim("a", killed={"wagner+fama": "84"}), claim("b", killed={"fama + wagner": "2"})) == ["b"]


def test_losses_that_nobody_attributes_are_not_compared() -> None:
    counts = (claim("a", killed={"unstated": "84"}), claim("b", killed={"unstated": "2"}))
    assert rivals(*counts) == []
    assert not_comparable(*counts) == []


def test_counts_of_different_topics_are_not_compared() -> None:
    assert rivals(claim("a", killed={"fama": "47"}), claim("b", topic="conduct", killed={"fama": "10"})) == []


def test_a_count_that_was_revised_or_withdrawn_disputes_nothing() -> None:
    a, b = claim("a", killed={"wagner": "84"}), claim("b", killed={"wagner": "20"})
    for later in ("revises", "withdraws"):
        assert rivals(a, b, claim("c", **{later: "b"})) == []


def test_a_claimant_does_not_dispute_the_count_it_revised() -> None:
    first, second = claim("a", killed={"csp": "7"}), claim("b", killed={"csp": "9"}, revises="a")
    claims = claims_on_battle(first, second)
    assert not claims.disputed(key("a"))
    assert not claims.disputed(key("b"))


def test_a_count_given_in_captivity_disputes_nothing() -> None:
    assert rivals(claim("a", killed={"fama": "47"}), claim("b", killed={"fama": "2"}, duress="true")) == []


def test_counts_of_the_same_stated_period_are_compared() -> None:
    covers = "2024-07-27"
    assert rivals(
        claim("a", covers=covers, killed={"fama": "47"}), claim("b", covers=covers, killed={"fama": "2"})
    ) == ["b"]


def test_counts_of_different_periods_are_not_comparable() -> None:
    counts = (
        claim("a", covers="2024-07-25/2024-07-27", killed={"fama": "47"}),
        claim("b", covers="2024-07-25", killed={"fama": "2"}),
    )
    assert rivals(*counts) == []
    assert not_comparable(*counts) == ["b"]
    assert not_comparable(*counts, of="b") == ["a"]


def test_a_count_without_a_period_counts_the_whole_event() -> None:
    whole = claim("a", covers="2024-07-25/2024-07-27", killed={"fama": "47"})
    assert rivals(whole, claim("b", killed={"fama": "2"})) == ["b"]
    assert not_comparable(whole, claim("b", killed={"fama": "2"})) == []


def test_a_count_without_a_period_is_not_comparable_with_one_of_a_part() -> None:
    counts = (claim("a", covers="2024-07-27", killed={"fama": "47"}), claim("b", killed={"fama": "2"}))
    assert rivals(*counts) == []
    assert not_comparable(*counts) == ["b"]


def test_a_count_made_before_the_event_ended_is_not_comparable_with_later_ones() -> None:
    counts = (
        claim("a", date="2024-07-26", killed={"fama": "2"}),
        claim("b", date="2024-08-01", killed={"fama": "47"}),
        claim("c", date="2024-07-26", killed={"fama": "9"}),
    )
    assert rivals(*counts) == []
    assert not_comparable(*counts) == ["b", "c"]


def test_a_count_made_on_the_day_of_an_attack_counts_the_attack() -> None:
    counts = (
        claim("a", date="2024-07-27", killed={"fama": "2"}),
        claim("b", date="2024-08-01", killed={"fama": "47"}),
    )
    assert rivals(*counts, date="2024-07-27") == ["b"]


def test_a_period_that_is_itself_vague_is_comparable_with_nothing() -> None:
    for covers in ("2024-07-25~", "2024-07-25?", "[2024-07-25,2024-07-26]", "2024-07-25/..", "2024-07-25/"):
        counts = (
            claim("a", covers=covers, killed={"fama": "2"}),
            claim("b", covers=covers, killed={"fama": "47"}),
        )
        assert rivals(*counts) == [], covers
        assert not_comparable(*counts) == ["b"], covers


def test_a_period_written_as_the_event_is_dated_is_the_whole_event() -> None:
    counts = (claim("a", covers="2024-07~", killed={"fama": "2"}), claim("b", killed={"fama": "47"}))
    assert rivals(*counts, date="2024-07~") == ["b"]


def across(first: dict[str, Any], second: dict[str, Any]) -> tuple[list[str], list[str]]:
    claims = Claims(events(event(BATTLE, claims=[first]), event(SECOND, "2024-07-30", claims=[second])), built_in())
    return rivals_in(claims, key("a")), ids(claims.counts.not_comparable(key("a")))


def test_counts_of_two_events_are_compared_on_one_question_with_one_period() -> None:
    covers = "2024-07-25/2024-07-27"
    a = claim("a", covers=covers, killed={"fama": "47"}, question="how-many")
    assert across(a, claim("b", covers=covers, killed={"fama": "2"}, question="how-many")) == (["b"], [])
    assert across(a, claim("b", killed={"fama": "2"}, question="how-many")) == ([], [])
    assert across(a, claim("b", covers=covers, killed={"fama": "2"}, question="other")) == ([], [])
    assert across(a, claim("b", covers=covers, killed={"fama": "2"})) == ([], [])


def test_counts_of_two_events_with_periods_that_only_overlap_are_not_compared() -> None:
    a = claim("a", covers="2024-07-25/2024-07-27", killed={"fama": "47"}, question="how-many")
    for covers in ("2024-07-27", "2024-07", "2024-07-20/2024-07-25", "2024-07-26~", "2024-07-26/.."):
        b = claim("b", covers=covers, killed={"fama": "2"}, question="how-many")
        assert across(a, b) == ([], ["b"]), covers
    for covers in ("2024-07-28", "2023", "../2024-07-24"):
        b = claim("b", covers=covers, killed={"fama": "2"}, question="how-many")
        assert across(a, b) == ([], []), covers


def test_counts_of_different_days_of_one_event_are_not_comparable() -> None:
    counts = (
        claim("a", covers="2024-07-25", killed={"fama": "2"}),
        claim("b", covers="2024-07-27", killed={"fama": "47"}),
    )
    assert not_comparable(*counts) == ["b"]


def test_a_count_that_is_said_again_disputes_as_it_did_first_and_once() -> None:
    claims = claims_on_battle(
        claim("a", date="2024-07-26", killed={"wagner": "84"}),
        claim("again", repeats="a", date="2024-08-01", killed={"wagner": "84"}),
        claim("b", by="fama", date="2024-08-02", killed={"wagner": "20"}),
        claim("c", by="fama", date="2024-07-26", killed={"wagner": "20"}),
    )
    assert rivals_in(claims, key("a")) == rivals_in(claims, key("again")) == []
    assert ids(claims.counts.not_comparable(key("again"))) == ["b", "c"]
    assert ids(claims.counts.not_comparable(key("b"))) == ["a", "c"]


COUNTS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "killed": st.dictionaries(
                st.sampled_from(["wagner", "fama", "fama+wagner", "unstated"]),
                st.sampled_from(["2", "46+", "84", "~50", "20-80", "up to 10", "dozens"]),
                max_size=3,
            ),
            "covers": st.sampled_from(["2024-07-25", "2024-07-25/2024-07-27", "2024-07-25~"]),
            "date": st.sampled_from(["2024-07-26", "2024-08"]),
            "question": st.sampled_from(["q", "r"]),
            "topic": st.sampled_from(["toll", "conduct"]),
            "revises": st.sampled_from(["a", "b", "c"]),
            "denies": st.sampled_from(["a", "b", "c"]),
            "repeats": st.sampled_from(["a", "b", "c"]),
        },
    ),
    min_size=2,
    max_size=5,
)


@given(COUNTS, COUNTS)
def test_rivals_and_not_comparable_are_mutual_and_never_both(
    first: list[dict[str, Any]], second: list[dict[str, Any]]
) -> None:
    def named(counts: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            claim(name, **{key: value for key, value in count.items() if not (key == "revises" and "repeats" in count)})
            for name, count in zip("abcde", counts, strict=False)
        ]

    claims = Claims(
        events(event(BATTLE, claims=named(first)), event(SECOND, "2024-07-30", claims=named(second))), built_in()
    )
    for one in claims.all:
        rivals = set(claims.counts.rivals(one))
        assert one not in rivals
        assert not rivals & set(claims.counts.not_comparable(one))
        assert not rivals or claims.disputed(one)
        for other in rivals:
            assert claims.originals[one] in claims.counts.rivals(other)
            assert not claims.has(other, RelationType.REVISED_BY)
        for other in claims.counts.not_comparable(one):
            assert claims.originals[one] in claims.counts.not_comparable(other)
        assert claims.disputed(one) is claims.disputed(claims.originals[one])
