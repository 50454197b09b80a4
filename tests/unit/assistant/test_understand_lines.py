"""The command's lines: a bad one is named, the others are answered."""

from __future__ import annotations

import json

import pytest

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
        (json.dumps({"text": "a" * MAX_LINE_BYTES}).encode(), "longer than"),
    ],
)
def test_a_bad_line_says_why(line: bytes, why: str) -> None:
    with pytest.raises(BadLine, match=why):
        text_of(line)


def test_good_lines_around_a_bad_one_are_answered_in_order(reader: Reader) -> None:
    lines = [b'{"text": "thanks"}\n', b"\n", b"nonsense\n", b'{"text": "\\ud800"}\n', b'{"text": ""}\n']
    found = list(answers(reader, lines))
    assert found[0]["text"] == "thanks"
    assert found[1] == {"error": "line 3: not JSON"}
    assert [each["text"] for each in found[2:]] == ["?", ""]
