"""Pages as they are published: our parts in the theme's page, under a policy, written where they belong."""

from site_builder.publishing.archive import archive_of, pack, refuse_other_archive
from site_builder.publishing.compiled import COMPILED
from site_builder.publishing.from_disk import VARIABLE, OnDiskError, open_from_disk, refuse_inside, refuse_other_folder
from site_builder.publishing.instruments import (
    START,
    STYLES,
    Bundle,
    BundleError,
    find_bundles,
    has_instrument,
    refuse_old_bundles,
)
from site_builder.publishing.on_request import OnRequest
from site_builder.publishing.policy import Policy, hash_of_script
from site_builder.publishing.publisher import PageError, Publisher, Renderer
from site_builder.publishing.search import SCRIPT, Pagefind, SearchError, find_pagefind
from site_builder.publishing.shell import FOLDER, Parts, ThemeError, make_templates, theme_folder
from site_builder.publishing.workers import WorkerError, count_processes
from site_builder.publishing.writing import File

__all__ = [
    "COMPILED",
    "FOLDER",
    "SCRIPT",
    "START",
    "STYLES",
    "VARIABLE",
    "Bundle",
    "BundleError",
    "File",
    "OnDiskError",
    "OnRequest",
    "PageError",
    "Pagefind",
    "Parts",
    "Policy",
    "Publisher",
    "Renderer",
    "SearchError",
    "ThemeError",
    "WorkerError",
    "archive_of",
    "count_processes",
    "find_bundles",
    "find_pagefind",
    "has_instrument",
    "hash_of_script",
    "make_templates",
    "open_from_disk",
    "pack",
    "refuse_inside",
    "refuse_old_bundles",
    "refuse_other_archive",
    "refuse_other_folder",
    "theme_folder",
]
