"""Threads as records, and the questions that they raise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.synthetic.files import RecordFile
from bench.synthetic.phrases import QUESTION_SUMMARY, QUESTIONS, THREAD_SUMMARY
from bench.synthetic.story import Happening, Thread
from bench.synthetic.yaml_text import Flow, Folded


def write_thread_records(thread: Thread, happenings: Sequence[Happening]) -> Iterator[RecordFile]:
    """The thread, with events to start with, and a question for each matter that its parties dispute."""
    names = {"a": thread.fighters[0].label, "b": thread.fighters[1].label, "place": thread.places[0].label}
    yield RecordFile(
        f"threads/{thread.id}.yml",
        {
            "title": thread.title,
            "summary": Folded(THREAD_SUMMARY.format(**names)),
            "start": Flow([happening.id for happening in happenings[:3]]),
            "state": "open",
        },
    )
    for topic, pattern in QUESTIONS.items():
        yield RecordFile(
            f"questions/{thread.id}-{topic}.yml",
            {
                "title": pattern.format(**names),
                "summary": Folded(QUESTION_SUMMARY.format(**names)),
                "threads": Flow([thread.id]),
                "state": "open",
            },
        )
