"""The MkDocs adapter: the only package that imports mkdocs."""

from site_builder.plugin.plugin import TimelinePlugin

__all__ = ["TimelinePlugin"]
