"""Chronicles that have just begun, in a folder of the test's own."""

from __future__ import annotations

from pathlib import Path

from site_builder.starting import Answers, EngineOrigin, checked, files_of, place_files

TODAY = "2026-11-22"
ENGINE = EngineOrigin("https://example.org/somebody/engine", "0123456789abcdef" * 2 + "01234567")


def begin(folder: Path, title: str = "Floods of the lower valley", **said: object) -> Path:
    """Write what a chronicle begins with; its folder."""
    answers = checked(Answers(title, **{"engine": ENGINE, **said}))  # type: ignore[arg-type]
    place_files(folder, files_of(answers, TODAY))
    return folder
