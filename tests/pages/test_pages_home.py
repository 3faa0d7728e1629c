from pathlib import Path

import worlds

from site_builder.pages.citations import count_read
from site_builder.pages.home import HomePage, view_home
from site_builder.pages.indexes import view_index
from site_builder.records import Kind


def home(folder: Path, world: str, start: tuple[str, ...] = ()) -> HomePage:
    return view_home(worlds.here(worlds.chronicle_of(folder, world)), start)


def started(page: HomePage) -> list[str]:
    return [line.record.id for line in page.start]


THREADS = """
threads/long: {summary: A long story., start: [2024-01-02-b, 2024-01-01-a]}
threads/short: {start: [2024-01-03-c]}
2024-01-01-a: {threads: [long]}
2024-01-02-b: {threads: [long, short]}
2024-01-03-c: {importance: major}
"""


def test_the_editors_choose_the_events_to_start_with_and_the_chronicle_their_order(tmp_path: Path) -> None:
    assert started(home(tmp_path, THREADS, ("2024-01-03-c", "2024-01-01-a"))) == ["2024-01-01-a", "2024-01-03-c"]


def test_the_profile_chooses_the_events_to_start_with_unless_the_page_does(tmp_path: Path) -> None:
    world = THREADS + "\nchronicle: {start: [2024-01-03-c]}\n"
    assert started(home(tmp_path, world)) == ["2024-01-03-c"]
    assert started(home(tmp_path, world, ("2024-01-01-a",))) == ["2024-01-01-a"]


def test_without_a_choice_the_longest_thread_says_where_to_start(tmp_path: Path) -> None:
    assert started(home(tmp_path, THREADS)) == ["2024-01-01-a", "2024-01-02-b"]


def test_without_threads_the_first_major_events_are_the_start(tmp_path: Path) -> None:
    world = "{2024-01-01-a: {}, 2024-01-02-b: {importance: major}, 2024-01-03-c: {importance: major}}"
    assert started(home(tmp_path, world)) == ["2024-01-02-b", "2024-01-03-c"]


def test_without_major_events_the_first_three_are_the_start(tmp_path: Path) -> None:
    world = "{2024-01-01-a: {}, 2024-01-02-b: {}, 2024-01-03-c: {}, 2024-01-04-d: {}}"
    assert started(home(tmp_path, world)) == ["2024-01-01-a", "2024-01-02-b", "2024-01-03-c"]


def test_home_counts_what_there_is(tmp_path: Path) -> None:
    world = """
    2024-01-01-a: {claims: [{id: x, by: csp}, {id: y, by: csp}]}
    2024-01-02-b: {sources: [t]}
    actors/csp: {}
    sources/t: {consulted: excerpt}
    sources/u: {consulted: excerpt}
    sources/v: {consulted: no}
    """
    page = home(tmp_path, world)
    assert (page.events, page.claims, page.sources) == (2, 2, 4)
    assert page.read_counts == "read in full 1, in excerpt 2, not read 1"


def test_sources_of_which_nothing_is_said_are_counted_apart(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "{}"))
    assert count_read(here, []) == "read in full 0, in excerpt 0, not read 0"
    sources = here.chronicle.sources.values()
    unsaid = [source.model_copy(update={"consulted": None}) for source in sources]
    assert count_read(here, [*sources, *unsaid]) == "read in full 1, in excerpt 0, not read 0, reading not stated 1"


def test_open_questions_are_shown_with_the_number_of_claims_and_settled_ones_are_not(tmp_path: Path) -> None:
    world = """
    questions/who: {title: Who is it}
    questions/what: {title: What is it, state: settled, note: It was settled., sources: [s]}
    2024-01-01-a: {claims: [{id: x, by: csp, question: who}, {id: y, by: csp, question: who}]}
    actors/csp: {}
    """
    assert [(line.question.label, line.claims) for line in home(tmp_path, world).questions] == [("Who is it", 2)]


def test_threads_are_shown_with_the_number_of_their_events(tmp_path: Path) -> None:
    threads = home(tmp_path, THREADS).threads
    assert [(line.thread.label, line.summary, line.events) for line in threads] == [
        ("long", "A long story.", 2),
        ("short", "", 1),
    ]


def test_the_latest_additions_and_corrections_come_first_and_are_few(tmp_path: Path) -> None:
    world = """
    2024-01-01-a:
      added: 2026-01-01
      corrections: [{date: 2026-12-01, kind: error, note: "Now names [[2024-01-02-b]]."}]
    2024-01-02-b: {added: 2026-11-30}
    2024-01-03-c: {added: 2026-12-02}
    """
    changes = home(tmp_path, world).changes
    assert [(change.date, change.what, change.event.label) for change in changes] == [
        ("2 December 2026", "Added", "2024-01-03-c"),
        ("1 December 2026", "Error", "2024-01-01-a"),
        ("30 November 2026", "Added", "2024-01-02-b"),
        ("1 January 2026", "Added", "2024-01-01-a"),
    ]
    assert changes[1].note == 'Now names <a href="events/2024-01-02-b/">2024-01-02-b</a>.'


def test_home_shows_six_changes_at_most(tmp_path: Path) -> None:
    world = "\n".join(f"2024-01-{day:02}-x: {{}}" for day in range(1, 11))
    assert [change.event.label for change in home(tmp_path, world).changes] == [
        f"2024-01-{day:02}-x" for day in range(10, 4, -1)
    ]


def test_the_editors_order_comes_first_and_what_is_not_named_follows(tmp_path: Path) -> None:
    world = """
        chronicle: {order: {questions: [q-two], threads: [was-c, a]}}
        threads/a: {title: A}
        threads/b: {title: B}
        threads/c: {title: C, former_ids: [was-c]}
        questions/q-one: {title: One}
        questions/q-two: {title: Two}
    """
    here = worlds.here(worlds.chronicle_of(tmp_path, world, errors=True))
    page = view_home(here)
    assert [line.thread.label for line in page.threads] == ["C", "A", "B"]
    assert [line.question.label for line in page.questions] == ["Two", "One"]
    listed = view_index(here, Kind.THREAD).sections[0].entries
    assert [entry.record.label for entry in listed] == ["C", "A", "B"]
