from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.chronicle import Chronicle
from site_builder.records import Event
from site_builder.vocabulary import ActorRole, EventKind, LinkType, Party, PlaceRole, Term, Vocabulary, built_in

_LISTS = built_in().lists
_FLOOD = EventKind("flood", vars(EventKind.of("accident")))
WITH_FLOODS = Vocabulary({**_LISTS, EventKind: {**_LISTS[EventKind], "flood": _FLOOD}}, built_in().headings)


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


def test_a_term_is_immutable_and_survives_being_copied_and_sent() -> None:
    strike = EventKind.of("air-strike")
    with pytest.raises(AttributeError):
        strike.attack = False
    for other in (copy.deepcopy(strike), pickle.loads(pickle.dumps(strike))):
        assert (other, other.attack, other.definition) == (strike, True, strike.definition)


def test_every_link_type_is_the_inverse_of_its_inverse() -> None:
    for link_type in LinkType.all():
        assert link_type.inverse.inverse is link_type
        assert link_type.inverse is not link_type
        assert link_type.inverse.points_back is not link_type.points_back
        assert (link_type.inverse.rank, link_type.inverse.in_time) == (link_type.rank, link_type.in_time)


def test_the_roles_that_an_event_usually_has_are_roles() -> None:
    for kind in EventKind.all():
        assert kind.usual_actor in ActorRole.all()
        assert kind.usual_place in PlaceRole.all()


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
    parties = {**_LISTS[Party], "pilots": Party("pilots", vars(Party.of("civilians")))}
    claim = "{id: a, by: army, topic: toll, says: A., figures: {pilots: {killed: 2}}, sources: [a]}"
    text = f"title: A\ndate: 2024\nkind: air-strike\nsummary: A.\nclaims: [{claim}]\nsources: [a]\nadded: 2024\n"
    tree = {"2024/2024-a.yml": text.encode()}
    for vocabulary, unknown in ((None, True), (Vocabulary({**_LISTS, Party: parties}, built_in().headings), False)):
        chronicle = Chronicle.read(Path("events"), tree, vocabulary=vocabulary)
        assert ("TL065" in {problem.code for problem in chronicle.problems}) is unknown
