"""What hand-written pages say of the profile: its keys, the numbers that it may set, and what it asks of the rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from site_builder.languages import Message, say, translate
from site_builder.problems import CODES, Code
from site_builder.records import OWN_TERMS, Profile, RuleSetting, Schema, fields, meaning_of, model_in


def keys_in_markdown(_: Profile, language: str) -> str:
    """Every key of the profile, and of the mappings in it, with what it means."""
    return _table((say("key"), say("meaning")), _keys(Profile), language)


def term_keys_in_markdown(_: Profile, language: str) -> str:
    """Every key of a term that a chronicle adds to a list, with what it means."""
    known = {row[0]: row for model in OWN_TERMS for row in _keys(model)}
    return _table((say("key"), say("meaning")), known.values(), language)


def _keys(model: type[Schema], above: str = "") -> Iterator[Sequence[str]]:
    for key, info in fields(model).items():
        yield f"`{above}{key}`", " ".join(meaning_of(model, key).split())
        inner = model_in(info.annotation)
        if inner is not None:
            yield from _keys(inner, f"{above}{key}: ")


def _table(headings: Iterable[Message], rows: Iterable[Sequence[str]], language: str) -> str:
    first = [translate(heading, language) for heading in headings]
    return "\n".join(f"| {' | '.join(row)} |" for row in (first, ["---"] * len(first), *rows))


def thresholds_in_markdown(_: Profile, language: str) -> str:
    """The numbers that a chronicle may set, each with its code."""
    headings = (say("code"), say("number"), say("what it is"), say("usually (from, to)"))
    rows = []
    for code in CODES.values():
        for one in code.page.thresholds.values():
            link = f"[{code.id}](problems/{code.id}.md)"
            rows.append([link, f"`{one.name}`", one.means, f"{one.default} ({one.least}, {one.most})"])
    return _table(headings, rows, language)


def rules_in_markdown(profile: Profile, language: str) -> str:
    """What the chronicle asks of the rules otherwise than the engine; a sentence that says so where it is nothing."""
    set_here = [(CODES[code], setting) for code, setting in sorted(profile.rule_settings.items())]
    lines = [f"- {translate(line, language)}" for code, setting in set_here for line in _in_words(code, setting)]
    return "\n".join(lines) or translate(say("This chronicle is checked by all rules as they are."), language)


def _in_words(code: Code, setting: RuleSetting) -> Iterator[Message]:
    rule = say("{title} ({code})", title=code.page.title, code=code.id)
    if setting.is_off:
        yield say("Not checked: {rule}.", rule=rule)
    if setting.is_error:
        yield say("Nothing is published while this is found: {rule}.", rule=rule)
    for name, number in setting.thresholds.items():
        known = code.page.thresholds[name]
        stricter = (number < known.default) is known.lower_is_stricter
        numbers = {"rule": rule, "name": name, "number": number, "usual": known.default}
        if number != known.default:
            yield (
                say("Checked more strictly: {rule}, with `{name}` {number} instead of {usual}.", **numbers)
                if stricter
                else say("Checked less strictly: {rule}, with `{name}` {number} instead of {usual}.", **numbers)
            )


PROFILE_MARKERS: Mapping[str, Callable[[Profile, str], str]] = {
    "<!-- timeline: profile keys -->": keys_in_markdown,
    "<!-- timeline: term keys -->": term_keys_in_markdown,
    "<!-- timeline: thresholds -->": thresholds_in_markdown,
    "<!-- timeline: rules -->": rules_in_markdown,
}
"""The markers in whose places this stands."""
