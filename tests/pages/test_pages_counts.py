"""Counts at a glance: what is charted, in which order, who stands apart from whom, and what is never put together."""

from __future__ import annotations

from pathlib import Path

import worlds
from battle_worlds import BATTLE, battle

from site_builder.linking import ClaimKey
from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.counts import OPEN_ROWS, OPEN_ROWS_OF_SIDE, Chart, ChartRow, CountCharts, view_counts
from site_builder.publishing import FOLDER, make_templates, theme_folder
from site_builder.records import Kind


def href_of(key: ClaimKey) -> str:
    return f"#{key.claim}"


def charts(here: Here, event_id: str = BATTLE) -> CountCharts:
    event = here.chronicle.events[event_id]
    found = view_counts(here, here.chronicle.claims.shown_on[event_id], href_of, event)
    assert found is not None
    return found


def says(row: ChartRow) -> str:
    """A row as readers hear it: whose claim, what it counts, and the marks."""
    by = row.count.by
    marks = [by.days, "revised" * by.revised, "withdrawn" * by.withdrawn, "disputed" * row.count.disputed]
    return " ".join(filter(None, [by.claimant.href, row.count.figure, *marks]))


def shape(chart: Chart) -> dict[str, list[str]]:
    return {side.heading: [says(row) for row in (*side.rows, *side.more)] for side in chart.sides}


def test_who_speaks_for_no_side_stands_apart_and_each_by_the_date_said(tmp_path: Path) -> None:
    claims = """
      {id: late, by: afp, date: 2024-08-03, figures: {wagner: {killed: 46+}}},
      {id: rebels, by: csp, date: 2024-08-01, figures: {wagner: {killed: 84}}},
      {id: undated, by: lab, figures: {wagner: {killed: ~50}}},
      {id: early, by: lab, date: 2024-07-28, figures: {wagner: {killed: dozens}}},
      {id: fighter, unnamed: a fighter, side: wagner, date: 2024-07-29, figures: {wagner: {killed: up to 90}}}
    """
    [chart] = charts(battle(tmp_path, claims)).charts
    assert chart.heading == "Wagner: killed"
    assert shape(chart) == {
        "Who speaks for no side": ["#early dozens", "#late at least 46", "#undated ~50 disputed"],
        "Who speaks for a side": ["#fighter up to 90", "#rebels 84 disputed"],
    }


def test_who_is_on_a_side_that_nobody_states_stands_under_that(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, figures: {wagner: {killed: 84}}}, {id: b, unnamed: a commander, figures: {wagner: {killed: 54}}}
    """
    [chart] = charts(battle(tmp_path, claims)).charts
    assert list(shape(chart)) == ["Side not stated", "Who speaks for a side"]


def test_a_claimant_has_a_row_for_each_of_its_claims_and_the_earlier_is_marked(tmp_path: Path) -> None:
    claims = """
      {id: first, by: csp, date: 2024-07-28, figures: {csp: {killed: 7}}},
      {id: second, by: csp, date: 2024-08-01, figures: {csp: {killed: 9}}, revises: first},
      {id: third, by: afp, date: 2024-08-02, figures: {csp: {killed: 3}}},
      {id: fourth, by: afp, date: 2024-08-03, withdraws: third}
    """
    [chart] = charts(battle(tmp_path, claims)).charts
    assert shape(chart) == {
        "Who speaks for no side": ["#third 3 withdrawn"],
        "Who speaks for a side": ["#first 7 revised", "#second 9"],
    }


def test_what_is_said_again_is_counted_once_where_both_are_on_the_page(tmp_path: Path) -> None:
    claims = """
      {id: first, by: csp, date: 2024-08-01, figures: {wagner: {killed: 84}}},
      {id: again, by: csp, date: 2024-08-02, figures: {wagner: {killed: 84}}, repeats: first},
      {id: other, by: afp, date: 2024-08-03, figures: {wagner: {killed: 84}}}
    """
    here = battle(tmp_path, claims)
    [chart] = charts(here).charts
    assert shape(chart) == {"Who speaks for no side": ["#other 84"], "Who speaks for a side": ["#first 84"]}
    alone = view_counts(here, [ClaimKey(BATTLE, "again")], href_of)
    assert alone is not None
    assert [single.count.by.claimant.href for single in alone.single] == ["#again"]


def test_who_counts_other_days_than_the_event_is_marked(tmp_path: Path) -> None:
    claims = """
      {id: all-days, by: afp, figures: {wagner: {killed: 84}}},
      {id: same-days, by: csp, covers: 2024-07-25/2024-07-27, figures: {wagner: {killed: 80}}},
      {id: one-day, by: fama, covers: 2024-07-25, figures: {wagner: {killed: 2}}},
      {id: too-early, by: lab, date: 2024-07-26, figures: {wagner: {killed: 5}}}
    """
    [chart] = charts(battle(tmp_path, claims)).charts
    assert shape(chart) == {
        "Who speaks for no side": ["#too-early 5 unknown", "#all-days 84 disputed"],
        "Who speaks for a side": ["#one-day 2 other", "#same-days 80 disputed"],
    }


def test_the_dead_come_first_then_what_most_claims_count(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, figures: {wagner: {wounded: 9, killed: 8}, fama: {killed: 5}, civilians: {killed: 1}}},
      {id: b, by: afp, figures: {wagner: {wounded: 9, killed: 8}, fama: {killed: 5}, civilians: {killed: 1}}},
      {id: c, by: lab, figures: {wagner: {wounded: 7}, fama: {killed: 4}}}
    """
    found = charts(battle(tmp_path, claims))
    assert [chart.heading for chart in (*found.charts, *found.more)] == [
        "Malian army: killed",
        "Wagner: killed",
        "civilians: killed",
        "Wagner: wounded",
    ]


