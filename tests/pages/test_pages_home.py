from pathlib import Path

import pytest
import worlds

from site_builder.formats.additions import view_additions
from site_builder.pages.citations import reading_in_a_sentence
from site_builder.pages.home import HomePage, first_sentence, view_home
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
    sources/t: {consulted: excerpt, archive: "https://archive.example/1"}
    sources/u: {consulted: excerpt}
    sources/v: {consulted: no}
    """
    page = home(tmp_path, world)
    assert (page.events, page.claims) == (2, 2)
    assert page.reading == (
        "Of 4 sources the editors read 1 in full, 2 in excerpt (a passage, through a search or another copy), "
        "and 1 not at all; 1 is archived, and 1 neither read nor archived."
    )
    assert view_index(worlds.here(worlds.chronicle_of(tmp_path, world)), Kind.SOURCE).read == page.reading
    assert view_index(worlds.here(worlds.chronicle_of(tmp_path, world)), Kind.ACTOR).read == ""


def test_what_was_read_is_said_in_a_sentence_that_names_only_what_there_is(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, "sources/t: {consulted: excerpt}"))
    [read, excerpt] = here.chronicle.sources.values()
    unsaid = read.model_copy(update={"consulted": None})
    archived = unsaid.model_copy(update={"archive": "https://archive.example/1"})
    in_excerpt = "1 in excerpt (a passage, through a search or another copy)"
    for sources, said in (
        ([read], "Of 1 source the editors read 1 in full; none is archived."),
        ([excerpt], f"Of 1 source the editors read none in full and {in_excerpt}; none is archived."),
        (
            [read, unsaid],
            "Of 2 sources the editors read 1 in full and 1 to an extent that is not stated; none is archived.",
        ),
        (
            [read, archived, archived],
            "Of 3 sources the editors read 1 in full and 2 to an extent that is not stated; 2 are archived.",
        ),
    ):
        assert reading_in_a_sentence(here, sources) == said


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
    assert [(line.thread.label, line.events) for line in threads] == [("long", 2), ("short", 1)]


def questions(number: int) -> str:
    return "\n".join(f"questions/q{one:02}: {{}}" for one in range(number))


@pytest.mark.parametrize(
    ("number", "shown", "words", "linked"),
    [
        (6, 6, "", False),
        (7, 7, "", False),
        (8, 6, "2 more questions", False),
        (36, 6, "30 more questions", False),
        (40, 6, "34 more questions", True),
    ],
)
def test_six_questions_are_shown_at_once_and_the_list_has_all(
    tmp_path: Path, number: int, shown: int, words: str, linked: bool
) -> None:
    page = home(tmp_path, questions(number))
    assert len(page.questions) == min(number, 36)
    assert (page.all_questions.shown, page.all_questions.words) == (shown, words)
    assert (page.all_questions.link is not None) is linked


NEWS = """
2024-01-01-a:
  added: 2026-01-01
  corrections:
    - {date: 2026-12-01, kind: update, note: Later news.}
    - {date: 2026-12-01, kind: error, note: "Now names [[2024-01-02-b]]."}
2024-01-02-b: {added: 2026-11-30}
2024-01-03-c: {added: 2026-12-01}
2024-01-04-d: {added: 2026-12-01}
questions/who: {added: 2026-12-01, title: Who}
threads/war: {added: 2026-11-30}
actors/army: {added: 2026-12-02, corrections: [{date: 2026-11-30, kind: error, note: Its name.}]}
"""


def test_news_are_by_day_and_kind_the_latest_first_and_errors_before_other_corrections(tmp_path: Path) -> None:
    news = home(tmp_path, NEWS).news
    assert [changes.words for changes in news] == [
        "1 December 2026: 2 corrections",
        "1 December 2026: 3 additions",
        "30 November 2026: 1 correction",
        "30 November 2026: 2 additions",
        "1 January 2026: 1 addition",
    ]
    assert [(change.kind, change.record.label, change.note) for change in news[0].listed] == [
        ("error", "2024-01-01-a", 'Now names <a href="events/2024-01-02-b/">2024-01-02-b</a>.'),
        ("update", "2024-01-01-a", "Later news."),
    ]
    assert [(change.kind, change.record.label) for change in news[1].listed] == [
        ("Question", "Who"),
        ("", "2024-01-04-d"),
        ("", "2024-01-03-c"),
    ]


def test_of_the_additions_of_a_day_twenty_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    world = "\n".join(f"2024-01-{day:02}-x: {{}}" for day in range(1, 24))
    [added] = home(tmp_path, world).news
    assert added.words == "22 November 2026: 23 additions"
    assert len(added.listed) == 20
    assert added.unlisted == "and 3 more"


def test_what_was_added_on_no_known_day_is_not_compared_with_a_day(tmp_path: Path) -> None:
    here = worlds.here(
        worlds.chronicle_of(tmp_path, "2024-01-01-a: {added: ../2026}\n2024-01-02-b: {added: 2026-01-05}")
    )
    assert view_home(here, ()).latest == "2026-01-05"
    assert view_additions(here)["days"] == [["2026-01-05", 1, 0]]


def test_only_the_latest_three_days_are_news(tmp_path: Path) -> None:
    world = "\n".join(f"2024-01-0{day}-x: {{added: 2026-01-0{day}}}" for day in range(1, 6))
    assert [changes.words[:9] for changes in home(tmp_path, world).news] == ["5 January", "4 January", "3 January"]


ACTORS = """
chronicle: {order: {actors: [army, csp]}, story: "The [[actor:csp]] and others.", why: It matters.}
actors/csp: {name: CSP, in_short: Rebels of the north.}
actors/army: {name: Army, description: "St. Peter's army, i. e. its own. It fights."}
actors/other: {name: Other}
"""


def test_who_is_who_has_the_actors_that_the_editors_chose_in_their_order(tmp_path: Path) -> None:
    page = home(tmp_path, ACTORS)
    assert [(one.actor.label, one.words) for one in page.who] == [
        ("Army", "St. Peter's army, i. e. its own."),
        ("CSP", "Rebels of the north."),
    ]
    assert page.story == 'The <a href="actors/csp/">CSP</a> and others.'
    assert page.why == "It matters."


def test_without_a_choice_nobody_is_who_and_without_a_story_none_is_told(tmp_path: Path) -> None:
    page = home(tmp_path, "actors/csp: {}")
    assert (page.who, page.story, page.why) == ((), "", "")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", ""),
        ("One sentence.", "One sentence."),
        ("It fights. It rests.", "It fights."),
        ("Founded in 2024 by Gen. Gamou. It rests.", "Founded in 2024 by Gen. Gamou."),
        ("Version 2.0 of it. Then more.", "Version 2.0 of it."),
        ("The U.S. Army of Mali. It fights.", "The U.S. Army of Mali."),
        ("قاتل الجيش. ثم انسحب.", "قاتل الجيش."),
        ("軍は戦った。そして退いた。", "軍は戦った。"),
    ],
)
def test_no_abbreviation_ends_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


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
