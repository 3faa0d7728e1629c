import pytest
from linking_worlds import BATTLE, claim, claims_on_battle, event, events, ids, key

from site_builder.linking import ClaimKey, Claims, RelationType
from site_builder.vocabulary import built_in

STATEMENT = "2024-08-01-statement"


def ties(claims: Claims, claim_id: str, event_id: str = BATTLE) -> list[tuple[str, str]]:
    return [(relation.type.value, str(relation.other)) for relation in claims.relations[key(claim_id, event_id)]]


def test_a_key_is_written_as_its_permalink_ends() -> None:
    assert str(ClaimKey(BATTLE, "toll")) == f"{BATTLE}#toll"


def test_a_key_is_read_with_or_without_its_event() -> None:
    assert ClaimKey.read("toll", BATTLE) == ClaimKey(BATTLE, "toll")
    assert ClaimKey.read(f"{STATEMENT}#toll", BATTLE) == ClaimKey(STATEMENT, "toll")


def test_all_relations_are_seen_from_both_claims() -> None:
    claims = claims_on_battle(
        claim("first"),
        claim("second", denies="first"),
        claim("third", confirms="first", revises="second"),
        claim("fourth", withdraws="third"),
        claim("fifth", repeats="second"),
    )
    assert ties(claims, "first") == [("denied-by", f"{BATTLE}#second"), ("confirmed-by", f"{BATTLE}#third")]
    assert ties(claims, "second") == [
        ("denies", f"{BATTLE}#first"),
        ("revised-by", f"{BATTLE}#third"),
        ("repeated-by", f"{BATTLE}#fifth"),
    ]
    assert ties(claims, "third") == [
        ("revises", f"{BATTLE}#second"),
        ("confirms", f"{BATTLE}#first"),
        ("withdrawn-by", f"{BATTLE}#fourth"),
    ]
    assert ties(claims, "fourth") == [("withdraws", f"{BATTLE}#third")]


def test_a_claim_and_those_that_repeat_it_have_one_original() -> None:
    claims = claims_on_battle(claim("first"), claim("again", repeats="first"), claim("third", repeats="again"))
    assert {one.claim: original.claim for one, original in claims.originals.items()} == {
        "first": "first",
        "again": "first",
        "third": "first",
    }
    assert ids(claims.sayings[key("first")]) == ["first", "again", "third"]
    assert ties(claims, "again") == [("repeats", f"{BATTLE}#first"), ("repeated-by", f"{BATTLE}#third")]


def test_claims_that_repeat_each_other_have_one_original() -> None:
    claims = claims_on_battle(
        claim("a", repeats="c"), claim("b", repeats="a"), claim("c", repeats="b"), claim("d", repeats="b")
    )
    assert set(claims.originals.values()) == {key("a")}


@pytest.mark.parametrize("denied", ["first", "again"])
def test_what_is_denied_of_one_claim_is_so_where_it_is_said_again(denied: str) -> None:
    claims = claims_on_battle(
        claim("first"), claim("again", repeats="first"), claim("denial", by="fama", denies=denied)
    )
    assert claims.disputed(key("first"))
    assert claims.disputed(key("again"))
    assert not claims.disputed(key("denial"))


@pytest.mark.parametrize("revised", ["first", "again"])
def test_what_is_revised_of_one_claim_is_so_where_it_is_said_again(revised: str) -> None:
    claims = claims_on_battle(
        claim("first", denies="other"),
        claim("again", repeats="first", denies="other"),
        claim("other", by="fama"),
        claim("later", revises=revised),
    )
    assert claims.has_anywhere(key("first"), RelationType.REVISED_BY)
    assert claims.has_anywhere(key("again"), RelationType.REVISED_BY)
    assert not claims.disputed(key("other"))


def test_relations_reach_across_events() -> None:
    claims = Claims(
        events(
            event(BATTLE, claims=[claim("helped")]),
            event(STATEMENT, "2024-08-01", claims=[claim("denial", denies=f"{BATTLE}#helped")]),
        ),
        built_in(),
    )
    assert ties(claims, "helped") == [("denied-by", f"{STATEMENT}#denial")]
    assert claims.disputed(key("helped"))
    assert not claims.disputed(key("denial", STATEMENT))


