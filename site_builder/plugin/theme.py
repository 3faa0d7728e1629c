"""Fits the site's theme to a chronicle: ours over Material's, colours for both schemes, no typefaces from elsewhere."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from site_builder.languages import say
from site_builder.publishing import STYLES, Policy, theme_folder

log = logging.getLogger("mkdocs.plugins.timeline")
OURS = "timeline"
"""The name that a palette's `primary` and `accent` have where our own colours stand."""
_WITHOUT_HUE = ("black", "grey", "white")
"""Material's colours that only its header shows; links have another colour with it too."""
_BY_THE_SYSTEM = (
    {"media": "(prefers-color-scheme)"},
    {"media": "(prefers-color-scheme: light)", "scheme": "default"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
)
"""The palette of a site that has chosen none: the reader's system decides, also while the page is open."""
_TABS = "navigation.tabs"
"""The feature of Material that is the navigation of wide screens: the margin beside the text holds headings there."""
_ASKED_BY_FONTS = {
    "style-src": ("https://fonts.googleapis.com", "'unsafe-inline'"),
    "font-src": ("https://fonts.gstatic.com",),
}
"""What the policy must allow for Material's `font`: a stylesheet, one in the page that names the faces, the faces."""
_MATERIALS_OWN_FONT = {"text": "Roboto", "code": "Roboto Mono"}


def fit_theme(config: MkDocsConfig, policy: Policy) -> None:
    """Put our theme before Material's and behind the site's own, and settle its colours and typefaces.

    Raises PluginError where the site's theme is not Material or made of it.
    """
    theme = config.theme
    if not any((Path(folder) / "partials" / "language.html").is_file() for folder in theme.dirs):
        raise PluginError(
            f"timeline: the pages of a chronicle need the theme Material, and this site's theme is `{theme.name}`; "
            "write `theme: {name: material}` in mkdocs.yml, or `materialx` for its fork"
        )
    ours = theme_folder()
    if not any(Path(folder).resolve() == ours.resolve() for folder in theme.dirs):
        theme.dirs.insert(1 if theme.custom_dir else 0, str(ours))
    config.extra_css[:] = [STYLES, *(sheet for sheet in config.extra_css if sheet != STYLES)]
    theme["palette"] = palette_of(theme.get("palette"))
    theme["features"] = list(dict.fromkeys([*(theme.get("features") or ()), _TABS]))
    config.theme["font"] = _font_of(config, policy)


def leave_out_what_fetches(config: MkDocsConfig) -> None:
    """Turn off what Material fetches pages for, which a page on a disk cannot: with it no script would begin there."""
    features = config.theme.get("features") or ()
    config.theme["features"] = [one for one in features if not one.startswith("navigation.instant")]
    config.extra.pop("version", None)


def leave_out_sources(files: Files, config: MkDocsConfig) -> None:
    """Publish of our theme what pages load, and nothing that it is made with, such as the packages of its scripts."""
    ours = {folder for folder in config.theme.dirs if Path(folder).resolve() == theme_folder().resolve()}
    for file in [one for one in files if one.src_dir in ours and not one.src_uri.startswith("assets/")]:
        files.remove(file)


def palette_of(chosen: Any) -> Any:
    """The palette that Material is given for the one that a site has chosen: ours where it names no colour."""
    if not chosen:
        chosen = list(_BY_THE_SYSTEM)
    return _named(chosen) if isinstance(chosen, Mapping) else [_named(option) for option in chosen]


def _named(option: Any) -> Any:
    if not isinstance(option, Mapping):
        return option
    primary, accent = option.get("primary") or OURS, option.get("accent") or OURS
    return {**option, "primary": OURS if primary in _WITHOUT_HUE else primary, "accent": accent}


def _font_of(config: MkDocsConfig, policy: Policy) -> Any:
    """The typefaces that readers fetch from Google: those that a site has chosen where its pages' policy lets them."""
    font = config.theme.get("font")
    if not font or font == _MATERIALS_OWN_FONT:
        return False
    allowed = policy.allowed()
    lacking = [
        f"{directive}: [{', '.join(sources)}]"
        for directive, sources in _ASKED_BY_FONTS.items()
        if policy.is_written and not set(sources) <= set(allowed[directive])
    ]
    if lacking:
        message = say(
            "timeline: `font` is turned off: its typefaces come from Google, which the policy of the pages forbids. "
            "Put their files into docs/ and name them in a stylesheet of `extra_css`, or let readers ask Google by the "
            "plugin's option `policy`: {policy}",
            policy=f"{{{', '.join(lacking)}}}",
        )
        log.info(message)
    return False if lacking else font
