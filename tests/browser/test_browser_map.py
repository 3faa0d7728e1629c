"""The map as readers use it: by mouse, keys, fingers and address, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from building import build
from playwright.sync_api import Browser, Locator, Page, expect
from worlds import write_site

from browser.built_site import SITE_URL, Site, host
from browser.instrument import drawn as timeline_drawn
from browser.reader import DESKTOP, PHONE, Device, Reader, Settings, make_reader
from browser.seen import faint_in_either_scheme, violations

WORLD = """
2020-01-01-a: {title: A, kind: battle, threads: [war], places: [{place: town, role: site}]}
2021-01-01-b: {title: B, kind: battle, threads: [war], places: [{place: town, role: site}]}
2022-01-01-c: {title: C, kind: meeting, places: [{place: wells, role: site}]}
2022-06-01-d: {title: D, kind: statement, places: [{place: mali, role: site}]}
2023-01-01-e: {title: E, kind: battle, places: [{place: camp, role: site}]}
2024-01-01-f: {title: F, kind: battle, places: [{place: spring, role: site}]}
2025-01-01-g:
  {title: G, kind: battle, places: [{place: spring, role: site, standing: claimed}],
   claims: [{id: there, by: army, topic: place}]}
2025-06-01-h: {title: H, kind: statement}
actors/army: {name: Army}
places/town: {name: Town, country: ML, lat: 18.44, lon: 1.4, precision: settlement, sources: [s]}
places/camp: {name: Camp, country: ML, lat: 18.6, lon: 1.5, precision: exact, sources: [s]}
places/wells: {name: Wells, country: ML, lat: 20.5, lon: 0.5, precision: near, radius_km: 40, sources: [s]}
places/spring: {name: Spring, country: DZ, lat: 27.0, lon: 8.0, precision: settlement, sources: [s]}
places/mali: {name: Mali, country: ML, precision: country}
threads/war: {title: The war}
"""
DRAWN = "() => performance.getEntriesByName('map:drawn').length > 0"
"""A reload ends what is still on its way."""
SUMMARY = ".tl-instrument__period"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    theme = "{name: material, font: false, features: [navigation.instant]}"
    folder = tmp_path_factory.mktemp("map") / "site"
    built = build(write_site(folder, WORLD, config=f"{{site_url: '{SITE_URL}', theme: {theme}}}"))
    assert built.passed, built.log
    with host(built.folder) as hosted:
        yield hosted


@pytest.fixture
def open_map(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens the map with a query, and finds no fault in any when the test is over, as a request to another host is."""
    readers: list[Reader] = []

    def open_it(query: str = "", device: Device = DESKTOP) -> Page:
        readers.append(make_reader(browser, site.root, Settings(device)))
        page = readers[-1].open(f"map/{query}")
        page.wait_for_function(DRAWN)
        return page

    yield open_it
    for reader in readers:
        assert reader.faults == []
        reader.page.context.close()


def stage(page: Page) -> Locator:
    return page.get_by_role("application", name="Map of the events")


def mark(page: Page, name: str | re.Pattern[str]) -> Locator:
    """What stands for a place or a number of places on the map."""
    return stage(page).get_by_role("button", name=name)


def marks(page: Page) -> list[str]:
    return sorted(one.get_attribute("aria-label") or "" for one in stage(page).get_by_role("button").all())


def expect_marks(page: Page, *said: str) -> None:
    """These are on the map, and no others."""
    expect(stage(page).get_by_role("button")).to_have_count(len(said))
    assert marks(page) == sorted(said)


def listed(page: Page) -> Locator:
    """The places of the list that is shown."""
    return page.locator(".tl-placed:visible > li summary")


def spot(mark: Locator) -> tuple[float, float]:
    """Where a mark stands on the screen, whichever side of it has its name."""
    found = mark.evaluate("one => { const { x, y } = one.parentElement.getBoundingClientRect(); return [x, y]; }")
    return found[0], found[1]


def brush(page: Page, start: float, end: float) -> None:
    """Move both ends of the period with the mouse, to parts of the whole one."""
    overview = page.locator(".tl-instrument__overview")
    for at, to, key in ((0.005, start, "from"), (0.995, end, "to")):
        overview.scroll_into_view_if_needed()
        box = overview.bounding_box()
        assert box is not None
        y = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + box["width"] * at, y)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * to, y, steps=4)
        page.mouse.up()
        # The list follows with the address, and the page is shorter then.
        page.wait_for_function("key => new URLSearchParams(location.search).has(key)", arg=key)


