"""A chronicle as data that other programs read, and the scripts of its site."""

from site_builder.formats.columns import VERSION, Looks
from site_builder.formats.files import FOLDER, data_files

__all__ = ["FOLDER", "VERSION", "Looks", "data_files"]
