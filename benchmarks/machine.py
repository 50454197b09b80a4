"""What the figures were taken on."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sides import RASA_PYTHON

BUSY_LOAD = 0.5
_VERSIONS = "import platform, rasa.version, rasa_sdk; print(platform.python_version(), rasa.version.__version__)"


@dataclass(frozen=True)
class Machine:
    """``load_before``: the load average of the minute before; above 0.5 the figures are noise."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    python: str
    rasa_python: str
    rasa: str
    load_before: float

    @property
    def was_busy(self) -> bool:
        return self.load_before > BUSY_LOAD


def look() -> Machine:
    """The machine as it is before the run."""
    load_before = os.getloadavg()[0]
    cpus = Path("/proc/cpuinfo").read_text()
    model = re.search(r"^model name\s*: (.+)$", cpus, re.MULTILINE)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    asked = subprocess.run([str(RASA_PYTHON), "-c", _VERSIONS], capture_output=True, text=True, check=True)
    rasa_python, rasa = asked.stdout.split()[-2:]
    return Machine(
        processor=model[1].strip() if model else platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        memory_gb=round(pages / 1e9, 1),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        rasa_python=rasa_python,
        rasa=rasa,
        load_before=round(load_before, 2),
    )
