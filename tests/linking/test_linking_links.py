from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from linking_worlds import event, events

from site_builder.linking import EventLink, link_events
from site_builder.records import Text
from site_builder.vocabulary import LinkType, built_in


def seen_from(links: tuple[EventLink, ...]) -> list[tuple[str, str]]:
    return [(link.type.value, link.event) for link in links]


def test_a_link_is_seen_from_both_events() -> None:
    linked = link_events(events(event("a"), event("b", links=[{"type": "responds-to", "event": "a"}])), built_in())
    assert seen_from(linked["b"]) == [("responds-to", "a")]
    assert seen_from(linked["a"]) == [("answered-by", "b")]
    assert [linked["b"][0].inferred, linked["a"][0].inferred] == [False, True]


def test_an_event_without_links_has_none() -> None:
    assert link_events(events(event("a")), built_in()) == {"a": ()}


def test_a_note_and_its_sources_are_seen_from_both_events() -> None:
    written = {"type": "consequence-of", "event": "a", "note": "AFP says so.", "sources": ["afp"]}
    linked = link_events(events(event("a"), event("b", links=[written])), built_in())
    (seen,) = linked["a"]
    assert (seen.type, str(seen.note), [ref.source for ref in seen.sources]) == (
        LinkType.of("led-to"),
        "AFP says so.",
        ["afp"],
    )


def test_a_link_that_both_records_wrote_is_one_link() -> None:
    a = event("a", links=[{"type": "before", "event": "b", "sources": ["x"]}])
    b = event("b", links=[{"type": "after", "event": "a", "note": "So it is.", "sources": ["y", "x"]}])
    linked = link_events(events(a, b), built_in())
    (from_a,), (from_b,) = linked["a"], linked["b"]
    assert str(from_a.note) == str(from_b.note) == "So it is."
    assert sorted(ref.source for ref in from_a.sources) == ["x", "y"]
    assert not from_a.inferred
    assert not from_b.inferred


def test_two_notes_that_differ_stay_two_links_own_first() -> None:
    a = event("a", links=[{"type": "before", "event": "b", "note": "Says A."}])
    b = event("b", links=[{"type": "after", "event": "a", "note": "Says B."}])
    linked = link_events(events(a, b), built_in())
    assert [(str(link.note), link.inferred) for link in linked["a"]] == [("Says A.", False), ("Says B.", True)]
    assert [(str(link.note), link.inferred) for link in linked["b"]] == [("Says B.", False), ("Says A.", True)]


def test_links_of_different_types_to_one_event_stay_apart() -> None:
    links = [{"type": "after", "event": "a"}, {"type": "about", "event": "a"}]
    linked = link_events(events(event("a"), event("b", links=links)), built_in())
    assert seen_from(linked["b"]) == [("about", "a"), ("after", "a")]


def test_links_to_unknown_events_and_to_itself_are_left_out() -> None:
    links = [{"type": "after", "event": "nowhere"}, {"type": "after", "event": "a"}]
    assert link_events(events(event("a", links=links)), built_in()) == {"a": ()}


IDS = ("a", "b", "c")
LINKS = st.fixed_dictionaries(
    {
        "type": st.sampled_from([kind.value for kind in LinkType.all()]),
        "event": st.sampled_from(IDS),
        "note": st.sampled_from([None, "One.", "Two."]),
        "sources": st.lists(st.sampled_from(["x", "y"]), max_size=2),
    }
)


def _valid(link: dict[str, Any]) -> bool:
    return link["type"] not in ("consequence-of", "led-to") or bool(link["note"] and link["sources"])


WORLDS = st.fixed_dictionaries({name: st.lists(LINKS.filter(_valid), max_size=5) for name in IDS})


def _about(links: tuple[EventLink, ...], other: str) -> set[tuple[LinkType, Text | None]]:
    return {(link.type, link.note) for link in links if link.event == other}


@given(WORLDS)
def test_both_events_see_the_same_links_each_once(world: dict[str, Any]) -> None:
    linked = link_events(events(*(event(name, links=links) for name, links in world.items())), built_in())
    for one in IDS:
        seen = [(link.type, link.event, link.note) for link in linked[one]]
        assert len(seen) == len(set(seen))
        for other in IDS:
            inverted = {(kind.inverse, note) for kind, note in _about(linked[other], one)}
            assert _about(linked[one], other) == inverted


@given(WORLDS, st.permutations(IDS))
def test_links_do_not_depend_on_the_order_of_files(world: dict[str, Any], order: list[str]) -> None:
    in_order = link_events(events(*(event(name, links=world[name]) for name in IDS)), built_in())
    assert link_events(events(*(event(name, links=world[name]) for name in order)), built_in()) == in_order
