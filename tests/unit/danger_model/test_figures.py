"""Counted figures, their uncertainty, and the bars that false alarms allow."""

from __future__ import annotations

import numpy as np
import pytest

from bot.danger_model import figures as f
from bot.danger_model.bars import CHECK, CRISIS, choose_bars
from bot.danger_model.examples import Example
from bot.danger_model.model import Bars
from bot.message import About, Danger, Risk, RiskKind
from bot.safety.witnesses import DOUBT, UNEASE


def _example(risk: Risk, kind: RiskKind | None = None, near: bool = False) -> Example:
    return Example("words", risk, kind, About.SELF, near, "en", "file")


CRY = _example(Risk.CRISIS, RiskKind.OVERDOSE)
SEEN = Danger(Risk.CHECK, RiskKind.OVERDOSE, About.OTHER)


def test_figures_count_what_their_names_say() -> None:
    examples = [CRY, CRY, CRY, _example(Risk.NONE, near=True), _example(Risk.NONE), _example(Risk.CONCERN)]
    crisis = Danger(Risk.CRISIS, RiskKind.MEDICAL, About.SELF)
    found = {each.name: each for each in f.figures(examples, [crisis, SEEN, Danger(), crisis, SEEN, SEEN])}
    assert (found[f.SEEN].hits, found[f.SEEN].texts) == (2, 3)
    assert (found[f.ANSWERED].hits, found[f.URGENT].hits) == (1, 2)
    assert (found[f.NEAR_CRISIS].share, found[f.ORDINARY_CRISIS].share, found[f.ORDINARY_ANY].share) == (1.0, 0.0, 1.0)
    assert found["kind right, of danger seen"].share == 0.5
    assert found["person right, of danger seen"].share == 0.5
    assert found["overdose, en: seen"].hits == 2


def test_few_texts_leave_much_room() -> None:
    low, high = f.Figure("ten of ten", 10, 10).range
    assert low == pytest.approx(0.722, abs=0.001)
    assert high == pytest.approx(1.0)
    assert f.Figure("none", 0, 0).range == (0.0, 1.0)


def test_a_goal_is_reached_from_the_right_side() -> None:
    good = [f.Figure(goal.name, 1000 if goal.at_least else 0, 1000) for goal in f.GOALS]
    bad = [f.Figure(goal.name, 0 if goal.at_least else 1000, 1000) for goal in f.GOALS]
    assert all(f.reached(good).values())
    assert not any(f.reached(bad).values())


def test_bars_keep_false_alarms_where_they_are_allowed() -> None:
    random = np.random.default_rng(5)
    examples = [_example(Risk.NONE, near=True)] * 2000 + [_example(Risk.NONE)] * 4000
    risk = 0.9 * random.random((6000, 3)).astype(np.float32)
    bars = choose_bars(examples, risk, [Danger()] * 6000)
    for column, bar, allowed in ((0, bars.crisis, CRISIS), (1, bars.check, CHECK)):
        assert (risk[:2000, column] >= bar).mean() <= allowed.near_miss + 0.001
        assert (risk[2000:, column] >= bar).mean() <= allowed.ordinary + 0.001
        assert bar < 0.9999


def test_the_gravest_tier_whose_bar_is_reached_counts() -> None:
    bars = Bars(crisis=0.8, check=0.5, concern=0.5, unease=0.1, doubt=0.01)
    assert bars.risk(0.9, 0.1, 0.1) is Risk.CRISIS
    assert bars.risk(0.7, 0.6, 0.9) is Risk.CHECK
    assert bars.risk(0.1, 0.4, 0.6) is Risk.CONCERN
    assert bars.risk(0.1, 0.4, 0.4) is Risk.NONE


def test_below_every_bar_a_model_is_uneasy_or_in_doubt_or_sees_nothing() -> None:
    bars = Bars(crisis=0.8, check=0.5, concern=0.5, unease=0.1, doubt=0.01)
    assert bars.below(0.1) == Danger(reasons=UNEASE)
    assert bars.below(0.09) == bars.below(0.01) == Danger(reasons=DOUBT)
    assert bars.below(0.009) == Danger()


def test_the_bar_of_doubt_silences_no_rule_about_held_out_danger() -> None:
    examples = [_example(Risk.NONE, near=True)] * 50 + [_example(Risk.NONE)] * 50 + [_example(Risk.CRISIS)] * 3
    risk = np.full((103, 3), 0.002, np.float32)
    risk[100:] = np.array([[0.008], [0.3], [0.001]])
    seen = [Danger()] * 100 + [Danger(Risk.CHECK, RiskKind.SUICIDE, About.SELF, ("a rule",))] * 2 + [Danger()]
    assert choose_bars(examples, risk, seen).doubt == pytest.approx(0.002)  # nothing may be above the bar for asking
    risk[:100] = np.linspace(0.001, 0.9, 100)[:, None]
    assert choose_bars(examples, risk, seen).doubt == pytest.approx(0.008)
    assert choose_bars(examples, risk, [Danger()] * 103).doubt == pytest.approx(0.02)
