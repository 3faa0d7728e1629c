"""How much two events look like the same one, and by what: titles, places, actors, sources, dates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from site_builder.checking.traits import SAYS_LITTLE, Rarity, Traits, kilometres, levels_above
from site_builder.languages import say
from site_builder.linking import ANSWERS, named_in
from site_builder.records import Event, Kind, Place

_TITLE, _SITE, _ACTORS, _SOURCES, _DATE, _KIND = 0.45, 0.25, 0.2, 0.15, 0.15, 0.05
"""What each likeness adds to the score where it is complete; together more than enough."""
_OTHER_SORT = 0.15
"""What is taken off where one is something said or decided and the other something done."""
_SAME_ID = 0.25
"""What it adds to have the same id in an outside database."""
_OTHER_ACTORS = 0.1
"""What is taken off where both name rare actors and share none of them."""
_APART = 0.4
"""How like titles have to be where dates share no day: on the day after, much the same happens at the same place."""
_FOREIGN = 1.25
"""By what the rest weighs more where titles are in different languages, and so cannot be compared."""

Evidence = tuple[float, str]
"""What it adds to the score, and the reason in words; no words where it is none."""
NO_EVIDENCE: Evidence = (0.0, "")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much an event looks like the one that it was compared with."""

    event: Event
    score: float
    """From 0 to 1."""
    reasons: tuple[str, ...]
    """In words, such as `same place old-bridge`."""


def liken(one: Traits, other: Traits, places: Mapping[str, Place], rarity: Rarity, at_least: float) -> Likeness | None:
    """How much `other` looks like `one`; None where that is less than `at_least`, or they cannot be one event.

    They cannot where one names the other, in a link, a claim or a text, which says that they are two; where they
    happened far apart; where different actors said or decided them; where an outside database has them under two
    ids; and where they are two versions of something. What they share counts by how rare it is.
    """
    if other.event.id in one.linked or one.event.id in other.linked:
        return None
    if one.voices and other.voices and one.voices.isdisjoint(other.voices):
        return None
    ids = _ids(one, other)
    if ids is None or (one.versions and other.versions and one.versions.isdisjoint(other.versions)):
        return None
    site = liken_sites(one, other, places, rarity)
    if site is None:
        return None
    if one.whole == other.whole and not _refers(one.event, other.event):
        return Likeness(other.event, 1.0, (say("the same title, date, summary, places, actors and sources"),))
    found = [_date(one, other), (_SITE * site[0], site[1]), _actors(one, other, rarity)]
    found += [
        _shared("source", one.sources, other.sources, _SOURCES, say("both rest on"), rarity),
        ids,
        _kind(one, other),
    ]
    without_titles = sum(score for score, _ in found)
    foreign = _FOREIGN if _in_other_languages(one, other) else 1.0
    if max(without_titles + _TITLE, without_titles * foreign) < at_least:
        return None
    found.insert(0, _title(one, other, rarity))
    score = min(1.0, without_titles + found[0][0])
    if foreign == 1 and found[0][0] < _APART * _TITLE and not one.is_near(other):
        return None
    if score < without_titles * foreign:
        score = min(1.0, without_titles * foreign)
        found[0] = (0.0, say("titles in different languages"))
    if score < at_least or _refers(one.event, other.event):
        return None
    return Likeness(other.event, score, tuple(reason for _, reason in found if reason))


def _refers(one: Event, other: Event) -> bool:
    """Whether one names the other, in a claim or a text."""
    return _names(one, other.id) or _names(other, one.id)


def _names(event: Event, other: str) -> bool:
    """Whether an event refers to another, or one of its claims answers one of the other's."""
    answered = (getattr(claim, answer) for claim in event.claims for answer in ANSWERS)
    return (Kind.EVENT, other) in named_in(event) or any((key or "").startswith(f"{other}#") for key in answered)


def _title(one: Traits, other: Traits, rarity: Rarity) -> Evidence:
    """The likeness of the titles that are most alike, as far as they share more than words that many titles have."""
    score, alike = max(
        (liken_titles(left, right, rarity) for left in one.titles for right in other.titles), default=(0.0, 0.0)
    )
    return _TITLE * score, say("titles {alike:.0%} alike", alike=alike) if alike >= 0.6 and score >= SAYS_LITTLE else ""


def _ids(one: Traits, other: Traits) -> Evidence | None:
    """None where an outside database has them under different ids."""
    same = []
    for name in one.ids.keys() & other.ids.keys():
        if one.ids[name].isdisjoint(other.ids[name]):
            return None
        same.append(name)
    return (_SAME_ID, say("same id in `{name}`", name=min(same))) if same else NO_EVIDENCE


def _in_other_languages(one: Traits, other: Traits) -> bool:
    return bool(one.languages) and bool(other.languages) and one.languages.isdisjoint(other.languages)


