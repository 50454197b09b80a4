"""Our understanding beside Rasa's default pipeline, on the same texts, in one run.

    uv run --project assistant python -m benchmarks.understanding --out benchmarks/results/understanding.json

Both learn from all of ``data/nlu`` and read the same blind texts through Rasa's own
``Agent``, each in a process of its own. Rasa's default pipeline gets every label as an
intent, several needs as ``a+b``, as its documentation advises. Takes as long as DIET
takes to learn 8,000 texts; ``--epochs`` below 100 makes it weaker and is reported.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import structlog
import yaml

from assistant.evaluation.cases import Reading, reading_of_label, reading_of_parse
from assistant.evaluation.measure import blind_report, misspelled_report

EPOCHS = 100
TEXT = re.compile(r"^- (.+)$", re.MULTILINE)


def plain_config(epochs: int) -> dict[str, Any]:
    """Return the default pipeline's configuration: its parts that understand texts."""
    return {
        "recipe": "default.v1",
        "assistant_id": "plain",
        "language": "en",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
        "policies": [{"name": "RulePolicy"}],
    }


def plain_texts(folder: Path) -> dict[str, Any]:
    """Return the training data with flat intents: a slash would make them retrieval intents."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            # Brackets are Rasa's way to mark entities; in these texts they are just brackets.
            found[block["intent"].replace("/", ".")] += [
                re.sub(r"[\[\]{}()]", " ", text) for text in TEXT.findall(block["examples"])
            ]
    blocks = [{"intent": intent, "examples": "".join(f"- {t}\n" for t in texts)} for intent, texts in found.items()]
    return {"version": "3.1", "nlu": blocks}


def reading_of_plain(parse: dict[str, Any]) -> Reading:
    """Read the default pipeline's answer: its intent is one of our labels, or the fallback."""
    name = parse["intent"]["name"]
    if name == "nlu_fallback":
        return Reading("other", frozenset(), "none", None, None)
    return reading_of_label(name.replace(".", "/", 1))


