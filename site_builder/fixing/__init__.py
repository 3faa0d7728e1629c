"""Fixing records: only what has one answer, by changing exactly the text that a problem names."""

from site_builder.fixing.fixes import Fix, Outcome
from site_builder.fixing.folder import fix

__all__ = ["Fix", "Outcome", "fix"]
