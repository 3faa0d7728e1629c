"""Where the pages stand that the browser tests open."""

from __future__ import annotations

AMBUSH = "events/2024-07-27-tinzaouaten-ambush/"
BATTLE = "events/2024-07-25-tinzaouaten-battle/"
UKRAINE_HELPED = "questions/ukraine-helped/"
LE_MONDE = "sources/le-monde-2024-08-02-shadow-of-ukraine/"

ONE_OF_EACH = {
    "home": "",
    "timeline": "timeline/",
    "map": "map/",
    "ambush": AMBUSH,
    "battle": BATTLE,
    "vague date": "events/2021-12-wagner-deploys-mali/",
    "question": UKRAINE_HELPED,
    "thread": "threads/tinzaouaten/",
    "actor": "actors/csp-dpa/",
    "person": "actors/ramadane/",
    "place": "places/tinzaouaten-battle-area/",
    "source": LE_MONDE,
    "questions": "questions/",
    "threads": "threads/",
    "actors": "actors/",
    "places": "places/",
    "sources": "sources/",
    "data": "data/",
    "corrections": "corrections/",
    "method": "method/",
    "contributing": "contributing/",
    "profile": "profile/",
    "checking": "checking/",
    "problems": "problems/harm/",
    "problem": "problems/TL080/",
    "search": "search/",
    "not found": "404.html",
}
"""A page of each kind, and each list."""
