"""Files in a publisher's own headings, read with a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from bot.directory.hsds_tables import Flat, flatten
from bot.directory.mapping import POSITION, WHOLE_ADDRESS, Block, PublisherMapping, read_mapping
from bot.directory.plain_csv import MORE_CELLS, Columns, read_plain_csv, unshifted
from bot.directory.records import Records
from bot.directory.repairs import Repairs
from bot.directory.report import BrokenFile, Problem, Reading
from bot.directory_source.csv_rows import CsvFile, csv_file
from bot.directory_source.hsds import Mishaps, read_out
from bot.directory_source.opening import Member
from bot.store.directory_scratch import Scratch

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "directory" / "mappings"
LARGEST = 1_000_000


def mapping_at(path: Path) -> PublisherMapping:
    """The mapping in a YAML file. Raises :class:`BrokenFile` with one sentence."""
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise BrokenFile(f"There is no mapping file {str(path)!r}.")
    try:
        said = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        first = str(error).split("\n")[0]
        raise BrokenFile(f"The mapping {path.name!r} is no YAML that can be read: {first}.") from error
    return read_mapping(path.stem, said)


@cache
def shipped_mappings() -> tuple[PublisherMapping, ...]:
    """Those that come with Warmline."""
    return tuple(mapping_at(path) for path in sorted(SHIPPED.glob("*.yml")))


def fitting(files: Sequence[CsvFile]) -> PublisherMapping | None:
    """The shipped mapping whose headings are all there."""
    headings = {file.member.base: frozenset(file.headings) for file in files}
    return next((each for each in shipped_mappings() if each.fits(headings)), None)


def mapped_readings(
    mapping: PublisherMapping, members: tuple[Member, ...], source: str, scratch: Scratch, needs: tuple[str, ...]
) -> Iterator[Reading]:
    """Everything the mapping finds in ``members``."""
    yield Reading(Records(), 0, warnings=(Problem("the whole source", f"was read with the mapping {mapping.name!r}"),))
    files = [csv_file(member) for member in members if not member.base.lower().endswith(".json")]
    if not any(block.fits(file.member.base) for block in mapping.blocks for file in files):
        raise BrokenFile(f"The mapping {mapping.name!r} is for other files than {', '.join(m.base for m in members)}.")
    if mapping.of_places:
        (block,) = mapping.blocks
        for file in files:
            if block.fits(file.member.base):
                yield from read_plain_csv(_plain_columns(block), file.rows(), source, True, _columns(block))
        return
    repairs, mishaps = Repairs(), Mishaps()
    for file in files:
        mishaps.problems.extend(file.warnings)
        if any(block.fits(file.member.base) for block in mapping.blocks):
            scratch.add(_flats(mapping, file, repairs, mishaps))
        else:
            mishaps.problems.append(Problem(file.member.base, f"is not in the mapping {mapping.name!r}: not used"))
    yield from read_out(source, scratch, repairs, mishaps, needs)


def _flats(mapping: PublisherMapping, file: CsvFile, repairs: Repairs, mishaps: Mishaps) -> Iterator[Flat]:
    blocks = [block for block in mapping.blocks if block.fits(file.member.base)]
    for line, cells in file.rows():
        where = f"{file.member.base} line {line}"
        if cells.get(""):
            mishaps.rejected.append(Problem(where, MORE_CELLS))
            for each in unshifted(cells):
                mishaps.spoiled.update(f"{flat.table}:{flat.own}" for flat in _made(blocks, each, where, Repairs()))
            continue
        yield from _made(blocks, cells, where, repairs)


def _made(blocks: Sequence[Block], cells: Mapping[str, str], where: str, repairs: Repairs) -> Iterator[Flat]:
    for block in blocks:
        if made := block.cells(cells):
            yield from flatten(block.table, made, where, repairs)


def _plain_columns(block: Block) -> list[str]:
    made = [column for column in block.columns if column not in (WHOLE_ADDRESS, POSITION)]
    return list(dict.fromkeys((*made, "organization", "needs")))


def _columns(block: Block) -> Columns:
    return lambda cells: block.cells(cells) or {}
