"""The web application of a line: webhooks, console, simulator, health, figures, and Rasa's actions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import nan

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actions.executor import make_executor
from bot import metrics
from bot.actions_route import actions_route
from bot.app import Line, directory_of
from bot.console.routes import console_routes
from bot.conversation import Urgency
from bot.directory_api import directory_api_routes
from bot.gateway.carriers.twilio.signature import SignatureCheck
from bot.gateway.inbound import inbound_route
from bot.gateway.receipts import calls_route, receipts_route
from bot.health import Readiness
from bot.phone.routes import phone_routes
from bot.store.desk_figures import waits_since
from bot.store.figures import due_conversations, open_cases
from bot.store.held_off import held_off_since

A_DAY = 24 * 3600.0
# Pages set stricter ones of their own; these hold for whatever is left.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
A_YEAR = "max-age=31536000"


def build_web(line: Line, with_worker: bool = True) -> Starlette:
    """The application; it starts the line's worker with itself and stops it at its end.

    ``with_worker`` false: only take texts in; workers in other processes handle them.
    """
    https = line.house.settings.warmline_public_url.startswith("https://")
    headers = {**HEADERS, "Strict-Transport-Security": A_YEAR} if https else HEADERS

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        if with_worker:
            await asyncio.to_thread(line.start)
        try:
            yield
        finally:
            if with_worker:
                await asyncio.to_thread(line.stop)

    middleware = [Middleware(_DefaultHeaders, headers=headers)]
    return Starlette(routes=_routes(line), middleware=middleware, lifespan=lifespan)


def _routes(line: Line) -> list[BaseRoute]:
    house, settings = line.house, line.house.settings
    # The simulator has no token: then no signature is right, and nobody can forge a text.
    tokens = (settings.twilio_auth_token, settings.twilio_auth_token_secondary) if settings.carrier == "twilio" else ()
    verify = SignatureCheck(settings.warmline_public_url, tokens)
    routes: list[BaseRoute] = [
        Route("/", lambda _request: RedirectResponse("/console")),
        inbound_route(verify, line.intake.accept),
        receipts_route(verify, line.intake.receive_receipt),
        calls_route(verify, line.intake.receive_receipt),
        actions_route(make_executor(directory_of(house)), house.actions_secret),
        *_operator_routes(line),
        *console_routes(line),
    ]
    if settings.warmline_directory_api == "on":
        routes += directory_api_routes(house.database)
    return [*routes, *phone_routes(line)] if settings.carrier == "simulator" else routes


def _operator_routes(line: Line) -> list[BaseRoute]:
    readiness = Readiness(line.house.database, line.assistant)

    async def live(_request: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def ready(_request: Request) -> Response:
        problems = await asyncio.to_thread(readiness.problems)
        return JSONResponse({"ready": not problems, "problems": problems}, 503 if problems else 200)

    async def figures(_request: Request) -> Response:
        await asyncio.to_thread(_count, line)
        return Response(generate_latest(metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/health/live", live), Route("/health/ready", ready), Route("/metrics", figures)]


def _count(line: Line) -> None:
    now = line.house.clock.now().timestamp()
    promises = {Urgency(urgency): seconds for urgency, seconds in line.house.settings.promises.items()}
    with line.house.database.read() as connection:
        cases = open_cases(connection)
        due = due_conversations(connection, now)
        found = waits_since(connection, now - A_DAY, now, promises)
        held_off = held_off_since(connection, now - A_DAY)
    metrics.conversations_due.set(due)
    for why, texts in held_off.items():
        metrics.texts_held_off.labels(why).set(texts)
    for urgency, waits in found.items():
        metrics.cases_open.labels(urgency).set(cases.get(urgency, 0))
        metrics.desk_asked.labels(urgency).set(waits.asked)
        metrics.desk_late.labels(urgency).set(waits.late)
        metrics.desk_unanswered.labels(urgency).set(waits.unanswered)
        for quantile, seconds in (("0.5", waits.median), ("0.95", waits.p95)):
            metrics.desk_answer_seconds.labels(urgency, quantile).set(nan if seconds is None else seconds)


class _DefaultHeaders:
    """Adds headers to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    present.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
