from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.chronicle import Chronicle
from site_builder.records import Event
from site_builder.vocabulary import (
    ActorRole,
    EventKind,
    LinkType,
    Party,
    PlaceRole,
    Term,
    built_in,
    inverse_of,
    profiles,
    stock,
    term_like,
)

WITH_FLOODS = built_in().with_terms([term_like(EventKind.of("accident"), "flood", 99, definition="Water.")])


def test_every_value_has_one_sentence_that_defines_it() -> None:
    for _, terms in built_in().under_headings():
        for term in terms:
            assert term.definition.endswith(".")
            assert term.definition.count(". ") == 0


def test_every_list_of_the_vocabulary_has_terms() -> None:
    assert all(one.all() for one in Term.__subclasses__())


def test_a_value_is_the_text_that_a_contributor_writes() -> None:
    strike = EventKind.of("air-strike")
    assert strike == strike.value == f"{strike}" == "air-strike"
    assert strike.label == "air strike"


def test_two_vocabularies_are_equal_where_all_is_the_same_that_is_known_of_their_terms() -> None:
    wet, dry = (term_like(EventKind.of("accident"), "flood", 99, definition=about) for about in ("Wet.", "Dry."))
    assert built_in().with_terms([wet]) == built_in().with_terms([wet])
    assert built_in().with_terms([wet]) != built_in().with_terms([dry])
    assert built_in() != built_in("general")


def test_a_term_is_immutable_and_survives_being_copied_and_sent() -> None:
    strike = EventKind.of("air-strike")
    with pytest.raises(AttributeError):
        strike.attack = False
    for other in (copy.deepcopy(strike), pickle.loads(pickle.dumps(strike))):
        assert (other, other.attack, other.definition) == (strike, True, strike.definition)


def test_every_link_type_is_the_inverse_of_its_inverse() -> None:
    for link_type in LinkType.all():
        inverse = inverse_of(link_type, stock())
        assert inverse_of(inverse, stock()) is link_type
        assert (inverse.rank, inverse.in_time) == (link_type.rank, link_type.in_time)
        # What is the same from both sides says nothing of which event came first.
        assert (inverse.points_back is link_type.points_back) is (inverse is link_type)
        assert (inverse is link_type) is (link_type.in_time == "any")


def test_the_roles_that_an_event_usually_has_are_roles() -> None:
    for vocabulary in map(built_in, profiles()):
        for kind in vocabulary.terms(EventKind):
            assert kind.usual_actor in vocabulary.lists[ActorRole]
            assert kind.usual_place in vocabulary.lists[PlaceRole]


def test_every_list_that_a_profile_names_has_the_terms_that_it_names() -> None:
    for name, about in profiles().items():
        by_class = {one.__name__: terms for one, terms in built_in(name).lists.items()}
        for one, terms in about["lists"].items():
            assert sorted(terms) == sorted(by_class[one])


def test_every_term_of_the_engine_is_in_a_profile_or_a_model_for_own_terms() -> None:
    offered = {(one, term) for name in profiles() for one, terms in built_in(name).lists.items() for term in terms}
    left = {term for one, terms in stock().lists.items() for term in terms if (one, term) not in offered}
    assert left == {"money"}


def test_a_term_without_rules_of_its_own_has_those_of_the_term_it_is_like() -> None:
    assert EventKind.of("disaster").usual_actor == "affected"
    assert EventKind.of("disaster").attack is EventKind.of("accident").attack
    assert EventKind.of("deprecation").said


def test_a_term_that_lacks_a_property_that_rules_need_is_refused() -> None:
    about = {name: value for name, value in vars(EventKind.of("battle")).items() if name != "attack"}
    with pytest.raises(ValueError, match="the term `flood` of EventKind lacks, or must not have, attack"):
        EventKind("flood", about)
    with pytest.raises(ValueError, match="must not have, wet"):
        EventKind("flood", {**about, "attack": False, "wet": True})


def test_records_are_read_with_the_vocabulary_that_is_passed_in() -> None:
    values = {
        "id": "2024-a",
        "file": "2024-a.yml",
        "title": "A",
        "date": "2024",
        "kind": "flood",
        "summary": "A.",
        "sources": ["a"],
        "added": "2024",
    }
    assert Event.model_validate(values, context=WITH_FLOODS).kind is WITH_FLOODS.lists[EventKind]["flood"]
    with pytest.raises(ValueError, match="enum"):
        Event.model_validate(values)


def test_a_folder_is_read_with_the_vocabulary_that_is_passed_in() -> None:
    event = b"title: A\ndate: 2024\nkind: flood\nsummary: A.\nsources: [a]\nadded: 2024\n"
    tree = {"2024/2024-a.yml": event}
    read = reading.read(tree, vocabulary=WITH_FLOODS)
    assert read.events["2024-a"].kind is WITH_FLOODS.lists[EventKind]["flood"]
    (problem,) = reading.read({"2024/2024-a.yml": event.replace(b"flood", b"flod")}, vocabulary=WITH_FLOODS).problems
    assert problem.suggestion == "flood"
    assert [problem.code for problem in reading.read(tree).problems] == ["TL043"]


def test_a_chronicle_is_opened_with_the_vocabulary_that_is_passed_in(tmp_path: Path) -> None:
    text = "title: A\ndate: 2024\nkind: flood\nsummary: A.\nsources: [a]\nadded: 2024\n"
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "2024-a.yml").write_text(text)
    flood = WITH_FLOODS.lists[EventKind]["flood"]
    assert Chronicle.open(tmp_path, vocabulary=WITH_FLOODS).events["2024-a"].kind is flood
    assert "TL043" in {problem.code for problem in Chronicle.open(tmp_path).problems}


def test_rules_allow_the_parties_of_the_vocabulary_that_is_passed_in() -> None:
    pilots = term_like(Party.of("civilians"), "pilots", 99, definition="Pilots.")
    claim = "{id: a, by: army, topic: toll, says: A., figures: {pilots: {killed: 2}}, sources: [a]}"
    text = f"title: A\ndate: 2024\nkind: air-strike\nsummary: A.\nclaims: [{claim}]\nsources: [a]\nadded: 2024\n"
    tree = {"2024/2024-a.yml": text.encode()}
    for vocabulary, unknown in ((None, True), (built_in().with_terms([pilots]), False)):
        chronicle = Chronicle.read(Path("events"), tree, vocabulary=vocabulary)
        assert ("TL065" in {problem.code for problem in chronicle.problems}) is unknown
