from site_builder.vocabulary import CLOSED_LISTS, EventKind, LinkType


def test_every_value_has_one_sentence_that_defines_it() -> None:
    for terms in CLOSED_LISTS.values():
        for term in terms:
            assert term.definition.endswith(".")
            assert term.definition.count(". ") == 0


def test_a_value_is_the_text_that_a_contributor_writes() -> None:
    assert EventKind("air-strike") is EventKind.AIR_STRIKE
    assert f"{EventKind.AIR_STRIKE}" == "air-strike"
    assert EventKind.AIR_STRIKE.label == "air strike"


def test_every_link_type_is_the_inverse_of_its_inverse() -> None:
    for link_type in LinkType:
        assert link_type.inverse.inverse is link_type
        assert link_type.inverse is not link_type
