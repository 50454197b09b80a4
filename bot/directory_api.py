"""``/api/directory``: the directory for partners' programs, as HSDS 3.0, to read only.

Off unless ``WARMLINE_DIRECTORY_API`` is on. Confidential and retired places are not in it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.directory.hsds_export import organization_document, place_document, service_document, without_lists
from bot.store.database import Database
from bot.store.directory_pages import count_items, organizations_among, page_of_ids, places_among, services_among

BASE = "/api/directory"
VERSION = {
    "version": "3.0",
    "profile": "https://docs.openreferral.org/en/latest/hsds/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
}
USUAL_SIZE, MOST = 50, 200
FARTHEST_PAGE = 100_000

Documents = Callable[[Connection, list[str]], list[dict[str, Any]]]


class _WrongQuestion(Exception):
    """A query no page answers; its words go back to the program that asked."""


@dataclass(frozen=True)
class _Paging:
    page: int
    size: int
    full: bool


def directory_api_routes(database: Database) -> list[BaseRoute]:
    """All routes of the API."""
    api = _Api(database)
    routes: list[BaseRoute] = [Route(BASE, lambda _request: JSONResponse(VERSION), methods=["GET"])]
    for kind, documents in (
        ("services", _services),
        ("organizations", _organizations),
        ("service_at_locations", _places),
    ):
        routes.append(Route(f"{BASE}/{kind}", api.listing(kind, documents), methods=["GET"]))
        routes.append(Route(f"{BASE}/{kind}/{{id}}", api.single(kind, documents), methods=["GET"]))
    return routes


class _Api:
    def __init__(self, database: Database) -> None:
        self._database = database

    def listing(self, kind: str, documents: Documents) -> Callable[[Request], Any]:
        """``?page=1&per_page=50``, ``&full=true`` for everything that is nested."""

        async def answer(request: Request) -> Response:
            try:
                paging = _paging(request)
            except _WrongQuestion as error:
                return JSONResponse({"error": str(error)}, 400)
            return JSONResponse(await asyncio.to_thread(self._page, kind, documents, paging))

        return answer

    def single(self, kind: str, documents: Documents) -> Callable[[Request], Any]:
        """One record with everything in it; 404 for what is not there or not to be told."""

        async def answer(request: Request) -> Response:
            try:
                own = str(UUID(request.path_params["id"]))
            except ValueError:
                return JSONResponse({"error": "the id is no UUID"}, 404)
            found = await asyncio.to_thread(self._read, documents, [own])
            return JSONResponse(found[0]) if found else JSONResponse({"error": "there is no such record"}, 404)

        return answer

    def _page(self, kind: str, documents: Documents, paging: _Paging) -> dict[str, Any]:
        with self._database.read() as connection:
            total = count_items(connection, kind)
            ids = page_of_ids(connection, kind, (paging.page - 1) * paging.size, paging.size)
            contents = documents(connection, ids)
        pages = -(-total // paging.size)
        return {
            "total_items": total,
            "total_pages": pages,
            "page_number": paging.page,
            "size": len(contents),
            "first_page": paging.page == 1,
            "last_page": paging.page >= pages,
            "empty": not contents,
            "contents": contents if paging.full else [without_lists(each) for each in contents],
        }

    def _read(self, documents: Documents, ids: list[str]) -> list[dict[str, Any]]:
        with self._database.read() as connection:
            return documents(connection, ids)


def _services(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    return [service_document(bundles) for bundles in services_among(connection, ids)]


def _organizations(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    return [organization_document(bundle) for bundle in organizations_among(connection, ids)]


def _places(connection: Connection, ids: list[str]) -> list[dict[str, Any]]:
    return [place_document(bundle) | {"service_id": bundle.service.id} for bundle in places_among(connection, ids)]


def _paging(request: Request) -> _Paging:
    query = request.query_params
    return _Paging(
        _number(query.get("page", "1"), "page", FARTHEST_PAGE),
        _number(query.get("per_page", str(USUAL_SIZE)), "per_page", MOST),
        query.get("full", "false").lower() == "true",
    )


def _number(said: str, name: str, most: int) -> int:
    if not said.isascii() or not said.isdigit() or not 1 <= int(said[:9]) <= most:
        raise _WrongQuestion(f"{name} must be a number from 1 to {most}")
    return int(said)
