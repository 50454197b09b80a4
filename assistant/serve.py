"""Runs Rasa: ``python -m assistant.serve --port 5005 --data-dir var``.

It is `rasa run` with our settings: loopback only, the HTTP API behind a token, logs
without values. Secrets come from the environment, since command lines can be read by
every user of a machine:

WARMLINE_ASSISTANT_SECRET  guards the channel and, as JWT secret (HS256), the API
WARMLINE_ACTIONS_URL       the service's action endpoint
WARMLINE_ACTIONS_SECRET    the header that opens it
WARMLINE_TENSORFLOW        "on" loads TensorFlow, for components of Rasa that compute with it
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import resource
import sys
from pathlib import Path

from assistant.candidate import in_use
from assistant.understanding.archive import components_of_model
from assistant.understanding.model import ModelUnusable
from assistant.without_tensorflow import TensorFlowNeeded, leave_out

NEEDED = ("WARMLINE_ASSISTANT_SECRET", "WARMLINE_ACTIONS_URL", "WARMLINE_ACTIONS_SECRET")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run the assistant (Rasa) on this machine.")
    parser.add_argument("--port", type=int, default=5005)
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    return parser.parse_args()


def main() -> int:
    """Serve until stopped; 1 with a sentence when something is missing."""
    # A core file would hold the memory: texts and secrets. A fatal signal tells its place in the code instead, of
    # its own thread only: the frames of threads that run on cannot be read safely.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.enable(all_threads=False)
    arguments = _arguments()
    missing = [name for name in NEEDED if not os.environ.get(name)]
    model = in_use(arguments.data_dir).model
    if missing:
        print(f"The assistant needs these settings: {', '.join(missing)}.", file=sys.stderr)
        return 1
    if not model.is_file():
        print(f"There is no trained assistant at {model}; run `warmline train`.", file=sys.stderr)
        return 1
    try:
        leave_out(components_of_model(model))
    except (ModelUnusable, TensorFlowNeeded) as error:
        print(f"The assistant cannot start. {error}", file=sys.stderr)
        return 1
    missed = in_use(arguments.data_dir).read_card().get("missed_safety_bars")
    if missed:
        print(f"WARNING: the assistant in use misses safety bars: {'; '.join(missed)}.", file=sys.stderr)
    os.environ["WARMLINE_DATA_DIR"] = str(arguments.data_dir)
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # where TensorFlow is loaded, it would talk
    _serve(model, arguments.port)
    return 0


def _serve(model: Path, port: int) -> None:
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO, stream=sys.stderr)
    from assistant.components import quiet_logs

    quiet_logs.install()
    # Imported late: it takes seconds, and what is missing is to be said before.
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    secret = os.environ["WARMLINE_ASSISTANT_SECRET"]
    serve_application(
        model_path=str(model),
        interface="127.0.0.1",
        port=port,
        credentials="credentials.yml",
        endpoints=AvailableEndpoints.read_endpoints("endpoints.yml"),
        enable_api=True,
        jwt_secret=secret,
        jwt_method="HS256",
    )


if __name__ == "__main__":
    sys.exit(main())
