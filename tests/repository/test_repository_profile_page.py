"""The page on the profile: each of its examples is a profile without problems, and together they have every key."""

import re
from typing import Any

import pytest
import yaml
from building import REPOSITORY
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from ruamel.yaml import YAML

from site_builder.reading import read
from site_builder.records import Kind, Profile, fields
from site_builder.schema import IDS, ids_document, profile_schema

PAGE = (REPOSITORY / "docs" / "profile.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(# events/chronicle\.yml\n.*?)```", PAGE, re.DOTALL)
IDS_OF_NOTHING: Registry[Any] = Registry().with_resource(
    IDS, Resource.from_contents(ids_document({kind: [] for kind in Kind}))
)


def refused_by_editors(profile: object) -> list[Any]:
    return [*Draft7Validator(profile_schema(), registry=IDS_OF_NOTHING).iter_errors(profile)]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_of_the_page_is_a_profile_to_us_and_to_editors(example: str) -> None:
    read_alone = read({"chronicle.yml": example.encode()})
    assert read_alone.problems == ()
    assert read_alone.profile != Profile()
    assert refused_by_editors(YAML(typ="safe", pure=True).load(example)) == []


def test_every_key_has_an_example() -> None:
    shown = {key for example in EXAMPLES for key in yaml.safe_load(example)}
    assert shown == set(fields(Profile))


@pytest.mark.parametrize(
    "wrong",
    [
        {"rules": {"TL060": "off"}},
        {"rules": {"TL999": "error"}},
        {"rules": {"TL080": {"from": 20}}},
        {"rules": {"TL091": {"from": 70}}},
        {"channels": {"The army": ["https://army.example"]}},
        {"order": {"places": ["a"]}},
    ],
)
def test_editors_refuse_what_the_profile_cannot_say(wrong: dict[str, Any]) -> None:
    assert refused_by_editors(wrong)
