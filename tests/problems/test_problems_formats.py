"""Problems as annotations of a pull request, and as data."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from site_builder.languages import say
from site_builder.problems import Problem, Severity, as_annotation, as_data

SCHEMA = Path(__file__).parents[2] / "docs" / "problems" / "check.schema.json"
PLACED = Problem("TL040", Severity.ERROR, say("`titel` is not a key"), "2024/a.yml", 12, 9, "titel", "title")


def test_an_annotation_is_a_workflow_command() -> None:
    assert as_annotation(PLACED, "events/") == (
        "::error file=events/2024/a.yml,line=12,col=9,title=TL040 Unknown key::"
        "`titel` is not a key%0ADid you mean `title`?%0ASee `timeline explain TL040`"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")]
)
def test_each_severity_has_its_command(severity: Severity, command: str) -> None:
    assert as_annotation(dataclasses.replace(PLACED, severity=severity)).startswith(f"::{command} ")


def test_nothing_in_a_record_begins_another_command_or_property() -> None:
    hostile = dataclasses.replace(
        PLACED, message=say("100%\n::error::b\r\n"), file="a,line=1:b%2C.yml", suggestion="%0A::set-output\n::c"
    )
    annotation = as_annotation(hostile)
    assert "\n" not in annotation and "\r" not in annotation
    properties, _, message = annotation.removeprefix("::error ").partition("::")
    assert properties.split(",")[0] == "file=a%2Cline=1%3Ab%252C.yml"
    assert len(properties.split(",")) == 4
    assert message.startswith("100%25\\x0a::error::b")
    assert "%250A" in message


def test_data_is_as_the_schema_says() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    for problem in (PLACED, dataclasses.replace(PLACED, suggestion=None, severity=Severity.HINT)):
        item = {**schema["properties"]["problems"]["items"], "definitions": schema["definitions"]}
        jsonschema.validate(as_data(problem, "events/"), item)
        assert set(as_data(problem)) == set(item["properties"])
