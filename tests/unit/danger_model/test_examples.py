"""What a label of the training texts says about danger."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.danger_model.examples import BrokenExamples, read_examples
from bot.message import About, Risk, RiskKind
from tests.unit.danger_model.small_data import small_examples


def test_a_label_gives_tier_kind_and_person(tmp_path: Path) -> None:
    by_text = {example.text: example for example in small_examples(tmp_path)}
    pills = by_text["my brother took the blue pills and is cold tonight"]
    assert (pills.risk, pills.kind, pills.about) == (Risk.CRISIS, RiskKind.OVERDOSE, About.OTHER)
    slip = by_text["recai anoche"]
    assert (slip.risk, slip.kind, slip.language, slip.near_miss) == (Risk.CONCERN, None, "es", False)


def test_a_near_miss_is_known_by_its_file_and_is_not_ordinary(tmp_path: Path) -> None:
    examples = small_examples(tmp_path)
    assert {example.origin for example in examples if example.near_miss} == {"near_miss_all"}
    assert {example.origin for example in examples if example.ordinary} == {"food", "relapse.es"}


@pytest.mark.parametrize(
    "content", ["nlu: [", "nlu:\n- intent: crisis/nothing_self\n  examples: |\n    - hm\n", "other: 1"]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "danger_odd.yml").write_text(content, "utf-8")
    with pytest.raises(BrokenExamples, match=r"danger_odd\.yml"):
        read_examples(tmp_path)


def test_no_danger_to_learn_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenExamples, match="no texts of danger"):
        read_examples(tmp_path)
