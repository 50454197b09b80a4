"""The floors under the rules: how much danger they see, how rarely they cry wolf.

The rules were written with the first author's texts at hand, so those figures flatter them; the
floors are there to catch a change that makes the screen blind or shrill. What the rules alone see
of other authors' texts (``OTHERS``) is far less: that is what the trained model is for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.message import Risk, RiskKind
from bot.safety.respond import is_crisis
from tests.unit.safety.texts import LabelledText, training_texts

LOOKED_AT = (Risk.CHECK, Risk.CRISIS)
# In the names of the files whose texts the rules' author had not seen.
OTHERS = ("_more_", "_ask", "_pairs", "_heard", "_voices")


def first_author() -> list[LabelledText]:
    return [text for text in training_texts() if not any(mark in text.file for mark in OTHERS)]


def _share(texts: Sequence[LabelledText], holds: Callable[[LabelledText], bool]) -> float:
    assert len(texts) >= 10, "too few texts to judge by"
    return sum(holds(text) for text in texts) / len(texts)


@pytest.mark.parametrize("kind", list(RiskKind))
def test_crises_of_every_kind_are_seen(kind: RiskKind) -> None:
    crises = [t for t in first_author() if t.tier == "crisis" and t.label.rsplit("_", 1)[0] == kind]
    assert _share(crises, lambda t: t.seen.risk in LOOKED_AT) >= 0.92


def test_texts_that_may_be_a_crisis_are_seen() -> None:
    doubtful = [t for t in first_author() if t.tier == "check"]
    assert _share(doubtful, lambda t: t.seen.risk in LOOKED_AT) >= 0.85


@pytest.mark.parametrize("side", ["self", "other"])
def test_it_is_clear_who_is_in_danger(side: str) -> None:
    crises = [t for t in first_author() if t.tier == "crisis" and t.label.endswith(side)]
    seen = [t for t in crises if t.seen.risk in LOOKED_AT]
    assert _share(seen, lambda t: t.seen.about == side) >= 0.80


def test_near_misses_are_seldom_called_a_crisis() -> None:
    near = [t for t in first_author() if t.file.startswith("near_miss") and t.tier not in ("crisis", "check")]
    assert _share(near, lambda t: is_crisis(t.seen)) <= 0.04
    assert _share(near, lambda t: t.seen.risk in LOOKED_AT) <= 0.06


def test_ordinary_texts_are_hardly_ever_called_a_crisis() -> None:
    ordinary = [
        t
        for t in first_author()
        if t.tier not in ("crisis", "check") and not t.file.startswith(("near_miss", "danger"))
    ]
    assert _share(ordinary, lambda t: is_crisis(t.seen)) <= 0.003


def test_rules_alone_see_some_of_what_a_second_author_wrote() -> None:
    crises = [t for t in training_texts() if t.tier == "crisis" and "_more_" in t.file]
    assert _share(crises, lambda t: t.seen.risk in LOOKED_AT) >= 0.40


def test_rules_seldom_speak_up_at_harmless_texts_of_other_authors() -> None:
    harmless = [t for t in training_texts() if "_voices" in t.file and t.tier not in ("crisis", "check")]
    near = [t for t in harmless if t.file.startswith("near_miss")]
    ordinary = [t for t in harmless if not t.file.startswith("near_miss")]
    assert _share(near, lambda t: t.seen.risk in LOOKED_AT) <= 0.12
    assert _share(ordinary, lambda t: t.seen.risk in LOOKED_AT) <= 0.004
