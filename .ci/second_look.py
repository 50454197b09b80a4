"""After a failed run: the few tests that failed, once more, and the names of those that were only unsteady.

    python .ci/second_look.py COMMAND …        the command that runs pytest; its arguments are added

Reads what pytest remembers of its last run. Nothing is run again, and the failure stands, when more
than a handful failed, when pytest did not come to its end, or when a test failed that kills processes
and counts what was lost: there, once is too often (docs/decisions/0090-a-second-look.md).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REMEMBERED = Path(__file__).parents[1] / ".pytest_cache" / "v" / "cache" / "lastfailed"
MOST = 4
NEVER_TWICE = ("tests/chaos/", "tests/unit/", "tests/house_rules/", "tests/understanding/")


def main(command: list[str]) -> int:
    """0 when every test that failed passed now; else 1."""
    try:
        failed = sorted(json.loads(REMEMBERED.read_text("utf-8")))
    except (OSError, ValueError) as error:
        print(f"What failed is not known ({error}): the failure stands.")
        return 1
    once = [name for name in failed if name.startswith(NEVER_TWICE)]
    if not failed or len(failed) > MOST or once:
        print(f"{len(failed)} tests failed, {len(once)} of a kind that gets no second look: the failure stands.")
        return 1
    again = subprocess.run([*command, *failed], check=False)  # noqa: S603  # our own tests
    for name in failed:
        print(f"{'UNSTEADY' if again.returncode == 0 else 'FAILED TWICE, OR BESIDE ONE THAT DID'}: {name}")
    return 1 if again.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
