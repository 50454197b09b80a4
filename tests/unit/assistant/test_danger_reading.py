"""Danger from the label head: all its labels together, in two tiers."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.understanding.danger import Danger, danger_of
from assistant.understanding.labels import parse_label

LABELS = [
    parse_label(name)
    for name in (
        "crisis/suicide_self",
        "crisis/overdose_other",
        "check/suicide_self",
        "concern/self",
        "relapse",
        "thanks",
    )
]


@pytest.mark.parametrize(
    ("shares", "likeliest", "danger"),
    [
        ((0.6, 0.0, 0.0, 0.0, 0.0, 0.4), 0, Danger("crisis", "suicide", "self")),
        ((0.1, 0.5, 0.0, 0.0, 0.0, 0.4), 1, Danger("crisis", "overdose", "other")),
        ((0.2, 0.0, 0.1, 0.0, 0.0, 0.7), 5, Danger("check", "suicide", "self")),
        ((0.0, 0.0, 0.9, 0.0, 0.0, 0.1), 2, Danger("check", "suicide", "self")),
        ((0.1, 0.0, 0.0, 0.8, 0.0, 0.1), 3, Danger("concern", None, "self")),
        ((0.0, 0.0, 0.0, 0.0, 0.9, 0.1), 4, Danger("concern", None, "self")),
        ((0.1, 0.0, 0.0, 0.0, 0.0, 0.9), 5, Danger()),
    ],
)
def test_small_shares_of_danger_add_up(shares: tuple[float, ...], likeliest: int, danger: Danger) -> None:
    assert danger_of(LABELS, np.array(shares), LABELS[likeliest]) == danger
