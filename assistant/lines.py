"""Lines as they come: as many at a time as there are, none longer than is reasonable to keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

PIECE = 65_536
# Read together, texts take less time each; more than this at once gains nothing.
MOST = 64


def batches(read: Callable[[int], bytes], longest: int) -> Iterator[Sequence[bytes]]:
    """Yield the complete lines of each piece, without their ends, in order.

    ``read`` returns at least one byte, waiting for it, or none at the end. Of a line longer
    than ``longest`` bytes a beginning that is still too long is kept, so that whoever reads it can tell.
    """
    kept = b""
    while piece := read(PIECE):
        *lines, kept = (kept + piece).split(b"\n")
        kept = kept[: longest + 1]
        for start in range(0, len(lines), MOST):
            yield lines[start : start + MOST]
    if kept:
        yield [kept]
