"""A path as the files it holds: one file, a folder, or a zip archive that is never unpacked to disk."""

from __future__ import annotations

import codecs
import hashlib
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any

from bot.directory.report import BrokenFile

MOST_BYTES = 1024 * 1024 * 1024
MOST_FILES = 200
MOST_TIMES_SMALLER = 300
SUSPECT_BYTES = 64 * 1024 * 1024
BLOCK = 256 * 1024
# What zipfile lets through of a damaged archive: each of its packings has errors of its own.
_DAMAGES = (
    *(zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError),
    *(zlib.error, lzma.LZMAError, struct.error),
)
_ENDINGS = (".csv", ".tsv", ".txt", ".json")


@dataclass(frozen=True)
class Member:
    """One file: its path inside the source, its bytes, and a way to open it anew."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def base(self) -> str:
        return PurePosixPath(self.name.replace("\\", "/")).name

    def starts_with(self, *signs: bytes) -> bool:
        """Whether its first letter is one of ``signs``."""
        first = next(self.blocks(), b"")
        return first.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in signs

    def blocks(self) -> Iterator[bytes]:
        """All bytes in pieces. Raises :class:`BrokenFile` when they cannot be read to the end."""
        try:
            with self.open() as stream:
                while block := stream.read(BLOCK):
                    yield block
        except (*_DAMAGES, OSError) as error:
            raise BrokenFile(f"{self.base!r} cannot be read to its end: {error}.") from error


@contextmanager
def opened(path: Path) -> Iterator[tuple[Member, ...]]:
    """The files of a path. Raises :class:`BrokenFile` with one sentence."""
    if not path.exists():
        raise BrokenFile(f"There is no file or folder {str(path)!r}.")
    with ExitStack() as stack:
        if path.is_dir():
            members = tuple(_file(each, path) for each in sorted(path.rglob("*")) if _is_wanted(each, path))
        elif _starts_like_zip(path) or path.suffix.lower() == ".zip":
            members = _zip(path, stack)
        else:
            members = (_file(path, path.parent),)
        _check(path, members)
        yield members


def digest_of(members: tuple[Member, ...]) -> str:
    """SHA-256 of names and bytes."""
    found = hashlib.sha256()
    for member in sorted(members, key=lambda each: each.name):
        found.update(member.base.encode())
        for block in member.blocks():
            found.update(block)
    return found.hexdigest()


def _is_wanted(each: Path, root: Path) -> bool:
    return each.is_file() and each.suffix.lower() in _ENDINGS and len(each.relative_to(root).parts) <= 2


def _file(path: Path, root: Path) -> Member:
    return Member(path.relative_to(root).as_posix(), path.stat().st_size, partial(_open_file, path))


def _open_file(path: Path) -> IO[bytes]:
    return path.open("rb")


def _starts_like_zip(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04"


def _zip(path: Path, stack: ExitStack) -> tuple[Member, ...]:
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
        inside = [each for each in archive.infolist() if _is_data(each.filename)]
    except (*_DAMAGES, OSError) as error:
        raise BrokenFile(f"{path.name!r} is no whole zip file that can be opened: {error}.") from error
    for each in inside:
        if each.file_size > SUSPECT_BYTES and each.file_size > MOST_TIMES_SMALLER * max(1, each.compress_size):
            raise BrokenFile(f"{each.filename!r} in {path.name!r} unpacks to over {MOST_TIMES_SMALLER} times its size.")
    whole, packed = sum(each.file_size for each in inside), sum(each.compress_size for each in inside)
    if whole > SUSPECT_BYTES and whole > MOST_TIMES_SMALLER * max(1, packed):
        raise BrokenFile(f"{path.name!r} unpacks to over {MOST_TIMES_SMALLER} times its size.")
    # What a zip claims as its sizes holds: zipfile stops reading a file there.
    return tuple(Member(each.filename, each.file_size, partial(_open_zipped, archive, each)) for each in inside)


def _open_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    opened_file: Any = archive.open(info)
    return opened_file  # type: ignore[no-any-return]  # ZipExtFile is a readable binary stream


def _is_data(name: str) -> bool:
    base = PurePosixPath(name.replace("\\", "/")).name
    return not name.startswith("__MACOSX") and not base.startswith("._") and base.lower().endswith(_ENDINGS)


def _check(path: Path, members: tuple[Member, ...]) -> None:
    if not members:
        raise BrokenFile(f"There is no .csv or .json file in {path.name!r}.")
    if len(members) > MOST_FILES or sum(each.size for each in members) > MOST_BYTES:
        most = f"{MOST_BYTES // 2**20} MB or {MOST_FILES} files"
        raise BrokenFile(f"{path.name!r} is larger than {most}: split it by county or state.")
