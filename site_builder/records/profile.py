"""What a chronicle says of itself, in `chronicle.yml`: not a record of what happened, so without id, dates or page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from site_builder.languages import say
from site_builder.problems import Code, Problem, Severity
from site_builder.records.base import (
    MAX_LINE,
    ActorId,
    Bounded,
    Language,
    Line,
    LocalText,
    QuestionId,
    Schema,
    StartIds,
    ThreadId,
    Url,
)
from site_builder.records.keys import key
from site_builder.records.map_settings import MapSettings
from site_builder.records.own_terms import (
    TERMS,
    ActorTypes,
    Figures,
    Kinds,
    LinkTypes,
    OwnParties,
    Persons,
    Roles,
    SourceKinds,
    Topics,
    vocabulary_with,
)
from site_builder.records.rule_settings import RuleSettings
from site_builder.records.warnings import Hosts, LoadedWords
from site_builder.vocabulary import DEFAULT_PROFILE, StartingProfile, Vocabulary


def _read_page(value: str) -> str:
    parts = value.split("/")
    if not value.endswith(".md") or "\\" in value or ":" in value or any(part in ("", ".", "..") for part in parts):
        raise ValueError(say("expected the path of a page below docs/, such as method.md or about/method.md"))
    return value


PagePath = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE), AfterValidator(_read_page)]
_FLOOD = {"label": "Flood", "means": "Water where it should not be.", "like": "accident"}


class Licence(Schema):
    """Under which terms the records may be used."""

    name: Line = key(examples=["CC BY 4.0"])
    """What the licence is called: readers see it on every page."""
    url: Url | None = key(None, examples=["https://creativecommons.org/licenses/by/4.0/"])
    """Where its text stands."""


class Order(Schema):
    """What the editors put first in lists, in this order; what is not named follows as it would without."""

    questions: Annotated[tuple[QuestionId, ...], Bounded] = key((), examples=[["who-closed-the-lock"]])
    """Questions, on the home page and in their list."""
    threads: Annotated[tuple[ThreadId, ...], Bounded] = key((), examples=[["the-river", "the-coast"]])
    """Threads, on the home page and in their list."""
    actors: Annotated[tuple[ActorId, ...], Bounded] = key((), examples=[["dyke-board"]])
    """Actors, under who is who on the home page, and among those of one type in their list."""


class Profile(Schema):
    """What a chronicle says of itself. What it does not say, no page claims."""

    title: LocalText | None = key(None, examples=["Floods of the lower valley"])
    """What the chronicle is called: the name of the site, where `mkdocs.yml` gives none."""
    story: LocalText | None = key(None, examples=["When the lower valley was flooded, and who was told in time."])
    """What the chronicle is about, in one to three sentences: the description of the site where it gives none."""
    why: LocalText | None = key(None, examples=["Nobody has said who was warned, and the valley may flood again."])
    """Why the story matters, in one sentence."""
    start: StartIds = key((), examples=[["2021-07-14-valley-floods"]])
    """At most three events to start with, on the home page."""
    languages: Annotated[tuple[Language, ...], Bounded] = key((), examples=[["en"], ["fr", "en"]])
    """The languages of the chronicle; texts of records that do not say theirs are in the first."""
    licence: Licence | None = key(
        None, examples=[{"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}]
    )
    """The licence of the records."""
    method_page: PagePath | None = key(None, examples=["method.md", "about/method.md"])
    """The page of docs/ that says what the words and marks mean."""
    contributing_page: PagePath | None = key(None, examples=["contributing.md"])
    """The page of docs/ that says how to report an error and how to contribute."""
    profile: StartingProfile = StartingProfile.of(DEFAULT_PROFILE)
    """The lists of the engine that the chronicle starts from."""
    private_address: LocalText | None = key(None, examples=["Write to desk@example.org, or by Signal to +1 555 0100."])
    """Where people write whom a public report would endanger, in words: it stands on the contributing page."""
    order: Order = key(Order(), examples=[{"threads": ["the-river", "the-coast"]}])
    """What the editors put first in lists."""
    map: MapSettings = key(MapSettings(), examples=[{"left_out": ["EH-MA"]}])
    """How maps are drawn."""
    rule_settings: RuleSettings = key(
        {}, alias="rules", examples=[{"TL080": {"from": 85}, "TL091": "off", "TL081": "error"}, {"TL105": {"days": 30}}]
    )
    """Warnings and hints that are not checked (off), that stop a build (error), or from where on a rule reports."""
    channels: Hosts = key({}, examples=[{"The army": ["army.example", "posts.example/army"]}])
    """Where parties of this story publish their own footage and claims, by whose channel it is: a source is better."""
    state_outlets: Hosts = key({}, examples=[{"Freeland": ["news.example", "radio.example"]}])
    """Media that a state owns and directs, by the name of the state, which their sources have as `controlled_by`."""
    loaded_words: LoadedWords = key({}, examples=[{"en": {"henchm*": "members", "gang": "group"}}])
    """Further words that take a side, by language, each with a neutral one: * at the end of a word is any ending."""
    kinds: Kinds = key({}, examples=[{"flood": _FLOOD}])
    """Further kinds of event. Like: whether somebody was attacked, whether it is something said, the usual roles."""
    roles: Roles = key({}, examples=[{"rescuer": {"means": "Brought people to safety.", "like": "participant"}}])
    """Further roles of actors. Like: whether it is to fight, to speak, to help, or to be accused."""
    topics: Topics = key({}, examples=[{"height": {"means": "How high the water stood.", "like": "amount"}}])
    """Further topics of claims. Like: whose standing a claim on it supports, and whether it answers an accusation."""
    actor_types: ActorTypes = key(
        {}, examples=[{"dyke-board": {"means": "Looks after a dyke.", "like": "institution"}}]
    )
    """Further types of actor. Like: whether it is a person, is armed, is a side of its own, or speaks for no side."""
    source_kinds: SourceKinds = key({}, examples=[{"chronicle": {"means": "A parish chronicle.", "like": "book"}}])
    """Further kinds of source. Like: whether it only compiles, and whether it speaks for itself."""
    link_types: LinkTypes = key(
        {}, examples=[{"cites": {"means": "This event cites the other.", "like": "about", "inverse": "cited-by"}}]
    )
    """Further types of link. Like: what it implies about time, and whether it needs a source for a cause."""
    figures: Figures = key(
        {}, examples=[{"damage": {"means": "The cost of the damage.", "like": "money", "unit": "EUR"}}]
    )
    """Further things that figures count. Like: whether it counts people, and whether dead ones."""
    parties: OwnParties = key({}, examples=[{"residents": {"means": "People who live there.", "like": "all"}}])
    """Further parties whose losses are counted. Like: whether they are civilians, or not stated."""
    persons: Persons = key({}, examples=[{"elder": {"means": "The person speaks for the village by its own choice."}}])
    """Further reasons to name a person; they follow no rules but that one is given."""

    def threshold(self, code: Code, name: str) -> int:
        """A number of the rule of a code: the chronicle's own, or the engine's."""
        own = self.rule_settings.get(code.id)
        return (
            own.thresholds[name] if own is not None and name in own.thresholds else code.page.thresholds[name].default
        )

    def severity(self, code: str, usual: Severity) -> Severity | None:
        """What a problem of a code is here that is usually this; None where it is not checked."""
        own = self.rule_settings.get(code)
        if own is None or not own.level:
            return usual
        return None if own.is_off else Severity.ERROR

    def judge(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Problems as the chronicle takes them, without those of rules that are not checked."""
        for problem in problems:
            severity = self.severity(problem.code, problem.severity)
            if severity is not None:
                yield problem if severity is problem.severity else replace(problem, severity=severity)

    @property
    def language(self) -> str:
        """The language of the records."""
        return self.stated_language or "en"

    @property
    def stated_language(self) -> str:
        """The language of the records; empty where the profile does not say it."""
        return self.languages[0] if self.languages else ""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The closed lists of the chronicle."""
        return vocabulary_with(self.profile.value, {name: getattr(self, name) for name in TERMS}, self.language)
