"""What a profile says of rules: off, error, or a number of its own; never a laxer rule against harm."""

import pytest

from site_builder.problems import CODES, SHORT_THREAD, Problem, Severity
from site_builder.reading import Records, read
from site_builder.records import Profile


def chronicle(rules: str) -> Records:
    return read({"chronicle.yml": f"rules: {rules}\n".encode()})


@pytest.mark.parametrize(
    ("rules", "code", "said", "suggestion"),
    [
        ("{TL8O: off}", "TL043", "not the code of a problem", "TL080"),
        ("{tl091: off}", "TL043", "not the code of a problem", "TL091"),
        ("{TL777: off}", "TL043", "not the code of a problem", None),
        ("{TL060: off}", "TL048", "TL060 is an error: it can be made stricter, and never off", None),
        ("{TL102: off}", "TL048", "TL102 keeps people from harm: it can be made stricter, and never off", None),
        ("{TL091: {from: 3}}", "TL048", "TL091 has no number to set: write off or error", None),
        ("{TL080: {fron: 70}}", "TL048", "TL080 has no number `fron`: write `from`", None),
        ("{TL080: {from: 20}}", "TL048", "`from` of TL080 is 20: it must be from 50 to 100", None),
        ("{TL105: {days: 13}}", "TL048", "`days` of TL105 is 13: it must be from 14 to 3650", None),
        ("{TL072: {origins: 1}}", "TL048", "`origins` of TL072 is 1: it must be from 2 to 10", None),
        ("{TL080: {from: most}}", "TL048", "expected a whole number", None),
        (f"{{TL080: {{from: {'9' * 5000}}}}}", "TL048", "expected a whole number", None),
        ("{TL080: {severity: hint, from: 70}}", "TL048", "`severity` here can only be error", None),
        ("{TL091: on}", "TL047", "expected off, error, or numbers of its rule, such as {from: 85}", None),
        ("{TL091: [off]}", "TL042", "expected off, error, or numbers", None),
        ("[TL091]", "TL042", "must be keys with values", None),
    ],
)
def test_what_a_rule_cannot_be_is_a_problem_at_its_place(
    rules: str, code: str, said: str, suggestion: str | None
) -> None:
    (problem,) = chronicle(rules).problems
    assert (problem.code, problem.suggestion, problem.file, problem.line) == (code, suggestion, "chronicle.yml", 1)
    assert said in problem.message
    assert problem.column > len("rules: ") or code == "TL042"


def test_a_rule_is_off_an_error_or_has_a_number_of_its_own() -> None:
    profile = chronicle("{TL080: {from: 85}, TL091: off, TL081: error, TL087: {events: 5, severity: error}}").profile
    assert profile.threshold(CODES["TL080"], "from") == 85
    assert profile.threshold(CODES["TL083"], "km") == 500
    assert profile.severity("TL091", Severity.WARNING) is None
    assert profile.severity("TL081", Severity.WARNING) is Severity.ERROR
    assert profile.severity("TL080", Severity.WARNING) is Severity.WARNING
    assert (profile.threshold(SHORT_THREAD, "events"), profile.severity("TL087", Severity.HINT)) == (5, Severity.ERROR)
    assert Profile.model_validate(profile.model_dump(by_alias=True)) == profile


def test_problems_are_as_severe_as_the_profile_says() -> None:
    found = [Problem.of(CODES[code], CODES[code].page.title, "a.yml") for code in ("TL067", "TL081", "TL091")]  # type: ignore[arg-type]
    judged = [*chronicle("{TL091: off, TL081: error}").profile.judge(found)]
    assert [(one.code, one.severity) for one in judged] == [("TL067", Severity.WARNING), ("TL081", Severity.ERROR)]
