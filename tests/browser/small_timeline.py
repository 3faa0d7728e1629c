"""A small world whose timeline is drawn, and where in it events are."""

from __future__ import annotations

import pytest

from browser.built_site import SITE_URL
from browser.reader import DESKTOP, PHONE
from site_builder import edtf

_FEW = """
2020-01-01-first: {title: The first day, actors: [{actor: csp, role: attacker}]}
2021-06-month: {title: Some time in June, date: 2021-06}
2022-01-01-middle:
  title: The middle of it
  importance: major
  actors: [{actor: army, role: attacker}]
  links: [{type: responds-to, event: 2020-01-01-first}]
2023-12-31-last: {title: The last day, standing: unreviewed, actors: [{actor: army, role: attacked}]}
actors/csp: {name: CSP-DPA}
actors/army: {name: The army}
"""
_DENSE = "".join(
    f"2023-03-{day:02d}-dense-{number}: {{title: Dense {number} of {day} March}}\n"
    for day in range(5, 29)
    for number in (1, 2)
)
WORLD = _FEW + _DENSE
FIRST, LAST = edtf.day_number(2020, 1, 1), edtf.day_number(2024, 1, 1)
ROOM = (LAST - FIRST) * 0.02
ACROSS = {
    title: (day + 0.5 - FIRST + ROOM) / (LAST - FIRST + 2 * ROOM)
    for title, day in (("The middle of it", edtf.day_number(2022, 1, 1)), ("Dense", edtf.day_number(2023, 3, 17)))
}
"""How far across the whole period events are."""

THEME = (
    "{name: material, font: false, features: [navigation.instant], palette: "
    "[{scheme: default, toggle: {icon: material/eye, name: Dark}}, "
    "{scheme: slate, toggle: {icon: material/eye, name: Light}}]}"
)
CONFIG = f"{{site_url: '{SITE_URL}', theme: {THEME}}}"

on_phone = pytest.mark.parametrize("opened", [PHONE], indirect=True)
on_both = pytest.mark.parametrize("opened", [PHONE, DESKTOP], indirect=True, ids=lambda device: device.name)
