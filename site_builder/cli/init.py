"""`timeline init`: begins somebody's own chronicle, from answers or from options."""

import datetime
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from site_builder import TimelineError
from site_builder.cli.first_run import build_once, check_once
from site_builder.cli.terminal import LeftError, print_line, read_line
from site_builder.languages import has_page_texts, say, say_n
from site_builder.problems import visible
from site_builder.records import Kind
from site_builder.starting import (
    HOSTS,
    LICENCES,
    PROFILES,
    AnswerError,
    Answers,
    InTheWayError,
    checked,
    engine_named,
    files_of,
    find_engine,
    in_the_way,
    place_files,
)

_OWN_LICENCE = "another"
_NO_LICENCE = "none"
_LANGUAGE_OF_PAGES = "en"
_ANY_TITLE = "x"
"""Stands for a title that is asked for later."""
_EPILOG = """\b
Examples:
  timeline init floods                          asks, and writes the folder floods
  timeline init . --host gitlab                 into the folder where you are, such as a fresh clone
  timeline init floods --no-input --title 'Floods of the lower valley' --language fr --profile general \\
      --licence 'CC BY 4.0' --host none

Exit code 0: written, and it builds; 1: written, but the check or the build found something, or you left before anything
was written; 2: an option was not understood, or files are in the way, and nothing was written."""


