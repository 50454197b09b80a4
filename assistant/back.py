"""Goes back to the model before the one in use: ``python -m assistant.back --data-dir var``.

The exit code is 0 when it is in use now, 1 when there is none. Rasa takes it at its next start, or when the
service tells it to.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from assistant.candidate import go_back


def main() -> int:
    """Go back, and say so."""
    parser = argparse.ArgumentParser(description="Go back to the model before the one in use.")
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    went = go_back(parser.parse_args().data_dir)
    print("The model before is in use again." if went else "There is no model before the one in use.", flush=True)
    return 0 if went else 1


if __name__ == "__main__":
    sys.exit(main())
