"""Somebody's own chronicle: the files that it begins with, from a few answers."""

from site_builder.starting.answers import HOSTS, LICENCES, PROFILES, AnswerError, Answers, checked
from site_builder.starting.engine import EngineOrigin, engine_named, find_engine
from site_builder.starting.files import files_of
from site_builder.starting.placing import KEPT, InTheWayError, in_the_way, place_files

__all__ = [
    "HOSTS",
    "KEPT",
    "LICENCES",
    "PROFILES",
    "AnswerError",
    "Answers",
    "EngineOrigin",
    "InTheWayError",
    "checked",
    "engine_named",
    "files_of",
    "find_engine",
    "in_the_way",
    "place_files",
]
