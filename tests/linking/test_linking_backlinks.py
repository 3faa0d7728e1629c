from collections.abc import Mapping
from typing import Any

import pytest
from linking_worlds import actor, claim, event, events

from site_builder.linking import collect_mentions, find_backlinks
from site_builder.records import Event, Kind

WAGNER = actor("wagner", "Wagner")


def backlinks(*given: Event) -> Mapping[tuple[Kind, str], tuple[str, ...]]:
    return find_backlinks(events(*given).values(), collect_mentions([WAGNER], []))


@pytest.mark.parametrize(
    ("keys", "kind", "record_id"),
    [
        ({"actors": [{"actor": "csp"}]}, Kind.ACTOR, "csp"),
        ({"places": [{"place": "kidal"}]}, Kind.PLACE, "kidal"),
        ({"threads": ["battle"]}, Kind.THREAD, "battle"),
        ({"sources": ["afp"]}, Kind.SOURCE, "afp"),
        ({"links": [{"type": "about", "event": "b", "sources": ["afp"]}]}, Kind.SOURCE, "afp"),
        ({"links": [{"type": "about", "event": "b"}]}, Kind.EVENT, "b"),
        ({"claims": [claim("c", by="csp")]}, Kind.ACTOR, "csp"),
        ({"claims": [claim("c", by="csp", speaker="ramadane")]}, Kind.ACTOR, "ramadane"),
        ({"claims": [claim("c", unnamed="a fighter", side="csp")]}, Kind.ACTOR, "csp"),
        ({"claims": [claim("c", via="afp")]}, Kind.ACTOR, "afp"),
        ({"claims": [claim("c", killed={"fama+csp": "2"})]}, Kind.ACTOR, "csp"),
        ({"claims": [claim("c", place="kidal")]}, Kind.PLACE, "kidal"),
        ({"claims": [claim("c", question="q")]}, Kind.QUESTION, "q"),
        ({"claims": [claim("c", said_in="b")]}, Kind.EVENT, "b"),
        ({"claims": [claim("c", sources=["afp"])]}, Kind.SOURCE, "afp"),
        (
            {"claims": [claim("c", quote={"versions": [{"text": "T", "lang": "en", "source": "afp"}]})]},
            Kind.SOURCE,
            "afp",
        ),
    ],
)
def test_an_event_is_found_from_what_its_fields_name(keys: dict[str, Any], kind: Kind, record_id: str) -> None:
    assert backlinks(event("a", **keys))[kind, record_id] == ("a",)


@pytest.mark.parametrize(
    "keys",
    [
        {"summary": "See [[place:kidal]]."},
        {"date_note": "See [[place:kidal]]."},
        {"body": "See [[place:kidal]]."},
        {"body": {"en": "Nothing.", "fr": "Voir [[place:kidal]]."}},
        {"unknown": ["Nothing.", "See [[place:kidal]]."]},
        {"links": [{"type": "about", "event": "b", "note": "See [[place:kidal]]."}]},
        {"claims": [claim("c", says="See [[place:kidal]].")]},
        {"claims": [claim("c", assessment="unverified", because="See [[place:kidal]].")]},
        {"media": [{"url": "https://example.com", "shows": "See [[place:kidal]]."}]},
        {"media": [{"url": "https://example.com", "shows": "S", "caption": "See [[place:kidal]]."}]},
        {"corrections": [{"date": "2026", "kind": "error", "note": "See [[place:kidal]]."}]},
    ],
)
def test_an_event_is_found_from_what_its_prose_refers_to(keys: dict[str, Any]) -> None:
    assert backlinks(event("a", **keys))[Kind.PLACE, "kidal"] == ("a",)


def test_a_citation_refers_to_its_source() -> None:
    assert backlinks(event("a", body="So it was [@afp, page 2]."))[Kind.SOURCE, "afp"] == ("a",)


def test_a_name_that_a_body_mentions_refers_to_its_record() -> None:
    assert backlinks(event("a", body="Then Wagner came."))[Kind.ACTOR, "wagner"] == ("a",)


def test_an_event_that_opts_out_of_mentions_mentions_nobody() -> None:
    assert backlinks(event("a", body="Then Wagner came.", link_mentions="false"))[Kind.ACTOR, "wagner"] == ()


def test_events_come_once_each_in_the_order_given() -> None:
    wagner: dict[str, Any] = {"actors": [{"actor": "wagner"}], "body": "Wagner and [[actor:wagner]]."}
    assert backlinks(event("b", **wagner), event("a", **wagner))[Kind.ACTOR, "wagner"] == ("b", "a")


def test_an_event_does_not_refer_to_itself() -> None:
    assert backlinks(event("a", body="As [[a]] says."))[Kind.EVENT, "a"] == ()


def test_what_nothing_refers_to_has_no_events() -> None:
    assert backlinks(event("a"))[Kind.THREAD, "nowhere"] == ()
