"""Templates are compiled once for all builds of a process, and anew where something else would come of it."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment, FileSystemLoader

from site_builder.publishing import compiled
from site_builder.publishing.compiled import Compiled


def environment(folder: Path, kept: Compiled, **settings: bool) -> Environment:
    return Environment(loader=FileSystemLoader(folder), bytecode_cache=kept, **settings)  # type: ignore[arg-type]


def code(environment: Environment, name: str = "page.html") -> CodeType:
    return environment.get_template(name).root_render_func.__code__


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text("{{ '<'|upper }}", encoding="utf-8")
    return tmp_path


def test_a_template_is_compiled_once_for_environments_that_are_alike(folder: Path) -> None:
    kept = Compiled()
    assert code(environment(folder, kept)) is code(environment(folder, kept))


def test_a_template_that_has_changed_is_compiled_again(folder: Path) -> None:
    kept = Compiled()
    environment(folder, kept).get_template("page.html")
    (folder / "page.html").write_text("changed", encoding="utf-8")
    assert environment(folder, kept).get_template("page.html").render() == "changed"


def test_an_environment_with_other_settings_or_filters_compiles_its_own(folder: Path) -> None:
    kept = Compiled()
    plain, escaping, own = (environment(folder, kept, autoescape=escaped) for escaped in (False, True, False))
    own.filters["upper"] = lambda text: "own"
    assert [one.get_template("page.html").render() for one in (plain, escaping, own)] == ["<", "&lt;", "own"]


def test_an_error_names_the_file_of_the_environment_that_it_is_in(tmp_path: Path) -> None:
    kept = Compiled()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text("same", encoding="utf-8")
        assert code(environment(tmp_path / name, kept)).co_filename == str(tmp_path / name / "page.html")


def test_only_the_last_templates_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "MOST", 2)
    kept = Compiled()
    first = code(environment(folder, kept))
    for text in ("second", "third"):
        (folder / f"{text}.html").write_text(text, encoding="utf-8")
        code(environment(folder, kept), f"{text}.html")
    assert code(environment(folder, kept), "third.html") is code(environment(folder, kept), "third.html")
    assert code(environment(folder, kept)) is not first
