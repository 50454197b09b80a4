"""``python -m bot.danger_model``: train the danger model, or measure what the line sees in labelled texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.danger_model.blind import measure, read_labelled
from bot.danger_model.figures import GOALS, Figure
from bot.danger_model.files import load_model
from bot.danger_model.reader import RulesAndModel
from bot.danger_model.train import train_danger
from bot.errors import WarmlineError
from sentences.encoder import EncoderMissing


def main() -> int:
    """0, or 1 with a sentence on stderr when there is no model or it was refused."""
    parser = argparse.ArgumentParser(prog="python -m bot.danger_model", description=__doc__)
    parser.add_argument("--data-dir", type=Path, default=Path("var"), help="where the model lies")
    parser.add_argument("--force", action="store_true", help="train though nothing changed; keep a worse model")
    parser.add_argument("--measure", type=Path, nargs="+", metavar="JSONL", help="do not train, measure on these texts")
    asked = parser.parse_args()
    try:
        if asked.measure:
            reader = RulesAndModel(load_model(asked.data_dir))
            for found in (RulesAndModel(None), reader):
                for path in asked.measure:
                    print(f"\n{path.name}, {'rules alone' if found is not reader else 'rules and model'}")
                    show(measure(found, read_labelled(path)))
            return 0
        report = train_danger(asked.data_dir, force=asked.force)
    except (WarmlineError, EncoderMissing) as error:
        print(str(error), file=sys.stderr)
        return 1
    print(f"\nModel alone, on texts it has not seen ({report.seconds:.0f} seconds)")
    show(report.model)
    print("\nRules and model; the rules had most of these texts at hand")
    show(report.both)
    if report.refusal:
        print(f"The new danger model was not kept. {report.refusal}.", file=sys.stderr)
    return 0 if report.kept else 1


def show(found: Sequence[Figure]) -> None:
    """Print a table of figures, with the goals of those that have one."""
    goals = {goal.name: f"{'≥' if goal.at_least else '≤'} {goal.share:.1%}" for goal in GOALS}
    for figure in found:
        if figure.texts:
            low, high = figure.range
            told = f"{figure.hits:5}/{figure.texts:<5} {figure.share:6.1%}  ({low:.1%} to {high:.1%})"
            print(f"  {figure.name:48} {told}  {goals.get(figure.name, '')}")


if __name__ == "__main__":
    sys.exit(main())
