"""The table of Twilio's refusals: each row decides, and speaks to staff in plain words."""

from __future__ import annotations

import pytest

from bot.gateway.carriers.twilio.failures import judge, refusal_for
from bot.message import Fate

FINAL = [21211, 21408, 21614, 21617, 30003, 30005, 30006, 30007, 30008]
OURS_TO_MEND = [20003, 20404, 21606, 21609, 30002, 30001, 20429]


@pytest.mark.parametrize("code", FINAL)
def test_what_would_end_the_same_way_again_is_final(code: int) -> None:
    assert not refusal_for(code).retry
    assert judge(400, code).fate is Fate.REFUSED


@pytest.mark.parametrize("code", OURS_TO_MEND)
def test_what_passes_or_can_be_mended_waits(code: int) -> None:
    assert refusal_for(code).retry
    assert judge(400, code).fate is Fate.LATER


def test_only_the_persons_own_opt_out_opts_out() -> None:
    assert [code for code in range(10_000, 70_000) if refusal_for(code).opts_out] == [21610]
    assert not refusal_for(21610).retry


@pytest.mark.parametrize(
    ("status", "code", "fate", "row"),
    [
        (401, 401, Fate.LATER, 20003),
        (403, 20403, Fate.LATER, 20003),
        (404, None, Fate.LATER, 20404),
        (301, 301, Fate.LATER, 20404),
        (307, None, Fate.LATER, 20404),
        (408, 408, Fate.LATER, 408),
        (429, 429, Fate.LATER, 20429),
        (429, 20429, Fate.LATER, 20429),
        (400, 21610, Fate.REFUSED, 21610),
        (400, 400, Fate.REFUSED, 400),
        (400, 65535, Fate.REFUSED, 65535),
    ],
)
def test_the_code_decides_and_where_there_is_none_the_status(
    status: int, code: int | None, fate: Fate, row: int
) -> None:
    result = judge(status, code)
    assert result.fate is fate
    assert result.refusal is not None
    assert result.refusal.code == row


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_fault_on_twilios_side_leaves_the_fate_open_whatever_code_it_names(status: int) -> None:
    assert judge(status, None).fate is Fate.UNKNOWN
    assert judge(status, 20429).fate is Fate.UNKNOWN


@pytest.mark.parametrize("code", [0, *FINAL, *OURS_TO_MEND, 21610, 65535])
def test_every_row_is_a_sentence_for_staff(code: int) -> None:
    desk = refusal_for(code).desk
    assert desk.endswith(".")
    assert len(desk) < 160


def test_an_unknown_code_is_named_so_that_staff_can_look_it_up() -> None:
    assert "65535" in refusal_for(65535).desk
