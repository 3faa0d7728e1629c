"""An example for every key of every kind of record, for editors to show.

Keys that take a value of a closed list need none: the list is their example.
"""

from __future__ import annotations

from collections.abc import Mapping

_SOURCES: list[object] = [["le-monde-2024-08-02-shadow-of-ukraine", {"source": "afp-2024-08-02", "at": "paragraph 4"}]]
_TEXT: list[object] = ["In your own neutral words."]
_DAY: list[object] = ["2024-07-27"]
_ADDRESS: list[object] = ["https://www.example.org/article"]

SHARED: Mapping[str, list[object]] = {
    "added": ["2026-11-22"],
    "aliases": [["CSP-DPA", {"alias": "CSP", "link": "never"}]],
    "archive": ["https://web.archive.org/web/2024/https://www.example.org/article"],
    "at": ["paragraph 4"],
    "corrections": [[{"date": "2026-12-01", "kind": "error", "note": "The toll is now attributed to its speaker."}]],
    "description": _TEXT,
    "former_ids": [["2024-07-27-old-name"]],
    "ids": [{"wikidata": "Q128007033"}],
    "link_mentions": ["true", "false"],
    "note": _TEXT,
    "source": ["le-monde-2024-08-02-shadow-of-ukraine"],
    "sources": _SOURCES,
    "summary": _TEXT,
    "threads": [["tinzaouaten", "wagner-in-mali"]],
    "url": _ADDRESS,
}
"""By key, wherever the key stands, unless `EXAMPLES` says otherwise."""

