"""The danger screen: every rule looks at every text, the gravest danger wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.message import About, Danger, Risk, RiskKind
from bot.safety.normal import normal
from bot.safety.rules import RULES

# A text message ends at 1,600 characters; only a test or an attack is longer. Of the very
# longest the beginning and the end are read.
_WINDOW = 2000
_OVERLAP = 300
_LONGEST = 100_000

# Which kind gives a text its name when several are equally grave: a wish to die before the
# means, a body in danger before a person in danger.
_ORDER = (
    RiskKind.SUICIDE,
    RiskKind.OVERDOSE,
    RiskKind.MEDICAL,
    RiskKind.ABUSE,
    RiskKind.PSYCHOSIS,
    RiskKind.VIOLENCE,
    RiskKind.SELF_HARM,
)

_FOLLOW = frozenset(rule.name for rule in RULES if not rule.leads)


def screen(text: str) -> Danger:
    """Return the danger that ``text`` shows, with the names of the rules that saw it.

    Works without network, Rasa or clock; never raises, whatever the text holds.
    """
    return strongest(danger for window in _windows(text) for danger in _look(window))


def strongest(opinions: Iterable[Danger]) -> Danger:
    """Add several opinions about one text up: the highest risk wins, all reasons are kept.

    Kind and person come from the opinions at the highest risk.
    """
    seen = [danger for danger in opinions if danger.risk is not Risk.NONE]
    if not seen:
        return Danger()
    risk = max((danger.risk for danger in seen), key=lambda risk: risk.rank)
    gravest = [danger for danger in seen if danger.risk is risk]
    leading = [danger for danger in gravest if not _FOLLOW.issuperset(danger.reasons)] or gravest
    kind = next((kind for kind in _ORDER if any(danger.kind is kind for danger in leading)), None)
    reasons = tuple(dict.fromkeys(reason for danger in seen for reason in danger.reasons))
    about = _about(danger.about for danger in gravest if danger.kind is kind)
    if about is About.UNKNOWN:
        about = _about(danger.about for danger in seen)
    return Danger(risk, kind or _kind(seen), about, reasons)


def _kind(opinions: Iterable[Danger]) -> RiskKind | None:
    return next((danger.kind for danger in opinions if danger.kind is not None), None)


def _about(opinions: Iterable[About]) -> About:
    votes = Counter(opinions)
    votes.pop(About.UNKNOWN, None)
    if not votes:
        return About.UNKNOWN
    return About.OTHER if votes[About.OTHER] > votes[About.SELF] else About.SELF


def _look(window: str) -> Iterator[Danger]:
    words = normal(window)
    for rule in RULES:
        danger = rule.look(words)
        if danger is not None:
            yield danger


def _windows(text: str) -> Iterator[str]:
    if len(text) > _LONGEST:
        text = text[: _LONGEST // 2] + "\n" + text[-_LONGEST // 2 :]
    yield text[:_WINDOW]
    for start in range(_WINDOW - _OVERLAP, len(text) - _OVERLAP, _WINDOW - _OVERLAP):
        yield text[start : start + _WINDOW]
