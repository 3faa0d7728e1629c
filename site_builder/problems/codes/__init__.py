"""Every code, by the subject of its group."""

from __future__ import annotations

from site_builder.problems.codes import chronicle, files, harm, judgement, record, yaml_text
from site_builder.problems.registry import Code, Group

GROUPS: tuple[Group, ...] = (files.GROUP, yaml_text.GROUP, record.GROUP, chronicle.GROUP, judgement.GROUP, harm.GROUP)
"""In the order in which a record meets them."""

CODES: dict[str, Code] = dict(sorted(pair for group in GROUPS for pair in group.codes.items()))
"""Every code by its id, in the order of the ids."""