def _date(one: Traits, other: Traits) -> Evidence:
    if not one.is_near(other):
        return NO_EVIDENCE
    if one.event.date == other.event.date:
        days = one.last[1] - one.first[1] if one.first[0] == one.last[0] == 0 else 31
        return _DATE if days < 31 else _DATE / 2, say("same date {date}", date=one.event.date)
    reason = say("dates overlap ({date} and {date_2})", date=one.event.date, date_2=other.event.date)
    first, last = (min(one.first, other.first), max(one.last, other.last))
    if first[0] or last[0]:
        return 0.0, reason
    shared = min(one.last, other.last)[1] - max(one.first, other.first)[1] + 1
    return _DATE * shared / (last[1] - first[1] + 1), reason


def _actors(one: Traits, other: Traits, rarity: Rarity) -> Evidence:
    rare = tuple({name for name in found.actors if rarity.of("actor", name) > 0.5} for found in (one, other))
    if rare[0] and rare[1] and rare[0].isdisjoint(rare[1]):
        return -_OTHER_ACTORS, ""
    return _shared("actor", one.actors, other.actors, _ACTORS, say("both name"), rarity)


def _shared(
    sort: str, one: frozenset[str], other: frozenset[str], weight: float, words: str, rarity: Rarity
) -> Evidence:
    both = one & other
    if not both:
        return NO_EVIDENCE
    rare = {name: rarity.of(sort, name) for name in one | other}
    share = 2 * sum(rare[name] for name in both) / sum(rare[name] for names in (one, other) for name in names)
    shown = sorted(name for name in both if rare[name] >= SAYS_LITTLE)
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
    listed = ", ".join(f"`{name}`" for name in shown[:3])
    return weight * share * max(rare[name] for name in both), f"{words} {listed}{more}" if shown else ""


def _kind(one: Traits, other: Traits) -> Evidence:
    if one.event.kind == other.event.kind:
        return _KIND, ""
    of_one_sort = one.event.kind.said is other.event.kind.said
    return NO_EVIDENCE if of_one_sort else (-_OTHER_SORT, "")


_NEXT_TO = 10.0
"""Kilometres within which two places are one, besides what is not known of them."""
_ONLY_IN_REGION = 0.25
"""How much of the same place it is to lie in the same region."""


def liken_sites(one: Traits, other: Traits, places: Mapping[str, Place], rarity: Rarity) -> Evidence | None:
    """From 0 to 1; None where they happened in different places."""
    same = sorted({*one.sites} & {*other.sites}, key=lambda site: (-rarity.of("site", site), site))
    for site in same:
        if site not in places or not places[site].precision.coarse:
            return _weighed(1.0, rarity.of("site", site), say("same place `{site}`", site=site))
    nearest: tuple[float, float, float] | None = None
    for left in one.spots:
        for right in other.spots:
            apart = kilometres(left.point, right.point)
            slack = left.radius + right.radius + _NEXT_TO
            if nearest is None or apart - slack < nearest[0] - nearest[1]:
                nearest = (apart, slack, min(rarity.of("cell", left.cell), rarity.of("cell", right.cell)))
    if nearest is not None and nearest[0] <= nearest[1]:
        apart, slack, rare = nearest
        reason = say("places {apart:.0f} km apart", apart=apart) if apart >= 1 else say("places at one spot")
        return _weighed(1 - apart / slack / 2, rare, reason)
    around = max(_around(one.sites, other.sites, places, rarity), _around(other.sites, one.sites, places, rarity))
    if nearest is None:
        return max(around, (_ONLY_IN_REGION, say("same place `{site}`", site=same[0])) if same else NO_EVIDENCE)
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
                share = places[above].precision.share_within if above in places else 0.8
                rare = rarity.of("site", site)
                found = max(found, (share * rare, say("`{site}` lies within `{above}`", site=site, above=above)))
    return found


_UNLIKE = 0.45
"""How like two unrelated titles of one subject are; counted from there."""
_TELLING = 1.5
"""How many rare words titles have to share for their likeness to count in full; all words, of shorter titles."""
_OTHER_NUMBERS = 0.5
"""What is left of the likeness of titles that count differently: `10 dead` and `11 dead`, `3.12` and `3.13`."""
_NUMBER = re.compile(r"[\d.]+")


def liken_titles(left: str, right: str, rarity: Rarity) -> tuple[float, float]:
    """What the likeness of two titles says, and the likeness itself, both from 0 to 1."""
    alike = (fuzz.token_sort_ratio(left, right) + fuzz.token_set_ratio(left, right)) / 200
    if alike <= _UNLIKE:
        return 0.0, alike
    words = tuple(frozenset(title.split()) for title in (left, right))
    weights = {word: rarity.of("word", word) for word in words[0] | words[1]}
    both = words[0] & words[1]
    if both:
        shared = sum(weights[word] for word in both)
        whole = sum(weights[word] for title in words for word in title)
        # Above 1 where the words that differ are common ones, below it where only the common ones are shared.
        says = (2 * shared / whole) / (2 * len(both) / (len(words[0]) + len(words[1])))
        says *= min(1.0, shared / min(_TELLING, *map(len, words)))
    else:
        says = sum(weights.values()) / len(weights)
    numbers = tuple({word for word in title if _NUMBER.fullmatch(word)} for title in words)
    if not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        says *= _OTHER_NUMBERS
    return min(1.0, says * (alike - _UNLIKE) / (1 - _UNLIKE)), alike
