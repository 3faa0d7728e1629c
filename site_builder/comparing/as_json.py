"""A comparison for programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from site_builder.comparing.changes import Comparison, Scope
from site_builder.comparing.summary import summarise

VERSION = 1
"""Of the form; a key is only added under the same number."""


def as_json(comparison: Comparison, scope: Scope) -> str:
    """Everything as one object in ASCII; keys are those of the data in `changes`."""
    told = {
        "version": VERSION,
        **asdict(scope),
        "summary": summarise(comparison),
        "empty": comparison.is_empty,
        **asdict(comparison),
    }
    return json.dumps(told, indent=2) + "\n"
