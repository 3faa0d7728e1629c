"""The terms that a chronicle adds to the closed lists in its profile."""

from textwrap import dedent

import pytest

from site_builder.reading import Records, read
from site_builder.records import TERMS, Profile, fields
from site_builder.vocabulary import (
    EventKind,
    FigureCategory,
    LinkType,
    NamedBecause,
    Topic,
    built_in,
    inverse_of,
    stock,
)

FLOODS = """
    profile: general
    kinds:
      flood: {label: Flood, means: Water where it should not be., like: disaster}
    topics:
      height: {means: How high the water stood., like: amount}
    link_types:
      cites: {means: This event cites the other., like: about, inverse: cited-by}
    figures:
      damage: {means: The cost of the damage., like: money, unit: EUR}
    persons:
      elder: {means: The person speaks for the village by its own choice.}
"""
EVENT = "title: A\ndate: 1953\nkind: flood\nsummary: A.\nsources: [a]\nadded: 2024\n"
SOURCE = "publisher: P\nadded: 2024\n"


def chronicle(profile: str, event: str = EVENT) -> Records:
    tree = {"chronicle.yml": dedent(profile), "1953/1953-a.yml": event, "sources/a.yml": SOURCE}
    return read({path: text.encode() for path, text in tree.items()})


def problems(profile: str, event: str = EVENT) -> list[tuple[str, str, int, str | None]]:
    found = chronicle(profile, event).problems
    return [(one.code, one.text, one.line, one.suggestion) for one in found if one.file == "chronicle.yml"]


def test_every_list_that_may_be_added_to_is_a_key_of_the_profile() -> None:
    assert TERMS.keys() <= fields(Profile).keys()


def test_a_record_may_have_a_term_of_its_chronicle() -> None:
    read = chronicle(FLOODS)
    assert read.problems == ()
    kind = read.events["1953-a"].kind
    assert (kind, kind.label, kind.definition) == ("flood", "Flood", "Water where it should not be.")
    assert kind.usual_actor == EventKind.of("disaster").usual_actor


def test_a_term_of_another_chronicle_is_a_typing_error_with_the_nearest_term() -> None:
    (problem,) = chronicle(FLOODS, EVENT.replace("flood", "flod")).problems
    assert (problem.code, problem.suggestion) == ("TL043", "flood")
    (problem,) = chronicle("profile: general\n").problems
    assert (problem.code, problem.text) == ("TL043", "flood")


def test_a_chronicle_has_the_lists_of_the_profile_that_it_names_and_its_own_at_their_end() -> None:
    vocabulary = chronicle(FLOODS).vocabulary
    assert vocabulary.terms(EventKind) == (*built_in("general").terms(EventKind), "flood")
    assert vocabulary.lists[NamedBecause]["elder"].label == "elder"
    assert vocabulary.lists[FigureCategory]["damage"].unit == "EUR"  # type: ignore[attr-defined]
    assert vocabulary.lists[Topic]["height"].heading == "Height"  # type: ignore[attr-defined]
    assert chronicle("title: A\n", EVENT.replace("flood", "battle")).vocabulary == built_in()


def test_a_link_type_of_its_own_is_the_inverse_of_its_inverse() -> None:
    vocabulary = chronicle(FLOODS).vocabulary
    cites = vocabulary.lists[LinkType]["cites"]
    assert isinstance(cites, LinkType)
    cited = inverse_of(cites, vocabulary)
    assert (cited, cited.heading, cited.in_time) == ("cited-by", "Cited by", "not-before")
    assert inverse_of(cited, vocabulary) is cites
    assert cites.points_back
    assert not cited.points_back


def test_both_sides_of_a_link_type_may_have_words_of_their_own() -> None:
    vocabulary = chronicle("""
        link_types:
          cites: {means: This event cites the other., like: about, inverse: cited-by}
          cited-by: {label: Named in, means: The other event cites this one., like: subject-of, inverse: cites}
    """).vocabulary
    assert vocabulary.lists[LinkType]["cited-by"].label == "Named in"


@pytest.mark.parametrize(
    ("profile", "found"),
    [
        ("kinds: {flood: {means: W., like: acident}}\n", ("TL043", "acident", 1, "accident")),
        ("profile: generall\n", ("TL043", "generall", 1, "general")),
        ("kinds:\n  battle: {means: W., like: accident}\n", ("TL048", "battle", 2, None)),
        ("link_types:\n  cites: {means: C., like: about}\n", ("TL048", "cites", 2, None)),
        ("link_types:\n  a: {means: C., like: about, inverse: b}\n  b: {means: C., like: about, inverse: a}\n",
         ("TL048", "a", 2, None)),
        ("kinds:\n  flood: {like: accident}\n", ("TL041", "like", 2, None)),
    ],
)  # fmt: skip
def test_a_term_that_cannot_be_taken_is_reported_where_it_stands(
    profile: str, found: tuple[str, str, int, str | None]
) -> None:
    code, text, line, suggestion = found
    reported = problems(profile, EVENT.replace("flood", "battle"))
    assert [(one[0], one[2], one[3]) for one in reported[:1]] == [(code, line, suggestion)]
    assert text in reported[0][1]


def test_records_are_not_wrong_because_the_profile_with_their_terms_is() -> None:
    read = chronicle("kinds: {flood: {like: acident}}\nlicense: MIT\n")
    assert {problem.file for problem in read.problems} == {"chronicle.yml"}
    assert read.events["1953-a"].kind == "flood"


def test_files_that_were_read_with_other_terms_are_read_again() -> None:
    before = chronicle(FLOODS)
    tree = {path: reading.content for path, reading in before.files.items()}
    same = read({**tree, "1953/1953-a.yml": b""}, {"1953/1953-a.yml": before.files["1953/1953-a.yml"]})
    assert same.events["1953-a"] is before.events["1953-a"]
    wet = tree["chronicle.yml"].replace(b"Water where", b"Water of a river where")
    after = read({**tree, "chronicle.yml": wet}, {"1953/1953-a.yml": before.files["1953/1953-a.yml"]})
    assert "river" in after.events["1953-a"].kind.definition


def test_every_term_of_the_engine_may_be_what_another_is_like() -> None:
    for key, of in TERMS.items():
        if of in (LinkType, NamedBecause):
            continue
        for term in of.all():
            text = f"{key}: {{own: {{means: A., like: {term}}}}}\n"
            own = chronicle(text).vocabulary.lists[of]["own"]
            unlike = {"definition", "label", "order", "heading"}
            assert all(vars(own)[name] == value for name, value in vars(term).items() if name not in unlike)
    assert stock().lists.keys() == built_in().lists.keys()