def test_parties_that_are_counted_together_have_a_chart_of_their_own(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, figures: {wagner+fama: {killed: 131}}},
      {id: b, by: afp, figures: {fama + wagner: {killed: 20-50}}},
      {id: c, by: afp, figures: {wagner: {killed: 20+}}}, {id: d, by: lab, figures: {unstated: {killed: 17}}}
    """
    found = charts(battle(tmp_path, claims))
    assert [(chart.heading, chart.anchor) for chart in found.charts] == [
        ("Malian army and Wagner: killed", "group-fama_wagner-killed")
    ]
    assert [(single.heading, single.count.figure) for single in found.single] == [
        ("Wagner: killed", "at least 20"),
        ("side not stated: killed", "17"),
    ]


def test_the_table_has_every_count_once_under_its_party(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, figures: {wagner: {killed: 84, captured: 7}, fama: {killed: 47}}},
      {id: b, by: afp, figures: {wagner: {killed: ~80}}}, {id: words, by: afp}
    """
    table = charts(battle(tmp_path, claims)).table
    assert table is not None
    assert table.parties == ("Wagner", "Malian army")
    assert [
        (heading, row.by.claimant.href, [[f"{count.figure} {count.category}" for count in cell] for cell in row.cells])
        for heading, rows in table.sides
        for row in rows
    ] == [
        ("Who speaks for no side", "#b", [["~80 killed"], []]),
        ("Who speaks for a side", "#a", [["84 killed", "7 captured"], ["47 killed"]]),
    ]


def test_one_count_of_each_thing_is_a_list_without_a_chart_or_a_table(tmp_path: Path) -> None:
    found = charts(battle(tmp_path, "{id: a, by: afp, figures: {wagner: {killed: 8}, fama: {killed: 4}}}"))
    assert (found.charts, found.table) == ((), None)
    assert [single.heading for single in found.single] == ["Malian army: killed", "Wagner: killed"]


def test_claims_without_figures_are_no_counts(tmp_path: Path) -> None:
    here = battle(tmp_path, "{id: a, by: afp, topic: toll, says: It gave no figure.}")
    assert view_counts(here, here.chronicle.claims.all, href_of) is None


