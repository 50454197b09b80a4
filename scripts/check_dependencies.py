"""What we rely on: known weaknesses by pip-audit where it can reach its data, else licences and pins.

``python scripts/check_dependencies.py [--offline]``. Exit code 1 when something is wrong. Without the
network it says so in one line: then only pins (of both environments) and licences (of the service's) were looked at.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (ROOT / "uv.lock", ROOT / "assistant" / "uv.lock")
# Licences that would bind who passes our code on. "Lesser" (LGPL) binds the library alone.
BINDING = re.compile(r"(?<!Lesser )\b(?:GNU (?:Affero )?General Public|A?GPL)", re.IGNORECASE)
FREE_TOO = re.compile(r"\b(?:LGPL|Lesser|MIT|BSD|Apache|MPL|Mozilla|PSF|Python Software)", re.IGNORECASE)
UNREACHABLE = re.compile(r"ConnectionError|ConnectTimeout|Max retries|Name or service|dns error|Failed to fetch")


def unpinned(lock: dict[str, Any]) -> list[str]:
    """Packages of a lock file that are from no registry, or have a file without a hash."""
    wrong = []
    for package in lock["package"]:
        source = package.get("source", {})
        if source.keys() & {"editable", "virtual"}:
            continue  # that is us
        files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
        if "registry" not in source or not files or not all("hash" in file for file in files):
            wrong.append(f"{package['name']} {package.get('version', '')}".strip())
    return wrong


def binding(found: Distribution) -> bool:
    """Whether the licence of an installed package binds who passes our code on."""
    said = [found.metadata.get("License-Expression") or (found.metadata.get("License") or "")[:100]]
    said += [one for one in found.metadata.get_all("Classifier") or () if one.startswith("License ::")]
    words = " ".join(said)
    return BINDING.search(words) is not None and FREE_TOO.search(words) is None


def weaknesses(uv: str) -> tuple[bool, str]:
    """Whether pip-audit could look, and what it says (empty if it found nothing)."""
    export = [uv, "export", "--frozen", "--no-dev", "--no-emit-project", "-q"]
    wanted = subprocess.run(export, cwd=ROOT, capture_output=True, text=True)  # noqa: S603  # our own words
    if wanted.returncode:
        return False, ""
    look = [uv, "tool", "run", "pip-audit", "-r", "/dev/stdin", "--disable-pip", "--progress-spinner", "off"]
    done = subprocess.run(look, input=wanted.stdout, cwd=ROOT, capture_output=True, text=True)  # noqa: S603  # likewise
    if done.returncode == 0:
        return True, ""
    if UNREACHABLE.search(done.stderr):
        return False, ""
    return True, done.stdout or done.stderr


def main(arguments: list[str]) -> int:
    """Print what was looked at and what is wrong."""
    trouble = []
    for path in LOCKS:
        lock = tomllib.loads(path.read_text("utf-8"))
        print(f"{path.relative_to(ROOT)}: {len(lock['package'])} packages")
        trouble += [f"{name} is not pinned by a hash" for name in unpinned(lock)]
    installed = list(distributions())
    trouble += [f"{one.name}: its licence binds who passes our code on" for one in installed if binding(one)]
    print(f"licences: {len(installed)} installed packages")
    reached, said = (False, "") if "--offline" in arguments else weaknesses(os.environ.get("UV", "uv"))
    print("pip-audit: looked" if reached else "pip-audit: could not look; known weaknesses were not checked")
    if said:
        trouble.append(said)
    print("\n".join(trouble) or "Nothing wrong was found.")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
