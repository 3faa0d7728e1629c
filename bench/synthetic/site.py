"""What a site consists of besides its records."""

from __future__ import annotations

_MKDOCS = """\
site_name: An invented chronology
site_url: https://chronology.example/
theme:
  name: material
  font: false
extra:
  generator: false
plugins:
  - timeline:
      events: events
markdown_extensions:
  - attr_list
  - footnotes
  - tables
  - toc:
      permalink: true
nav:
  - Home: index.md
  - Timeline: timeline/index.md
  - Threads: threads/index.md
  - Questions: questions/index.md
  - Actors: actors/index.md
  - Places: places/index.md
  - Sources: sources/index.md
  - Method: method.md
  - Contributing: contributing.md
"""

_INDEX = """\
---
template: home.html
hide: [toc]
---

# An invented chronology

Nothing in these records happened. They are here to be measured: see the [method](method.md).
"""

_METHOD = """\
# Method

All names, places, numbers and words on this site were made up by a program, from a seed. The same size and the
same seed give the same site.
"""

_CONTRIBUTING = """\
# Contributing

There is nothing to add to what never happened.
"""

HAND_WRITTEN = {
    "mkdocs.yml": _MKDOCS,
    "docs/index.md": _INDEX,
    "docs/method.md": _METHOD,
    "docs/contributing.md": _CONTRIBUTING,
}
"""The files of the site that are not records, with what they say."""
