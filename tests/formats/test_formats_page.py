"""The page on the data of a site: what the module that makes it says of it."""

from __future__ import annotations

from collections.abc import Callable
from inspect import getdoc
from pathlib import Path

from site_builder.formats import columns

PAGE = Path(__file__).parents[2] / "docs" / "script-data.md"
INTRODUCTION = """# Data that the scripts read

What readers can take away is listed on the page *Data* of a site. The scripts of its pages read something smaller.

## The events, for drawing and filtering
"""


def test_the_page_on_the_data_says_what_its_module_says(same_as_file: Callable[[Path, str], None]) -> None:
    same_as_file(PAGE, f"{INTRODUCTION}\n{getdoc(columns)}\n")
