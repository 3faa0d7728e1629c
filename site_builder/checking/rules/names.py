"""Names that lead to two records, or that readers take for those of another."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.languages import say
from site_builder.linking import Linked, named_in, plain_name
from site_builder.lookalikes import plain, scripts, skeletons
from site_builder.problems import Severity
from site_builder.records import Actor, FieldText, Place, Record, RecordPath, Source, walk

_MOST_COMPARED = 10
"""Records of a kind with names that look the same that a further one is compared with."""
_SHORTEST = 3
"""Characters of a name that may look like another in its own script: `I` and `l` are names of two."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by which readers know who acts, where, or who reports."""

    record: Record
    path: RecordPath
    text: str
    is_known_twice: bool = False
    """Whether its record says that others are called so."""

    @property
    def order(self) -> tuple[bool, bool, object, str]:
        """By which of two names is the one that looks like the other: that in another script, then the later one."""
        added = self.record.added
        foreign = not scripts(self.text) <= {"LATIN"}
        return foreign, added is not None, added and added.sort_key, self.record.file


@rule
def lookalike_names(records: Linked) -> Iterator[Finding]:
    """No actor, place or publisher has a name that looks like another's, unless one of the two names the other."""
    owners: dict[str, list[_Name]] = {}
    for name in sorted(_names(records), key=lambda name: name.order):
        looks = sorted(skeletons(name.text))
        others = (other for look in looks for other in owners.get(look, ()) if other.record is not name.record)
        finding = next(filter(None, (_compare(name, other) for other in others)), None)
        if finding is not None:
            yield finding
        for look in looks:
            _add(owners.setdefault(look, []), name)


def _add(bearers: list[_Name], name: _Name) -> None:
    """Keep a name to compare later ones with, unless there are enough of its kind: a crowd is no more work."""
    of_its_kind = [other for other in bearers if type(other.record) is type(name.record)]
    if len(of_its_kind) < _MOST_COMPARED and not any(
        other.record is name.record or (isinstance(name.record, Source) and other.text == name.text)
        for other in of_its_kind
    ):
        bearers.append(name)


def _compare(name: _Name, other: _Name) -> Finding | None:
    """What is wrong with a name that looks like another's; None where the two are known to be two."""
    alike = plain(name.text) == plain(other.text)
    names = {"name": name.text, "like": other.text, "file": other.record.file}
    shown = say("`{name}` looks like `{like}` in {file}", **names)
    if not alike and scripts(name.text) != scripts(other.text):
        if _name_each_other(name.record, other.record):
            return None
        message = say("{shown}, and is in letters of another script", shown=shown)
        return Finding(problems.LOOKALIKE_NAME, name.record, name.path, message)
    if type(name.record) is not type(other.record) or _may_share(name, other, alike=alike):
        return None
    if name.text == other.text:
        shown = say("`{name}` is a name in {file} too", **names)
    elif alike:
        shown = say("`{name}` is `{like}` in {file}, spelled a little differently", **names)
    message = say("{shown}: if it is the same, write it as there", shown=shown)
    if not isinstance(name.record, Source):
        message = say(
            "{message} and keep one record; if they are two, let the description of one name the other",
            message=message,
        )
    return Finding(problems.LOOKALIKE_NAME, name.record, name.path, message, severity=Severity.HINT)


def _may_share(name: _Name, other: _Name, *, alike: bool) -> bool:
    """Whether two records of a kind may well be called alike, or another rule speaks of it."""
    one, two = name.record, other.record
    if not alike and min(len(name.text), len(other.text)) < _SHORTEST:
        return True
    if isinstance(one, Source) and name.text == other.text:
        return True
    if name.is_known_twice or other.is_known_twice or _name_each_other(one, two):
        return True
    if isinstance(one, Source):
        return False
    if plain_name(name.text) == plain_name(other.text) and "aliases" in (name.path[0], other.path[0]):
        return True
    if isinstance(one, Place) and isinstance(two, Place):
        apart = one.within is not None and two.within is not None and one.within != two.within
        abroad = bool(one.country) and bool(two.country) and set(one.country).isdisjoint(two.country)
        return apart or abroad or one.id == two.within or two.id == one.within
    return False


def _name_each_other(one: Record, other: Record) -> bool:
    """Whether one of two records names the other, which says that they are two."""
    return any((two.record_kind, two.id) in named_in(of) for of, two in ((one, other), (other, one)))


def _names(records: Linked) -> Iterator[_Name]:
    bearers: list[Actor | Place] = [*records.actors.values(), *records.places.values()]
    for record in bearers:
        for found in walk(record, FieldText):
            if found.path[0] in ("name", "names"):
                yield _Name(record, found.path, found.text)
        for index, alias in enumerate(record.aliases):
            yield _Name(record, ("aliases", index, "alias"), alias.alias, alias.link == "never")
    for source in records.sources.values():
        yield _Name(source, ("publisher",), source.publisher)
        if source.origin is not None:
            yield _Name(source, ("origin",), source.origin)


@rule
def shared_aliases(records: Linked) -> Iterator[Finding]:
    """An alias that is a name of another record too says `link: never`, because its mentions link to neither."""
    files: dict[str, set[str]] = {}
    names = [name for name in _names(records) if not isinstance(name.record, Source)]
    for name in names:
        files.setdefault(plain_name(name.text), set()).add(name.record.file)
    for name in names:
        others = sorted(files[plain_name(name.text)] - {name.record.file})
        if others and name.path[0] == "aliases" and not name.is_known_twice:
            message = say(
                "`{name}` is a name in {files} too, so that mentions link to none of them: "
                "write {{alias: {name}, link: never}}",
                name=name.text,
                files=" and ".join(others[:3]),
            )
            yield Finding(problems.SHARED_ALIAS, name.record, name.path, message)
