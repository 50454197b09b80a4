"""What every page of the console gets (a :class:`Visit`), and how a page becomes a route."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import structlog
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.app import Line
from bot.console.clicks import Click, until_handled
from bot.console.headers import protect
from bot.console.labels import BLOCKS, NUMBER_REASONS, label, why
from bot.console.live import LivePart, live_response
from bot.console.moments import Moments, span
from bot.console.navigation import menu_for
from bot.console.sign_in.cookies import FORM, Cookies
from bot.console.sign_in.door import Door
from bot.console.sign_in.second_step import SecondStep
from bot.console.tour import stop_at
from bot.errors import CannotDecrypt
from bot.gateway.form import BadPost, Form, is_form, parse_form, read_body
from bot.store.staff_sessions import Visitor
from bot.teaching.neighbours import Neighbours
from bot.teaching.trainer import Trainer
from bot.wording.canned import load_canned
from bot.wording.shipped import CANNED, DATA

log = structlog.get_logger()
HERE = Path(__file__).parent
STATIC = HERE / "static"
TRAIN = (sys.executable, "-m", "bot.cli.main", "train")
TOUR_OFFERED = ("/console", "/console/desk")  # where people come in
GONE = LivePart(lambda: None, lambda: "", lambda: True)


class Refused(Exception):
    """A page that this visitor cannot have. ``status`` is the HTTP answer, the message one sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def template_environment(folder: Path) -> Environment:
    """Templates that escape everything and stop at a name that does not exist."""
    environment = Environment(
        loader=FileSystemLoader([folder, HERE / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(label=label, span=span, static=static_address, why=why)
    environment.globals.update(
        block_reasons=BLOCKS, number_reasons=NUMBER_REASONS, new_key=lambda: secrets.token_urlsafe(12)
    )
    return environment


def static_address(name: str, base: str = "/console/static", folder: Path = STATIC) -> str:
    """The address of a static file; it changes with the file, so browsers may keep it."""
    return f"{base}/{name}?v={hashlib.sha256((folder / name).read_bytes()).hexdigest()[:10]}"


class Console:
    """The parts of the console, built once per process."""

    def __init__(self, line: Line) -> None:
        house = line.house
        self.house = house
        self.bell = line.bell
        self.words = line.words
        self.hints = line.hints
        self.danger, self.assistant = line.danger, line.assistant
        self.trainer = Trainer(TRAIN, house.settings.warmline_data_dir)
        self.neighbours = Neighbours(house.settings.warmline_data_dir, line.danger)
        self.canned = load_canned(DATA / CANNED)
        self.cookies = Cookies(house.vault, house.settings.warmline_public_url)
        step = SecondStep(house.database, house.vault, house.clock, self.cookies, house.settings.second_step)
        self.door = Door(house.database, house.vault, house.clock, self.cookies, step)
        self.templates = template_environment(HERE / "templates")
        self.templates.globals.update(
            moment=Moments(house.settings.zone, house.clock), org=house.settings.warmline_org_name
        )

    def now(self) -> float:
        return self.house.clock.now().timestamp()


@dataclass(frozen=True)
class Visit:
    """One request to a page. ``form`` is empty for a GET."""

    console: Console
    request: Request
    visitor: Visitor | None
    form: Form = field(default_factory=lambda: Form(()))

    @property
    def who(self) -> Visitor:
        """Who is signed in; only for pages that need it."""
        if self.visitor is None:
            raise Refused(403, "Please sign in first.")
        return self.visitor

    @cached_property
    def form_seed(self) -> str:
        """What all forms of this answer are made from: this browser's seed, or one new seed."""
        return self.console.cookies.form_seed(self.request)

    @property
    def form_token(self) -> str:
        return self.console.cookies.form_token(self.form_seed)

    def query(self, name: str) -> str:
        return self.request.query_params.get(name, "")

    def fragment(self, template: str, **values: Any) -> str:
        """A part of a page as HTML."""
        shared = {"visitor": self.visitor, "path": self.request.url.path}
        return self.console.templates.get_template(template).render(**shared, **values)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A whole page, with what its forms need to be recognised as ours."""
        cookies = self.console.cookies
        html = self.fragment(template, form_token=self.form_token, **self._around(), **values)
        response = HTMLResponse(html, status)
        # A post without a seed comes from another site or without cookies. It was refused, and sets nothing: the seed
        # that this browser may have is not written over.
        if self.request.method == "GET" and cookies.read(self.request, FORM) != self.form_seed:
            cookies.set(response, FORM, self.form_seed)
        return response

    def _around(self) -> dict[str, Any]:
        """What stands around every page: the menu, and the tour when it is taken or offered."""
        who, path = self.visitor, self.request.url.path
        if who is None:
            return {"menu": None, "stop": None, "offer_tour": False}
        offer = not who.toured and path in TOUR_OFFERED
        return {
            "menu": menu_for(who.role, path),
            "stop": stop_at(who.role, path, self.query("tour")),
            "offer_tour": offer and self.request.method == "GET",
        }


Page = Callable[[Visit], Response | Click]
Live = Callable[[Visit], LivePart]


def page_route(console: Console, path: str, page: Page, method: str = "GET", public: bool = False) -> Route:
    """``method path`` shows ``page``, in a thread; without a session it leads to the sign-in unless ``public``."""

    async def endpoint(request: Request) -> Response:
        visit = Visit(console, request, None)
        try:
            form = await read_form(console, request) if method == "POST" else Form(())
            answer = await asyncio.to_thread(_visit, console, request, form, page, public)
            while isinstance(answer, Click):
                console.bell.ring()
                handled = await until_handled(console.house.database, answer.event_id)
                answer = await asyncio.to_thread(answer.then, handled)
            response = answer
        except Exception as error:  # noqa: BLE001  # whatever it is, staff get a page that says what to do
            response = trouble(visit, error)
        return protect(response)

    return Route(path, endpoint, methods=[method])


def live_route(console: Console, path: str, live: Live) -> Route:
    """``GET path`` streams a live part to somebody who is signed in. Watching is not doing: idle time runs on."""

    async def endpoint(request: Request) -> Response:
        def left() -> bool:
            return console.door.visitor(request, touch=False) is None

        def open_part() -> LivePart:
            visitor = console.door.visitor(request, touch=False)
            if visitor is None:
                return GONE
            part = live(Visit(console, request, visitor))
            return replace(part, reader_left=lambda: left() or part.reader_left())

        try:
            return live_response(await asyncio.to_thread(open_part))
        except Refused:
            return live_response(GONE)
        except Exception as error:  # noqa: BLE001  # as for pages
            return protect(trouble(Visit(console, request, None), error))

    return Route(path, endpoint)


def _visit(console: Console, request: Request, form: Form, page: Page, public: bool) -> Response | Click:
    visitor = console.door.visitor(request)
    visit = Visit(console, request, visitor, form)
    if visitor is None and not public:
        return RedirectResponse(f"/console/sign-in?next={quote(_wanted(request))}", 303)
    try:
        return page(visit)
    except (Refused, CannotDecrypt) as error:
        return trouble(visit, error)


def _wanted(request: Request) -> str:
    if request.method != "GET":
        return "/console"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


async def read_form(console: Console, request: Request) -> Form:
    """The form of a post; refuses what is no form of this browser's own page."""
    body = await read_body(request)
    if not is_form(request):
        raise BadPost(415, "Please use the form on the page.")
    form = parse_form(body)
    if not console.cookies.form_is_ours(request, form.text("form_token")):
        raise BadPost(403, "This form is too old, or cookies are off. Please go back, load the page again and retry.")
    return form


def trouble(visit: Visit, error: Exception) -> Response:
    """The page for an error: what happened and what to do, nothing of the inside."""
    if isinstance(error, Refused | BadPost):
        status, sentence = error.status, str(error)
    elif isinstance(error, CannotDecrypt):
        status, sentence = 500, str(error)
    elif isinstance(error, SQLAlchemyError):
        status, sentence = 503, "The database cannot be read right now. Texts are safe. Please try again in a minute."
    else:
        status, sentence = 500, "Something broke on our side. Please try again; if it stays, tell your administrator."
    if status >= 500:
        log.error("page_failed", error=type(error).__name__)
    return visit.page("trouble.html", status, number=status, sentence=sentence)
