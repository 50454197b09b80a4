"""Triggers that refuse to change or remove a row of the audit, whoever asks.

A migration uses these statements: once a version is released, change them in a new migration.
"""

from __future__ import annotations

from sqlalchemy import Connection

_SQLITE = (
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END""",
    """CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END""",
    """CREATE TRIGGER audit_head_steps BEFORE UPDATE ON audit_head WHEN NEW.last <> OLD.last + 1
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END""",
)
_POSTGRES = (
    """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit only grows'; END $$""",
    """CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    """CREATE TRIGGER audit_head_steps BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.last <> OLD.last + 1) EXECUTE FUNCTION audit_refuse()""",
)
_FIRST_HEAD = {
    "sqlite": "INSERT INTO audit_head (id, last, hash) VALUES (1, 0, zeroblob(32))",
    "postgresql": "INSERT INTO audit_head (id, last, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'))",
}


def guard_audit(connection: Connection) -> None:
    """Put the head's one row in its place and the triggers on both tables."""
    dialect = connection.dialect.name
    connection.exec_driver_sql(_FIRST_HEAD[dialect])
    for statement in _SQLITE if dialect == "sqlite" else _POSTGRES:
        connection.exec_driver_sql(statement)
