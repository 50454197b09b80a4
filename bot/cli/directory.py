"""``warmline directory``: import, export and check the places people are sent to."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.house import fail, open_database
from bot.directory.hsds_export import service_document
from bot.directory.needs import TOPICS
from bot.directory.report import ImportReport, Problem
from bot.directory_source.download import Limits, host_of, is_web_address
from bot.directory_source.export import write_json, write_tables
from bot.directory_source.formats import Hints
from bot.directory_source.load import import_path
from bot.directory_source.mapped import mapping_at
from bot.store.directory_export import DirectoryCounts, count_directory
from bot.store.directory_import import mark_address_public
from bot.store.directory_pages import told_services

SHOWN = 20
app = typer.Typer(help="The places people are sent to: import, export, check.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


@app.command("import")
def import_(
    path: Annotated[str, typer.Argument(help="A .csv, .json or .zip file, a folder, or a web address.")],
    format: Annotated[
        str | None, typer.Option(help="hsds, meeting-guide or csv; told from the files if left out.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Name of the source; the file's name if left out.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="A YAML file that says what other headings mean.")] = None,
    needs: Annotated[str, typer.Option(help="Needs, with commas, of services whose source says none.")] = "",
    fellowship: Annotated[str, typer.Option(help="Whose meetings they are, such as AA or NA.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report what would change.")] = False,
    as_json: Json = False,
) -> None:
    """Import places from a file. The same file again changes nothing; what a source no longer has is retired.

    A file that is broken changes nothing at all. Lines that are wrong are left out and named.
    """
    hints = Hints(format, mapping_at(mapping) if mapping else None, _needs(needs), fellowship.strip())
    # Whoever types an address of this house at its own terminal may mean it; where it leads is checked.
    limits = Limits(trusted=host_of(path)) if is_web_address(path) else Limits()
    with open_database() as database:
        report = import_path(database, path, source, hints, dry_run, datetime.now(UTC), limits)
    typer.echo(json.dumps(report.as_values(), ensure_ascii=False) if as_json else _report_text(report))


@app.command()
def export(
    to: Annotated[Path, typer.Option(help="The JSON file, or the folder for CSV, to write.")],
    format: Annotated[str, typer.Option(help="json or csv, both HSDS 3.0.")] = "json",
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
) -> None:
    """Write the directory as HSDS 3.0. Confidential places are left out."""
    if format not in ("json", "csv"):
        fail(f"There is no export format {format!r}; use json or csv.")
    write = write_json if format == "json" else write_tables
    with open_database() as database, database.read() as connection:
        count = write(to, map(service_document, told_services(connection, source)))
    typer.echo(f"{count} services written to {to}.")


@app.command()
def check(as_json: Json = False) -> None:
    """Count what the directory has for each need, and what is wrong with it. Fails when it is empty."""
    with open_database() as database, database.read() as connection:
        counts = count_directory(connection, datetime.now(UTC).date())
    typer.echo(json.dumps(counts.as_values()) if as_json else _counts_text(counts))
    if not counts.local:
        raise typer.Exit(1)


@app.command("mark-public")
def mark_public(
    service_id: Annotated[str, typer.Argument(help="The service's id, as the import report names it.")],
    undo: Annotated[bool, typer.Option("--undo", help="Make it confidential again.")] = False,
) -> None:
    """Say that a confidential service's address may be told. It counts from the next import on."""
    moment = datetime.now(UTC)
    with open_database() as database:
        database.write(lambda connection: mark_address_public(connection, service_id, not undo, moment))
    typer.echo("Noted. Import the source again to bring it into effect.")


def _needs(said: str) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in said.split(",") if part.strip())
    if strange := [each for each in chosen if each not in TOPICS]:
        fail(f"There is no need {', '.join(strange)}; use: {', '.join(TOPICS)}.")
    return chosen


def _report_text(report: ImportReport) -> str:
    head = "Dry run, nothing changed. " if report.dry_run else ""
    lines = [
        f"{head}Source {report.source} ({report.format}): {report.read} places read.",
        f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.retired} retired, {report.rejected_count} rejected.",
    ]
    return "\n".join([*lines, *_problems("Rejected", report.rejected), *_problems("Warning", report.warnings)])


def _problems(kind: str, problems: tuple[Problem, ...]) -> list[str]:
    lines = [f"{kind}: {each.where}: {each.reason}" for each in problems[:SHOWN]]
    rest = len(problems) - SHOWN
    return [*lines, f"{kind}: {rest} more; see them all with --json."] if rest > 0 else lines


def _counts_text(counts: DirectoryCounts) -> str:
    lines = [f"{name}: {count} places" for name, count in counts.sources.items()]
    lines += ["", "Local places by need:"]
    lines += [
        f"  {need:15} {count}{'' if count else '   none: only national lines'}" for need, count in counts.needs.items()
    ]
    lines += [
        "",
        f"never verified: {counts.unverified}; verified over a year ago: {counts.stale}",
        f"without a phone: {counts.without_phone}; local but without a position: {counts.unplaced}",
    ]
    if counts.unfinished:
        lines.append(f"Not finished: {', '.join(counts.unfinished)}. Unless it is being imported now, import it again.")
    if not counts.local:
        lines.append("The directory has no local places yet. Import some: warmline directory import FILE")
    return "\n".join(lines)
