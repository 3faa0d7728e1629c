"""What keys mean is what stands below them in the models."""

import pytest

from site_builder.records import OWN_TERMS, OwnTerm, Profile, Record, Schema, Source, fields, meaning_of
from site_builder.records.models import all_models
from site_builder.vocabulary import EventKind

MODELS = [*all_models(), Profile, *OWN_TERMS]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_says_in_a_sentence_what_it_means(model: type[Schema]) -> None:
    assert [key for key in fields(model) if not meaning_of(model, key).endswith(".")] == []


def test_a_key_means_what_the_model_says_that_names_it() -> None:
    assert meaning_of(Source, "added") == meaning_of(Record, "added") != ""


def test_a_key_of_a_model_of_many_types_means_the_same_in_each() -> None:
    assert meaning_of(OwnTerm[EventKind], "means") == meaning_of(OwnTerm, "means") != ""
