"""A chronology kept as YAML, read, checked, ordered and published."""
