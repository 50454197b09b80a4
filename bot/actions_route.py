"""``POST /actions/webhook``: Rasa's custom actions, run inside the service. For Rasa only."""

from __future__ import annotations

import hmac
import json
from typing import Any

import structlog
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.executor import run

log = structlog.get_logger(__name__)
PATH = "/actions/webhook"
SECRET_HEADER = "X-Warmline-Secret"  # noqa: S105  # the name of a header
LIMIT = 1024 * 1024  # bytes; Rasa sends the tracker of one turn, a few KB


def actions_route(executor: ActionExecutor, secret: str) -> Route:
    """The route; whoever does not know ``secret`` gets 403 whatever they send."""

    async def endpoint(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(given, secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return _refusal(413, f"The body is larger than {LIMIT} bytes, or broke off.")
        try:
            payload = json.loads(body)
        except ValueError:
            payload = None
        if not isinstance(payload, dict) or not isinstance(payload.get("next_action"), str):
            return _refusal(400, "The body must be JSON with the name of an action.")
        return await _answer(executor, payload)

    return Route(PATH, endpoint, methods=["POST"])


async def _answer(executor: ActionExecutor, payload: dict[str, Any]) -> Response:
    action = payload["next_action"]
    try:
        return JSONResponse(await run(executor, payload))
    except ActionNotFoundException:
        return _refusal(404, "There is no such action.", action)
    except ActionExecutionRejection:
        return _refusal(400, "The action refused.", action)
    except Exception as error:  # noqa: BLE001  # the turn fails, the person is helped otherwise, the line goes on
        log.error("action_failed", action=action, error=type(error).__name__)
        return _refusal(500, "The action failed.", action)


async def _body(request: Request) -> bytes | None:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LIMIT:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)


def _refusal(status: int, sentence: str, action: str | None = None) -> Response:
    return JSONResponse({"error": sentence, "action_name": action}, status)
