"""The shape of the world, and flat pictures of pieces of it."""

from site_builder.geography.boxes import Box, Point
from site_builder.geography.frames import Frame, km_between
from site_builder.geography.outlines import Outlines
from site_builder.geography.world import World, the_world

__all__ = ["Box", "Frame", "Outlines", "Point", "World", "km_between", "the_world"]
