"""What the profile and the settings of the site both say, and say differently."""

from collections.abc import Iterator

from site_builder import problems
from site_builder.languages import Message, say
from site_builder.problems import Problem
from site_builder.reading import PROFILE, Records
from site_builder.records import RecordPath


def find_differences(records: Records, name: str, language: str) -> Iterator[Problem]:
    """Where the profile says otherwise than `mkdocs.yml`, of which empty is what says nothing."""
    return records.profile.judge(
        Problem.of(problems.OTHER_THAN_SITE, message, PROFILE, records.files[PROFILE].positions.find(path), meant)
        for path, message, meant in _differences(records, name, language)
    )


def _differences(records: Records, name: str, language: str) -> Iterator[tuple[RecordPath, Message, str]]:
    title, languages = records.profile.title, records.profile.languages
    if name and title is not None and name not in {text for _, text in title.versions}:
        path = ("title", title.versions[0][0]) if title.versions[0][0] else ("title",)
        yield path, say("`mkdocs.yml` calls the site `{name}`", name=name), name
    if language and languages and language != languages[0]:
        message = say(
            "the first of `languages` is that of the records, and the words of the pages are in `{language}`",
            language=language,
        )
        yield ("languages", 0), message, language
