"""Starts the whole line on one machine, keeps it running, and leaves no process behind."""
