"""Words in what people and the line wrote: texts are opened in this process, conversation by conversation.

There is no index of words: whoever stole the database could count its entries and guess the
words (docs/decisions/0045). The filters narrow what is opened, and a search stops when its time
is up and says where; the next one goes on from there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from bot.privacy import Vault
from bot.store.conversation_filters import Wanted
from bot.store.conversation_list import ListPage, open_rows, rows_of
from bot.store.tables import message

STEP = 20  # conversations whose texts are fetched at once
MOST_WORDS, LONGEST = 6, 40


@dataclass(frozen=True)
class Found:
    """``page.next`` is where to go on; ``looked`` is how many conversations were read, ``full`` whether
    it stopped because the page is full (else because the time was up, or all was read)."""

    page: ListPage
    looked: int
    full: bool


def split_words(text: str) -> tuple[str, ...]:
    """The words to look for, folded: no case, no accents; at most six."""
    return tuple(dict.fromkeys(re.findall(r"\w+", fold(text[:400]))))[:MOST_WORDS]


def fold(text: str) -> str:
    """``text`` without case and accents: "Dónde" is found as "donde"."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def search(connection: Connection, vault: Vault, wanted: Wanted, time_is_up: Callable[[], bool], size: int) -> Found:
    """The next conversations, newest first, of which one text holds all of ``wanted.words``."""
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in wanted.words]
    found: list[Row[Any]] = []
    looked, at = 0, wanted.after
    while True:
        rows, more = rows_of(connection, vault, replace(wanted, after=at), STEP)
        hits = _matching(connection, vault, [row.id for row in rows], wanted.words, patterns)
        for number, row in enumerate(rows):
            at, looked = (row.last_text_at, row.id), looked + 1
            if row.id in hits:
                found.append(row)
            if len(found) == size:
                left = more or number + 1 < len(rows)
                return Found(ListPage(open_rows(connection, vault, found), at if left else None), looked, True)
        if not more or time_is_up():
            return Found(ListPage(open_rows(connection, vault, found), at if more else None), looked, False)


def _matching(
    connection: Connection,
    vault: Vault,
    ids: Sequence[int],
    words: Sequence[str],
    patterns: Sequence[re.Pattern[str]],
) -> set[int]:
    if not ids:
        return set()
    texts, hits = message.c, set[int]()
    rows = connection.execute(
        select(texts.conversation_id, texts.body_sealed).where(
            texts.conversation_id.in_(ids), texts.body_sealed.is_not(None)
        )
    )
    for own, sealed in rows:
        if own in hits:
            continue
        body = fold(vault.open(bytes(sealed)))
        # The plain look first: it is quicker than any pattern, and most texts end here.
        if all(word in body for word in words) and all(pattern.search(body) for pattern in patterns):
            hits.add(own)
    return hits