def test_a_place_is_drawn_as_closely_as_it_is_known_and_no_area_has_a_pin(open_map: Open) -> None:
    page = open_map("?event=2022-01-01-c")
    expect(mark(page, "Wells: 1 event, within about 40 km")).to_have_class(re.compile("tl-spot--named"))
    expect(page.locator(".tl-map__scale")).to_have_text(re.compile(r"\d0 km"))
    circle = page.locator("path.tl-map__area").nth(1)
    expect(circle).to_be_visible()
    assert page.locator("path.tl-map__area").count() == 2, "the circle, and the country around it"
    bar = page.locator(".tl-map__scale")
    drawn, measure = circle.bounding_box(), bar.bounding_box()
    assert drawn is not None
    assert measure is not None
    kilometres = int(re.findall(r"\d+", bar.inner_text())[0]) * drawn["height"] / measure["width"]
    assert kilometres == pytest.approx(80, rel=0.15), "the circle does not have its radius"
    page = open_map("?event=2023-01-01-e")
    expect(mark(page, "Camp: 1 event")).to_have_class(re.compile("tl-spot--point"))
    expect(mark(page, "Town: 2 events")).to_have_class(re.compile("tl-spot--disc"))
    page = open_map()
    expect(mark(page, "Mali: 1 event")).to_have_class(re.compile("tl-spot--named"))


def test_what_is_shown_is_said_and_listed_by_place(open_map: Open) -> None:
    page = open_map()
    expect(page.locator(SUMMARY)).to_have_text("2020 to 2025 · 7 events at 5 places · 1 event has no place on the map")
    expect(listed(page)).to_have_text(
        [
            "Spring 2 events",
            "Town 2 events",
            "Camp 1 event",
            "Mali 1 event",
            "Wells 1 event · within about 40 km",
        ]
    )
    expect(page.get_by_text("Natural Earth, which is a claim of its own")).to_be_visible()


def test_land_is_drawn_in_the_colours_of_the_page_wherever_the_map_is_moved(open_map: Open) -> None:
    page = open_map()
    picture = "() => document.querySelector('canvas.tl-map__land').toDataURL()"
    pictures = [page.evaluate(picture)]
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"before => ({picture})() !== before", arg=pictures[0])
    pictures.append(page.evaluate(picture))
    stage(page).press("-")
    page.wait_for_function(f"before => ({picture})() !== before", arg=pictures[1])


def test_a_number_opens_by_click_and_by_key_and_keeps_the_focus(open_map: Open) -> None:
    page = open_map()
    mark(page, "2 places, 3 events: bring nearer").click()
    expect(mark(page, "Camp: 1 event")).to_be_visible()
    expect(mark(page, "Town: 2 events")).to_be_visible()
    stage(page).press("Home")
    several = mark(page, "2 places, 3 events: bring nearer")
    several.focus()
    several.press("Enter")
    expect(mark(page, re.compile("^(Camp|Town): ")).first).to_be_focused()


def test_a_place_opens_with_its_events_and_closes_again(open_map: Open) -> None:
    page = open_map()
    spring = mark(page, "Spring: 2 events")
    spring.focus()
    spring.press("Enter")
    opened = page.get_by_role("region", name="What happened here")
    expect(opened).to_be_focused()
    expect(opened.locator(".tl-event__title")).to_have_text(["G", "F"])
    expect(opened.locator(".tl-event").first).to_contain_text("place not established")
    expect(opened.get_by_role("link", name="All about the place")).to_have_attribute("href", "../places/spring/")
    expect(page.get_by_role("status")).to_have_text("Spring: 2 events")
    expect(spring).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(spring).to_be_focused()
    mark(page, "Mali: 1 event").click()
    expect(opened.locator(".tl-event__title")).to_have_text(["D"])
    opened.get_by_role("button", name="Close").click()
    expect(opened).to_be_hidden()


def test_keys_move_and_zoom_the_map(open_map: Open) -> None:
    page = open_map()
    before, spring = marks(page), mark(page, "Spring: 2 events")
    stage(page).focus()
    x, y = spot(spring)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert spot(spring) == pytest.approx((x - 80, y - 80), abs=2)
    page.keyboard.press("Home")
    assert spot(spring) == pytest.approx((x, y), abs=2)
    for _ in range(5):
        page.keyboard.press("-")
    expect(page.get_by_role("button", name="Zoom out")).to_have_attribute("aria-disabled", "true")
    expect(mark(page, "4 places, 6 events: bring nearer")).to_be_visible()
    page.keyboard.press("Home")
    expect(page.get_by_role("button", name="Zoom out")).to_have_attribute("aria-disabled", "false")
    assert marks(page) == before
    page.keyboard.press("+")
    expect(spring).to_have_count(0)


