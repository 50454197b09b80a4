"""Training the danger model and measuring it on texts it has not seen."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.danger_model import files
from bot.danger_model.bars import choose_bars
from bot.danger_model.counted import count_all
from bot.danger_model.examples import Example, read_examples, read_taught
from bot.danger_model.figures import GOALS, Figure, figures, reached
from bot.danger_model.learn import HeldOut, Material, learn_and_judge
from bot.danger_model.model import KINDS, Bars
from bot.danger_model.stretches import stretches
from bot.danger_model.vectors import vectors_of
from bot.message import About, Danger, Risk
from bot.safety.screen import screen
from bot.safety.witnesses import with_model
from sentences.encoder import Encoder, all_cores

EXAMPLES = Path("data/nlu")
Say = Callable[[str], None]
TAUGHT = "nlu"  # texts that this house approved for training, in the data directory
_CODE = ("bot/danger_model", "bot/safety", "sentences")
# A new model may see this much less than the one in use before it is refused: chance moves
# the figures of cross-validation by about so much.
_CHANCE = 0.015


@dataclass(frozen=True)
class DangerReport:
    """What a training led to. ``kept``: the new model is in use (or was already, with ``trained`` False).

    ``rules``, ``model`` and ``both`` are the same figures for each alone and for what the line does.
    The rules were written with most of these texts at hand, which flatters their figures and the
    sum's; the model's are of texts it has not seen. ``refusal`` says why a model was not kept.
    """

    kept: bool
    trained: bool
    seconds: float
    rules: tuple[Figure, ...]
    model: tuple[Figure, ...]
    both: tuple[Figure, ...]
    refusal: str | None = None

    def as_values(self) -> dict[str, Any]:
        """The report as plain values, with the goals and whether each is reached."""
        figures_of = {
            name: [figure.as_values() for figure in getattr(self, name)] for name in ("both", "model", "rules")
        }
        goals = [{"figure": goal.name, "share": goal.share, "at_least": goal.at_least} for goal in GOALS]
        return {
            "kept": self.kept,
            "refusal": self.refusal,
            "seconds": round(self.seconds, 1),
            "goals": goals,
            "reached": {name: reached(getattr(self, name)) for name in figures_of},
            "figures": figures_of,
        }


def train_danger(data_dir: Path, examples_dir: Path = EXAMPLES, force: bool = False, say: Say = print) -> DangerReport:
    """Train the danger model into ``data_dir``/models and return how well it sees danger.

    Nothing is done when the model in use was made of the same texts, code and encoder. A model
    that sees clearly less danger than the one in use is refused unless ``force``; that is recorded.

    Raises:
        EncoderMissing: there is no sentence encoder in ``data_dir``; ``assistant.train`` builds it.
        BrokenExamples: the training texts cannot be used.
    """
    start = time.monotonic()
    encoder, taught = Encoder(data_dir / "encoder", all_cores()), data_dir / TAUGHT
    made_of, card = _fingerprint(encoder, examples_dir, taught), files.read_card(data_dir)
    known = card is not None and (card.get("made_of") == made_of or files.is_refused(data_dir, made_of))
    if card is not None and known and not force:
        say("The danger model is up to date.")
        rules, model, both = (_figures_of(card, name) for name in ("rules", "model", "both"))
        return DangerReport(True, False, 0.0, rules, model, both)
    folder = files.models_folder(data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    say("Training the danger model (some minutes) …")
    examples = (*read_examples(examples_dir), *read_taught(taught))
    material = gather(examples, encoder, folder, data_dir / "encoder")
    heads, judged = learn_and_judge(material)
    tested = [material.examples[place] for place in judged.places]
    raised = [screen(example.text) for example in tested]
    bars = choose_bars(tested, judged.risk, raised)
    opinions = _opinions(raised, judged, bars)
    found = {name: figures(tested, seen) for name, seen in opinions.items()}
    # One that learned from another encoder cannot look any more, and was judged on other texts.
    before = card if card and card.get("encoder_sha256") == encoder.card.model_sha256 else None
    refusal = None if force or before is None else _refusal(_figures_of(before, "both"), found["both"])
    seconds = time.monotonic() - start
    report = DangerReport(refusal is None, True, seconds, found["rules"], found["model"], found["both"], refusal)
    files.write_json(folder / files.REPORT_FILE, {**report.as_values(), "missed": _missed(tested, judged, opinions)})
    if refusal is None:
        told = {name: [(each.name, each.hits, each.texts) for each in some] for name, some in found.items()}
        made = {"encoder_sha256": encoder.card.model_sha256, "made_of": made_of, "forced": force, "figures": told}
        files.save_model(folder, heads, bars, made)
    return report


def gather(examples: Sequence[Example], encoder: Encoder, folder: Path, beside: Path) -> Material:
    """What the heads learn from. ``folder`` remembers the texts' vectors, ``beside`` is the encoder's."""
    parts, owners = list[str](), list[int]()
    for place, example in enumerate(examples):
        own = stretches(example.text)
        parts += own
        owners += [place] * len(own)
    vectors = vectors_of(parts, encoder, folder, beside)
    return Material(examples, np.array(owners, np.int64), count_all(parts), vectors)


def _opinions(rules: list[Danger], judged: HeldOut, bars: Bars) -> dict[str, list[Danger]]:
    model = [_opinion(judged, place, bars) for place in range(len(rules))]
    both = [with_model(*pair) for pair in zip(rules, model, strict=True)]
    return {"rules": rules, "model": model, "both": both}


def _opinion(judged: HeldOut, place: int, bars: Bars) -> Danger:
    risk = bars.risk(*(float(share) for share in judged.risk[place]))
    if risk is Risk.NONE:
        return bars.below(float(judged.risk[place, 1]))
    about = About.OTHER if judged.other[place, 0] > 0.5 else About.SELF
    return Danger(risk, None if risk is Risk.CONCERN else KINDS[int(judged.kind[place].argmax())], about, ("model",))


def _missed(
    examples: Sequence[Example], judged: HeldOut, opinions: dict[str, list[Danger]]
) -> list[dict[str, str | float]]:
    """Every crisis text of our own that nobody saw as danger, the surest miss first."""
    missed = [
        place
        for place, (example, seen) in enumerate(zip(examples, opinions["both"], strict=True))
        if example.risk is Risk.CRISIS and seen.risk.rank < Risk.CHECK.rank
    ]
    return [
        {
            "text": examples[place].text,
            "kind": str(examples[place].kind),
            "about": str(examples[place].about),
            "language": examples[place].language,
            "file": examples[place].origin,
            "danger": round(float(judged.risk[place, 1]), 3),
        }
        for place in sorted(missed, key=lambda place: float(judged.risk[place, 1]))
    ]


def _refusal(before: Sequence[Figure], now: Sequence[Figure]) -> str | None:
    """Why the new model is no match for the one in use; None if it is."""
    old, new = ({figure.name: figure.share for figure in some} for some in (before, now))
    for goal in GOALS:
        if goal.at_least and goal.name in old and new[goal.name] < old[goal.name] - _CHANCE:
            return (
                f"{goal.name}: {new[goal.name]:.1%} with the new danger model, {old[goal.name]:.1%} with the one in use"
            )
    return None


def _figures_of(card: dict[str, Any], name: str) -> tuple[Figure, ...]:
    return tuple(Figure(*each) for each in card.get("figures", {}).get(name, ()))


def _fingerprint(encoder: Encoder, examples_dir: Path, taught: Path) -> str:
    digest = hashlib.sha256(encoder.card.model_sha256.encode())
    code = [path for folder in _CODE for path in sorted(Path(folder).rglob("*.py"))]
    for path in [*code, *sorted(examples_dir.glob("*.yml"))]:
        digest.update(path.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in sorted(taught.glob("*.yml")):
        digest.update(b"taught/" + path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
