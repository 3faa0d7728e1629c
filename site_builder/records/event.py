"""Something that happened, or is said to have."""

from typing import Annotated

from site_builder.languages import say
from site_builder.records.base import (
    ActorId,
    Bounded,
    Date,
    EventId,
    Flag,
    Line,
    LocalText,
    PlaceId,
    Record,
    Ruled,
    Schema,
    Sha256,
    SourceRefs,
    ThreadId,
    Url,
)
from site_builder.records.claim import Claim
from site_builder.records.keys import A_DAY, AN_ADDRESS, IN_OWN_WORDS, Kind, key
from site_builder.records.place import Latitude, Longitude, Place, Radius
from site_builder.records.rules import Broken, needs, rule
from site_builder.vocabulary import ActorRole, EventKind, Importance, LinkType, PlacePrecision, PlaceRole, Standing


@rule({"dependencies": {"lat": ["lon", "precision"], "lon": ["lat"]}})
def _locates_in_full(at: "EventPlace") -> Broken:
    if (at.lat is None) != (at.lon is None):
        yield "lon" if at.lat is None else "lat", say("`lat` and `lon` go together")
    elif at.lat is not None and (at.precision is None or at.precision.coordinates == "never"):
        yield "lat", say("coordinates need a `precision` other than unlocated")


class EventPlace(Ruled):
    """A place, and what it is to the event."""

    place: PlaceId = key(examples=["eastbridge-battle-area"])
    """The id of a place."""
    role: PlaceRole = PlaceRole.of("site")
    """What the place is to the event."""
    standing: Standing = Standing.of("established")
    """How sure it is that this place is meant."""
    lat: Latitude | None = key(None, examples=["19.943"])
    """Where in the place it happened: degrees north, WGS 84."""
    lon: Longitude | None = key(None, examples=["2.702"])
    """Where in the place it happened: degrees east, WGS 84."""
    precision: PlacePrecision | None = None
    """How closely it is known where in the place it happened, where that is not as closely as the place is known."""
    radius_km: Radius | None = key(None, examples=["30"])
    """The radius within which it happened, in kilometres."""

    rules = (_locates_in_full,)

    def within(self, place: Place) -> Place:
        """The place as the event locates it."""
        given = {name: getattr(self, name) for name in ("lat", "lon", "precision", "radius_km")}
        own = {name: value for name, value in given.items() if value is not None}
        # A radius belongs to the coordinates and the precision with which it is written.
        return place.model_copy(update={"radius_km": None, **own}) if own else place


@rule({"oneOf": [{"required": ["actor"]}, {"required": ["unnamed"]}]})
def _is_somebody(part: "EventActor") -> Broken:
    if (part.actor is None) == (part.unnamed is None):
        message = say("whoever takes part is exactly one of `actor` (an id) and `unnamed` (words)")
        yield "actor" if part.actor else "unnamed", message


class EventActor(Ruled):
    """An actor, what it did, and how sure that is."""

    actor: ActorId | None = key(None, examples=["river-front"])
    """The id of an actor. Either this or `unnamed`."""
    unnamed: LocalText | None = key(None, examples=["a local resident", "about twenty farmers"])
    """Somebody without a record, in words that single nobody out."""
    role: ActorRole = ActorRole.of("participant")
    """What the actor did in the event."""
    standing: Standing = Standing.of("established")
    """How sure it is that it took part; other than established needs a claim about it."""

    rules = (_is_somebody,)


@needs("note", "sources", where="type", having=lambda term: term.names_cause)
def _names_who_says_so(link: "Link") -> Broken:
    message = say(
        "`{type}` needs a note and sources that name who says so; else use `after` or `before`", type=link.type.value
    )
    yield "type", message


class Link(Ruled):
    """A typed tie to another event."""

    type: LinkType
    """How this event is tied to the other."""
    event: EventId = key(examples=["2024-07-25-eastbridge-battle"])
    """The id of the other event."""
    note: LocalText | None = key(None, examples=IN_OWN_WORDS)
    """Who says so and why; required where one is said to have caused the other."""
    sources: SourceRefs = ()
    """The sources that say so."""

    rules = (_names_who_says_so,)


