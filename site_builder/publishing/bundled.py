"""Where the scripts and styles of the pages are once they are bundled, and whether that is what their sources say now.

The build of the package runs this file by itself, before there is anything to import: it imports nothing of ours.
"""

from hashlib import sha256
from pathlib import Path

FOLDER = "assets/tl"
"""The folder of the bundles, within the theme and within a site."""
ON_DISK = f"{FOLDER}/.disk"
"""The folder of the same scripts for a site that is opened from disk; its name keeps it from every other site."""
STAMP = ".sources"
"""The file beside the bundles that says which sources they were made of; its name keeps it from a site."""
_TOOLS = ("bundle.py", "pack-world.js", "package.json", "package-lock.json")
"""What a bundle depends on besides the scripts and styles."""


def hash_of_sources(theme: Path) -> str:
    """What tells the sources of the bundles in a theme from any others; empty where it has none, being installed."""
    kinds = ("scripts/*.ts", "scripts/instead/*.js", "styles/*.css")
    bundled = [file for kind in kinds for file in sorted(theme.glob(kind))]
    if not bundled:
        return ""
    sources = sha256()
    for file in (*bundled, *(theme / name for name in _TOOLS)):
        content = file.read_bytes()
        sources.update(f"{file.name} {len(content)}\n".encode() + content)
    return sources.hexdigest()


def hash_of_bundled(theme: Path) -> str | None:
    """The sources that the bundles in a theme were made of; None where there are no bundles."""
    stamp = theme / FOLDER / STAMP
    return stamp.read_text(encoding="ascii") if stamp.is_file() else None


def is_current(theme: Path) -> bool:
    """Whether a theme has bundles, made of its sources where it has those too."""
    bundled = hash_of_bundled(theme)
    return bundled is not None and hash_of_sources(theme) in ("", bundled)
