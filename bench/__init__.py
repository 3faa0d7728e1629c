"""Measurements: how long this takes, how much memory, and how that compares with what others would use."""
