"""What a first visit to a page weighs, compressed: its HTML and all that a browser fetches for it, but for pictures."""

import re
from collections import defaultdict

from building import Built
from first_visit import AROUND, LIGHT, fetched, weigh


def test_a_first_visit_to_any_page_of_any_kind_is_light(real_site: Built) -> None:
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for page in real_site.pages:
        address = page.relative_to(real_site.folder)
        weights[address.parts[0]][str(address)] = weigh(real_site.folder, page)
    assert len(weights) >= 12, "every kind of page, the home page, and those written by hand"
    heaviest = {kind: max(pages.items(), key=lambda one: one[1]) for kind, pages in weights.items()}
    assert {kind: page for kind, page in heaviest.items() if page[1] > LIGHT} == {}


def test_what_stands_around_the_content_leaves_room_for_it(real_site: Built) -> None:
    """The sizes of pages that hold as much as a page may hold are tested on this."""
    page = real_site.folder / "404.html"
    assert weigh(real_site.folder, page) <= AROUND


def test_styles_fetch_nothing(real_site: Built) -> None:
    sheets = {file for file in fetched(real_site.folder, real_site.folder / "index.html") if file.suffix == ".css"}
    assert {sheet.name for sheet in sheets} >= {"pages.css"}
    for sheet in sheets:
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]*)", sheet.read_text(encoding="utf-8"))
        assert [address for address in addresses if not address.startswith(("data:", "#"))] == [], sheet.name