def test_where_a_statement_is_an_event_those_who_fought_are_still_parties(tmp_path: Path) -> None:
    claims = f"{{id: a, by: csp, said_in: 2024-08-01-words, figures: {{wagner: {{killed: 84}}}}}}, {_second()}"
    here = battle(tmp_path, claims, "2024-08-01-words: {kind: statement, actors: [{actor: csp, role: speaker}]}")
    [chart] = charts(here, "2024-08-01-words").charts
    assert shape(chart) == {"Who speaks for a side": ["#a 84 disputed", "#b 50 disputed"]}


def _second() -> str:
    return "{id: b, by: fama, said_in: 2024-08-01-words, figures: {wagner: {killed: 50}}}"


def test_a_chronicle_without_a_conflict_has_no_sides(tmp_path: Path) -> None:
    world = """
      chronicle: {profile: general, figures: {damage: {means: The cost., like: money, unit: GBP}}}
      2007-07-20-flood:
        kind: disaster
        claims:
          - {id: office, unnamed: the office, figures: {all: {homes: 1200-1600, damage: 20000000}}}
          - {id: paper, unnamed: the paper, figures: {all: {homes: 900+, damage: ~12000000}}}
    """
    address = record_address(Kind.EVENT, "2007-07-20-flood")
    found = charts(worlds.here(worlds.chronicle_of(tmp_path, world), address), "2007-07-20-flood")
    homes, damage = found.charts
    assert (homes.heading, damage.heading) == ("homes", "damage")
    assert shape(homes) == {"": ["#office 1,200-1,600", "#paper at least 900"]}
    assert [words for _, words in homes.ticks] == ["0", "1,000", "2,000"]
    assert [words for _, words in damage.ticks] == ["0", "10M", "20M"]


def test_on_a_question_the_days_that_most_claims_count_are_the_usual_ones(tmp_path: Path) -> None:
    toll = "question: toll, figures: {wagner: {killed: 80}}"
    claims = f"""
      {{id: a, by: afp, {toll}}}, {{id: b, by: csp, {toll}, covers: 2024-07-25/2024-07-27}},
      {{id: c, by: lab, {toll}, covers: 2024-07-27}}
    """
    here = battle(tmp_path, claims)
    found = view_counts(here, here.chronicle.claims.on_question["toll"], here.claim_href)
    assert found is not None
    [chart] = found.charts
    days = {row.count.by.claimant.label: row.count.by.days for row in chart.rows()}
    assert days == {"AFP": "", "CSP-DPA": "", "Imagery Lab": "other"}


def test_long_charts_and_many_charts_are_folded_and_nothing_is_left_out(tmp_path: Path) -> None:
    many = OPEN_ROWS_OF_SIDE + 5
    claims = ", ".join(f"{{id: c{at:02}, by: afp, figures: {{wagner: {{killed: {at}}}}}}}" for at in range(many))
    few = ", ".join(
        f"{{id: d{at:02}, by: lab, figures: {{fama: {{killed: {at}}}, csp: {{killed: 1}}, civilians: {{killed: 2}}}}}}"
        for at in range(OPEN_ROWS // 2)
    )
    found = charts(battle(tmp_path, f"{claims}, {few}"))
    [side] = found.charts[0].sides
    assert (len(side.rows), len(side.more)) == (OPEN_ROWS_OF_SIDE, 5)
    assert len(found.charts) == 1
    assert [len(list(chart.rows())) for chart in found.more] == [OPEN_ROWS // 2] * 3


def test_the_page_says_every_count_without_its_drawings(tmp_path: Path) -> None:
    claims = """
      {id: a, by: csp, figures: {wagner: {killed: 84}}, covers: 2024-07-25},
      {id: b, by: lab, basis: imagery, figures: {wagner: {killed: 46+}}}
    """
    here = battle(tmp_path, claims)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "shown.html").write_text('{% import "counts.html" as n with context %}{{ n.counts(page) }}')
    html = make_templates([tmp_path, theme_folder()]).render("shown.html", page=charts(here), here=here)
    assert 'id="group-wagner-killed"' in html
    assert html.count("<svg") == html.count('aria-hidden="true"')
    for words in (
        "Imagery Lab",
        "at least 46",
        "imagery",
        "CSP-DPA",
        "84",
        "other days",
        'href="#a"',
        "Who speaks for no side",
    ):
        assert words in html, words
