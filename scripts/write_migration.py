"""Writes a migration for what changed in the tables: ``python scripts/write_migration.py 0002 "Add a thing"``.

Read what it wrote before you commit it: a renamed column looks like one that went and one that came. A migration
that was not released yet is written anew under its number; the schema is frozen with it (``freeze_schema.py``).
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import create_engine

ROOT = Path(__file__).resolve().parents[1]
MIGRATIONS = ROOT / "bot" / "store" / "migrations"
RELEASED: frozenset[str] = frozenset()
"""Versions that went out: add the number with the release. Their files are never written again."""

TIDYING = (
    (r"sa\.BigInteger\(\)\.with_variant\(sa\.Integer\(\), ['\"]sqlite['\"]\)", "ID"),
    (r"Boolean\(\), server_default=sa\.text\(['\"]0['\"]\)", "Boolean(), server_default=sa.false()"),
    (r", nullable=True\)", ")"),
    (r", unique=False", ""),
    (r"    # ### .*\n", ""),
    (r"\n\n\ndef upgrade", '\n\nID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")\n\n\ndef upgrade'),
)


def write(number: str, what: str) -> Path:
    """Compare the tables of the code with all migrations so far; returns the new file."""
    for former in (MIGRATIONS / "versions").glob(f"{number}_*.py"):
        former.unlink()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with tempfile.TemporaryDirectory() as place:
        engine = create_engine(f"sqlite:///{place}/so-far.db")
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            if list((MIGRATIONS / "versions").glob("*.py")):
                command.upgrade(config, "head")
                connection.commit()
            made = command.revision(config, what, autogenerate=True, rev_id=number)
        engine.dispose()
    if made is None or isinstance(made, list):
        raise CommandError("Alembic wrote no migration.")
    file = Path(made.path)
    text = file.read_text("utf-8")
    for pattern, instead in TIDYING:
        text = re.sub(pattern, instead, text)
    if number == "0001":
        # Alembic does not see triggers; the first migration sets those of the audit.
        text = text.replace(
            "from alembic import op\n", "from alembic import op\n\nfrom bot.store.audit_guard import guard_audit\n"
        )
        text = text.rstrip() + "\n    guard_audit(op.get_bind())\n"
    file.write_text(text, "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(file)], check=True)  # noqa: S603  # our own file
    return file


if __name__ == "__main__":
    if len(sys.argv) != 3 or not re.fullmatch(r"\d{4}", sys.argv[1]):
        sys.exit('Say which number and what changes: python scripts/write_migration.py 0002 "Add a thing"')
    if sys.argv[1] in RELEASED:
        sys.exit(f"Version {sys.argv[1]} was released. Take the next number.")
    print(write(sys.argv[1], sys.argv[2]))
    subprocess.run([sys.executable, "-m", "scripts.freeze_schema"], cwd=ROOT, check=True)  # our own
