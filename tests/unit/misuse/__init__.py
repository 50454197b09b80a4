"""Unit tests of bot/misuse."""
