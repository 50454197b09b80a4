"""Files that staff send: read in a stream, after we know who sends them, and never more than :data:`MOST_BYTES`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from typing import BinaryIO

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.console.headers import protect
from bot.console.visit import Console, Refused, Visit, read_form, trouble
from bot.gateway.form import BadPost, Form, is_form

MOST_BYTES = 32 * 1024 * 1024
MOST_FIELDS, MOST_FILES = 30, 2
TOO_LARGE = (
    f"Files of up to {MOST_BYTES // 2**20} MB can come in here. A larger one comes in on the server, with "
    "`warmline directory import`; ask your administrator."
)


@dataclass(frozen=True)
class Upload:
    """A file as it was sent; ``name`` is the sender's own and may be anything."""

    name: str
    file: BinaryIO
    size: int


Uploads = dict[str, Upload]
Page = Callable[[Visit, Uploads], Response]


def upload_route(console: Console, path: str, page: Page) -> Route:
    """``POST path`` of a form with files, for staff. A file is only read for somebody who may send one."""

    async def endpoint(request: Request) -> Response:
        visit = Visit(console, request, None)
        try:
            visitor = await asyncio.to_thread(console.door.visitor, request)
            if visitor is None:
                return protect(RedirectResponse("/console/sign-in", 303))
            visit = replace(visit, visitor=visitor)
            if is_form(request):  # a form without any file
                known = replace(visit, form=await read_form(console, request))
                return protect(await asyncio.to_thread(page, known, {}))
            if not visitor.sees_all:
                raise Refused(403, "The directory is kept by staff.")
            return protect(await _with_files(console, request, visit, page))
        except Exception as error:  # noqa: BLE001  # as for every page: staff get one that says what to do
            return protect(await asyncio.to_thread(trouble, visit, error))

    return Route(path, endpoint, methods=["POST"])


async def _with_files(console: Console, request: Request, visit: Visit, page: Page) -> Response:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise BadPost(415, "Please use the form on the page.")
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        raise Refused(413, TOO_LARGE)
    parser = MultiPartParser(
        request.headers, _limited(request), max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=64 * 1024
    )
    try:
        sent = await parser.parse()
    except MultiPartException as error:
        raise BadPost(400, "The form did not arrive whole. Please send it again.") from error
    except ClientDisconnect as error:
        raise BadPost(400, "The file did not arrive whole. Please send it again.") from error
    try:
        form = Form(
            tuple((name.encode(), value.encode()) for name, value in sent.multi_items() if isinstance(value, str))
        )
        if not console.cookies.form_is_ours(request, form.text("form_token")):
            raise BadPost(403, "This form is too old. Please go back, load the page again and retry.")
        return await asyncio.to_thread(page, replace(visit, form=form), _files(sent))
    finally:
        await sent.close()


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    read = 0
    async for piece in request.stream():
        read += len(piece)
        if read > MOST_BYTES:
            raise Refused(413, TOO_LARGE)
        yield piece


def _files(sent: FormData) -> Uploads:
    found = {}
    for name, value in sent.multi_items():
        if isinstance(value, UploadFile) and value.filename:
            found[name] = Upload(value.filename, value.file, value.size or 0)
    return found
