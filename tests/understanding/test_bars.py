"""The trained model's report: it exists beside the model, and says that no safety bar was missed."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.evaluation.bars import judge, read_bars
from tests.house_rules.source import ROOT


def test_the_model_in_use_passes_its_safety_bars_without_force(trained_data_dir: Path) -> None:
    report = json.loads((trained_data_dir / "models" / "assistant.report.json").read_text("utf-8"))
    verdicts = judge(read_bars(ROOT / "data" / "bars.yml"), report)
    missed = [f"{each.bar.what}: {each.value}" for each in verdicts if each.bar.safety and each.failed]
    measured = [each for each in verdicts if each.bar.safety and each.value is not None]
    assert not missed
    assert measured
    assert not json.loads((trained_data_dir / "models" / "assistant.json").read_text("utf-8"))["forced"]
