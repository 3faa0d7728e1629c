"""What a site says of its theme, and what it leaves out."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from building import Built, build
from worlds import write_site

from site_builder.plugin.theme import OURS, palette_of
from site_builder.publishing import theme_folder

DOCS = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n\n## Words\n"}


def built_with(root: Path, theme: Any, *, strict: bool = True, **settings: Any) -> Built:
    """A site with nothing in `mkdocs.yml` but its name, its theme, the plugin and these settings."""
    file = write_site(root, "2024-07-27-x: {}", docs=DOCS)
    config = {"site_name": "Small", "theme": theme, "plugins": ["timeline"]} | settings
    file.write_text(yaml.safe_dump(config), encoding="utf-8")
    return build(file, strict=strict)


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs", {"name": "mkdocs", "custom_dir": "overrides"}])
def test_a_theme_that_is_not_material_is_one_clear_error(tmp_path: Path, theme: Any) -> None:
    (tmp_path / "overrides").mkdir()
    built = built_with(tmp_path, theme)
    assert not built.passed
    [error] = built.log.split("ERROR: ")[1:]
    name = theme if isinstance(theme, str) else theme["name"]
    assert f"need the theme Material, and this site's theme is `{name}`" in error
    assert "write `theme: {name: material}` in mkdocs.yml" in error
    assert not built.folder.exists()


def test_a_theme_of_the_sites_own_folder_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "main.html").write_text("{{ page.content }}")
    built = built_with(tmp_path, {"name": None, "custom_dir": "mine"})
    assert not built.passed
    assert "need the theme Material" in built.log


def test_a_site_that_chooses_no_colours_has_ours_in_light_and_dark(tmp_path: Path) -> None:
    built = built_with(tmp_path, {"name": "material"})
    assert built.passed, built.log
    for file in ("index.html", "events/2024-07-27-x/index.html", "404.html"):
        html = built.text(file)
        assert 'data-md-color-scheme="default" data-md-color-primary="timeline"' in html
        assert 'data-md-color-media="(prefers-color-scheme: dark)" data-md-color-scheme="slate"' in html


@pytest.mark.parametrize("font", [None, False, {"text": "Roboto", "code": "Roboto Mono"}, {"text": "Lato"}])
def test_no_page_asks_for_a_typeface_from_elsewhere(tmp_path: Path, font: Any) -> None:
    built = built_with(tmp_path, {"name": "material"} | ({} if font is None else {"font": font}))
    assert built.passed, built.log
    assert [page for page in built.pages if "fonts.g" in page.read_text() or "<style" in page.read_text()] == []
    assert ("`font` is turned off" in built.log) is (font == {"text": "Lato"})


@pytest.mark.parametrize(
    ("policy", "fetched"),
    [
        (False, True),
        (
            {"style-src": ["https://fonts.googleapis.com", "'unsafe-inline'"], "font-src": "https://fonts.gstatic.com"},
            True,
        ),
        ({"style-src": ["https://fonts.googleapis.com", "'unsafe-inline'"]}, False),
        ({"font-src": ["https://fonts.gstatic.com"]}, False),
    ],
)
def test_a_typeface_is_fetched_only_where_a_site_chose_it_and_its_policy_lets_it(
    tmp_path: Path, policy: Any, fetched: bool
) -> None:
    plugins = [{"timeline": {"policy": policy}}]
    built = built_with(tmp_path, {"name": "material", "font": {"text": "Lato"}}, plugins=plugins)
    assert built.passed, built.log
    assert ("family=Lato" in built.text("events/2024-07-27-x/index.html")) is fetched
    assert ("`font` is turned off" in built.log) is not fetched
    default = built_with(tmp_path / "default", "material", plugins=plugins)
    assert "googleapis.com/css" not in default.text("index.html")


@pytest.mark.parametrize("chosen", [None, {}, []])
def test_without_a_palette_the_readers_system_decides(chosen: Any) -> None:
    palette = palette_of(chosen)
    assert [option.get("scheme") for option in palette] == [None, "default", "slate"]
    assert {option["primary"] for option in palette} == {option["accent"] for option in palette} == {OURS}


@pytest.mark.parametrize(
    ("chosen", "primary", "accent"),
    [
        ({"primary": "teal"}, "teal", OURS),
        ({"primary": "deep purple", "accent": "lime"}, "deep purple", "lime"),
        ({"accent": "pink"}, OURS, "pink"),
        ({"scheme": "slate"}, OURS, OURS),
        ({"primary": "custom"}, "custom", OURS),
        ({"primary": "white", "accent": "red"}, OURS, "red"),
        ({"primary": "black"}, OURS, OURS),
        ({"primary": "grey"}, OURS, OURS),
    ],
)
def test_a_palette_keeps_what_it_says_and_has_ours_for_the_rest(
    chosen: dict[str, str], primary: str, accent: str
) -> None:
    assert palette_of(chosen) == chosen | {"primary": primary, "accent": accent}
    both = [chosen | {"media": "(prefers-color-scheme: light)", "toggle": {"icon": "a", "name": "b"}}, {}]
    assert palette_of(both) == [
        both[0] | {"primary": primary, "accent": accent},
        {"primary": OURS, "accent": OURS},
    ]


def test_a_site_has_nothing_of_what_the_theme_is_made_with(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, "2024-07-27-ambush: {title: The ambush}"))
    ours = {path.name for path in theme_folder().iterdir()} - {"assets", "timeline", "404.html", "sitemap.xml"}
    assert {path.name for path in site.folder.iterdir()} & ours == set()
    assert list((site.folder / "timeline").rglob("*.js")) == []


def test_a_build_with_old_scripts_says_what_makes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.publishing.instruments.is_current", lambda _: False)
    site = build(write_site(tmp_path, "2024-07-27-ambush: {title: The ambush}"))
    assert not site.passed
    assert "run `make bundle`" in site.log
