"""The files that a chronicle begins with, filled in from the answers."""

from collections.abc import Mapping

from site_builder.editing import format_record
from site_builder.reading import PROFILE
from site_builder.records import Profile
from site_builder.schema import FOLDER, schema_texts
from site_builder.starting.answers import Answers
from site_builder.starting.content import data, environment, templates

_EVENTS = "events"


def files_of(answers: Answers, today: str) -> Mapping[str, str]:
    """The text of each file by its path; `today` is the day on which the example records are added.

    What runs on a host installs the engine: without knowing where that came from, there is none.
    """
    folders = ["every", f"profiles/{answers.profile}"]
    if answers.engine is not None:
        folders += ["with-engine", f"hosts/{answers.host}"]
    fill = environment()
    known = {"answers": answers, "today": today, **data("profiles")[answers.profile]}
    files = {path: fill.get_template(name).render(known) for folder in folders for path, name in templates(folder)}
    profile = f"{_EVENTS}/{PROFILE}"
    files[profile] = format_record(files[profile], Profile, f"./{FOLDER}/profile.json")
    records = {
        path.removeprefix(f"{_EVENTS}/"): text.encode() for path, text in files.items() if path.startswith(_EVENTS)
    }
    schemas = {f"{_EVENTS}/{FOLDER}/{name}": text for name, text in schema_texts(records).items()}
    return dict(sorted((files | schemas).items()))
