"""A "no" that goes on to ask: "no wait, i need a place to sleep first".

To a reader of whole texts that is a refusal, and a refusal it is: of what was understood before. What is wanted stands
behind it, so the rest is read by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.decide import Understood
from sentences.normalise import normalise

_NO = r"(?:no|nah|naw|nope)\b[\s,.;:!?-]*"
# A bare "no" takes nothing back ("no i already got a lawyer", "no need for food"), but before an open wish.
_WAIT = (
    r"(?:wait|actually|hold on|hold up|scratch that|i mean|my bad|never ?mind"
    r"|espera|espere|esperate|espérate|mejor|perdon|perdón|digo)\b[\s,.;:!?-]*"
)
_WISH = r"(?=i (?:really |just |still )?(?:need|want|wanna)\b)"
_OPENING = re.compile(rf"^(?:(?:{_NO})*(?:{_WAIT})+(?:{_NO}|{_WAIT})*|(?:{_NO})+{_WISH})")
_FEWEST_WORDS = 2
# "no i dont need a ride" names a ride too; a plain request is surer than that.
PLAINLY = 0.7


def rest_of(text: str) -> str | None:
    """Return what stands behind the words that take something back; None if there are none, or nothing behind them."""
    words = normalise(text)
    opening = _OPENING.match(words)
    rest = words[opening.end() :] if opening else ""
    return rest if len(rest.split()) >= _FEWEST_WORDS else None


def taken_back(whole: Understood, rest: Understood) -> Understood:
    """Return ``whole``, a refusal, or its ``rest`` if that is plainly a request, or danger."""
    asks = rest.act == "seek" and rest.confidence >= PLAINLY and rest.needs
    return replace(rest, zip=rest.zip or whole.zip) if asks or rest.risk in ("crisis", "check") else whole
