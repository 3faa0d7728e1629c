"""Where this engine came from: an address and a commit from which others can install the same."""

import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.revisions import published

_PACKAGE = "mkdocs-timeline"
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT_FORM = re.compile(r"(?:[\w.-]+@)?([\w.-]+\.[a-z]+):(?!//)/?([\w./~-]+)")
"""How ssh names a repository: `git@host:owner/name.git`."""
_ADDRESS = re.compile(r"https://[\w.-]+(?::[0-9]+)?/[\w./~+-]+")


class EngineAddressError(TimelineError):
    """An address of the engine that cannot be installed from; the message says why."""


@dataclass(frozen=True, slots=True)
class EngineOrigin:
    """A repository of the engine, and the commit of it that is used."""

    url: str
    commit: str
    is_there: bool = True
    """Whether the repository is known to have the commit."""


def engine_named(written: str) -> EngineOrigin:
    """The origin that somebody writes as `https://host/owner/name@COMMIT`. Raises EngineAddressError."""
    address, _, commit = written.strip().removeprefix("git+").rpartition("@")
    url = public_address(address)
    if url is None:
        raise EngineAddressError(
            say("expected the address of a repository and a commit, https://host/owner/name@COMMIT")
        )
    if not _COMMIT.fullmatch(commit):
        raise EngineAddressError(say("expected the whole id of a commit behind the @: a branch or tag may change"))
    return EngineOrigin(url, commit)


def find_engine() -> EngineOrigin | None:
    """Where the installed engine came from, as pip noted it; for a folder, as its clone says. None if neither does."""
    try:
        noted = json.loads(distribution(_PACKAGE).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    return origin_of(noted)


def origin_of(noted: object) -> EngineOrigin | None:
    """The origin that a `direct_url.json` names (PEP 610)."""
    if not isinstance(noted, dict) or not isinstance(noted.get("url"), str) or noted.get("subdirectory"):
        return None
    vcs, commit = noted.get("vcs_info"), ""
    if isinstance(vcs, dict):
        url = public_address(noted["url"]) if vcs.get("vcs") == "git" else None
        commit = str(vcs.get("commit_id"))
        return EngineOrigin(url, commit) if url and _COMMIT.fullmatch(commit) else None
    address = urlsplit(noted["url"])
    found = published(Path(url2pathname(address.path))) if "dir_info" in noted and address.scheme == "file" else None
    url = public_address(found.address) if found else None
    return EngineOrigin(url, found.commit, found.is_there) if found and url else None


def public_address(address: str) -> str | None:
    """The https address of a repository, without the name or password of whoever cloned it; None if it has none."""
    short = _SHORT_FORM.fullmatch(address)
    if short is not None:
        address = f"https://{short[1]}/{short[2]}"
    found = re.sub(r"^(?:ssh|git|https?)://(?:[^@/]*@)?", "https://", address)
    return found if _ADDRESS.fullmatch(found) else None
