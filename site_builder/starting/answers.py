"""What is asked before a chronicle begins, and whether an answer is one that a chronicle can have."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.reading import PROFILE, read
from site_builder.starting.content import data, environment
from site_builder.starting.engine import EngineOrigin
from site_builder.vocabulary import profiles

PROFILES: Mapping[str, str] = {name: str(about["definition"]) for name, about in profiles().items()}
"""The profiles with the sentence that defines each."""
LICENCES: Mapping[str, str] = data("licences")
"""Licences that are offered by name, with the address of the text of each."""
HOSTS: Mapping[str, str] = data("hosts") | {"none": say("another host, or none yet")}
"""Hosts of repositories for which there are files, with the name of each."""
_PROFILE_TEMPLATE = f"every/events/{PROFILE}"


class AnswerError(TimelineError):
    """An answer that no chronicle can have; the message says why, and what was probably meant."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody says of the chronicle that they begin."""

    title: str
    language: str = "en"
    profile: str = "general"
    licence: str = ""
    """What the licence of the records is called; empty for none."""
    licence_url: str = ""
    """Where its text stands; empty where that is not known."""
    host: str = "github"
    engine: EngineOrigin | None = None
    """Where the engine came from; None where that is not known."""


def profile_text(answers: Answers) -> str:
    """The text of the profile that the answers make, not formatted yet."""
    template = environment().get_template(_PROFILE_TEMPLATE)
    return template.render(answers=answers, **data("profiles")[answers.profile])


def checked(answers: Answers) -> Answers:
    """The answers as they are. Raises AnswerError for the first thing that is wrong with them as a profile."""
    if not answers.title:
        raise AnswerError(say("a title is needed"))
    for problem in read({PROFILE: profile_text(answers).encode()}).problems:
        raise AnswerError(f"{problem.message}{problem.hint}")
    return answers
