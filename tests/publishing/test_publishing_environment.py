from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

import site_builder
from site_builder.publishing.shell import FOLDER, make_environment, theme_folder


def template(folder: Path, text: str, name: str = "x.html") -> Path:
    file = folder / FOLDER / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return folder


def test_every_value_is_escaped_but_markup(tmp_path: Path) -> None:
    environment = make_environment([template(tmp_path, '<p title="{{ text }}">{{ text }}{{ html }}</p>')])
    written = environment.get_template("x.html").render(text="\"'<&>", html=Markup("<b>&amp;</b>"))
    assert written == '<p title="&#34;&#39;&lt;&amp;&gt;">&#34;&#39;&lt;&amp;&gt;<b>&amp;</b></p>'


def test_a_name_that_nothing_defines_is_an_error(tmp_path: Path) -> None:
    environment = make_environment([template(tmp_path, "{{ page.titel }}")])
    with pytest.raises(UndefinedError):
        environment.get_template("x.html").render(page=object())


def test_a_sites_own_template_stands_before_ours(tmp_path: Path) -> None:
    own, ours = template(tmp_path / "own", "own"), template(template(tmp_path / "ours", "ours"), "only ours", "y.html")
    environment = make_environment([own, ours])
    assert [environment.get_template(name).render() for name in ("x.html", "y.html")] == ["own", "only ours"]


def test_the_theme_is_found_beside_the_package_in_a_checkout() -> None:
    assert theme_folder() == Path(site_builder.__file__).parents[1] / "theme"


def test_the_theme_is_found_inside_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "site_builder"
    template(installed / "theme", "")
    monkeypatch.setattr(site_builder, "__file__", str(installed / "__init__.py"))
    assert theme_folder() == installed / "theme"


def test_a_package_without_a_theme_says_where_it_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_builder, "__file__", str(tmp_path / "site_builder" / "__init__.py"))
    with pytest.raises(FileNotFoundError, match=r"neither in .*site_builder nor beside it"):
        theme_folder()
