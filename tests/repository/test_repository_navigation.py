"""The navigation of the published site, and of one that `timeline init` begins: for readers first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from building import REPOSITORY
from mkdocs.utils.yaml import yaml_load

READERS = ["Home", "Timeline", "Map", "Threads", "Questions", "Actors", "Places", "Sources", "Data", "Method"]
STARTED = REPOSITORY / "site_builder/starting/content/every/mkdocs.yml"


def entries(file: Path) -> list[tuple[str, Any]]:
    with file.open("rb") as settings:
        return [entry for part in yaml_load(settings)["nav"] for entry in part.items()]


def titles(value: Any) -> Iterator[str]:
    """The titles that an entry shows, also those of the pages that it names by their files."""
    if isinstance(value, str):
        yield (REPOSITORY / "docs" / value).read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    for entry in value if isinstance(value, list) else ():
        yield from entry if isinstance(entry, dict) else titles(entry)


@pytest.mark.parametrize(
    ("file", "without"), [(REPOSITORY / "mkdocs.yml", ""), (STARTED, "Map")], ids=["published", "begun"]
)
def test_pages_for_readers_come_first_and_contributing_is_the_last_entry(file: Path, without: str) -> None:
    """A chronicle that is begun has no place yet that is located, and so no map."""
    assert [title for title, _ in entries(file)] == [title for title in (*READERS, "Contributing") if title != without]


def test_what_contributors_need_stands_under_the_last_entry_each_once() -> None:
    [(_, pages)] = entries(REPOSITORY / "mkdocs.yml")[-1:]
    named = list(titles(pages))
    assert "The `timeline` command" in named
    assert [title for title in named if "Problem" in title] == ["Problem codes"]
