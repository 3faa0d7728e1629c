"""How much it says that two events lie near one another."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.checking.distances import kilometres
from site_builder.checking.profiles import COARSE, Profile, levels_above
from site_builder.checking.rarity import SAYS_LITTLE, Rarity
from site_builder.records import Place
from site_builder.vocabulary import PlacePrecision

_NEXT_TO = 10.0
"""Kilometres within which two places are one, besides what is not known of them."""
_WITHIN = {PlacePrecision.REGION: 0.5, PlacePrecision.COUNTRY: 0.25}
"""How much of the same place it is to lie within one; four fifths of it where that is smaller."""
_ONLY_IN_REGION = 0.25
"""How much of the same place it is to lie in the same region."""

Evidence = tuple[float, str]
"""What it adds to the score, and the reason in words; no words where it is none."""
NO_EVIDENCE: Evidence = (0.0, "")


def liken_sites(one: Profile, other: Profile, places: Mapping[str, Place], rarity: Rarity) -> Evidence | None:
    """From 0 to 1; None where they happened in different places."""
    same = sorted({*one.sites} & {*other.sites}, key=lambda site: (-rarity.of("site", site), site))
    for site in same:
        if site not in places or places[site].precision not in COARSE:
            return _weighed(1.0, rarity.of("site", site), f"same place `{site}`")
    nearest: tuple[float, float, float] | None = None
    for left in one.spots:
        for right in other.spots:
            apart = kilometres(left.point, right.point)
            slack = left.radius + right.radius + _NEXT_TO
            if nearest is None or apart - slack < nearest[0] - nearest[1]:
                nearest = (apart, slack, min(rarity.of("cell", left.cell), rarity.of("cell", right.cell)))
    if nearest is not None and nearest[0] <= nearest[1]:
        apart, slack, rare = nearest
        reason = f"places {apart:.0f} km apart" if apart >= 1 else "places at one spot"
        return _weighed(1 - apart / slack / 2, rare, reason)
    around = max(_around(one.sites, other.sites, places, rarity), _around(other.sites, one.sites, places, rarity))
    if nearest is None:
        return max(around, (_ONLY_IN_REGION, f"same place `{same[0]}`") if same else NO_EVIDENCE)
    return around if around[1] else None


def _weighed(score: float, rare: float, reason: str) -> Evidence:
    """Evidence that counts by how rare what is shared is; it is no reason where nearly all events share it."""
    return score * rare, reason if rare >= SAYS_LITTLE else ""


def _around(inner: tuple[str, ...], outer: tuple[str, ...], places: Mapping[str, Place], rarity: Rarity) -> Evidence:
    """Whether one was placed a level or more further up than the other: in the region of the other's town."""
    found = NO_EVIDENCE
    for site in inner:
        for above in levels_above(site, places):
            if above in outer:
                share = _WITHIN.get(places[above].precision, 0.8) if above in places else 0.8
                rare = rarity.of("site", site)
                found = max(found, (share * rare, f"`{site}` lies within `{above}`"))
    return found
