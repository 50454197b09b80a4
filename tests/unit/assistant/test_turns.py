"""Each text is played once, one at a time in a conversation, others meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from assistant.components.turns import Turn, Turns


def turn(name: str) -> Turn:
    return Turn([{"say": name}], {})


def test_the_same_key_is_played_once() -> None:
    async def story() -> None:
        turns, played = Turns(), []

        async def play() -> Turn:
            played.append(1)
            await asyncio.sleep(0.01)
            return turn("a")

        both = await asyncio.gather(turns.play(("1", "s"), play), turns.play(("1", "s"), play))
        later = await turns.play(("1", "s"), play)
        assert [replayed for _, replayed in both] == [False, True]
        assert later == (turn("a"), True)
        assert len(played) == 1

    asyncio.run(story())


def test_turns_of_one_conversation_wait_for_each_other_and_others_do_not() -> None:
    async def story() -> None:
        turns, order = Turns(), []

        def play(name: str, seconds: float) -> Any:
            async def run() -> Turn:
                order.append(f"{name} begins")
                await asyncio.sleep(seconds)
                order.append(f"{name} ends")
                return turn(name)

            return run

        await asyncio.gather(
            turns.play(("1", "a"), play("1a", 0.05)),
            turns.play(("1", "b"), play("1b", 0)),
            turns.play(("2", "a"), play("2a", 0)),
        )
        assert order.index("1a ends") < order.index("1b begins")
        assert order.index("2a ends") < order.index("1a ends")

    asyncio.run(story())


def test_a_failed_turn_is_not_kept_and_does_not_stop_the_next() -> None:
    async def story() -> None:
        turns = Turns()

        async def fail() -> Turn:
            raise ValueError("broken")

        async def play() -> Turn:
            return turn("whole")

        results = await asyncio.gather(
            turns.play(("1", "a"), fail), turns.play(("1", "b"), play), return_exceptions=True
        )
        assert isinstance(results[0], ValueError)
        assert results[1] == (turn("whole"), False)
        assert await turns.play(("1", "a"), play) == (turn("whole"), False)

    asyncio.run(story())


def test_a_caller_who_is_cancelled_does_not_cancel_the_turn() -> None:
    async def story() -> None:
        turns, done = Turns(), asyncio.Event()

        async def play() -> Turn:
            await asyncio.sleep(0.02)
            done.set()
            return turn("whole")

        caller: asyncio.Task[Any] = asyncio.get_running_loop().create_task(_call(turns.play(("1", "a"), play)))
        await asyncio.sleep(0.005)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        await asyncio.wait_for(done.wait(), 1)
        await asyncio.sleep(0)
        assert await turns.play(("1", "a"), play) == (turn("whole"), True)

    asyncio.run(story())


async def _call(coroutine: Coroutine[Any, Any, Any]) -> Any:
    return await coroutine


def test_the_record_is_bounded() -> None:
    async def story() -> None:
        turns = Turns(kept=3)

        async def play() -> Turn:
            return turn("x")

        for number in range(10):
            await turns.play((str(number), "s"), play)
            await asyncio.sleep(0)
        assert (await turns.play(("9", "s"), play))[1] is True
        assert (await turns.play(("0", "s"), play))[1] is False

    asyncio.run(story())


def test_a_turn_is_forgotten_after_its_time_though_nobody_texts() -> None:
    async def story() -> None:
        turns, played = Turns(seconds=0.0), []

        async def play() -> Turn:
            played.append(1)
            return turn("a")

        await turns.play(("1", "s"), play)
        await asyncio.sleep(0.01)  # the loop has run what was due
        assert not turns._played
        assert await turns.play(("1", "s"), play) == (turn("a"), False)

    asyncio.run(story())
