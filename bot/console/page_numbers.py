"""Numbers of pages and ids of rows, as an address or a form brings them. Pages count from 0."""

from __future__ import annotations

FARTHEST = 10_000


def page_number(text: str) -> int:
    """The page that ``text`` asks for; the first one if it is no number."""
    return min(int(text), FARTHEST) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def page_count(total: int, shown: int) -> int:
    """How many pages ``total`` rows make with ``shown`` on each; one at least."""
    return max(1, -(-total // shown))


def within(page: int, total: int, shown: int) -> int:
    """``page``, or the last one there is: rows may have gone since the address was written down."""
    return min(page, page_count(total, shown) - 1)


def row_id(text: str) -> int:
    """The id of a row; 0, which no row has, if it is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
