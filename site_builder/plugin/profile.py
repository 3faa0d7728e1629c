"""What the profile of a chronicle says of its site, where `mkdocs.yml` does not say it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from site_builder.records import Profile


def fill_in(config: MkDocsConfig, profile: Profile) -> tuple[str, str]:
    """Let the profile say what the settings leave out; the name and language that they give themselves, or empty.

    MkDocs requires `site_name` before any plugin is asked, so that an empty one stands for none.
    """
    named, language = config.site_name, _language_of(config)
    if not language and profile.languages and _speaks(config, profile.language):
        config.theme["language"] = profile.language
    spoken = str(config.theme.get("language", "en"))
    if not named and profile.title is not None:
        config.site_name = profile.title.choose(spoken)[0]
    if not config.site_description and profile.story is not None:
        config.site_description = profile.story.choose(spoken)[0]
    return named, language


def _language_of(config: MkDocsConfig) -> str:
    """The language that the settings themselves give: themes have one of their own where they do not."""
    with Path(config.config_file_path).open("rb") as settings:
        theme = yaml_load(settings).get("theme")
    given = theme.get("language") if isinstance(theme, Mapping) else None
    return str(given or "")


def _speaks(config: MkDocsConfig, language: str) -> bool:
    """Whether the theme has words in a language: Material cannot show a page in another."""
    words = Path("partials", "languages", f"{language}.html")
    folders: list[Any] = config.theme.dirs
    return any((Path(folder) / words).is_file() for folder in folders)
