"""The command's lines: a bad one is named, the others are answered."""

from __future__ import annotations

import io
import json

import pytest

from assistant.lines import MOST, PIECE, batches
from assistant.understand import MAX_LINE_BYTES, BadLine, answers, text_of
from assistant.understanding.model import Reader
from assistant.understanding.training import Example, train_reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return train_reader([Example(t, "thanks") for t in ("thanks", "thx")] + [Example("a job", "seek/jobs")], None)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"words": "hi"}', 'no "text"'),
        (b'{"text": 7}', 'no "text"'),
        (b'["text"]', 'no "text"'),
        (b"null", 'no "text"'),
        (b"[" * 50_000, "not JSON"),
        (json.dumps({"text": "a" * MAX_LINE_BYTES}).encode(), "longer than"),
    ],
)
def test_a_bad_line_says_why(line: bytes, why: str) -> None:
    with pytest.raises(BadLine, match=why):
        text_of(line)


def test_a_file_may_begin_with_a_mark_of_its_encoding() -> None:
    assert text_of(b'\xef\xbb\xbf{"text": "hi"}') == "hi"


def test_good_lines_around_a_bad_one_are_answered_in_order(reader: Reader) -> None:
    lines = [b'{"text": "thanks"}', b"", b"nonsense", b'{"text": "\\ud800"}', b'{"text": ""}']
    found = list(answers(reader, [lines[:2], lines[2:4], lines[4:]]))
    assert found[0]["text"] == "thanks"
    assert found[1] == {"error": "line 3: not JSON"}
    assert [each["text"] for each in found[2:]] == ["?", ""]


def test_texts_read_together_mean_what_they_mean_alone(reader: Reader) -> None:
    texts = ["thanks", "a job", "", "thx a lot, and a job"]
    assert reader.read_all(texts) == [reader.read(text) for text in texts]


def test_lines_come_in_order_whatever_the_pieces_are() -> None:
    lines = [str(number).encode() * (number % 50) for number in range(5 * MOST)]
    stream = io.BytesIO(b"\n".join(lines))
    for size in (1, 7, PIECE):
        stream.seek(0)
        found = list(batches(lambda most, size=size: stream.read(min(size, most)), 1000))  # type: ignore[misc]
        assert [line for batch in found for line in batch] == lines
        assert max(map(len, found)) <= MOST


def test_a_line_without_end_is_not_kept_whole() -> None:
    stream = io.BytesIO(b"x" * 1_000_000 + b'\n{"text": "thanks"}\n')
    endless, good = [line for batch in batches(stream.read, 100) for line in batch]
    assert len(endless) <= PIECE + 101
    assert good == b'{"text": "thanks"}'
