"""The engine is anyone's: nothing in it names what the chronicle of this repository tells of."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from building import REPOSITORY

ENGINE = REPOSITORY / "site_builder"
WRITTEN = (".py", ".toml", ".yml", ".md", ".po")
FILES = sorted(
    file
    for folder in (ENGINE, REPOSITORY / "docs" / "problems")
    for file in folder.rglob("*")
    if file.suffix in WRITTEN
)
GENERAL = {"United Kingdom", "Wikipedia", "wikipedia", "ap"}
"""What a text may be about without the story: a country among others, an encyclopedia, letters of `après` and `am`."""


def story_words() -> Iterator[str]:
    """Names and ids of actors and places, and ids of threads, events and questions."""
    events = REPOSITORY / "events"
    for file in sorted(events.rglob("*.yml")):
        if file.parent.name in ("actors", "places"):
            record = yaml.safe_load(file.read_text(encoding="utf-8"))
            aliases = [one["alias"] if isinstance(one, dict) else one for one in record.get("aliases", ())]
            yield from (record["name"], *aliases)
        if file.parent.name not in ("sources", "events"):
            yield file.stem


STORY = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in {*story_words()} - GENERAL) + r")(?![\w-])")


def names_of_the_story(text: str) -> list[str]:
    return STORY.findall(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_the_engine_names_no_particular_story(file: Path) -> None:
    assert names_of_the_story(file.read_text(encoding="utf-8")) == []


def test_a_name_of_the_story_is_found_by_itself_only() -> None:
    assert names_of_the_story("`Wagner` in formal words, Ukrainian, and wagner.killed=84") == ["Wagner", "wagner"]
