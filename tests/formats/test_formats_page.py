"""The page on the data of a site: what the module that makes it says of it."""

from __future__ import annotations

from collections.abc import Callable
from inspect import getdoc
from pathlib import Path

from site_builder.formats import columns

PAGE = Path(__file__).parents[2] / "docs" / "data.md"
INTRODUCTION = """# Data for programs

Every record is published as it is kept: the YAML of an actor with the id `army` is `records/actors/army.yml` of the
site, and its page links to it.

## The events, for drawing and filtering
"""


def test_the_page_on_the_data_says_what_its_module_says(same_as_file: Callable[[Path, str], None]) -> None:
    same_as_file(PAGE, f"{INTRODUCTION}\n{getdoc(columns)}\n")
