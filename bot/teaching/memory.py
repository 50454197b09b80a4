"""How much memory a training needs beside the running line, and whether there is so much."""

from __future__ import annotations

from pathlib import Path

NEEDED_MB = 2_800  # its processes took up to 2,400 MB when both were watched, one after the other
MEMINFO = Path("/proc/meminfo")
CGROUP = Path("/sys/fs/cgroup")


def free_mb(meminfo: Path = MEMINFO, cgroup: Path = CGROUP) -> int | None:
    """Megabytes that a new process may take, of the machine or of our container; ``None`` if unknown."""
    found = [mb for mb in (_of_machine(meminfo), _of_container(cgroup)) if mb is not None]
    return min(found, default=None)


def _of_machine(path: Path) -> int | None:
    try:
        lines = path.read_text("ascii").splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, IndexError, StopIteration):
        return None


def _of_container(folder: Path) -> int | None:
    try:
        limit = (folder / "memory.max").read_text("ascii").strip()
        used = int((folder / "memory.current").read_text("ascii"))
        return None if limit == "max" else max(0, int(limit) - used) // 1_000_000
    except (OSError, ValueError):
        return None
