"""The labels of ``data/nlu``: ``act``, ``act/detail`` or ``act/need+need``."""

from __future__ import annotations

from dataclasses import dataclass

NEEDS = (
    "jobs",
    "transportation",
    "childcare",
    "housing",
    "food",
    "clothing",
    "legal",
    "education",
    "treatment",
    "mental_health",
    "healthcare",
    "harm_reduction",
    "meetings",
    "family",
    "benefits",
    "activities",
    "talk",
)
ACTS = (
    "seek",
    "coach",
    "greet",
    "affirm",
    "deny",
    "thanks",
    "goodbye",
    "more",
    "location",
    "milestone",
    "relapse",
    "opt_out",
    "bot_question",
    "complaint",
    "wrong_number",
    "crisis",
    "other",
)
DANGER_KINDS = ("suicide", "self_harm", "overdose", "medical", "violence", "abuse", "psychosis")
# Labels that say how grave a text is; all but `crisis` are no acts of their own.
RISKS = ("crisis", "check", "concern")


class UnknownLabel(Exception):
    """A label in the training data that the assistant would not know how to use."""


@dataclass(frozen=True)
class Label:
    """One label taken apart.

    ``family`` is the part before the slash. ``act`` is one of ``ACTS``. ``risk`` is
    ``none`` or one of ``RISKS``; ``kind`` and ``about`` are None when there is none.
    """

    name: str
    family: str
    act: str
    detail: str | None
    needs: tuple[str, ...]
    risk: str
    kind: str | None
    about: str | None


def parse_label(name: str) -> Label:
    """Take a label apart.

    Raises:
        UnknownLabel: the family, a need, a kind of danger or "about" is not known.
    """
    family, _, detail = name.partition("/")
    if family in RISKS:
        return _danger(name, family, detail)
    if family not in ACTS:
        raise UnknownLabel(f"{name}: {family!r} is no act")
    needs = tuple(part for part in detail.split("+") if part in NEEDS)
    if family == "seek" and len(needs) != len(detail.split("+")):
        raise UnknownLabel(f"{name}: {detail!r} names something that is no need")
    kept = detail or None if family not in ("seek", "relapse", "coach", "complaint") else None
    return Label(name, family, family, kept, needs, "none", None, None)


def _danger(name: str, family: str, detail: str) -> Label:
    kind, _, about = detail.rpartition("_")
    if family == "concern":
        kind, about = "", detail
    if about not in ("self", "other") or (family != "concern" and kind not in DANGER_KINDS):
        raise UnknownLabel(f"{name}: expected a kind of danger and self or other")
    act = "crisis" if family == "crisis" else "other"
    shown = None if family == "crisis" else (f"concern_{about}" if family == "concern" else "check")
    return Label(name, family, act, shown, (), family, kind or None, about)
