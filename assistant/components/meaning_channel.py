"""The one way into the dialogue: ``POST /webhooks/meaning/turn``.

The service sends what a text means, never the text, with the conversation's memory;
it gets the answers' names and values, and the memory to keep.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.components import quiet_logs, remote_actions
from assistant.components.meaning import BadRequest, TurnRequest, read_request
from assistant.components.memory import Memory
from assistant.components.memory_store import held, hold
from assistant.components.turns import Turn, Turns

logger = logging.getLogger(__name__)
SECRET_HEADER = "X-Warmline-Secret"  # noqa: S105  # the name of a header, no secret
Play = Callable[[UserMessage], Awaitable[Any]]


class NoAnswer(Exception):
    """The turn ended without a whole answer; the service must help the person."""


class AnswerCollector(OutputChannel):
    """Collects answers in order. Each is a ``say`` or a ``do`` with its values."""

    def __init__(self) -> None:
        self.answers: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "meaning"

    async def send_custom_json(self, recipient_id: str, json_message: dict[str, Any], **kwargs: Any) -> None:
        """Take an answer."""
        self.answers.append(json_message)

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """Refuse plain text: words belong to the service alone."""
        raise NoAnswer("an action sent words instead of a response's name")


class MeaningChannel(InputChannel):
    """Rasa's input channel for meanings."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._turns = Turns()

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is part of its address."""
        return "meaning"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> MeaningChannel:
        """Make the channel Rasa found in ``credentials.yml``.

        Raises:
            ValueError: the secret is missing, so that anybody could come in.
        """
        secret = str((credentials or {}).get("secret") or "")
        if not secret or secret.startswith("${"):
            raise ValueError("WARMLINE_ASSISTANT_SECRET must be set: it guards the way into the assistant.")
        quiet_logs.install()
        remote_actions.install()
        return cls(secret)

    def blueprint(self, on_new_message: Play) -> Blueprint:
        """Return the routes of the channel."""
        routes = Blueprint("meaning_channel")

        @routes.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            return await self._answer(request, on_new_message)

        return routes

    async def _answer(self, request: Request, on_new_message: Play) -> HTTPResponse:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return response.json({"error": "wrong secret"}, 403)
        try:
            wanted = read_request(request.body)
        except BadRequest as error:
            return response.json({"error": str(error)}, 400)
        try:
            turn, replayed = await self._turns.play(wanted.key, lambda: play_turn(wanted, on_new_message))
        except NoAnswer as error:
            logger.error("A turn of conversation %s gave no answer: %s", wanted.conversation, error)
            return response.json({"error": str(error)}, 502)
        return response.json({"answers": turn.answers, "memory": turn.memory, "replayed": replayed})


async def play_turn(wanted: TurnRequest, on_new_message: Play) -> Turn:
    """Play one turn of the dialogue.

    Raises:
        NoAnswer: nothing was answered, or an action failed on the way.
    """
    hold(wanted.memory)
    collector = AnswerCollector()
    failures = remote_actions.watch_failures()
    message = UserMessage(
        text="",
        output_channel=collector,
        sender_id=wanted.conversation,
        parse_data=wanted.parse_data(),
        input_channel=MeaningChannel.name(),
        message_id=wanted.sid,
    )
    await on_new_message(message)
    if failures:
        raise NoAnswer(f"{failures[0]} failed")
    if not collector.answers:
        raise NoAnswer(f"no rule answered the act {wanted.act}")
    after: Memory = held()
    return Turn(collector.answers, after.as_json())
