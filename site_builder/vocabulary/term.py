"""A term of a closed list, and the lists of a chronicle: those of the engine that it starts from, and its own."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Self, TypeVar, get_type_hints

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import PydanticKnownError, core_schema

T = TypeVar("T", bound="Term")


class Term(str):
    """A value of a closed list: the text as written in YAML, with what is known of it. Immutable."""

    definition: str
    """One sentence that says what the value means; schema, docs and tooltips are made from it."""
    label: str
    """The value in words, as pages print it."""
    order: int
    """Its position in its list."""

    def __new__(cls, value: str, about: Mapping[str, Any]) -> Self:
        known = {"label": value.replace("-", " "), **about}
        if known.keys() != get_type_hints(cls).keys():
            wrong = sorted(known.keys() ^ get_type_hints(cls).keys())
            raise ValueError(f"the term `{value}` of {cls.__name__} lacks, or must not have, {', '.join(wrong)}")
        term = super().__new__(cls, value)
        vars(term).update(known)
        return term

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]
        return str(self), vars(self)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"the term `{self}` is immutable")

    @property
    def value(self) -> str:
        """The text as written in YAML."""
        return str(self)

    @classmethod
    def of(cls, value: str) -> Self:
        """The term of the engine that is written so."""
        return stock().lists[cls][value]  # type: ignore[return-value]

    @classmethod
    def all(cls) -> tuple[Self, ...]:
        """The terms of the engine, in their order. What a chronicle may choose from, its vocabulary says."""
        return stock().terms(cls)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(cls._read, core_schema.str_schema())

    @classmethod
    def _read(cls, value: str, info: ValidationInfo) -> Self:
        """The term that is written so in the vocabulary that is the context of the validation, or else built in."""
        vocabulary = info.context if isinstance(info.context, Vocabulary) else built_in()
        term = vocabulary.lists[cls].get(value)
        if term is None:
            raise PydanticKnownError("enum", {"expected": ", ".join(vocabulary.lists[cls])})
        return term  # type: ignore[return-value]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The closed lists of a chronicle; the context in which records are validated."""

    lists: Mapping[type[Term], Mapping[str, Term]]
    headings: Mapping[type[Term], str]

    def terms(self, of: type[T]) -> tuple[T, ...]:
        """The terms of a list, in their order."""
        return tuple(self.lists[of].values())  # type: ignore[arg-type]

    def under_headings(self) -> Iterator[tuple[str, tuple[Term, ...]]]:
        """Every list under its heading, in the order in which the method page prints them."""
        found: dict[str, dict[str, Term]] = {}
        for one, terms in self.lists.items():
            for value, term in terms.items() if self.headings[one] else ():
                found.setdefault(self.headings[one], {}).setdefault(value, term)
        return ((heading, tuple(terms.values())) for heading, terms in found.items())

    def only(self, chosen: Mapping[str, Collection[str]]) -> Vocabulary:
        """The same with only some terms of the lists that are named, by the names of their classes."""
        lists = {
            one: {value: term for value, term in terms.items() if value in chosen.get(one.__name__, terms)}
            for one, terms in self.lists.items()
        }
        return Vocabulary(lists, self.headings)

    def with_terms(self, added: Iterable[Term]) -> Vocabulary:
        """The same with further terms at the end of their lists."""
        lists = {one: dict(terms) for one, terms in self.lists.items()}
        for term in added:
            lists[type(term)][term.value] = term
        return Vocabulary(lists, self.headings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self._known == other._known

    def __hash__(self) -> int:
        return hash(tuple(self._known))

    @cached_property
    def _known(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """All that is known of the terms: two terms are equal as text whatever is known of them."""
        return {one.__name__: {value: vars(term) for value, term in terms.items()} for one, terms in self.lists.items()}


@cache
def stock() -> Vocabulary:
    """All terms of the engine."""
    named = {name: {"definition": about["definition"]} for name, about in profiles().items()}
    tables = {**_toml("terms.toml"), "StartingProfile": {"heading": "", "terms": named}}
    lists: dict[type[Term], dict[str, Term]] = {}
    for one in sorted(Term.__subclasses__(), key=lambda one: list(tables).index(one.__name__)):
        found = lists[one] = {}
        for order, (value, about) in enumerate(tables[one.__name__]["terms"].items()):
            like = _handed_on(found.get(about.pop("like", "")))
            found[value] = one(value, {**like, **about, "order": order})
    return Vocabulary(lists, {one: tables[one.__name__]["heading"] for one in lists})


def term_like(model: T, value: str, order: int, **about: Any) -> T:
    """A term of which the same is known as of another, but what it says of itself."""
    return type(model)(value, {**_handed_on(model), **about, "order": order})


def _handed_on(term: Term | None) -> dict[str, Any]:
    return {} if term is None else {name: known for name, known in vars(term).items() if name not in OF_ITS_OWN}


OF_ITS_OWN = frozenset({"definition", "label", "order"})
"""What a term does not hand on to one that is like it."""


@cache
def profiles() -> Mapping[str, Mapping[str, Any]]:
    """What is known of each profile that a chronicle may start from, by name: its sentence, and the terms of lists."""
    return _toml("profiles.toml")


DEFAULT_PROFILE = "conflict"


@cache
def built_in(profile: str = DEFAULT_PROFILE) -> Vocabulary:
    """The lists that a chronicle of a profile starts from. Raises KeyError where there is no such profile."""
    return stock().only(profiles()[profile].get("lists", {}))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("site_builder.vocabulary").joinpath(name).read_text(encoding="utf-8"))
