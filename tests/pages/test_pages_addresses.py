from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.addresses import HOME, TIMELINE, Addresses, index_address, record_address, year_address
from site_builder.records import Kind

IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True) | st.sampled_from(["index", "s", "2024"])
ADDRESSES = st.one_of(
    st.just(HOME),
    st.just(TIMELINE),
    st.builds(index_address, st.sampled_from(Kind)),
    st.builds(record_address, st.sampled_from(Kind), IDS),
    st.builds(year_address, st.none() | st.integers(-500, 2100)),
    st.sampled_from(["method", "contributing"]),
)
SITES = st.builds(Addresses, st.booleans())
ROOTS = st.sampled_from(["https://example.org/", "https://example.org/sub/path/"])


def file_at(url: str, root: str) -> str:
    """The file with which a plain web server answers."""
    path = urlsplit(url).path.removeprefix(urlsplit(root).path)
    return path + "index.html" if path in ("",) or path.endswith("/") else path


@given(SITES, ROOTS, ADDRESSES, ADDRESSES)
def test_a_link_from_any_page_to_any_page_leads_to_its_file(
    addresses: Addresses, root: str, here: str, there: str
) -> None:
    followed = urljoin(root + addresses.url(here), addresses.href(here, there))
    assert file_at(followed, root) == addresses.file(there)


@given(SITES, ROOTS, ADDRESSES, ADDRESSES, IDS)
def test_a_link_to_an_anchor_leads_to_the_same_page_and_keeps_the_anchor(
    addresses: Addresses, root: str, here: str, there: str, anchor: str
) -> None:
    followed = urljoin(root + addresses.url(here), addresses.href(here, there, anchor))
    assert file_at(followed, root) == addresses.file(there)
    assert urlsplit(followed).fragment == anchor


@given(SITES, ROOTS, ADDRESSES, ADDRESSES)
def test_a_link_to_a_file_leads_there(addresses: Addresses, root: str, here: str, there: str) -> None:
    file = f"records/{there or 'x'}.yml"
    assert urljoin(root + addresses.url(here), addresses.href_to_file(here, file)) == root + file


@given(SITES, st.sets(ADDRESSES, min_size=2))
def test_no_two_pages_share_a_file_or_a_name_in_links(addresses: Addresses, several: set[str]) -> None:
    assert len({addresses.file(address) for address in several}) == len(several)
    assert len({addresses.source_uri(address) for address in several}) == len(several)


@pytest.mark.parametrize(
    ("address", "directory_urls", "file", "url"),
    [
        ("events/2024-07-27-ambush", True, "events/2024-07-27-ambush/index.html", "events/2024-07-27-ambush/"),
        ("events/2024-07-27-ambush", False, "events/2024-07-27-ambush.html", "events/2024-07-27-ambush.html"),
        ("actors", True, "actors/index.html", "actors/"),
        ("actors", False, "actors/index.html", "actors/index.html"),
        (HOME, True, "index.html", ""),
        (HOME, False, "index.html", "index.html"),
    ],
)
def test_pages_stand_where_mkdocs_would_put_them(address: str, directory_urls: bool, file: str, url: str) -> None:
    addresses = Addresses(directory_urls)
    assert (addresses.file(address), addresses.url(address)) == (file, url)


def test_links_go_by_the_root_so_that_pages_of_a_kind_share_them() -> None:
    addresses = Addresses()
    assert addresses.href("events/a", "events/a", "claim") == "#claim"
    assert addresses.href("events/a", "events/b") == "../../events/b/"
    assert addresses.href(HOME, "timeline") == "timeline/"
    assert addresses.href("timeline", HOME) == "../"


def test_docs_name_records_by_folder_and_id_and_lists_by_their_folder() -> None:
    addresses = Addresses()
    assert addresses.source_uri(record_address(Kind.EVENT, "2024-07-27-ambush")) == "events/2024-07-27-ambush.md"
    assert addresses.source_uri(index_address(Kind.ACTOR)) == "actors/index.md"
    assert index_address(Kind.EVENT) == TIMELINE