@click.command(epilog=_EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", metavar="TEXT", help="What the chronicle is called.")
@click.option("--language", metavar="CODE", help="The language of its records (default: en).")
@click.option("--profile", type=click.Choice(list(PROFILES)), help="The lists that it starts from (default: general).")
@click.option(
    "--licence", metavar="NAME", help=f"Of its records: {', '.join(LICENCES)}, another name, or none (default)."
)
@click.option("--licence-url", metavar="URL", help="Where the text of another licence stands.")
@click.option("--host", type=click.Choice(list(HOSTS)), help="Where its repository will be (default: github).")
@click.option(
    "--engine", metavar="URL@COMMIT", help="The repository to install the engine from, where it is not known."
)
@click.option("--no-input", is_flag=True, help="Ask nothing: all comes from the options.")
def init(folder: Path, no_input: bool, engine: str | None, **given: str | None) -> None:
    """Start a chronicle of your own in FOLDER: settings, pages, an example of each record, and what your host runs.

    Asks for what the options do not say. Nothing is overwritten: where a file is in the way, nothing is written. Then
    the records are checked and the site is built once.
    """
    answers = _from_options(given, engine)
    _refuse_what_is_in_the_way(folder, answers)
    if no_input and not given["title"]:
        raise click.UsageError(say("with --no-input a title is needed: --title TEXT"))
    try:
        answers = answers if no_input else _ask(answers, given)
    except LeftError:
        print_line(say("nothing was written"), err=True)
        sys.exit(1)
    files = files_of(answers, datetime.date.today().isoformat())
    try:
        kept = place_files(folder, files)
    except InTheWayError as error:
        _refuse(folder, error.paths)
    count = len(files) - len(kept)
    print_line(say_n("{n} file written to {folder}", "{n} files written to {folder}", count, folder=folder))
    for path in kept:
        print_line(say("{file} was there and stays as it is", file=path))
    for line in _remarks(answers):
        print_line(line)
    sys.exit(0 if _passes(folder) else 1)


def _from_options(given: Mapping[str, str | None], engine: str | None) -> Answers:
    """The answers that options give, with what goes without saying for the rest."""
    licence = _licence_named(given["licence"] or _NO_LICENCE)
    url = given["licence_url"] or LICENCES.get(licence, "")
    if given["licence_url"] and not licence:
        raise click.UsageError(say("--licence-url needs the name of the licence: --licence NAME"))
    said = {key: value for key in ("language", "profile", "host") if (value := given[key])}
    title = _on_one_line(given["title"] or _ANY_TITLE)
    try:
        origin = find_engine() if engine is None else engine_named(engine)
        return checked(Answers(title, licence=licence, licence_url=url, engine=origin, **said))
    except TimelineError as error:
        raise click.UsageError(visible(str(error))) from None


def _licence_named(written: str) -> str:
    """A licence that is offered, as it is called here; another as it was written; empty for none."""
    names = {_plainly(name): name for name in LICENCES} | {_NO_LICENCE: ""}
    return names.get(_plainly(written), _on_one_line(written))


def _plainly(name: str) -> str:
    return name.casefold().replace("-", " ")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _refuse_what_is_in_the_way(folder: Path, answers: Answers) -> None:
    """Before anything is asked, so that nobody answers for nothing."""
    if taken := in_the_way(folder, files_of(answers, datetime.date.today().isoformat())):
        _refuse(folder, taken)


def _refuse(folder: Path, paths: tuple[str, ...]) -> NoReturn:
    print_line(say("nothing was written, because these are in {folder} already:", folder=folder), err=True)
    for path in paths:
        print_line(f"  {path}", err=True)
    print_line(say("Name an empty folder, or move them away."), err=True)
    sys.exit(2)


def _ask(answers: Answers, given: Mapping[str, str | None]) -> Answers:
    """The answers with those that options did not give. Raises LeftError."""
    if given["title"] is None:
        answers = _until_right(
            say("Title of the chronicle (needed)"), "", lambda typed: checked(replace(answers, title=typed))
        )
    if given["language"] is None:
        answers = _until_right(
            say("Language of its records, as a code (en, fr, uk)"),
            answers.language,
            lambda typed: checked(replace(answers, language=typed)),
        )
    if given["profile"] is None:
        answers = replace(answers, profile=_choose(say("What it is about:"), PROFILES, answers.profile))
    if given["licence"] is None:
        answers = _ask_licence(answers)
    if given["host"] is None:
        answers = replace(answers, host=_choose(say("Where its repository will be:"), HOSTS, answers.host))
    return answers


def _ask_licence(answers: Answers) -> Answers:
    others = {_OWN_LICENCE: say("of your own choice"), _NO_LICENCE: say("nothing is said of it")}
    chosen = _choose(say("Licence of its records:"), dict.fromkeys(LICENCES, "") | others, _NO_LICENCE)
    if chosen != _OWN_LICENCE:
        licence = "" if chosen == _NO_LICENCE else chosen
        return replace(answers, licence=licence, licence_url=LICENCES.get(licence, ""))
    answers = _until_right(
        say("Its name (needed)"), "", lambda typed: checked(replace(answers, licence=_needed(typed)))
    )
    return _until_right(
        say("Address of its text (Enter: none)"), "", lambda typed: checked(replace(answers, licence_url=typed))
    )


def _needed(typed: str) -> str:
    if not typed:
        raise AnswerError(say("an answer is needed"))
    return typed


def _until_right(words: str, usual: str, understand: Callable[[str], Answers]) -> Answers:
    """What is made of an answer, asked for until it is right."""
    while True:
        try:
            return understand(read_line(words, _leave, usual))
        except AnswerError as error:
            print_line(f"  {error}")


def _choose(words: str, choices: Mapping[str, str], usual: str) -> str:
    """One of some choices, by its number or name."""
    print_line(words)
    width = max(map(len, choices))
    for number, (name, about) in enumerate(choices.items(), 1):
        print_line(f"  {number}  {name:{width}}  {about}".rstrip())
    names = {str(number): name for number, name in enumerate(choices, 1)} | {name.casefold(): name for name in choices}
    while (chosen := names.get(read_line(say("Its number or name"), _leave, usual).casefold())) is None:
        print_line(f"  {say('expected a number from 1 to {last}, or a name of the list', last=len(choices))}")
    return chosen


def _leave() -> NoReturn:
    raise LeftError


def _remarks(answers: Answers) -> Iterator[str]:
    """What somebody should know of what was written."""
    if not has_page_texts(answers.language):
        language = answers.language
        yield say("Pages say their own words in English until there are texts in `{language}`.", language=language)
    if not answers.language.startswith(_LANGUAGE_OF_PAGES):
        yield say("The pages in docs/ and the examples are in English: translate what you keep of them.")
    if answers.engine is None:
        yield say(
            "Nobody knows here which repository this engine came from, so nothing was written that installs it: no "
            "requirements.txt, and nothing that runs on a host. To get them, run this again for an empty folder with "
            "--engine https://host/owner/name@COMMIT, and copy them from there."
        )
    elif not answers.engine.is_there:
        yield say(
            "The commit {commit} of the engine was not seen at {url}: push it, or the host cannot install it.",
            commit=answers.engine.commit[:12],
            url=answers.engine.url,
        )


def _passes(folder: Path) -> bool:
    """Check the records and build the site, and say what comes next. Whether both found nothing."""
    found = check_once(folder)
    print_line(say("building the site once, which takes some ten seconds …"))
    built = build_once(folder)
    if built.returncode:
        for line in built.stdout.splitlines():
            print_line(line, err=True)
    if found or built.returncode:
        print_line(say("The files are there, but something is wrong with them: see above."), err=True)
        return False
    print_line(say("It builds. Next:"))
    for command in (["serve"], ["new", Kind.EVENT.value]):
        print_line(f"  {_in_folder(folder, [_command(), *command])}")
    return True


def _in_folder(folder: Path, command: list[str]) -> str:
    """What is typed to call a command in a folder."""
    go_there = [] if folder.resolve() == Path.cwd() else [shlex.join(["cd", str(folder)])]
    return " && ".join([*go_there, shlex.join(command)])


def _command() -> str:
    """How this command is called from another folder."""
    own = Path(sys.executable).with_name("timeline")
    return "timeline" if shutil.which("timeline") or not own.exists() else str(own)
