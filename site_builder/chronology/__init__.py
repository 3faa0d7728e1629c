"""Orders events under uncertain dates, narrows their dates by their links, and finds contradictions."""

from site_builder.chronology.circles import find_circles
from site_builder.chronology.contradictions import Contradiction
from site_builder.chronology.narrowing import Span
from site_builder.chronology.network import Dated, Tie
from site_builder.chronology.solving import MAX_CONTRADICTIONS, Chronology, solve

__all__ = ["MAX_CONTRADICTIONS", "Chronology", "Contradiction", "Dated", "Span", "Tie", "find_circles", "solve"]
