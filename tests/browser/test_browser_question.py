"""A question's page in the browser: what is folded up opens by its address, and strands join what stands apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from building import build
from playwright.sync_api import Browser, Locator, Page
from worlds import write_site

from browser.built_site import SITE_URL, host
from browser.reader import DESKTOP, Device, MakeReader, Reader, Settings, make_reader

WORLD = """
2024-07-27-ambush:
  former_ids: [2024-07-27-old]
  claims:
    - {id: said, by: csp, question: who, date: 2024-07-28, says: The movement was alone.}
    - {id: again, by: csp, question: who, date: 2024-08-03, repeats: said, says: It was alone indeed.}
    - {id: between, by: paper, question: who, date: 2024-07-30, says: Nobody knows whether it was alone.}
    - {id: denied, by: army, question: who, date: 2024-08-04, denies: said, says: Others were with it.}
    - {id: dead, by: csp, question: dead, date: 2024-07-28, figures: {army: {killed: 47}}, says: 47 soldiers died.}
actors/csp: {name: CSP-DPA}
actors/army: {name: Malian army, type: armed-forces}
actors/paper: {name: A paper, type: media}
questions/who: {title: Who was it}
questions/dead: {title: How many died}
"""
NARROW = Device("narrow phone", 320, 640, mobile=True)
OPEN_ALL = "document.querySelectorAll('details').forEach(fold => fold.open = true)"
AGAIN = "It was alone indeed."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    built = build(write_site(tmp_path_factory.mktemp("question"), WORLD), site_url=SITE_URL)
    assert built.passed, built.log
    with host(built.folder) as site:
        yield site.root


@pytest.fixture(scope="module")
def read_small(browser: Browser, root: str) -> MakeReader:
    def reader(settings: Settings) -> Reader:
        return make_reader(browser, root, settings)

    return reader


def is_shown(locator: Locator) -> bool:
    """Whether something is laid out, and in no fold that is closed."""
    return bool(locator.evaluate("element => element.checkVisibility()"))


def words(page: Page, text: str) -> Locator:
    return page.locator(".tl-ledger .tl-claim__says", has_text=text)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("event", ["2024-07-27-ambush", "2024-07-27-old"])
def test_the_address_of_a_repetition_opens_the_fold_that_it_is_in(
    read_small: MakeReader, event: str, scripts: bool
) -> None:
    reader = read_small(Settings(scripts=scripts))
    assert not is_shown(words(reader.open("questions/who/"), AGAIN))
    page = reader.open(f"questions/who/#{event}-again")
    assert is_shown(words(page, AGAIN))
    assert not is_shown(page.locator(".tl-entry .tl-claim__facts").first)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_address_of_a_count_opens_the_ledger_and_the_claim_in_it(read_small: MakeReader, scripts: bool) -> None:
    reader = read_small(Settings(scripts=scripts))
    assert not is_shown(words(reader.open("questions/dead/"), "47 soldiers"))
    page = reader.open("questions/dead/#2024-07-27-ambush-dead")
    assert is_shown(words(page, "47 soldiers"))
    assert is_shown(page.locator(".tl-entry .tl-claim__facts"))


def test_where_a_claimant_stands_leads_to_its_claim_in_the_ledger(read_small: MakeReader) -> None:
    page = read_small(Settings()).open("questions/who/")
    page.locator(".tl-stand", has_text="CSP-DPA").locator(".tl-stand__said").click()
    assert page.url.endswith("#2024-07-27-ambush-again")
    assert is_shown(words(page, AGAIN))


@pytest.mark.parametrize("opened", [False, True], ids=["folded", "open"])
@pytest.mark.parametrize("device", [NARROW, DESKTOP], ids=lambda device: device.name)
def test_a_strand_runs_along_every_entry_between_a_claim_and_its_denial(
    read_small: MakeReader, device: Device, opened: bool
) -> None:
    page = read_small(Settings(device)).open("questions/who/")
    if opened:
        page.evaluate(OPEN_ALL)
    between = page.locator(".tl-entry", has_text="Nobody knows")
    entry, strand = (box(one) for one in (between, between.locator(".tl-strand")))
    assert strand["top"] <= entry["top"] + 1
    assert strand["bottom"] >= entry["bottom"] - 1
    joints = [box(joint) for joint in page.locator(".tl-joint").all()]
    assert len(joints) == 2
    assert all(joint["left"] == pytest.approx(strand["left"], abs=1) for joint in joints)
    assert joints[0]["top"] < entry["top"] < entry["bottom"] < joints[1]["top"]


def box(locator: Locator) -> dict[str, float]:
    found: dict[str, float] = locator.evaluate("element => element.getBoundingClientRect().toJSON()")
    return found


def test_nothing_of_a_question_is_wider_than_a_narrow_phone(read_small: MakeReader) -> None:
    for question in ("who", "dead"):
        page = read_small(Settings(NARROW)).open(f"questions/{question}/")
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW.width


def test_on_paper_every_claim_of_a_question_is_open(read_small: MakeReader) -> None:
    page = read_small(Settings(DESKTOP, scripts=False)).open("questions/who/")
    page.emulate_media(media="print")
    assert all(is_shown(claim) for claim in page.locator(".tl-ledger :is(.tl-claim__says, .tl-claim__facts)").all())
    assert page.locator(".tl-ledger .tl-claim__says").count() == 4
