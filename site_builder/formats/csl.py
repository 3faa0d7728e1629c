"""A citation as CSL JSON, from which any style of the Citation Style Language can be set.

Source: CSL 1.0.2, Appendix IV to VI, and its JSON schema for input data (csl-data.json).
"""

import json

from site_builder.formats.citation import Citation


def as_csl(citation: Citation) -> str:
    """The citation as a list with one item."""
    day = citation.day
    item = {
        "id": citation.id,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.chronicle,
        **({"issued": {"date-parts": [[day.year, day.month, day.day]]}, "version": day.isoformat()} if day else {}),
        **({"URL": citation.url} if citation.url else {}),
        "language": citation.language,
    }
    return json.dumps([item], ensure_ascii=False)