class Media(Schema):
    """A picture or video, described and linked, never hosted."""

    url: Url = key(examples=AN_ADDRESS)
    """Where the picture or video was published."""
    shows: LocalText = key(markdown="links", examples=["Burnt vehicles beside a track"])
    """What is seen, in words."""
    caption: LocalText | None = key(None, markdown="links", examples=["After the fighting"])
    """How it was captioned."""
    credit: Line | None = key(None, examples=["Harbour News"])
    """Whom its publisher credits."""
    made_by: Line | None = key(None, examples=["A fighter of the River Front"])
    """Who made it."""
    taken: Date | None = key(None, examples=A_DAY)
    """When it was made."""
    published: Date | None = key(None, examples=A_DAY)
    """When it was published."""
    graphic: Flag = key(False)
    """Whether it shows injured or dead people."""
    archive: Url | None = key(None, examples=["https://web.archive.org/web/2024/https://www.example.org/article"])
    """The address of an archived copy."""
    sha256: Sha256 | None = key(None, not_shown="it is for whoever compares a copy", examples=["0" * 64])
    """The SHA-256 of the file, as 64 hexadecimal digits."""


@needs("sources")
def _has_sources(_: "Event") -> Broken:
    yield "sources", say("an event needs at least one source")


class Event(Record):
    """Something that happened (or is said to have), with date, actors, places, claims, links and sources."""

    record_kind = Kind.EVENT

    title: LocalText = key(
        ask="What happened, as a headline without figures",
        examples=["The bridge at Eastbridge is closed"],
    )
    """What happened, in one neutral line without figures."""
    date: Date = key(
        ask="When it happened",
        examples=["2024-07-27", "2024-07", "2024-07-25/2024-07-27", "[2024-07-25..2024-07-27]", "2023-11~"],
    )
    """When it happened, in EDTF."""
    date_note: LocalText | None = key(
        None, help="Why this date, where sources differ", examples=["The town says 25 July, the company 22 July."]
    )
    """Why this date, where sources differ."""
    kind: EventKind = key(ask="What kind of event")
    """What sort of event it is."""
    standing: Standing = key(Standing.of("established"), help="How sure it is that it happened")
    """How sure it is that it happened."""
    importance: Importance = key(Importance.of("normal"), help="How prominently it is shown")
    """How prominently it is shown."""
    threads: Annotated[tuple[ThreadId, ...], Bounded] = key(
        (), ask="Thread", after="sources", in_template=True, examples=[["eastbridge", "the-bridge-company"]]
    )
    """The threads that it belongs to, the main one first."""
    summary: LocalText = key(
        markdown="links",
        ask="One or two neutral sentences, no figures",
        examples=["The bridge was closed after an inspection. The town and the company give different reasons."],
    )
    """One or two neutral sentences without figures."""
    places: Annotated[tuple[EventPlace, ...], Bounded] = key(
        (), ask="Place", in_template=True, examples=[[{"place": "eastbridge", "role": "site"}]]
    )
    """Where it happened, and the places that it names."""
    actors: Annotated[tuple[EventActor, ...], Bounded] = key(
        (), ask="Actor", in_template=True, examples=[[{"actor": "the-bridge-company", "role": "participant"}]]
    )
    """Who took part or spoke, and in what role."""
    unknown: Annotated[tuple[LocalText, ...], Bounded] = key(
        (),
        ask="What nobody has established",
        after="links",
        in_template=True,
        examples=[["Neither of them has said when the bridge was last inspected."]],
    )
    """What nobody has established, in words."""
    links: Annotated[tuple[Link, ...], Bounded] = key(
        (), ask="Link to another event", examples=[[{"type": "part-of", "event": "2024-07-25-eastbridge-battle"}]]
    )
    """Ties to other events, each written on one side."""
    claims: Annotated[tuple[Claim, ...], Bounded] = key(
        (),
        examples=[
            [
                {
                    "id": "first-count",
                    "by": "army",
                    "topic": "toll",
                    "says": "…",
                    "sources": ["the-id-of-a-source"],
                }
            ]
        ],
    )
    """What is said about it, by whom."""
    sources: SourceRefs = key(ask="Source", after="actors")
    """The sources of the record."""
    media: Annotated[tuple[Media, ...], Bounded] = key(
        (),
        help="A picture or video: its address, and what is seen",
        examples=[[{"url": "https://www.example.org/video", "shows": "Burnt vehicles beside a track"}]],
    )
    """Pictures and video, described and linked."""
    body: LocalText | None = key(
        None,
        markdown="all",
        help="The account, in CommonMark with [@source-id]",
        examples=["What happened, with citations [@harbour-news-2024-08-02-bridge]."],
    )
    """The account: CommonMark with `[[links]]` and `[@citations]`."""
    added: Date = key(help="When the record is added (default: today)", examples=["2026-11-22"])
    """When the record entered the chronicle: the day on which it was written."""

    rules = (_has_sources,)
