"""The shell: cutting the theme's page at holes and filling them gives the same bytes as rendering it whole."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

import site_builder
from site_builder.publishing.shell import (
    FOLDER,
    HOLES,
    Parts,
    ThemeError,
    make_shell,
    make_templates,
    theme_folder,
)

TEXTS = st.text() | st.sampled_from(
    ["& < > \" '", "</title><script>alert(1)</script>", "كمين قرب تين زاوتين", "\u200fعربي & <b>", "{{ title }}", "\\1"]
)


def parts_of(title: str, head: str = "", content: str = "") -> Parts:
    return Parts(escape("name"), escape(title), Markup("<title>{}</title>").format(head), Markup(f"<p>{content}</p>"))


def render(parts: Parts) -> str:
    """A theme that puts the title in two places and the content in one."""
    return f"<head>{parts.head}</head><header>{parts.title}</header><main data-x='{parts.title}'>{parts.content}</main>"


@given(TEXTS, TEXTS, TEXTS)
@example("timeline-hole-title-3d9f", "timeline-hole-head-3d9f", "timeline-hole-content-3d9f")
def test_filling_a_shell_gives_the_bytes_of_the_whole_render(title: str, head: str, content: str) -> None:
    parts = parts_of(title, head, content)
    assert make_shell(render).fill(parts) == render(parts)


def test_a_shell_is_rendered_once_and_filled_any_number_of_times() -> None:
    rendered = []

    def watched(parts: Parts) -> str:
        rendered.append(parts)
        return render(parts)

    shell = make_shell(watched)
    pages = {shell.fill(parts_of(title)) for title in ("a", "b", "c")}
    assert (len(rendered), len(pages)) == (1, 3)


def test_a_theme_may_leave_out_the_title_but_not_the_content_or_the_head() -> None:
    shell = make_shell(lambda parts: f"{parts.head}<main>{parts.content}</main>")
    assert shell.fill(Parts(escape("n"), escape("T"), Markup("H"), Markup("C"))) == "H<main>C</main>"
    with pytest.raises(ThemeError, match="leave out the content"):
        make_shell(lambda parts: f"{parts.head}<h1>{parts.title}</h1>")
    with pytest.raises(ThemeError, match="leave out the head"):
        make_shell(lambda parts: f"<main>{parts.content}</main>")


@pytest.mark.parametrize(
    "changed", [str.upper, str.title, lambda title: f"{title[:17]}...", lambda title: title.replace("-", " ")]
)
def test_a_theme_that_changes_the_title_is_refused(changed: Callable[[str], str]) -> None:
    with pytest.raises(ThemeError, match="can only show them as they are"):
        make_shell(lambda parts: f"{parts.head}{changed(str(parts.title))}{parts.content}")


def test_every_part_has_a_hole_of_its_own() -> None:
    holes = [getattr(HOLES, field.name) for field in fields(Parts) if field.type is Markup]
    assert len(set(holes)) == len(holes) == 4
    assert [hole for hole in holes if escape(str(hole)) != hole] == []


def template(folder: Path, text: str, name: str = "x.html") -> Path:
    file = folder / FOLDER / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return folder


def test_every_value_is_escaped_but_markup(tmp_path: Path) -> None:
    templates = make_templates([template(tmp_path, '<p title="{{ text }}">{{ text }}{{ html }}</p>')])
    written = templates.render("x.html", text="\"'<&>", html=Markup("<b>&amp;</b>"))
    assert written == '<p title="&#34;&#39;&lt;&amp;&gt;">&#34;&#39;&lt;&amp;&gt;<b>&amp;</b></p>'


def test_a_name_that_nothing_defines_is_an_error(tmp_path: Path) -> None:
    templates = make_templates([template(tmp_path, "{{ page.titel }}"), template(tmp_path, "{{ paeg }}", "y.html")])
    with pytest.raises(AttributeError, match="titel"):
        templates.render("x.html", page=object())
    with pytest.raises(NameError, match="paeg"):
        templates.render("y.html", page=object())


def test_a_sites_own_template_stands_before_ours(tmp_path: Path) -> None:
    own, ours = template(tmp_path / "own", "own"), template(template(tmp_path / "ours", "ours"), "only ours", "y.html")
    templates = make_templates([own, ours])
    assert [templates.render(name) for name in ("x.html", "y.html")] == ["own", "only ours"]


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
