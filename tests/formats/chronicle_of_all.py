"""A small chronicle with something in every column, and some that programs could stumble over."""

from __future__ import annotations

from pathlib import Path

import worlds

from site_builder.formats import EXPORTS
from site_builder.pages import DATA, Here

WORLD = """
2024-07-25-battle:
  title: {en: "The battle, as \\"it\\" is called", fr: La bataille}
  date: 2024-07-25/2024-07-27
  importance: major
  threads: [war]
  places: [{place: town, lat: 19.943, lon: -2.702, precision: exact}]
  actors: [{actor: csp, role: attacker}, {unnamed: some farmers, role: participant}]
  summary: They fought at [the town](https://example.org/town).
  tags: [drones, "a; b"]
  extra: {gauge: {level: "4.2"}}
  corrections: [{date: 2026-11-23, kind: error, note: A word.}, {date: 2026-11-25, kind: error, note: Another.}]
  claims:
    - id: first
      by: csp
      speaker: ramadane
      via: agency
      date: 2024-07-28
      topic: toll
      says: "=1+1 is what they counted."
      covers: 2024-07-25/2024-07-27
      figures: {army: {killed: "~50", captured: "5-7"}, "wagner+army": {killed: "46+"}}
      assessment: contradicted
      because: "@others count fewer."
    - {id: second, unnamed: a resident, side: army, date: 2024-07-29, topic: toll, says: Ten died.,
       figures: {army: {killed: up to 10}}, denies: first}
    - {id: third, by: csp, topic: other, says: "-nothing more.", duress: true,
       question: who}
44-bce-03-15-ides:
  date: "-0043-03-15"
2024-08-01-open:
  date: ../2024-08-01
xxxx-undated:
  date: XXXX-12-25
  links: [{type: about, event: 2024-07-25-battle, note: "+so it is told", sources: [s]}]
actors/csp: {name: CSP}
actors/army: {name: Army, type: armed-forces}
actors/wagner: {name: Wagner}
actors/ramadane: {name: Ramadane, type: person, named_because: public-statement}
actors/agency: {name: Agency}
places/town: {name: Town, lat: 20, lon: -3, precision: settlement, sources: [s]}
threads/war: {title: The war}
questions/who: {title: Who fought, summary: Each side names the other.}
removed: {places: [{id: hut, date: 2026-11-24, reason: danger}]}
sources/s:
  publisher: "=Paper"
  title: "</script><b>Title</b>"
  date: 2024-07
  url: https://example.org/a?b=1&c=2
  origin: Wire
"""


def seen_from_data(folder: Path, url: str = "") -> Here:
    """The chronicle, seen from the page that lists its data, of a site at an address."""
    found = worlds.here(worlds.chronicle_of(folder, WORLD), DATA, url=url)
    return Here(found.site, DATA)


def exported(here: Here, name: str) -> bytes:
    """A file of data by its name."""
    return next(file.write(here) for file in EXPORTS if file.name == name)
