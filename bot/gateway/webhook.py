"""What both webhooks share: read the form, check the signature, and answer honestly.

The carrier sends a text once more if we do not say 200, so 200 is said only after the
handler has stored what came; whatever goes wrong before that is a 503.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.gateway.form import TYPE, BadPost, Form, is_form, parse_form, read_body

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class SignedPost:
    """A webhook as it came, for the signature check.

    ``target`` is path and query string exactly as in the request line, without the host,
    which only the public address in the settings knows. ``headers`` ignore case.
    """

    target: str
    form: Form
    headers: Mapping[str, str]


Verify = Callable[[SignedPost], bool]
Handle = Callable[[Form, Mapping[str, str]], Awaitable[Response]]


def webhook_route(path: str, verify: Verify, handle: Handle) -> Route:
    """``POST path``: ``handle(form, query)`` runs only for a post that ``verify`` accepts.

    ``handle`` may raise :class:`BadPost`; any other error is answered with 503.
    """

    async def endpoint(request: Request) -> Response:
        try:
            form = await _signed_form(path, verify, request)
            return await handle(form, request.query_params)
        except BadPost as error:
            log.warning("webhook_refused", path=path, status=error.status)
            return PlainTextResponse(str(error), error.status)
        except Exception as error:  # noqa: BLE001  # whatever it is, the carrier must bring it again
            # Only the kind of error: a database error may quote the text it could not store.
            log.error("webhook_failed", path=path, error=type(error).__name__)
            return PlainTextResponse("Not stored. Please send it again.", 503, {"Retry-After": "5"})

    return Route(path, endpoint, methods=["POST"])


async def _signed_form(path: str, verify: Verify, request: Request) -> Form:
    body = await read_body(request)
    # A stranger hears nothing but 403, also about the kind of body he should send.
    form = parse_form(body) if is_form(request) else Form(())
    if not verify(SignedPost(_target(path, request), form, request.headers)):
        raise BadPost(403, "The signature is missing or wrong.")
    if not is_form(request):
        raise BadPost(415, f"The body must be {TYPE}.")
    return form


def _target(path: str, request: Request) -> str:
    query: bytes = request.scope["query_string"]
    return f"{path}?{query.decode('latin-1')}" if query else path
