"""Invented chronicles of any size: every name, place and number in them is made up."""
