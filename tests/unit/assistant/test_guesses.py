"""What is only likely is not acted on: a guessed wish to opt out, a request hardly likelier than anything else."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.understanding.decide import decide, ranking
from assistant.understanding.labels import NEEDS, parse_label

LABELS = [parse_label(name) for name in ("opt_out", "seek/treatment", "seek/food", "other/smalltalk", "more")]
BARS = np.full(len(NEEDS), 0.45)


def understood(shares: list[float], asked: dict[str, float]) -> tuple[str, tuple[str, ...]]:
    row = np.array(shares)
    needs = np.array([asked.get(need, 0.0) for need in NEEDS])
    found = decide("words", LABELS, row, ranking(LABELS, row), needs, BARS)
    return found.act, tuple(need for need, _ in found.needs)


@pytest.mark.parametrize(("share", "act"), [(0.52, "seek"), (0.7, "opt_out")])
def test_a_guess_is_no_wish_to_opt_out(share: float, act: str) -> None:
    assert understood([share, 0.9 - share, 0.0, 0.1, 0.0], {"treatment": 0.9})[0] == act


def test_a_plain_need_is_asked_for_even_where_something_else_is_likelier() -> None:
    assert understood([0.0, 0.0, 0.16, 0.83, 0.0], {"food": 0.97}) == ("seek", ("food",))
    assert understood([0.0, 0.0, 0.05, 0.94, 0.0], {"food": 0.97})[0] == "other"
    assert understood([0.0, 0.0, 0.16, 0.83, 0.0], {"food": 0.5})[0] == "other"
