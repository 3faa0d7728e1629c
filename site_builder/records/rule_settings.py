"""What a chronicle says of the rules: which are not checked, which stop a build, and from where on they report."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field

from site_builder import TimelineError
from site_builder.languages import Message, say
from site_builder.problems import CODES, Code, Severity, Threshold, find_code
from site_builder.records.base import MOST_ENTRIES
from site_builder.records.keys import as_written
from site_builder.records.rules import BrokenRulesError
from site_builder.spelling import nearest

OFF, ERROR = "off", Severity.ERROR.value
_LEVEL = "severity"
"""The key by which a rule is an error and has a threshold of its own too."""
_NUMBER = re.compile(r"[0-9]{1,6}", re.ASCII)


class UnknownRuleError(TimelineError, ValueError):
    """What is no code of a problem, with the code that was meant."""

    def __init__(self, meant: str | None) -> None:
        super().__init__(say("that is not the code of a problem; `timeline explain` lists them all"))
        self.meant = meant


def _read_code(written: str) -> str:
    if written in CODES:
        return written
    meant = find_code(written.translate(_MISREAD))
    raise UnknownRuleError(meant.id if meant is not None else None)


_MISREAD = str.maketrans("OoIi", "0011")
"""Letters that are taken for digits."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a chronicle says of the rule of one code."""

    level: str = ""
    """`off`, `error`, or empty: as the engine has it."""
    thresholds: Mapping[str, int] = field(default_factory=dict)
    """Its numbers that are not the engine's, by name."""

    @property
    def is_off(self) -> bool:
        return self.level == OFF

    @property
    def is_error(self) -> bool:
        return self.level == ERROR

    @classmethod
    def read(cls, written: Any) -> Self:
        """What stands behind a code."""
        if isinstance(written, str) and written in (OFF, ERROR):
            return cls(written)
        if not isinstance(written, Mapping) or not written:
            raise ValueError(say("expected off, error, or numbers of its rule, such as {{from: 85}}"))
        level = written.get(_LEVEL, "")
        if level not in ("", ERROR):
            raise BrokenRulesError((_LEVEL, say("`{key}` here can only be error", key=_LEVEL)))
        numbers = {name: number for name, number in written.items() if name != _LEVEL}
        if broken := [name for name, number in numbers.items() if not _NUMBER.fullmatch(str(number))]:
            why = say("expected a whole number, such as 85")
            raise BrokenRulesError(*((name, why) for name in broken))
        return cls(level, {name: int(number) for name, number in numbers.items()})

    def write(self) -> str | dict[str, str | int]:
        """The same as it is written."""
        if not self.thresholds:
            return self.level
        return {**self.thresholds, **({_LEVEL: self.level} if self.level else {})}

    @property
    def in_words(self) -> Message:
        """What it says, in words."""
        if self.is_off:
            return say("not checked")
        numbers = ", ".join(f"`{name}` {number}" for name, number in self.thresholds.items())
        if not numbers:
            return say("an error")
        words = say("with {numbers}", numbers=numbers)
        return say("an error, {words}", words=words) if self.is_error else words


def _check(settings: dict[str, RuleSetting]) -> dict[str, RuleSetting]:
    """Refuses what would make errors and the rules against harm laxer, and numbers that a rule does not have."""
    broken = [(code, why) for code, setting in settings.items() for why in _why_not(CODES[code], setting)]
    if broken:
        raise BrokenRulesError(*broken)
    return settings


def _why_not(code: Code, setting: RuleSetting) -> Iterator[Message]:
    if setting.is_off and not code.may_be_off:
        kind = say("is an error") if code.severity is Severity.ERROR else say("keeps people from harm")
        yield say("{code} {kind}: it can be made stricter, and never off", code=code.id, kind=kind)
    known = code.page.thresholds
    for name, number in setting.thresholds.items():
        if not known:
            yield say("{code} has no number to set: write off or error", code=code.id)
        elif name not in known:
            meant = nearest(name, known) or " or ".join(known)
            yield say("{code} has no number `{name}`: write `{meant}`", code=code.id, name=name, meant=meant)
        elif not known[name].least <= number <= known[name].most:
            yield _out_of_bounds(code, known[name], number)


def _out_of_bounds(code: Code, known: Threshold, number: int) -> Message:
    return say(
        "`{name}` of {code} is {number}: it must be from {least} to {most}",
        name=known.name,
        code=code.id,
        number=number,
        least=known.least,
        most=known.most,
    )


Setting = Annotated[RuleSetting, as_written(RuleSetting.read, RuleSetting.write)]
_RuleCode = Annotated[str, AfterValidator(_read_code)]
RuleSettings = Annotated[dict[_RuleCode, Setting], Field(max_length=MOST_ENTRIES), AfterValidator(_check)]
