"""What a chronicle warns of besides what the engine knows is refused where no rule could use it."""

import pytest

from site_builder.reading import read


@pytest.mark.parametrize(
    ("profile", "code", "said"),
    [
        ("channels: {The army: https://army.example}", "TL047", "expected a host"),
        ("channels: {The army: [army]}", "TL047", "expected a host"),
        ("channels: [army.example]", "TL042", "must be keys with values"),
        ("state_outlets: {Freeland: [news.example/a b]}", "TL047", "expected a host"),
        ("loaded_words: {en: {'***': people}}", "TL047", "expected a word or a phrase"),
        ("loaded_words: {en: {'a*b': people}}", "TL047", "expected a word or a phrase"),
        ("loaded_words: {en: [henchmen]}", "TL042", "must be keys with values"),
        ("loaded_words: {en: {henchmen: {a: b}}}", "TL042", "must be text"),
        ("loaded_words: {ua: {henchmen: members}}", "TL055", "uk"),
        ("loaded_words: {english: {henchmen: members}}", "TL047", "a language code such as en"),
    ],
)
def test_what_no_rule_could_use_is_a_problem(profile: str, code: str, said: str) -> None:
    (problem,) = read({"chronicle.yml": f"{profile}\n".encode()}).problems
    assert (problem.code, problem.file, problem.line) == (code, "chronicle.yml", 1)
    assert said in f"{problem.message} {problem.suggestion}"
    assert problem.column > 1


def test_hosts_are_a_list_or_one_alone_and_written_in_small_letters() -> None:
    profile = read({"chronicle.yml": b"channels: {The army: Posts.Example/Army/, A: [a.example, b.example]}\n"}).profile
    assert profile.channels == {"The army": ("posts.example/army",), "A": ("a.example", "b.example")}