def test_relations_to_unknown_claims_and_to_itself_are_left_out() -> None:
    claims = claims_on_battle(claim("a", denies="nowhere", revises="a"))
    assert claims.relations[key("a")] == ()
    assert not claims.has(key("a"), RelationType.REVISED_BY)


def test_a_claim_that_another_revises_is_later_revised() -> None:
    claims = claims_on_battle(claim("first"), claim("second", revises="first"))
    assert [claims.has(key(each), RelationType.REVISED_BY) for each in ("first", "second")] == [True, False]


def test_a_claim_that_another_withdraws_is_later_withdrawn() -> None:
    claims = claims_on_battle(claim("first"), claim("second", withdraws="first"))
    assert [claims.has(key(each), RelationType.WITHDRAWN_BY) for each in ("first", "second")] == [True, False]


def test_a_denied_claim_is_disputed_and_the_denial_is_not() -> None:
    claims = claims_on_battle(claim("said"), claim("denied", by="fama", denies="said"))
    assert [claims.disputed(key(each)) for each in ("said", "denied")] == [True, False]


def test_a_denial_that_was_taken_back_disputes_nothing() -> None:
    for later in ("revises", "withdraws"):
        denial = claim("denial", by="fama", denies="said")
        claims = claims_on_battle(claim("said"), denial, claim("later", by="fama", **{later: "denial"}))
        assert not claims.disputed(key("said"))
        assert ("denied-by", f"{BATTLE}#denial") in ties(claims, "said")


def test_a_denial_made_in_captivity_disputes_nothing() -> None:
    claims = claims_on_battle(claim("said"), claim("denial", by="fama", denies="said", duress="true"))
    assert not claims.disputed(key("said"))


def test_confirmation_is_no_dispute() -> None:
    claims = claims_on_battle(claim("said"), claim("confirmed", by="fama", confirms="said"))
    assert not claims.disputed(key("said"))


def test_an_event_shows_its_own_claims_and_those_said_in_it() -> None:
    claims = Claims(
        events(
            event(BATTLE, claims=[claim("z"), claim("toll", said_in=STATEMENT)]),
            event(STATEMENT, "2024-08-01", claims=[claim("y", said_in=STATEMENT), claim("b")]),
        ),
        built_in(),
    )
    assert ids(claims.shown_on[BATTLE]) == ["z", "toll"]
    assert ids(claims.shown_on[STATEMENT]) == ["y", "b", "toll"]
    assert claims.shown_on["nowhere"] == ()


def test_a_question_has_its_claims_by_the_date_said_the_undated_last() -> None:
    claims = claims_on_battle(
        claim("undated", question="q"),
        claim("later", question="q", date="2024-09"),
        claim("other"),
        claim("earlier", question="q", date="2024-08-01"),
    )
    assert ids(claims.on_question["q"]) == ["earlier", "later", "undated"]


def test_an_actor_said_what_it_or_its_speaker_or_somebody_on_its_side_said() -> None:
    claims = claims_on_battle(
        claim("by", by="csp"),
        claim("spoken", by="csp", speaker="ramadane"),
        claim("unnamed", unnamed="a commander", side="csp"),
        claim("relayed", by="fama", via="csp"),
    )
    assert ids(claims.by_actor["csp"]) == ["by", "spoken", "unnamed"]
    assert ids(claims.by_actor["ramadane"]) == ["spoken"]


def test_a_source_bears_the_claims_that_rest_on_it_or_quote_it() -> None:
    quote = {"versions": [{"text": "So it was.", "lang": "en", "source": "afp"}]}
    claims = claims_on_battle(
        claim("rests", sources=["afp", {"source": "afp", "at": "paragraph 4"}]),
        claim("quotes", quote=quote),
        claim("neither"),
    )
    assert ids(claims.resting_on["afp"]) == ["quotes", "rests"]


def test_claims_do_not_depend_on_the_order_of_files() -> None:
    first = event(BATTLE, claims=[claim("b"), claim("a")])
    second = event("2024-01-01-earlier", claims=[claim("c")])
    in_order, reversed_order = Claims(events(first, second), built_in()), Claims(events(second, first), built_in())
    assert list(in_order.all) == list(reversed_order.all)
    assert ids(tuple(in_order.all)) == ["c", "b", "a"]
