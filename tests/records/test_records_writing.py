"""Values of records as they were written."""

from pydantic import BaseModel

from site_builder.records.base import Date, LocalText
from site_builder.records.claim import Figure


class Written(BaseModel):
    text: LocalText
    date: Date
    figure: Figure


def test_texts_dates_and_figures_are_written_as_they_were_typed() -> None:
    for text in ("a", {"en": "a", "fr": "b"}):
        typed = {"text": text, "date": "2024-07-2X?", "figure": "up to 10"}
        record = Written.model_validate(typed)
        assert record.model_dump() == record.model_dump(mode="json") == typed
