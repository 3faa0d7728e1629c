"""The shape of the world, and flat pictures of pieces of it."""

from site_builder.geography.boxes import Box, Point
from site_builder.geography.frames import Frame, km_between
from site_builder.geography.naming import room_for_name
from site_builder.geography.outlines import Outlines
from site_builder.geography.world import Country, Ring, World, the_world

__all__ = [
    "Box",
    "Country",
    "Frame",
    "Outlines",
    "Point",
    "Ring",
    "World",
    "km_between",
    "room_for_name",
    "the_world",
]
