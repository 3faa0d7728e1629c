"""What other programs may rely on: the entry points, the commands, and the names that packages export."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import click
import pytest
from mkdocs.plugins import BasePlugin
from test_floors import MODULES, imports, part_of

import site_builder
from site_builder import TimelineError
from site_builder.cli import main
from site_builder.plugin.settings import TimelineConfig

REPOSITORY = Path(__file__).parents[1]
FACES = [
    importlib.import_module(module.name)
    for module in pkgutil.iter_modules(site_builder.__path__, "site_builder.")
    if module.ispkg
]


def exported(package: ModuleType) -> list[str]:
    """The names in `__all__`; where a package re-exports names one by one, each that is not a module of it."""
    listed = getattr(package, "__all__", None)
    public = [name for name, value in vars(package).items() if name[0] != "_" and not inspect.ismodule(value)]
    return list(listed) if listed is not None else public


def test_the_plugin_and_the_command_are_found_by_their_names() -> None:
    [plugin] = entry_points(group="mkdocs.plugins", name="timeline")
    [command] = entry_points(group="console_scripts", name="timeline")
    assert issubclass(plugin.load(), BasePlugin)
    assert command.load() is main


def test_there_are_check_build_and_serve_and_every_command_says_what_it_does() -> None:
    assert {"build", "check", "serve"} <= set(main.commands)
    assert all(command.get_short_help_str() for command in main.commands.values())


@pytest.mark.parametrize("package", FACES, ids=lambda package: package.__name__)
def test_a_package_exports_what_it_says(package: ModuleType) -> None:
    names = exported(package)
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(package, name)] == []


@pytest.mark.parametrize("package", FACES, ids=lambda package: package.__name__)
def test_every_exported_function_and_class_says_what_it_is(package: ModuleType) -> None:
    values = [getattr(package, name) for name in exported(package)]
    ours = [value for value in values if inspect.isclass(value) or inspect.isfunction(value)]
    assert [value.__name__ for value in ours if not inspect.getdoc(value)] == []


def test_the_readme_names_every_command_and_every_option_of_the_plugin() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [name for name in TimelineConfig()._schema_keys if f"{name}:" not in readme] == []


def test_the_page_on_the_command_explains_every_command_and_the_readme_names_it() -> None:
    page = (REPOSITORY / "docs/tools.md").read_text(encoding="utf-8")
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    commands = [name for name, command in main.commands.items() if not command.hidden]
    assert [name for name in commands if not re.search(rf"`(?:timeline )?{name}\b", page)] == []
    assert [name for name in commands if not re.search(rf"`(?:timeline )?{name}\b", readme)] == []


def test_every_option_of_a_command_says_what_it_does() -> None:
    options = [
        (name, option.name)
        for name, command in main.commands.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and not option.help
    ]
    assert options == []


def test_every_exception_of_ours_has_one_base() -> None:
    modules = pkgutil.walk_packages(site_builder.__path__, "site_builder.")
    classes = {
        value
        for module in modules
        for value in vars(importlib.import_module(module.name)).values()
        if inspect.isclass(value) and issubclass(value, Exception) and value.__module__.startswith("site_builder.")
    }
    assert classes
    assert [one.__name__ for one in classes if not issubclass(one, TimelineError)] == []


def test_a_package_takes_from_another_only_what_that_exports() -> None:
    faces = {face.__name__.rpartition(".")[2]: exported(face) for face in FACES}
    taken = [(module, name.split(".")) for module in MODULES for name in imports(module)]
    inside = [
        f"{module.relative_to(REPOSITORY)}: {'.'.join(names)}"
        for module, names in taken
        if names[0] == "site_builder" and len(names) > 2 and names[1] != part_of(module)
        if ".".join(names[2:]) not in faces.get(names[1], names[2:])
    ]
    assert inside == []


def test_no_two_public_classes_have_one_name() -> None:
    names = Counter(
        found
        for file in (REPOSITORY / "site_builder").rglob("*.py")
        for found in re.findall(r"^class ([A-Z]\w*)", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [name for name, number in names.items() if number > 1] == []
