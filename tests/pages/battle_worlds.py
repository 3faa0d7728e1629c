"""A battle between a group of fighters and an army with its helpers, on which claims stand."""

from pathlib import Path

import worlds

from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.records import Kind

BATTLE = "2024-07-25-battle"
ACTORS = """
actors/csp: {name: CSP-DPA}
actors/mali: {name: Mali, type: state}
actors/fama: {name: Malian army, type: armed-forces, parent: mali}
actors/wagner: {name: Wagner}
actors/russia: {name: Russia, type: state}
actors/rt: {name: RT, type: media, side: russia}
actors/afp: {name: AFP, type: media}
actors/lab: {name: Imagery Lab, type: ngo}
questions/toll: {title: "How many died?"}
questions/who: {title: "Who attacked?"}
"""


def battle(folder: Path, claims: str, more: str = "") -> Here:
    """The page of a battle of the CSP-DPA against the Malian army and Wagner, on which these claims stand."""
    world = (
        ACTORS
        + f"""
{BATTLE}:
  date: 2024-07-25/2024-07-27
  actors: [{{actor: csp, role: attacker}}, {{actor: fama, role: attacked}}, {{actor: wagner, role: attacked}}]
  claims: [{claims}]
{more}
"""
    )
    return worlds.here(worlds.chronicle_of(folder, world), record_address(Kind.EVENT, BATTLE))
