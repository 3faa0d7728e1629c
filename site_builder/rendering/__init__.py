"""Templates as functions: what a page shows goes in, its text comes out."""

from site_builder.rendering.templates import TemplateError, Templates, parse

__all__ = ["TemplateError", "Templates", "parse"]