def test_the_period_is_that_of_the_timeline_and_narrows_marks_list_and_address(open_map: Open) -> None:
    page = open_map()
    brush(page, 0.55, 0.66)
    expect(page.locator(SUMMARY)).to_contain_text("1 event at 1 place")
    page.wait_for_function("() => new URLSearchParams(location.search).get('from')?.startsWith('2022-')")
    expect_marks(page, "Camp: 1 event")
    expect(listed(page)).to_have_text(["Camp 1 event"])
    way = page.get_by_role("link", name="On the timeline")
    assert "from=2022-" in str(way.get_attribute("href"))
    way.click()
    expect(page.locator(".tl-twin .tl-event__title")).to_have_text(["E"])
    assert "from=2022-" in page.url
    page.get_by_role("link", name="On the map").click()
    expect(mark(page, "Camp: 1 event")).to_be_visible()
    expect(listed(page)).to_have_text(["Camp 1 event"])
    page.reload()
    page.wait_for_function(DRAWN)
    expect_marks(page, "Camp: 1 event")


def test_filters_are_those_of_the_timeline(open_map: Open) -> None:
    page = open_map()
    page.get_by_role("button", name="Thread", exact=True).click()
    page.locator(".tl-filters__sheet label", has_text="The war").click()
    expect(page.locator(SUMMARY)).to_contain_text("2 events at 1 place")
    assert page.url.endswith("/map/?thread=war")
    expect_marks(page, "Town: 2 events")
    expect(listed(page)).to_have_text(["Town 2 events"])
    page.locator(".tl-placed:visible summary").first.click()
    expect(page.locator(".tl-placed:visible .tl-event__title")).to_have_text(["B", "A"])
    page.go_back()
    expect(page.locator(SUMMARY)).to_contain_text("7 events at 5 places")
    page = open_map("?kind=statement&thread=war")
    expect(page.locator(".tl-instrument__note")).to_contain_text("No event fits all filters.")
    expect_marks(page)


def test_what_a_filter_leaves_is_brought_into_sight(open_map: Open) -> None:
    page = open_map("?event=2023-01-01-e")
    expect(mark(page, "Spring: 2 events")).to_be_hidden()
    page.get_by_role("button", name="Place", exact=True).click()
    page.locator(".tl-filters__sheet label", has_text="Spring").click()
    expect(mark(page, "Spring: 2 events")).to_be_visible()


def test_pages_of_events_and_places_lead_to_the_map(open_map: Open) -> None:
    page = open_map()
    # Who leaves a page at once ends what it still fetches, which would be a fault.
    page.goto(page.url.replace("/map/", "/events/2023-01-01-e/"), wait_until="networkidle")
    page.get_by_role("link", name="On the map").click()
    expect(page.get_by_role("region", name="What happened here").locator("h2")).to_have_text("Camp")
    expect(mark(page, "Camp: 1 event")).to_be_visible()
    page.goto(page.url.partition("/map/")[0] + "/places/town/", wait_until="networkidle")
    page.get_by_role("link", name="On the map").click()
    expect(page.locator(SUMMARY)).to_contain_text("2 events at 1 place")