def train(config: Path, texts: Path, target: Path) -> dict[str, float]:
    """Train an NLU model with Rasa in a process of its own; seconds of the wall and of the processor."""
    command = [sys.executable, "-m", "benchmarks.understanding", "--train", str(config), str(texts), str(target)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": round(time.monotonic() - start, 1), "cpu_seconds": round(cpu, 1)}


def _quiet() -> None:
    """Rasa's logger prints every message with its text unless told otherwise, and that takes time."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def _train_here(config: str, texts: str, target: str) -> None:
    from rasa.model_training import train_nlu

    with tempfile.TemporaryDirectory() as cache:
        # Rasa's cache would make a second training look instant.
        os.environ["RASA_CACHE_DIRECTORY"] = cache
        path = Path(target)
        if not train_nlu(config, texts, str(path.parent), fixed_model_name=path.name.removesuffix(".tar.gz")):
            raise SystemExit("Rasa ended its training without a model.")


def _read_here(model: str, plain: bool) -> dict[str, Any]:
    """Read all blind texts through Rasa's agent and return the figures."""
    import asyncio

    from rasa.core.agent import Agent

    start = time.monotonic()
    agent = Agent.load(model)
    loaded = time.monotonic() - start
    loop = asyncio.new_event_loop()
    spans: list[float] = []

    def understand(text: str) -> Reading:
        begin = time.perf_counter()
        parse = loop.run_until_complete(agent.parse_message(text))
        spans.append(time.perf_counter() - begin)
        if plain:
            return reading_of_plain(parse)
        return reading_of_parse({"detail": None, "zip": None, "risk_kind": None, **parse})

    understand("hello")
    spans.clear()
    report = {"blind": blind_report(understand)}
    ordered = sorted(spans)
    report["misspelled"] = misspelled_report(understand)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **report,
        "load_seconds": round(loaded, 1),
        "parse_p50_ms": round(1000 * ordered[len(ordered) // 2], 2),
        "parse_p95_ms": round(1000 * ordered[int(len(ordered) * 0.95)], 2),
        "memory_mb": round(peak),
    }


def measure(model: Path, plain: bool, out: Path) -> dict[str, Any]:
    """Let a fresh process read the blind texts with a model."""
    command = [sys.executable, "-m", "benchmarks.understanding", "--read", str(model), str(out)]
    subprocess.run([*command, "--plain"] if plain else command, check=True)
    return dict(json.loads(out.read_text("utf-8")))


def compare(out: Path, epochs: int, texts: Path, encoder: Path) -> None:
    """Train and measure both sides; write the figures to ``out``."""
    results: dict[str, Any] = {"epochs": epochs}
    with tempfile.TemporaryDirectory(prefix="understanding-") as name:
        place = Path(name)
        # A first training: with the encoder, and without the vectors kept from an earlier one.
        shutil.copytree(encoder, place / "encoder", ignore=shutil.ignore_patterns("training-*"))
        os.environ["WARMLINE_DATA_DIR"] = name
        (place / "plain.yml").write_text(yaml.safe_dump(plain_config(epochs), sort_keys=False), "utf-8")
        (place / "nlu.yml").write_text(yaml.safe_dump(plain_texts(texts), allow_unicode=True, width=10_000), "utf-8")
        sides = (
            ("ours", Path("config.yml"), texts, False),
            ("plain", place / "plain.yml", place / "nlu.yml", True),
        )
        for side, config, data, plain in sides:
            model = place / f"{side}.tar.gz"
            print(f"{side}: training …", flush=True)
            results[side] = {"training": train(config, data, model)}
            results[side].update(measure(model, plain, place / "read.json"))
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    _print(results)


def _print(results: dict[str, Any]) -> None:
    rows = {
        "one need exact": lambda r: r["blind"]["needs"]["one_exact"],
        "several needs exact": lambda r: r["blind"]["needs"]["several_exact"],
        "needs micro-F1 en": lambda r: r["blind"]["needs"]["micro_f1"]["en"],
        "needs micro-F1 es": lambda r: r["blind"]["needs"]["micro_f1"]["es"],
        "act right": lambda r: r["blind"]["acts"]["right"]["all"],
        "out of scope recognised": lambda r: r["blind"]["out_of_scope"]["recognised"],
        "needs micro-F1, misspelled": lambda r: r["misspelled"]["micro_f1"],
        "crisis seen (no rules)": lambda r: r["blind"]["danger"]["crisis_seen"],
        "near misses called crisis": lambda r: r["blind"]["danger"]["near_misses"]["crisis"],
        "training s": lambda r: r["training"]["seconds"],
        "training processor s": lambda r: r["training"]["cpu_seconds"],
        "parse p50 ms": lambda r: r["parse_p50_ms"],
        "load s": lambda r: r["load_seconds"],
        "memory MB": lambda r: r["memory_mb"],
    }
    print(f"{'':32} {'ours':>10} {'default':>10}")
    for name, figure in rows.items():
        print(f"{name:32} {figure(results['ours']):>10} {figure(results['plain']):>10}")


def main() -> None:
    """Compare, or do one step of it in this process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results/understanding.json"))
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--texts", type=Path, default=Path("data/nlu"))
    parser.add_argument("--encoder", type=Path, default=Path("var/encoder"))
    parser.add_argument("--train", nargs=3, metavar=("CONFIG", "TEXTS", "MODEL"), help=argparse.SUPPRESS)
    parser.add_argument("--read", nargs=2, metavar=("MODEL", "OUT"), help=argparse.SUPPRESS)
    parser.add_argument("--plain", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    _quiet()
    if arguments.train:
        _train_here(*arguments.train)
    elif arguments.read:
        figures = _read_here(arguments.read[0], arguments.plain)
        Path(arguments.read[1]).write_text(json.dumps(figures, ensure_ascii=False), "utf-8")
    else:
        compare(arguments.out, arguments.epochs, arguments.texts, arguments.encoder)


if __name__ == "__main__":
    main()
