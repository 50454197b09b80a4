"""Invented people to look at the console with, before anybody real has texted."""
