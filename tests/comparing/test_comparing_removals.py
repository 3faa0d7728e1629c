"""A record that was removed for privacy: the comparison says that it was, and nothing of what it said."""

from __future__ import annotations

from pathlib import Path

from comparing.comparing_worlds import compared
from site_builder.comparing import Comparison, Scope, as_json, as_markdown, as_text
from site_builder.comparing.changes import How, NoticeSort

SECRET = "Secretname"
BEFORE = f"""
actors/secret:
  name: {SECRET}
  type: person
  named_because: public-office
  former_ids: [older]
  description: {SECRET} and what {SECRET} did in the town.
sources/s: {{}}
sources/told: {{title: A talk with {SECRET}}}
2024-01-01-a:
  summary: Says [[actor:secret]].
  claims: [{{id: c, by: secret, says: {SECRET} says so.}}, {{id: d, unnamed: A man, says: He is {SECRET}., denies: c}}]
  links: [{{type: after, event: 2024-01-02-b, note: Says {SECRET}., sources: [s]}}]
2024-01-02-b: {{title: "{SECRET} at the well", date: 2024-01-01, summary: "{SECRET} was there."}}
2024-01-03-c: {{summary: "The talk was with {SECRET}.", sources: [told]}}
"""
AFTER = """
removed:
  actors: [{id: secret, date: 2026-11-28, reason: private-person}]
  events: [{id: 2024-01-02-b, date: 2026-11-28, reason: danger}]
sources/s: {}
sources/told: {title: A talk}
2024-01-01-a: {summary: Says a man., claims: [{id: d, unnamed: A man, says: It was so.}]}
2024-01-03-c: {summary: The talk was with somebody., sources: [told]}
"""


def texts_of(comparison: Comparison) -> tuple[str, str, str]:
    scope = Scope("main", "0" * 40, "events/")
    return as_text(comparison, scope), as_markdown(comparison, scope), as_json(comparison, scope)


def test_a_removal_is_told_by_id_day_and_reason(tmp_path: Path) -> None:
    comparison = compared(tmp_path, BEFORE, AFTER)
    removed = [change for change in comparison.records if change.how is How.ERASED]
    assert [(change.kind, change.id, change.title, change.file) for change in removed] == [
        ("event", "2024-01-02-b", "", "removed.yml"),
        ("actor", "secret", "", "removed.yml"),
    ]
    assert [change for change in comparison.records if change.how is How.REMOVED] == []
    text, _, _ = texts_of(comparison)
    assert "1 actor removed for privacy" in text
    assert "secret\n    date: 28 November 2026\n    reason: private-person" in text


def test_nothing_that_was_removed_is_printed_nor_what_named_it(tmp_path: Path) -> None:
    """But for `2024-01-03-c`, which named the person in words that nothing ties to the record."""
    comparison = compared(tmp_path, BEFORE, AFTER)
    ours = [line for text in texts_of(comparison) for line in text.splitlines() if SECRET in line]
    assert [line for line in ours if "The talk was with" not in line and "A talk" not in line] == []


def test_a_former_id_of_what_was_removed_is_counted_and_not_named(tmp_path: Path) -> None:
    notices = compared(tmp_path, BEFORE, AFTER).notices
    unlisted = [one.message for one in notices if one.sort is NoticeSort.UNLISTED]
    assert unlisted == ["the removed actor `secret` had 1 former id, whose address is lost unless it is listed too"]


def test_an_entry_that_is_taken_out_of_the_list_is_a_warning(tmp_path: Path) -> None:
    listed = "removed: {actors: [{id: x, date: 2026-11-28, reason: order}]}"
    (notice,) = compared(tmp_path, listed, "sources/s: {}").notices
    assert notice.sort is NoticeSort.UNLISTED
    assert notice.message.startswith("the actor `x` was removed for privacy, and the list does not say so any more")


def test_another_reason_is_a_change(tmp_path: Path) -> None:
    listed = "removed: {{actors: [{{id: x, date: 2026-11-28, reason: {}}}]}}"
    (change,) = compared(tmp_path, listed.format("order"), listed.format("danger")).records
    assert [(field.key, field.before, field.after) for field in change.fields] == [("reason", "order", "danger")]