EXAMPLES: Mapping[tuple[str, str], list[object]] = {
    ("Correction", "date"): ["2026-12-01"],
    ("Claim", "former_ids"): [["csp-first-count"]],
    ("QuoteVersion", "text"): ["The words as the source prints them"],
    ("QuoteVersion", "lang"): ["en", "fr"],
    ("Quote", "original"): ["uk"],
    ("Quote", "versions"): [[{"text": "The words", "lang": "en", "source": "kyiv-post-2024-07-29"}]],
    ("EventPlace", "place"): ["tinzaouaten-battle-area"],
    ("EventActor", "actor"): ["csp-dpa"],
    ("Link", "event"): ["2024-07-25-tinzaouaten-battle"],
    ("Media", "shows"): ["Burnt vehicles beside a track"],
    ("Media", "caption"): ["After the fighting"],
    ("Media", "credit"): ["Kyiv Post"],
    ("Media", "made_by"): ["A fighter of the CSP-DPA"],
    ("Media", "taken"): _DAY,
    ("Media", "published"): _DAY,
    ("Media", "graphic"): ["true", "false"],
    ("Media", "sha256"): ["0" * 64],
    ("Event", "title"): ["Convoy of Malian soldiers and Wagner fighters ambushed near Tin Zaouatine"],
    ("Event", "date"): ["2024-07-27", "2024-07", "2024-07-25/2024-07-27", "[2024-07-25..2024-07-27]", "2023-11~"],
    ("Event", "summary"): ["The column that was leaving the town was ambushed. Two groups say that they did it."],
    ("Event", "date_note"): ["The army says 25 July, Wagner 22 July."],
    ("Event", "places"): [[{"place": "tinzaouaten-battle-area", "role": "site"}]],
    ("Event", "actors"): [[{"actor": "csp-dpa", "role": "attacker"}]],
    ("Event", "unknown"): [["Neither side has published a total of its dead."]],
    ("Event", "links"): [[{"type": "part-of", "event": "2024-07-25-tinzaouaten-battle"}]],
    ("Event", "claims"): [
        [{"id": "first-count", "by": "fama", "topic": "toll", "says": "…", "sources": ["the-id-of-a-source"]}]
    ],
    ("Event", "media"): [[{"url": "https://www.example.org/video", "shows": "Burnt vehicles beside a track"}]],
    ("Event", "body"): ["What happened, with citations [@le-monde-2024-08-02-shadow-of-ukraine]."],
    ("Claim", "id"): ["csp-count"],
    ("Claim", "by"): ["csp-dpa"],
    ("Claim", "speaker"): ["ramadane"],
    ("Claim", "unnamed"): ["a local politician"],
    ("Claim", "side"): ["csp-dpa"],
    ("Claim", "via"): ["afp", "Radio Tamani"],
    ("Claim", "date"): _DAY,
    ("Claim", "said_in"): ["2024-08-01-csp-death-toll"],
    ("Claim", "says"): ["Nine of its own men died."],
    ("Claim", "quote"): [{"original": "uk", "versions": [{"text": "…", "lang": "en", "source": "kyiv-post"}]}],
    ("Claim", "covers"): ["2024-07-25/2024-07-27"],
    ("Claim", "figures"): [{"wagner": {"killed": "84"}, "wagner+fama": {"captured": "~7"}}],
    ("Claim", "happened"): ["2024-07-25"],
    ("Claim", "place"): ["tinzaouaten"],
    ("Claim", "revises"): ["csp-first", "2024-07-25-tinzaouaten-battle#csp-first"],
    ("Claim", "denies"): ["jnim-ambush", "2024-07-29-yusov-statement#rebels-informed"],
    ("Claim", "confirms"): ["wagner-drones"],
    ("Claim", "withdraws"): ["first-count"],
    ("Claim", "question"): ["ukraine-helped"],
    ("Claim", "duress"): ["true", "false"],
    ("Claim", "because"): ["AFP reported that it could not confirm the figures."],
    ("Alias", "alias"): ["CSP"],
    ("FormerName", "name"): ["CSP-PSD"],
    ("FormerName", "since"): ["2021-05"],
    ("FormerName", "until"): ["2024-04"],
    ("Predecessor", "actor"): ["csp-psd"],
    ("Predecessor", "date"): ["2024-04"],
    ("Position", "organisation"): ["csp-dpa"],
    ("Position", "title"): ["spokesman"],
    ("Position", "date"): ["2024-04/2024-11-30"],
    ("Actor", "name"): ["CSP-DPA"],
    ("Actor", "names"): [[{"name": "CSP-PSD", "until": "2024-04"}]],
    ("Actor", "description"): ["A coalition of armed groups of northern Mali that seeks independence for Azawad."],
    ("Actor", "active"): ["2024-04/2024-11-30"],
    ("Actor", "parent"): ["mali"],
    ("Actor", "side"): ["ukraine"],
    ("Actor", "succeeds"): [[{"actor": "csp-psd", "how": "renamed"}]],
    ("Actor", "positions"): [[{"in": "csp-dpa", "as": "spokesman"}]],
    ("Place", "name"): ["Tin Zaouatine"],
    ("Place", "aliases"): [["Tinzaouaten", "Tinzawatene"]],
    ("Place", "country"): ["ML", ["ML", "DZ"]],
    ("Place", "within"): ["kidal-region"],
    ("Place", "description"): ["A town on Mali's border with Algeria."],
    ("Place", "lat"): ["19.943"],
    ("Place", "lon"): ["2.702"],
    ("Place", "radius_km"): ["30"],
    ("Copy", "publisher"): ["Arab News"],
    ("Source", "publisher"): ["Reuters"],
    ("Source", "title"): ["The title as published"],
    ("Source", "author"): ["The author as named"],
    ("Source", "date"): ["2024-07-29", "2024-07"],
    ("Source", "lang"): ["en", "fr", "uk"],
    ("Source", "origin"): ["AFP"],
    ("Source", "controlled_by"): ["Russia"],
    ("Source", "read_in"): [{"publisher": "Arab News", "url": "https://www.example.org/copy"}],
    ("Profile", "licence"): [{"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}],
    ("Profile", "method_page"): ["method.md", "about/method.md"],
    ("Profile", "contributing_page"): ["contributing.md"],
    ("Licence", "name"): ["CC BY 4.0"],
    ("Licence", "url"): ["https://creativecommons.org/licenses/by/4.0/"],
    ("Thread", "title"): ["Wagner in Mali"],
    ("Thread", "summary"): ["How Wagner came to Mali, what it did there, and how it left."],
    ("Thread", "start"): [["2024-07-25-tinzaouaten-battle", "2024-07-27-tinzaouaten-ambush"]],
    ("Question", "title"): ["Who ambushed the convoy?"],
    ("Question", "summary"): ["Two groups each say that their fighters did it. Reports differ on whether both did."],
}
"""By model and field, where the same key has other examples elsewhere or stands in one place only."""


def examples_of(model: str, field: str) -> list[object]:
    """The examples of a key; empty where it takes a value of a closed list."""
    return EXAMPLES.get((model, field)) or SHARED.get(field, [])
