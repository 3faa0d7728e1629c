"""How much two events look like the same one, and by what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from site_builder import edtf
from site_builder.checking.distances import kilometres, point_of, radius_of
from site_builder.checking.texts import texts_of
from site_builder.edtf import Precision
from site_builder.linking import find_references
from site_builder.records import Event, Place
from site_builder.vocabulary import ActorRole, EventKind, PlacePrecision, PlaceRole

_TITLE, _SITE, _ACTORS, _SOURCES, _DATE, _KIND = 0.45, 0.25, 0.2, 0.15, 0.15, 0.05
"""What each likeness adds to the score where it is complete; together more than enough."""
_OTHER_SORT = 0.15
"""What is taken off where one is something said or decided and the other something done."""
_UNLIKE = 0.45
"""How like two unrelated titles of one subject are; counted from there."""
_NEXT_TO = 10.0
"""Kilometres within which two places are one, besides what is not known of them."""
_LONGEST = 300
"""Characters of a title that are compared."""
_MOST = 10
"""Sites, and versions of a title, that are compared."""
_SAID = (EventKind.STATEMENT, EventKind.PUBLICATION, EventKind.DECISION, EventKind.AGREEMENT, EventKind.MEETING)
_ANSWERS = ("revises", "denies", "confirms", "withdraws")
_VOICES = (ActorRole.SPEAKER, ActorRole.DECIDER)
_COARSE = (PlacePrecision.REGION, PlacePrecision.COUNTRY)
_WITHIN = {PlacePrecision.REGION: 0.5, PlacePrecision.COUNTRY: 0.25}
"""How much of the same place it is to lie within one; four fifths of it where that is smaller."""
_LEVELS = 5
"""Steps from a place to those that it lies within."""
_ABOUT = {Precision.DAY: 3, Precision.MONTH: 15}
"""Days by which a date with `~` or `?` may be off at either end, by its precision: a convention for likeness alone."""
_WORD = re.compile(r"\w+")
_LANGUAGE_WORDS = {
    "fr": frozenset(("le", "la", "les", "l", "d", "des", "du", "de", "une", "dans", "par", "près", "aux", "et", "sur")),
    "en": frozenset(("the", "of", "in", "near", "by", "and", "from", "for", "with", "at", "on", "to")),
}
_LETTERS = {"uk": re.compile("[а-яґєії]", re.IGNORECASE), "ar": re.compile("[ء-ي]")}
_FOREIGN = 1.25
"""By what the rest weighs more where titles are in different languages, and so cannot be compared."""
_EMPTY_WORDS = re.compile(
    r"\b(?:a|an|and|as|at|by|for|from|in|into|near|of|on|over|says|that|the|their|to|with"
    r"|au|aux|dans|de|des|du|en|et|la|le|les|par|pour|pres|que|sur|un|une"
    r"|в|від|до|з|за|і|и|на|про|та|у|що)\b"
)

Day = tuple[int, int]
"""A bound as a pair that compares as bounds do."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much an event looks like the one that it was compared with."""

    event: Event
    score: float
    """From 0 to 1."""
    reasons: tuple[str, ...]
    """In words, such as `same place kidal`."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What of an event is compared."""

    event: Event
    first: Day
    last: Day
    titles: tuple[str, ...]
    """Each version of the title without case, accents and words that say nothing."""
    languages: frozenset[str]
    """Those that the title is in; none where that cannot be told."""
    sites: tuple[str, ...]
    actors: frozenset[str]
    sources: frozenset[str]
    voices: frozenset[str]
    linked: frozenset[str]


def profile(event: Event) -> Profile:
    """What of an event is compared with others."""
    doubtful = event.date.approximate or event.date.uncertain
    about = _ABOUT.get(event.date.precision, 0) if doubtful else 0
    return Profile(
        event,
        _day(event.date.earliest, -about),
        _day(event.date.latest, about),
        tuple(dict.fromkeys(_plain(title[:_LONGEST]) for _, title in event.title.versions))[:_MOST],
        frozenset(filter(None, (code or _language(title) for code, title in event.title.versions))),
        tuple(place.place for place in event.places if place.role is not PlaceRole.MENTIONED)[:_MOST],
        frozenset(actor.actor for actor in event.actors),
        frozenset(ref.source for ref in event.sources),
        frozenset(actor.actor for actor in event.actors if actor.role in _VOICES),
        frozenset(link.event for link in event.links),
    )


def liken(one: Profile, other: Profile, places: Mapping[str, Place], at_least: float) -> Likeness | None:
    """How much `other` looks like `one`; None where that is less than `at_least`, or they cannot be one event.

    They cannot where one names the other, in a link, a claim or a text, which says that they are two; where they
    happened far apart; and where different actors said or decided them.
    """
    if other.event.id in one.linked or one.event.id in other.linked:
        return None
    if one.voices and other.voices and one.voices.isdisjoint(other.voices):
        return None
    site = _site(one, other, places)
    if site is None:
        return None
    found = [_date(one, other), site, _shared(one.actors, other.actors, _ACTORS, "both name")]
    found += [_shared(one.sources, other.sources, _SOURCES, "both rest on"), _kind(one, other)]
    without_titles = sum(score for score, _ in found)
    foreign = _FOREIGN if _in_other_languages(one, other) else 1.0
    if max(without_titles + _TITLE, without_titles * foreign) < at_least:
        return None
    found.insert(0, _title(one, other))
    score = min(1.0, without_titles + found[0][0])
    if score < without_titles * foreign:
        score = min(1.0, without_titles * foreign)
        found[0] = (0.0, "titles in different languages")
    if score < at_least or _names(one.event, other.event.id) or _names(other.event, one.event.id):
        return None
    return Likeness(other.event, score, tuple(reason for _, reason in found if reason))


