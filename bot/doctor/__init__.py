"""Looks a line over and says what is wrong with it and what to do."""