def test_fingers_move_the_map_and_open_places_and_every_target_is_large_enough(open_map: Open) -> None:
    page = open_map(device=PHONE)
    spring = mark(page, "Spring: 2 events")
    stage(page).scroll_into_view_if_needed()
    for one in stage(page).get_by_role("button").locator("visible=true").all():
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, one.get_attribute("aria-label")
    spring.tap()
    expect(page.get_by_role("region", name="What happened here")).to_contain_text("Spring")
    box = stage(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before, session = spot(spring), page.context.new_cdp_session(page)
    for kind, fingers in (("touchStart", [x]), ("touchMove", [x - 30]), ("touchMove", [x - 60]), ("touchEnd", [])):
        touches = [{"x": finger, "y": y} for finger in fingers]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    moved = "([one, left]) => one.parentElement.getBoundingClientRect().x < left - 20"
    page.wait_for_function(moved, arg=[spring.element_handle(), before[0]])


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_axe_reports_nothing_with_a_place_open_focused_and_filtered(
    browser: Browser, site: Site, device: Device
) -> None:
    page = make_reader(browser, site.root, Settings(device)).open("map/?kind=battle&event=2024-01-01-f")
    page.wait_for_function(DRAWN)
    expect(page.get_by_role("region", name="What happened here")).to_be_visible()
    page.locator(".tl-placed:visible summary").first.click()
    mark(page, "Spring: 2 events").focus()
    assert violations(page, ".tl") == []
    assert faint_in_either_scheme(page) == []
    page.context.close()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_sticks_out_and_west_is_left_in_any_direction(open_map: Open, direction: str) -> None:
    page = open_map("?event=2025-01-01-g", Device("small", 320, 700, mobile=True))
    page.evaluate("direction => { document.body.dir = direction; }", direction)
    stage(page).press("Home")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert spot(mark(page, "Mali: 1 event"))[0] < spot(mark(page, "Spring: 2 events"))[0]
    page.set_viewport_size({"width": 1220, "height": 800})
    page.get_by_role("link", name="On the timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")
    page.evaluate("direction => { document.body.dir = direction; }", direction)
    expect(mark(page, "Spring: 2 events")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_wide_screens_a_map_beside_the_timeline_shows_what_is_chosen_there(browser: Browser, site: Site) -> None:
    reader = make_reader(browser, site.root, Settings(DESKTOP))
    page = reader.open("timeline/?thread=war")
    page.wait_for_function(DRAWN)
    expect_marks(page, "Town: 2 events")
    beside = page.locator(".tl-map--beside")
    expect(beside.locator(SUMMARY)).to_have_text("2 events at 1 place")
    expect(beside).to_contain_text("Natural Earth, which is a claim of its own")
    assert page.locator(".tl-filters").count() == 1
    page.locator(".tl-chosen__one").click()
    expect(beside.locator(SUMMARY)).to_have_text("7 events at 5 places · 1 event has no place on the map")
    page.goto(page.url.partition("?")[0] + "?from=2023&to=2023&event=2023-01-01-e")
    expect_marks(page, "Camp: 1 event")
    expect(mark(page, "Camp: 1 event")).to_have_attribute("aria-current", "true")
    mark(page, "Camp: 1 event").click()
    opened = page.get_by_role("region", name="What happened here")
    expect(opened.locator(".tl-event__title")).to_have_text(["E"])
    expect(mark(page, "Camp: 1 event")).to_be_in_viewport()
    assert violations(page, ".tl") == []
    page.keyboard.press("Escape")
    expect(mark(page, "Camp: 1 event")).to_be_focused()
    page.get_by_role("link", name="On the map").click()
    expect(page.locator(SUMMARY)).to_contain_text("1 event at 1 place")
    page.go_back()
    expect(stage(page)).to_have_count(1)
    expect_marks(page, "Camp: 1 event")
    assert reader.faults == []
    page.context.close()


def test_on_a_phone_no_map_is_fetched_with_the_timeline_but_a_link_leads_to_one(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(PHONE)).open("timeline/?thread=war")
    timeline_drawn(page)
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert any(name.endswith("/timeline.js") for name in fetched)
    assert not any(name.endswith(("/map.js", "/map.css", "/basemap.json")) for name in fetched)
    expect(stage(page)).to_have_count(0)
    page.get_by_role("link", name="On the map").click()
    expect_marks(page, "Town: 2 events")
    page.context.close()


def test_a_reader_who_leaves_and_comes_back_finds_one_map(open_map: Open) -> None:
    page = open_map()
    page.get_by_role("link", name="On the timeline").click()
    timeline_drawn(page)
    page.go_back()
    expect(stage(page)).to_have_count(1)
    expect(mark(page, "Spring: 2 events")).to_be_visible()


def test_without_scripts_there_is_a_drawn_map_and_the_list(browser: Browser, site: Site) -> None:
    page = make_reader(browser, site.root, Settings(scripts=False)).open("map/")
    drawing = page.locator(".tl-locator--whole svg")
    expect(drawing).to_be_visible()
    names = drawing.locator("text:visible", has_text="Town")
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 844})
        expect(names).to_have_count(1)
        box = names.bounding_box()
        assert box is not None
        assert box["height"] >= 9, "a name can be read on a phone too"
    assert drawing.locator(".tl-locator__disc").count() == 2
    assert drawing.locator(".tl-locator__point").count() == 1
    assert drawing.locator("path.tl-locator__area, circle.tl-locator__area").count() == 2
    expect(page.get_by_text("1 event has no place on the map")).to_be_visible()
    expect(listed(page)).to_have_count(5)
    page.locator("summary", has_text="Spring").click()
    expect(page.locator("details[open] .tl-event__title")).to_have_text(["G", "F"])
    page.context.close()
