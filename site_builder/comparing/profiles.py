"""What a chronicle says of itself, before and now, in words for editors."""

from collections.abc import Iterator

from site_builder.comparing.changes import FieldChange
from site_builder.comparing.fields import compare_fields
from site_builder.comparing.renames import Renames, follow
from site_builder.languages import Message, say
from site_builder.problems import CODES
from site_builder.records import Profile, RuleSetting

_RULES = "rules"


def compare_profiles(before: Profile, after: Profile, renames: Renames) -> Iterator[FieldChange]:
    """Every difference, the rules last: each by what its code means."""
    yield from compare_fields(follow(before, renames), follow(after, renames), (_RULES,))
    for code in sorted({*before.rule_settings, *after.rule_settings}):
        was, now = before.rule_settings.get(code), after.rule_settings.get(code)
        if was != now:
            rule = say("rule {code} ({title})", code=code, title=CODES[code].page.title)
            yield FieldChange(rule, _in_words(was), _in_words(now))


def _in_words(setting: RuleSetting | None) -> str | Message:
    return say("checked as usual") if setting is None else setting.in_words
