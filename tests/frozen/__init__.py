"""Databases of every released schema version, with invented people in them, as SQL."""
