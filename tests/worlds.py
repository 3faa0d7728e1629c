"""Small chronicles and sites, declared in a test as YAML: a mapping of files, each with what the test is about.

What a record needs besides (a title, a summary, a source, …) is filled in, so that a world shows only what matters:

    2024-07-25-battle:
      claims: [{id: count, by: csp, figures: {wagner: {killed: 84}}}]
    actors/csp: {name: CSP-DPA}
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Annotated, Any, get_args, get_origin

import yaml

from site_builder.chronicle import Chronicle
from site_builder.formats import EXPORTS
from site_builder.pages import HOME, MOST, Addresses, Here, make_site
from site_builder.reading import PROFILE, REMOVED
from site_builder.records import Kind, NamesClaim, NamesParties, RefersTo

ADDED = "2026-11-22"
SOURCE = "s"
_KINDS = {kind.plural: kind for kind in Kind}
_NAMED = {Kind.ACTOR: "name", Kind.PLACE: "name", Kind.SOURCE: "publisher"}
_NEEDED: Mapping[Kind, Mapping[str, Any]] = {
    Kind.EVENT: {"kind": "battle", "sources": [SOURCE], "added": ADDED},
    Kind.ACTOR: {"type": "armed-group"},
    Kind.PLACE: {},
    Kind.SOURCE: {"consulted": "full"},
    Kind.THREAD: {},
    Kind.QUESTION: {},
}


def write_records(folder: Path, world: str) -> Path:
    """Write a world's records below a folder, and the source that they rest on where they name no other."""
    declared: dict[str, Any] = yaml.load(dedent(world), yaml.BaseLoader) or {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, keys in ({f"sources/{SOURCE}": {}} | declared).items():
        write_record(folder / f"{name}.yml", _complete(PurePosixPath(name), keys or {}))
    return folder


def write_record(file: Path, keys: Mapping[str, Any]) -> None:
    """Write one record as it is given."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False), encoding="utf-8")


def chronicle_of(folder: Path, world: str, *, errors: bool = False) -> Chronicle:
    """The chronicle of a world, which has no errors unless it is said to have some."""
    chronicle = Chronicle.open(write_records(folder, world))
    assert bool(chronicle.errors) is errors, chronicle.errors
    return chronicle


def here(
    chronicle: Chronicle,
    address: str = HOME,
    *,
    language: str = "en",
    directory_urls: bool = True,
    url: str = "",
    most: int = MOST,
) -> Here:
    """A chronicle's site, seen from one of its pages, whose lists have at most so many bytes."""
    addresses = Addresses(directory_urls)
    site = make_site(
        chronicle, addresses, language, written=_written, name="A chronicle", url=url, most=most, data=EXPORTS
    )
    return Here(site, address)


def _written(path: str, anchor: str) -> str:
    """Where a hand-written page would stand: every page that a profile names is there and has every anchor."""
    return f"{path.removesuffix('.md')}/#{anchor}"


def write_site(root: Path, world: str, *, docs: Mapping[str, str] | None = None, config: str = "") -> Path:
    """Write a whole site: records, hand-written pages, and `mkdocs.yml` with more `config`; returns that file.

    Its theme is Material with ours found by the plugin, and a link in `docs/` that leads nowhere is a warning.
    """
    write_records(root / "events", world)
    for name, text in ({"index.md": "---\ntemplate: home.html\n---\n# Home\n"} | dict(docs or {})).items():
        page = root / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(dedent(text), encoding="utf-8")
    settings = {
        "site_name": "A small chronicle",
        "theme": {"name": "material", "font": False},
        "extra": {"generator": False},
        "plugins": ["timeline"],
        "validation": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
    }
    file = root / "mkdocs.yml"
    file.write_text(yaml.safe_dump(settings | (yaml.safe_load(dedent(config)) or {})), encoding="utf-8")
    return file


def _complete(name: PurePosixPath, keys: Mapping[str, Any]) -> dict[str, Any]:
    if f"{name}.yml" in (PROFILE, REMOVED):
        return dict(keys)
    kind = next((_KINDS[part] for part in name.parts[:-1] if part in _KINDS), Kind.EVENT)
    needed: dict[str, Any] = {_NAMED.get(kind, "title"): name.stem, **_NEEDED[kind]}
    if kind is Kind.EVENT:
        needed |= {"date": name.stem[:10], "summary": f"Summary of {name.stem}."}
    record = needed | dict(keys)
    if "claims" in record:
        record["claims"] = [_complete_claim(claim) for claim in record["claims"]]
    return record


def _complete_claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    topic = "toll" if "figures" in claim else "other"
    return {"topic": topic, "says": f"Words of {claim['id']}.", "sources": [SOURCE], **claim}


def without_marks(hint: Any) -> Any:
    """The type of a field without what is said of its key."""
    if get_origin(hint) is not Annotated:
        return hint
    inner, *about = get_args(hint)
    asked = tuple(one for one in about if not isinstance(one, RefersTo | NamesParties | NamesClaim))
    return Annotated[(inner, *asked)] if asked else inner
