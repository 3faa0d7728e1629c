"""The theme around a page, what is written, and where."""
