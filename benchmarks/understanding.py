"""Our understanding beside Rasa's default pipeline, on the same texts, in one run.

    uv run --project assistant python -m benchmarks.understanding --every 50 --plain-encoder --epochs 25

Both learn from the same texts of ``data/nlu`` and read the same strangers' texts through Rasa's own
``Agent``, each in a process of its own. Rasa's default pipeline gets every label as an
intent, several needs as ``a+b``, as its documentation advises. DIET needs some 0.035 s of processor time
a text and round, days for all of ours: ``--every`` takes one in so many texts of each intent, and ``--epochs``
below 100 makes the default weaker and is reported. The encoder in use has learned from all texts;
``--plain-encoder`` builds one that has not, as is fair then.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import structlog
import yaml

from assistant.encoder.build import build
from assistant.evaluation.cases import Reading, reading_of_parse
from assistant.evaluation.measure import blind_report, misspelled_report
from benchmarks.default_pipeline import a_part, plain_config, plain_texts, reading_of_plain

EPOCHS = 100
BLIND = Path("data/waiting/blind")
READ = ("dev", "three", "four", "five", "six")  # text by text, or while something was chosen


def blind_folder(source: Path, place: Path) -> Path:
    """Write strangers' texts to ``place`` as ordinary ones and those about danger; return ``place``."""
    place.mkdir()
    rows = [
        json.loads(line)
        for path in sorted(source.glob("*.jsonl"))
        if path.stem not in READ
        for line in path.read_text("utf-8").splitlines()
    ]
    for name, danger in (("blind_texts.jsonl", False), ("blind_danger.jsonl", True)):
        chosen = [row for row in rows if _is_about_danger(row) is danger]
        (place / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in chosen), "utf-8")
    return place


def _is_about_danger(row: dict[str, Any]) -> bool:
    return row["group"] == "near_miss" or row["risk"] in ("crisis", "check")


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


def _read_here(model: str, blind: Path, plain: bool) -> dict[str, Any]:
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
    report = {"blind": blind_report(understand, blind)}
    ordered = sorted(spans)
    report["misspelled"] = misspelled_report(understand, blind)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **report,
        "load_seconds": round(loaded, 1),
        "parse_p50_ms": round(1000 * ordered[len(ordered) // 2], 2),
        "parse_p95_ms": round(1000 * ordered[int(len(ordered) * 0.95)], 2),
        "memory_mb": round(peak),
    }


def measure(model: Path, blind: Path, plain: bool, out: Path) -> dict[str, Any]:
    """Let a fresh process read the blind texts with a model."""
    command = [sys.executable, "-m", "benchmarks.understanding", "--read", str(model), str(blind), str(out)]
    subprocess.run([*command, "--plain"] if plain else command, check=True)
    return dict(json.loads(out.read_text("utf-8")))


def compare(out: Path, epochs: int, every: int, plain_encoder: bool) -> None:
    """Train and measure both sides; write the figures to ``out``."""
    results: dict[str, Any] = {"epochs": epochs, "every": every, "plain_encoder": plain_encoder}
    with tempfile.TemporaryDirectory(prefix="understanding-") as name:
        place = Path(name)
        _put_encoder(place / "encoder", plain_encoder)
        os.environ["WARMLINE_DATA_DIR"] = name
        texts, blind = place / "part", blind_folder(BLIND, place / "blind")
        texts.mkdir()
        _write(texts / "nlu.yml", a_part(Path("data/nlu"), every))
        _write(place / "plain.yml", plain_config(epochs))
        _write(place / "nlu.yml", plain_texts(texts))
        sides = (
            ("ours", Path("config.yml"), texts, False),
            ("plain", place / "plain.yml", place / "nlu.yml", True),
        )
        for side, config, data, plain in sides:
            model = place / f"{side}.tar.gz"
            print(f"{side}: training …", flush=True)
            results[side] = {"training": train(config, data, model)}
            results[side].update(measure(model, blind, plain, place / "read.json"))
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    _print(results)


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")


def _put_encoder(target: Path, plain: bool) -> None:
    """For a first training: without the vectors kept from an earlier one."""
    if not plain:
        shutil.copytree("var/encoder", target, ignore=shutil.ignore_patterns("training-*"))
        return
    build(target, target.parent / "no adapter")


def _print(results: dict[str, Any]) -> None:
    rows = {
        "one need exact": lambda r: r["blind"]["needs"]["one_exact"],
        "several needs exact": lambda r: r["blind"]["needs"]["several_exact"],
        "needs micro-F1 en": lambda r: r["blind"]["needs"]["micro_f1"]["en"],
        "needs micro-F1 es": lambda r: r["blind"]["needs"]["micro_f1"]["es"],
        "act right": lambda r: r["blind"]["acts"]["right"]["all"],
        "out of scope recognised": lambda r: r["blind"]["out_of_scope"]["recognised"],
        "needs micro-F1, misspelled": lambda r: r["misspelled"]["micro_f1"],
        "lost by misspelling": lambda r: r["misspelled"]["micro_f1_lost"],
        "opt-outs seen": lambda r: r["blind"]["opt_out"]["seen"],
        "others taken for an opt-out": lambda r: r["blind"]["opt_out"]["false_alarms"],
        "danger seen (no rules)": lambda r: r["blind"]["danger"]["seen"],
        "overdose and suicide seen": lambda r: r["blind"]["danger"]["seen_urgent"],
        "danger answered as crisis": lambda r: r["blind"]["danger"]["crisis_as_crisis"],
        "near misses called crisis": lambda r: r["blind"]["danger"]["near_misses"]["crisis"],
        "near misses crisis or check": lambda r: r["blind"]["danger"]["near_misses"]["crisis_or_check"],
        "requests crisis or check": lambda r: r["blind"]["danger"]["ordinary_needs"]["crisis_or_check"],
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
    parser.add_argument("--every", type=int, default=1, help="learn from one in so many texts")
    parser.add_argument("--plain-encoder", action="store_true", help="one that has learned from no text of ours")
    parser.add_argument("--train", nargs=3, metavar=("CONFIG", "TEXTS", "MODEL"), help=argparse.SUPPRESS)
    parser.add_argument("--read", nargs=3, metavar=("MODEL", "BLIND", "OUT"), help=argparse.SUPPRESS)
    parser.add_argument("--plain", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    _quiet()
    if arguments.train:
        _train_here(*arguments.train)
    elif arguments.read:
        figures = _read_here(arguments.read[0], Path(arguments.read[1]), arguments.plain)
        Path(arguments.read[2]).write_text(json.dumps(figures, ensure_ascii=False), "utf-8")
    else:
        compare(arguments.out, arguments.epochs, arguments.every, arguments.plain_encoder)


if __name__ == "__main__":
    main()