def _names(event: Event, other: str) -> bool:
    """Whether an event's claims or texts refer to another."""
    answered = (getattr(claim, key) for claim in event.claims for key in _ANSWERS)
    if any(claim.said_in == other for claim in event.claims) or any(
        written is not None and written.startswith(f"{other}#") for written in answered
    ):
        return True
    return any(
        reference.id == other for _, text in texts_of(event) if other in text for reference in find_references(text)
    )


_Evidence = tuple[float, str]
_NONE: _Evidence = (0.0, "")


def _title(one: Profile, other: Profile) -> _Evidence:
    alike = max(
        (fuzz.token_sort_ratio(left, right) + fuzz.token_set_ratio(left, right)) / 200
        for left in one.titles
        for right in other.titles
    )
    if alike <= _UNLIKE:
        return _NONE
    return _TITLE * (alike - _UNLIKE) / (1 - _UNLIKE), f"titles {alike:.0%} alike" if alike >= 0.6 else ""


def _in_other_languages(one: Profile, other: Profile) -> bool:
    return bool(one.languages) and bool(other.languages) and one.languages.isdisjoint(other.languages)


def _language(title: str) -> str | None:
    """English or French by the words that neither is without, others by their letters."""
    words = _WORD.findall(title.casefold())
    for language, known in _LANGUAGE_WORDS.items():
        if any(word in known for word in words):
            return language
    return next((language for language, letters in _LETTERS.items() if letters.search(title)), None)


def _date(one: Profile, other: Profile) -> _Evidence:
    if one.last < other.first or other.last < one.first:
        return _NONE
    if one.event.date == other.event.date:
        days = one.last[1] - one.first[1] if one.first[0] == one.last[0] == 0 else 31
        return _DATE if days < 31 else _DATE / 2, f"same date {one.event.date}"
    reason = f"dates overlap ({one.event.date} and {other.event.date})"
    first, last = (min(one.first, other.first), max(one.last, other.last))
    if first[0] or last[0]:
        return 0.0, reason
    shared = min(one.last, other.last)[1] - max(one.first, other.first)[1] + 1
    return _DATE * shared / (last[1] - first[1] + 1), reason


def _site(one: Profile, other: Profile, places: Mapping[str, Place]) -> _Evidence | None:
    """None where they happened in different places."""
    same = sorted({*one.sites} & {*other.sites})
    for site in same:
        if site not in places or places[site].precision not in _COARSE:
            return _SITE, f"same place `{site}`"
    nearest: tuple[float, float] | None = None
    for left in _located(one.sites, places):
        for right in _located(other.sites, places):
            apart = kilometres(left[0], right[0])
            slack = left[1] + right[1] + _NEXT_TO
            if nearest is None or apart - slack < nearest[0] - nearest[1]:
                nearest = (apart, slack)
    if nearest is None:
        around = max(_around(one.sites, other.sites, places), _around(other.sites, one.sites, places))
        return max(around, (_SITE / 4, f"same place `{same[0]}`") if same else _NONE)
    apart, slack = nearest
    if apart > slack:
        around = max(_around(one.sites, other.sites, places), _around(other.sites, one.sites, places))
        return around if around[0] else None
    return _SITE * (1 - apart / slack / 2), f"places {apart:.0f} km apart" if apart >= 1 else "places at one spot"


def _around(inner: tuple[str, ...], outer: tuple[str, ...], places: Mapping[str, Place]) -> _Evidence:
    """Whether one was placed a level or more further up than the other: in the region of the other's town."""
    found = _NONE
    for site in inner:
        for above in levels_above(site, places):
            if above in outer:
                share = _WITHIN.get(places[above].precision, 0.8) if above in places else 0.8
                found = max(found, (_SITE * share, f"`{site}` lies within `{above}`"))
    return found


def levels_above(site: str, places: Mapping[str, Place]) -> Iterator[str]:
    """The places that a place lies within, the next first."""
    for _ in range(_LEVELS):
        place = places.get(site)
        if place is None or place.within is None:
            return
        site = place.within
        yield site


def _located(sites: tuple[str, ...], places: Mapping[str, Place]) -> Iterator[tuple[tuple[float, float], float]]:
    """Where they are and how far from there they may be, in kilometres."""
    for site in sites:
        place = places.get(site)
        point = point_of(place) if place is not None else None
        if place is not None and point is not None and place.precision not in _COARSE:
            yield point, radius_of(place)


def _shared(one: frozenset[str], other: frozenset[str], weight: float, words: str) -> _Evidence:
    both = one & other
    if not both:
        return _NONE
    shown = sorted(both)
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
    listed = ", ".join(f"`{name}`" for name in shown[:3])
    return weight * 2 * len(both) / (len(one) + len(other)), f"{words} {listed}{more}"


def _kind(one: Profile, other: Profile) -> _Evidence:
    if one.event.kind is other.event.kind:
        return _KIND, ""
    of_one_sort = (one.event.kind in _SAID) is (other.event.kind in _SAID)
    return _NONE if of_one_sort else (-_OTHER_SORT, "")


def _day(bound: edtf.Bound, more: int) -> Day:
    return bound.rank, bound.number + (more if bound.rank == 0 else 0)


def _plain(text: str) -> str:
    """The words of a title that say something, without case and accents."""
    letters = text.casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters)
        letters = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(_WORD.findall(_EMPTY_WORDS.sub(" ", letters))) or letters
