"""The parts of a text that may each ask for something: "need a coat, also a ride to court"."""

from __future__ import annotations

import re

from sentences.normalise import normalise

# People join requests by marks and by small words; shorthand is written out before.
_BREAK = re.compile(
    r"[.,;:?!+&/()]+|\s-+\s"
    r"|\b(?:and|also|plus|or|but|then|too|y|e|o|tambien|también|ademas|además|pero)\b",
)
# A clause that only says what is not asked for: "not food", "already got a bed".
_SET_ASIDE = re.compile(
    r"\b(?:not|already|instead of|don't need|don't want|no need|got (?:a|my)|no necesito|no quiero|no ocupo|ya tengo)\b"
)
SHORTEST = 3
# Nobody asks for more things in one text; the encoder's time is bounded with it.
MOST = 12


def clauses(text: str) -> list[str]:
    """Return the clauses of ``text``, normalised; none if the text is one clause."""
    parts = [part.strip() for part in _BREAK.split(normalise(text))]
    parts = [part for part in parts if len(part) >= SHORTEST]
    return parts[:MOST] if len(parts) > 1 else []


def sets_aside(clause: str) -> bool:
    """Whether ``clause`` names something in order to refuse it."""
    return _SET_ASIDE.search(clause) is not None
