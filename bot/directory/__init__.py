"""The directory's decisions: reading what sources say, finding the right few, saying them by text.

Nothing here opens a file, a database or a socket, or asks what time it is.
"""
