"""The page on the profile: each of its examples is a profile without problems, and together they have every key."""

import re

import pytest
import yaml
from building import REPOSITORY

from site_builder.reading import Records, read
from site_builder.records import Profile, fields

PAGE = (REPOSITORY / "docs" / "profile.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(# events/chronicle\.yml\n.*?)```", PAGE, re.DOTALL)


def records_of(profile: str) -> Records:
    return read({"chronicle.yml": profile.encode()})


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_of_the_page_is_a_profile(example: str) -> None:
    assert records_of(example).problems == ()


def test_every_key_has_an_example() -> None:
    shown = {key for example in EXAMPLES for key in yaml.safe_load(example)}
    assert shown == set(fields(Profile))
