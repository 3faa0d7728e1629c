"""Events that are probably one: found for a draft, and in a whole chronicle without trying all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.checking.rules.duplicates import find_near as find_near_from
from site_builder.checking.rules.duplicates import near_duplicates
from site_builder.edtf import Precision
from site_builder.linking import Linked, link
from site_builder.reading import Records
from site_builder.records import Event, Kind, Place, Profile
from site_builder.vocabulary import built_in

find_near = partial(find_near_from, at_least=0.65)
PLACES = {
    "well": Place(id="well", file="places/well.yml", name="The well"),
    "region": Place(
        id="region", file="places/region.yml", name="The region", lat=19, lon=1, precision="region", sources=("s",)
    ),
    "district": Place(
        id="district",
        file="places/district.yml",
        name="The district",
        lat=18,
        lon=2,
        precision="district",
        sources=("s",),
    ),
    "oasis": Place(
        id="oasis",
        file="places/oasis.yml",
        name="The oasis",
        within="district",
        lat=20,
        lon=4,
        precision="settlement",
        sources=("s",),
    ),
    "ford": Place(
        id="ford",
        file="places/ford.yml",
        name="The ford",
        within="region",
        lat=19.9,
        lon=2.9,
        precision="settlement",
        sources=("s",),
    ),
    "camp": Place(
        id="camp", file="places/camp.yml", name="The camp", lat=19.95, lon=2.92, precision="near", sources=("s",)
    ),
    "coast": Place(
        id="coast",
        file="places/coast.yml",
        name="The coast",
        lat=14.7,
        lon=-17.4,
        precision="settlement",
        sources=("s",),
    ),
}


def event(name: str, **keys: Any) -> Event:
    usual: Mapping[str, Any] = {
        "title": "Convoy ambushed",
        "date": "2024-07-27",
        "kind": "ambush",
        "summary": "A convoy was ambushed.",
        "sources": ("report",),
        "added": "2026-11-22",
    }
    return Event(id=name, file=f"2024/{name}.yml", **{**usual, **keys})


def near(one: Event, *others: Event, days_apart: int = 0) -> list[str]:
    return [likeness.event.id for likeness in find_near(one, others, PLACES, days_apart=days_apart)]


def world(events: Iterable[Event]) -> Linked:
    records: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
    records[Kind.EVENT] = {found.id: found for found in events}
    records[Kind.PLACE] = dict(PLACES)
    return link(Records(records, {}, Profile(), {}, (), built_in(), ()))


def test_the_likeliest_comes_first_and_the_event_itself_is_none() -> None:
    draft = event("draft", places=({"place": "ford"},), actors=({"actor": "csp"},))
    alike = event("alike", places=({"place": "ford"},), actors=({"actor": "csp"},))
    less = event("less", title="Convoy attacked at the river", places=({"place": "ford"},), actors=({"actor": "csp"},))
    assert near(draft, less, alike, draft) == ["alike", "less"]


def test_reasons_are_in_words() -> None:
    draft = event("draft", places=({"place": "ford"},), actors=({"actor": "csp"}, {"actor": "fama"}))
    other = event("other", date="2024-07", places=({"place": "camp"},), actors=({"actor": "fama"},))
    (likeness,) = find_near(draft, [other], PLACES)
    assert likeness.reasons == (
        "titles 100% alike",
        "dates overlap (2024-07-27 and 2024-07)",
        "places 6 km apart",
        "both name `fama`",
        "both rest on `report`",
    )
    assert 0.65 <= likeness.score <= 1


def test_a_draft_may_be_dated_some_days_off() -> None:
    assert near(event("draft", date="2024-07-29"), event("other")) == []
    assert near(event("draft", date="2024-07-29"), event("other"), days_apart=2) == ["other"]
    assert near(event("draft", date="2024-07-30"), event("other"), days_apart=2) == []


def test_a_date_that_is_about_reaches_some_days_further() -> None:
    assert near(event("draft", date="2024-07-30~"), event("other")) == ["other"]
    assert near(event("draft", date="2024-07-31~"), event("other")) == []
    assert near(event("draft", date="2024-08~"), event("other", date="2024-07-27?")) == ["other"]


def test_a_place_one_level_up_is_near_the_same() -> None:
    in_region = event("draft", title="Soldiers ambushed", places=({"place": "region"},), actors=({"actor": "csp"},))
    at_ford = event("other", places=({"place": "ford"},), actors=({"actor": "csp"},))
    (likeness,) = find_near(in_region, [at_ford], PLACES)
    assert "`ford` lies within `region`" in likeness.reasons
    (elsewhere,) = find_near(
        in_region, [event("other", places=({"place": "camp"},), actors=({"actor": "csp"},))], PLACES
    )
    assert elsewhere.score < likeness.score


def test_a_place_within_another_is_not_far_from_it() -> None:
    at_oasis, in_district, at_ford = (event(name, places=({"place": name},)) for name in ("oasis", "district", "ford"))
    assert near(at_oasis, in_district) == ["district"]
    assert near(at_ford, in_district) == []


def test_what_shares_a_place_one_level_up_is_compared_in_either_order() -> None:
    keys: dict[str, Any] = {"actors": ({"actor": "csp"},)}
    for french, english in (("Attaque de la colonne", "The convoy"), ("Une embuscade", "The convoy")):
        in_region = event("region", title=french, places=({"place": "region"},), sources=("daily",), **keys)
        at_ford = event("ford", title=english, places=({"place": "ford"},), **keys)
        assert len(list(near_duplicates(world([in_region, at_ford])))) == 1


def test_what_is_said_of_an_event_is_another() -> None:
    keys: dict[str, Any] = {"actors": ({"actor": "csp"},)}
    title = "Convoy attacked from a hill near the well"
    done = event("done", title=title, kind="attack", **keys)
    said, again = (
        event(kind, title="Convoy attacked near the well", kind=kind, **{**keys, "sources": ("daily",)})
        for kind in ("statement", "battle")
    )
    assert near(said, done) == []
    assert near(again, done) == ["done"]


def test_titles_in_different_languages_are_left_aside() -> None:
    keys: dict[str, Any] = {"places": ({"place": "ford"},), "actors": ({"actor": "csp"}, {"actor": "fama"})}
    other = event("other", title="The convoy was ambushed", **keys)
    for title in ("Embuscade d'un convoi", {"fr": "Embuscade"}, "Засідка на колону", "كمين"):
        draft = event("draft", title=title, kind="attack", **{**keys, "sources": ("daily",)})
        (likeness,) = find_near(draft, [other], PLACES)
        assert likeness.reasons[0] == "titles in different languages"
    in_both = {"fr": "Embuscade", "en": "A meeting of ministers"}
    assert near(event("draft", title=in_both, kind="attack", **{**keys, "sources": ("daily",)}), other) == []


def test_what_happened_far_apart_is_two() -> None:
    at_ford, on_coast = (event(place, places=({"place": place},)) for place in ("ford", "coast"))
    assert near(at_ford, on_coast) == []
    assert near(at_ford, event("somewhere")) == ["somewhere"]


def test_what_different_actors_said_is_two() -> None:
    keys: dict[str, Any] = {"kind": "statement", "title": "A statement on the ambush"}
    one, other = (event(name, actors=({"actor": name, "role": "speaker"},), **keys) for name in ("csp", "jnim"))
    assert near(one, other) == []
    assert near(one, event("again", actors=({"actor": "csp", "role": "speaker"},), **keys)) == ["again"]


def test_what_names_the_other_is_another() -> None:
    linked = event("linked", links=({"type": "part-of", "event": "other"},))
    named = event("named", body="Not the [[other|ambush of that morning]].")
    assert near(linked, event("other")) == near(event("other"), linked) == []
    assert near(named, event("other")) == near(event("other"), named) == []
    denial: dict[str, Any] = {"id": "a", "by": "csp", "topic": "toll", "says": "No.", "sources": ("report",)}
    denied = event("denied", claims=({**denial, "denies": "other#count"},))
    assert near(denied, event("other")) == near(event("other"), denied) == []
    assert near(denied, event("others")) == ["others"]


words = st.lists(
    st.sampled_from(["convoy", "market", "drone", "the border", "talks", "la frontière"]),
    min_size=1,
    max_size=3,
    unique=True,
)
some_events = st.builds(
    lambda title, date, kind, places, actors, sources: {
        "title": " ".join(title),
        "date": date,
        "kind": kind,
        "places": tuple({"place": place} for place in sorted(places)),
        "actors": tuple({"actor": actor} for actor in sorted(actors)),
        "sources": tuple(sorted(sources)),
    },
    words,
    st.sampled_from(
        [
            "2024-07-27",
            "2024-07-28",
            "2024-07",
            "2024",
            "2024-07-25/2024-07-27",
            "2024-08~",
            "2024-07-30?",
            "2024-07-28/..",
        ]
    ),
    st.sampled_from(["ambush", "battle", "statement"]),
    st.sets(st.sampled_from(sorted(PLACES)), max_size=2),
    st.sets(st.sampled_from(["csp", "fama", "wagner"]), max_size=3),
    st.sets(st.sampled_from(["report", "daily", "weekly"]), min_size=1),
)


@settings(deadline=None)
@given(st.lists(some_events, max_size=4))
def test_no_pair_that_is_alike_is_left_out(declared: list[dict[str, Any]]) -> None:
    events = [event(f"e{number}", **keys) for number, keys in enumerate(declared)]
    alike = [{one.id, found.event.id} for one in events for found in find_near(one, events, PLACES)]
    alike += [
        {one.id, found.event.id}
        for one in events
        for found in find_near(one, events, PLACES, days_apart=1)
        if one.date.precision is found.event.date.precision is Precision.DAY
    ]
    assert sorted(groups(events), key=sorted) == sorted(joined(alike), key=sorted)


def groups(events: Sequence[Event]) -> list[set[str]]:
    """The groups that are reported, each by the ids of its events; at most four, because more are not named."""
    return [
        {other.id for other in events if other.file in finding.message} | {finding.record.id}
        for finding in near_duplicates(world(events))
        if isinstance(finding.record, Event)
    ]


def joined(pairs: Iterable[set[str]]) -> list[set[str]]:
    whole: list[set[str]] = []
    for pair in pairs:
        touched = [group for group in whole if group & pair]
        whole = [group for group in whole if not group & pair] + [pair.union(*touched)]
    return whole


def test_a_crowd_that_is_one_event_is_reported_once() -> None:
    crowd = [event(f"e{number:03}") for number in range(200)]
    (finding,) = near_duplicates(world(crowd))
    assert finding.record.id == "e199"
    assert "(100%: the same title" in finding.message
    assert ", and as 2024/e000.yml, 2024/e001.yml, 2024/e002.yml and 195 more;" in finding.message


PEOPLE = ("Ada Bell", "Ben Cole", "Cy Drew", "Di Eaton", "Ed Frost", "Flo Gale", "Gus Hale", "Hal Innes", "Ida Jung")


def shootings(count: int) -> list[Event]:
    """One actor and one source, as many a day as there are people, who are others each time."""
    return [
        event(
            f"e{number:04}",
            title=f"{PEOPLE[number % 9]} {number} shot by police",
            date=f"2024-{1 + number // 9 % 12:02}-{1 + number // 108:02}",
            summary=f"A shooting, the {number}th.",
            actors=({"actor": "police", "role": "attacker"},),
            sources=("database",),
        )
        for number in range(count)
    ]


def test_what_nearly_all_events_share_makes_none_of_them_alike() -> None:
    assert groups(shootings(1000)) == []


def test_two_records_of_one_event_are_found_among_many_with_the_same_actor() -> None:
    many = shootings(1000)
    at_ford = many[500].model_copy(update={"places": event("x", places=({"place": "ford"},)).places})
    keys: dict[str, Any] = {"actors": ({"actor": "police"},), "sources": ("daily",), "places": ({"place": "region"},)}
    again = event("again", title="Police shoot Flo Gale 500", date=at_ford.date, **keys)
    assert groups([*many[:500], at_ford, *many[501:], again]) == [{"e0500", "again"}]


def test_two_ids_in_one_outside_database_are_two_events() -> None:
    def with_ids(name: str, **ids: str) -> Event:
        return event(name, ids=ids)

    assert near(with_ids("one", ucdp="1"), with_ids("other", ucdp="2")) == []
    assert near(with_ids("one", ucdp="1", acled="A"), with_ids("other", ucdp="1", acled="B")) == []
    assert near(with_ids("one", ucdp="1"), with_ids("other", acled="2")) == ["other"]
    wikidata = {"wikidata": "https://www.wikidata.org/wiki/Q1"}
    assert near(with_ids("one", wikidata="q1"), with_ids("other", **wikidata)) == ["other"]


def test_two_versions_of_one_thing_are_two_events() -> None:
    old, new, again = (
        event(name, title=title, kind="publication", actors=({"actor": "project"},))
        for name, title in (("old", "Release v1.2.0"), ("new", "Release 1.2.1"), ("again", "Version 1.2.0 released"))
    )
    assert near(old, new) == []
    assert near(old, again) == ["again"]


def test_titles_that_count_differently_are_less_alike() -> None:
    ten, eleven = (event(number, title=f"Ambush of brigade {number}") for number in ("10", "11"))
    assert near(ten, eleven) == []
    assert near(ten, event("again", title="Ambush of brigade 10")) == ["again"]


def test_records_of_one_event_may_be_dated_to_one_day_and_the_next() -> None:
    keys: dict[str, Any] = {"places": ({"place": "ford"},), "actors": ({"actor": "csp"},)}
    first, other = event("first", **keys), event("other", date="2024-07-28", sources=("daily",), **keys)
    assert groups([first, other]) == [{"first", "other"}]
    assert groups([first, event("other", date="2024-07-28", title="Talks on a truce", **keys)]) == []
    assert groups([first, event("other", date="2024-07-29", **keys)]) == []
    assert groups([event("first", date="2023", **keys), event("other", date="2024", **keys)]) == []


def test_each_group_is_reported_once_at_its_newest_record() -> None:
    old, newer = (event(name, title="Talks in the north") for name in ("old", "newer"))
    newest = event("newest", title="Talks in the north", added="2026-11-23")
    (finding,) = near_duplicates(world([newest, newer, old, event("other", title="A market burns", kind="accident")]))
    assert isinstance(finding.record, Event)
    assert finding.record.id == "newest"
    assert ", and as 2024/old.yml;" in finding.message
