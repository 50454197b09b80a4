"""Languages as sources write them, in two letters."""

from __future__ import annotations

_SHORT = {"eng": "en", "english": "en", "inglés": "en", "spa": "es", "spanish": "es", "español": "es", "espanol": "es"}


def language_code(said: str) -> str:
    """Two letters for the languages of the line: ``spa``, ``es-MX`` and ``Spanish`` are ``es``."""
    short = said.strip().lower().replace("_", "-").split("-")[0]
    return _SHORT.get(short, short)
