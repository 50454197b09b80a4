"""Tells how good a model is: ``python -m assistant.evaluate --data-dir var``.

Prints every bar and what lies behind it. ``--records FILE`` adds the figures of the
whole line, from what ``warmline understand`` answered to the blind texts; ``--picture
FOLDER`` draws the confusion of acts and needs; ``--json`` prints the report itself.
Exit code 1 if a safety bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from assistant.candidate import candidate, in_use
from assistant.evaluation.bars import BarsUnreadable, judge, read_bars
from assistant.evaluation.cases import RecordsUnreadable, read_records
from assistant.evaluation.measure import blind_report
from assistant.evaluation.picture import confusion_svg
from assistant.evaluation.report import Judged, judge_model
from assistant.evaluation.words import detail_lines, verdict_lines
from assistant.understanding.labels import ACTS, NEEDS
from assistant.understanding.model import ModelUnusable
from sentences.encoder import Encoder, EncoderMissing


def encoder_of(data_dir: Path) -> Encoder | None:
    """Return the sentence encoder; None without, and counts alone serve."""
    try:
        return Encoder(data_dir / "encoder")
    except EncoderMissing as error:
        print(f"WARNING: texts are read by word counts alone. {error}", file=sys.stderr)
        return None


def judge_candidate(data_dir: Path) -> Judged:
    """Measure the model that waits to be judged, and the one in use beside it.

    Raises:
        ModelUnusable, BarsUnreadable: it cannot be read; neither can the bars.
    """
    old = in_use(data_dir).model
    new = candidate(data_dir).model
    return judge_model(new, old if old.is_file() else None, encoder_of(data_dir), read_bars())


def with_line(data_dir: Path, records: Path) -> Judged:
    """Return the stored judgement of the candidate with the line's figures added.

    Raises:
        RecordsUnreadable, BarsUnreadable, ModelUnusable: one of the files cannot be used.
    """
    try:
        report = json.loads(candidate(data_dir).report.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnusable("The candidate's report is missing; train again.") from error
    add_line(report, records)
    old = in_use(data_dir).report
    before = json.loads(old.read_text("utf-8")) if old.is_file() else None
    return Judged(report, judge(read_bars(), report), before)


def add_line(report: dict[str, object], records: Path) -> None:
    """Add to a report what the whole line made of the blind texts, as ``line``.

    Raises:
        RecordsUnreadable: the file cannot be used, or leaves out a blind text.
    """
    found = read_records(records)
    try:
        report["line"] = blind_report(lambda text: found[text])
    except KeyError as error:
        raise RecordsUnreadable(f"{records} has no record for one of the blind texts.") from error


def draw(report: dict[str, object], folder: Path) -> None:
    """Write the pictures of a report's blind part into ``folder``."""
    blind = report["blind"]
    if not isinstance(blind, dict):
        return
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {
        "confusion-acts.svg": confusion_svg(ACTS, blind["acts"]["matrix"], "Acts of the blind texts: truth by row"),
        "confusion-needs.svg": confusion_svg(
            NEEDS, blind["needs"]["matrix"], "Needs of the blind texts with one need: truth by row"
        ),
    }
    for name, picture in pictures.items():
        (folder / name).write_text(picture, "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Tell how good a model is.")
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    parser.add_argument("--model", type=Path, help="another model than the one in use")
    parser.add_argument("--records", type=Path, help="what `warmline understand` answered to the blind texts")
    parser.add_argument("--picture", type=Path, metavar="FOLDER", help="draw the confusion there")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    return parser.parse_args()


def main() -> int:
    """Print a model's figures."""
    arguments = _arguments()
    os.environ["WARMLINE_DATA_DIR"] = str(arguments.data_dir)
    model = arguments.model or in_use(arguments.data_dir).model
    try:
        judged = judge_model(model, None, encoder_of(arguments.data_dir), read_bars())
        if arguments.records:
            add_line(judged.report, arguments.records)
            judged = Judged(judged.report, judge(read_bars(), judged.report), None)
    except (ModelUnusable, BarsUnreadable, RecordsUnreadable) as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.picture:
        draw(judged.report, arguments.picture)
    if arguments.json:
        print(json.dumps(judged.report, ensure_ascii=False, indent=1))
    else:
        print("\n".join([*verdict_lines(judged.verdicts, None), *detail_lines(judged.report)]))
    return 1 if judged.unsafe else 0


if __name__ == "__main__":
    sys.exit(main())
