"""The floors of the engine: what a module may import, ground floor first, as the README says."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import site_builder

PACKAGE = Path(site_builder.__file__).parent
FLOORS = (
    (
        *("geography", "languages", "edtf", "figure_wording", "figures", "lookalikes"),
        *("own_data", "problems", "keeping", "revisions", "spelling", "transliteration"),
    ),
    ("vocabulary", "records"),
    ("reading",),
    ("chronology", "linking", "checking"),
    ("chronicle",),
    ("schema", "editing", "comparing", "fixing", "starting"),
    ("pages", "formats"),
    ("rendering", "publishing", "showing", "outside"),
    ("plugin", "cli"),
)
"""On one floor a module may import what stands before it, and nothing the other way round."""
ORDER = [name for floor in FLOORS for name in floor]
MODULES = sorted(PACKAGE.rglob("*.py"), key=str)
NOT_OURS_BELOW = ("mkdocs", "properdocs", "material")


def imports(module: Path) -> Iterator[str]:
    """Every name that a module imports, those inside functions too: `site_builder.pages.claims.word`."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively, which hides the floor"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: Path) -> str:
    """The module or package on a floor that a file belongs to."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def test_modules_import_only_from_floors_below_them() -> None:
    wrong = []
    for module in MODULES:
        own = part_of(module)
        for name in imports(module):
            package, _, rest = name.partition(".")
            other = rest.split(".")[0]
            if package in NOT_OURS_BELOW and own != "plugin":
                wrong.append(f"{module}: {name} is for the adapter alone")
            if package == "site_builder" and other in ORDER and other != own and not stands_below(other, own):
                wrong.append(f"{module}: {name} is not below it")
    assert wrong == []


def stands_below(other: str, own: str) -> bool:
    return own in ORDER and ORDER.index(other) < ORDER.index(own)


def test_every_module_stands_on_a_floor() -> None:
    assert {part_of(module) for module in MODULES} - {"__init__"} <= set(ORDER)


def test_all_but_the_adapter_run_without_mkdocs() -> None:
    modules = [
        ".".join(module.relative_to(PACKAGE.parent).with_suffix("").parts)
        for module in MODULES
        if part_of(module) != "plugin" and module.stem != "__init__"
    ]
    program = f"import {', '.join(modules)}, sys; print({{*{NOT_OURS_BELOW!r}}} & {{*sys.modules}})"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
