"""What a text should have been, by a reviewer's word, and how urgent the difference is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.errors import WarmlineError
from bot.message import ACTS, NEEDS, About, Risk, RiskKind

T = TypeVar("T", Risk, RiskKind)
DANGEROUS = (Risk.CRISIS, Risk.CHECK)
# Acts that can be taught with needs beside them; other acts ask for nothing.
ACTS_WITH_NEEDS = ("seek", "relapse", "coach", "complaint")
DETAILS: Mapping[str, tuple[str, ...]] = {
    "bot_question": ("robot", "privacy", "cost", "who", "how"),
    "other": ("smalltalk", "story", "out_of_scope", "media"),
}
MISSED_DANGER, OTHER_DANGER, MISREAD = 0, 1, 2  # places in the queue


class NotACorrection(WarmlineError):
    """The form says something that cannot be; the message says what to change."""


@dataclass(frozen=True)
class Correction:
    """The meaning of a text as a reviewer has it. ``kind`` only with danger; ``act`` is crisis when the risk is."""

    act: str
    needs: tuple[str, ...] = ()
    risk: Risk = Risk.NONE
    kind: RiskKind | None = None
    about: About = About.SELF

    def as_values(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "act": self.act,
            "needs": list(self.needs),
            "risk": self.risk,
            "risk_kind": self.kind,
            "about": self.about,
        }


def correction_of(values: Mapping[str, Any]) -> Correction:
    """What :meth:`Correction.as_values` wrote, or the journal's note of what was understood."""
    kind, about = values.get("risk_kind"), values.get("about")
    return Correction(
        act=str(values.get("act") or "other"),
        needs=tuple(need for need in NEEDS if need in (values.get("needs") or ())),
        risk=Risk(values.get("risk") or Risk.NONE),
        kind=RiskKind(kind) if kind else None,
        about=About.OTHER if about == About.OTHER else About.SELF,
    )


def read_correction(field: Callable[[str], str]) -> Correction:
    """The correction in a form's fields ``act``, ``need-<need>``, ``risk``, ``kind`` and ``about``.

    Raises :class:`NotACorrection`.
    """
    risk = _one_of(Risk, field("risk"), "Say how grave the text is.")
    about = About.OTHER if field("about") == About.OTHER else About.SELF
    needs = tuple(need for need in NEEDS if field(f"need-{need}"))
    kind = None
    if risk in DANGEROUS:
        kind = _one_of(RiskKind, field("kind"), "Say which kind of danger it is.")
    act = "crisis" if risk is Risk.CRISIS else field("act")
    if act not in ACTS or (act == "crisis" and risk is not Risk.CRISIS):
        raise NotACorrection("Say what the person does with the text. “In danger” goes with the risk “Crisis” only.")
    if act == "seek" and not needs:
        raise NotACorrection("Tick what they look for, or choose another act than “Looks for help”.")
    return Correction(act, needs, risk, kind, about)


def typed_correction(field: Callable[[str], str], before: Correction) -> Correction:
    """What stands in a form that :func:`read_correction` did not take, so that nothing chosen there is lost.

    It may be none that can be kept. What cannot be read at all is as ``before``.
    """
    act, risk, kind = field("act"), field("risk"), field("kind")
    return Correction(
        act if act in ACTS else before.act,
        tuple(need for need in NEEDS if field(f"need-{need}")),
        Risk(risk) if risk in list(Risk) else before.risk,
        (RiskKind(kind) if kind in list(RiskKind) else before.kind) if kind else None,
        About.OTHER if field("about") == About.OTHER else About.SELF,
    )


def _one_of(kinds: type[T], value: str, advice: str) -> T:
    try:
        return kinds(value)
    except ValueError:
        raise NotACorrection(advice) from None


def urgency(understood: Correction, should: Correction) -> int:
    """Where a correction stands in the queue: a danger that nobody saw comes before everything else."""
    if should.risk in DANGEROUS and should.risk.rank > understood.risk.rank:
        return MISSED_DANGER
    if should.risk is not understood.risk or should.kind is not understood.kind:
        return OTHER_DANGER
    return MISREAD
