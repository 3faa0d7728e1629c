"""A thread's page: a story in which each event says what ties it to earlier ones."""

from pathlib import Path

import pytest
import worlds

from site_builder.pages import Page, pages_of
from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.record_list import ListPart
from site_builder.pages.story import StoryEvent
from site_builder.pages.thread import ThreadPage, view_thread
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import Kind

STORY = """
threads/tin: {title: Tin, start: [2024-07-29-words, 2024-07-27-ambush]}
questions/who: {title: Who was it, threads: [tin]}
questions/other: {title: Another}
actors/gur: {name: GUR}
actors/army: {name: Army}
2021-03-01-before: {}
2023-11-14-town: {threads: [tin], kind: capture-of-place}
2024-07-27-ambush:
  threads: [tin]
  kind: ambush
  links:
    - {type: after, event: 2023-11-14-town, note: "The town had fallen [@s].", sources: [s]}
    - {type: after, event: 2021-03-01-before}
2024-07-29-words:
  threads: [tin]
  kind: statement
  actors: [{actor: gur, role: speaker}]
  links: [{type: about, event: 2024-07-27-ambush}]
2024-07-29-others:
  threads: [tin]
  kind: statement
  actors: [{actor: army, role: speaker}]
  links: [{type: responds-to, event: 2024-07-29-words}, {type: about, event: 2024-07-27-ambush}]
2024-08-01-two: {title: The second, threads: [tin], kind: decision, links: [{type: after, event: 2024-07-29-words}]}
2024-08-01-three: {title: The third, threads: [tin], kind: decision}
2024-08-04-last: {threads: [tin], kind: death, links: [{type: after, event: 2024-08-01-two}]}
"""


def thread(folder: Path, world: str) -> ThreadPage:
    chronicle = worlds.chronicle_of(folder, world)
    here = Here(worlds.here(chronicle).site, record_address(Kind.THREAD, "tin"))
    return view_thread(here, chronicle.threads["tin"])


def parts(page: ThreadPage) -> tuple[ListPart, ...]:
    [events] = page.lists.lists
    return events.parts


def told(page: ThreadPage) -> dict[str, StoryEvent]:
    return {one.line.record.id: one for part in parts(page) for one in part.story}


def ties(one: StoryEvent) -> list[str]:
    return [f"{tie.type.value}: {event.label}" for tie in one.ties for event in tie.events]


def test_a_thread_has_its_open_questions_and_its_events_in_order(tmp_path: Path) -> None:
    page = thread(tmp_path, STORY)
    assert [*told(page)][:2] == ["2023-11-14-town", "2024-07-27-ambush"]
    assert [line.question.label for line in page.questions] == ["Who was it"]


def test_the_questions_of_a_thread_stand_in_the_editors_order(tmp_path: Path) -> None:
    world = """
    chronicle: {title: A chronicle, order: {questions: [second, first]}}
    threads/tin: {title: Tin}
    questions/first: {title: First, threads: [tin]}
    questions/second: {title: Second, threads: [tin]}
    """
    assert [line.question.label for line in thread(tmp_path, world).questions] == ["Second", "First"]


def test_an_event_says_in_short_what_ties_it_to_earlier_ones_of_the_thread(tmp_path: Path) -> None:
    found = told(thread(tmp_path, STORY))
    assert ties(found["2023-11-14-town"]) == []
    assert ties(found["2024-07-27-ambush"]) == ["after: capture of place, 14 November 2023"]
    assert ties(found["2024-07-29-words"]) == ["about: ambush, 27 July 2024"]
    assert ties(found["2024-07-29-others"]) == [
        "responds-to: statement, GUR, 29 July 2024",
        "about: ambush, 27 July 2024",
    ]
    assert ties(found["2024-08-04-last"]) == ["after: The second"], "another decision is of the same day"


def test_a_tie_leads_to_the_event_on_the_same_page_and_says_who_says_so(tmp_path: Path) -> None:
    found = told(thread(tmp_path, STORY))["2024-07-27-ambush"]
    assert found.ties[0].events[0].href == "#2023-11-14-town"
    [note] = found.notes
    assert note.note.startswith("The town had fallen")
    assert [source.source.id for source in note.sources] == ["s"]


def test_the_events_to_start_with_are_marked_and_led_to_but_not_listed_again(tmp_path: Path) -> None:
    page = thread(tmp_path, STORY)
    assert [one for one, event in told(page).items() if event.starts] == ["2024-07-27-ambush", "2024-07-29-words"]
    assert [(link.label, link.href) for link in page.start] == [
        ("ambush, 27 July 2024", "#2024-07-27-ambush"),
        ("statement, GUR, 29 July 2024", "#2024-07-29-words"),
    ]


def test_the_events_of_several_years_stand_under_their_years(tmp_path: Path) -> None:
    assert [(part.heading, len(part.story)) for part in parts(thread(tmp_path / "1", STORY))] == [
        ("2023", 1),
        ("2024", 6),
    ]
    one_year = STORY.replace("2023-11-14-town", "2024-01-14-town")
    assert [part.heading for part in parts(thread(tmp_path / "2", one_year))] == [""]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("state: open", "It goes on; its latest event: "),
        ("state: closed", "It has ended; its last event: "),
        ("now: 'The court [@s] has not yet ruled.'", "The court"),
    ],
)
def test_a_thread_says_where_it_stands(keys: str, words: str, tmp_path: Path) -> None:
    world = STORY.replace("threads/tin: {title: Tin,", f"threads/tin: {{title: Tin, {keys.replace(': ', ': ', 1)},")
    site = worlds.here(worlds.chronicle_of(tmp_path, world)).site
    content = Renderer(site, make_templates([theme_folder()])).parts(Page("thread", "tin")).content
    assert f"Where it stands</span> {words}" in content
    assert ('<a href="#2024-08-04-last">death, 4 August 2024</a>' in content) is ("now" not in keys)


def test_a_page_says_each_tie_in_a_readers_words(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, STORY)).site
    content = Renderer(site, make_templates([theme_folder()])).parts(Page("thread", "tin")).content
    assert 'After</span> <a href="#2023-11-14-town">capture of place, 14 November 2023</a>' in content
    assert 'In answer to</span> <a href="#2024-07-29-words">statement, GUR, 29 July 2024</a>' in content


def test_ties_to_events_on_another_page_of_a_long_thread_lead_to_those_events(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, STORY), most=1).site
    renderer = Renderer(site, make_templates([theme_folder()]))
    pages = [page for page in pages_of(site) if page.kind == "thread-years"]
    assert len(pages) > 1
    content = {page.id: renderer.parts(page).content for page in pages}
    page_of_ambush = next(found for found in content.values() if 'id="2024-07-27-ambush"' in found)
    assert 'id="2023-11-14-town"' not in page_of_ambush
    assert 'events/2023-11-14-town/">capture of place, 14 November 2023</a>' in page_of_ambush


def test_events_of_which_each_record_says_that_it_follows_the_other_are_not_tied_backwards(tmp_path: Path) -> None:
    world = """
    threads/tin: {title: Tin}
    2024-07-27-a: {threads: [tin], links: [{type: related, event: 2024-07-28-b}]}
    2024-07-28-b: {threads: [tin]}
    """
    found = told(thread(tmp_path, world))
    assert [len(one.ties) for one in found.values()] == [0, 1]
