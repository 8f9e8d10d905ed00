"""The routes: each takes its page from the casebook and renders it."""

import re
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, ExceptionHandler

from amparo import __version__
from amparo.casebook import Casebook
from amparo.model import AmparoError

from .case_pages import case_page, cases_page, search_page
from .document_page import document_page
from .guard import Guard
from .pages import Page, ProblemPage
from .rendering import render
from .sharing import SharedCasebook

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def application(book: Casebook, *, name: str) -> ASGIApp:
    """The pages of an open casebook as an ASGI application; ``name`` is what they call it. It only reads ``book``."""
    routes = _Routes(SharedCasebook(name, book))
    handlers: Mapping[type[Exception], ExceptionHandler] = {
        HTTPException: routes.not_there,
        AmparoError: routes.cannot_open,
        Exception: routes.broken,
    }
    return Guard(
        Starlette(
            routes=[
                Route("/", routes.cases),
                Route("/cases/{id}", routes.case),
                Route("/documents/{id}", routes.document),
                Route("/search", routes.search),
                Mount("/static", StaticFiles(packages=[("amparo.web", "static")])),
            ],
            exception_handlers=handlers,
        )
    )


class _Routes:
    """The routes of one casebook. They run in threads of their own, one page at a time in the casebook."""

    def __init__(self, shared: SharedCasebook) -> None:
        self._shared = shared

    def cases(self, request: Request) -> Response:
        with self._shared.taken() as book:
            page = cases_page(book, request.query_params, self._shared.name)
        return _answer(page)

    def case(self, request: Request) -> Response:
        with self._shared.taken() as book:
            page = case_page(book, request.path_params["id"], self._shared.name)
        return self._found(page, "There is no case of this id. Reports that were added since may have changed it.")

    def document(self, request: Request) -> Response:
        place = _PLACE.fullmatch(request.query_params.get("at", ""))
        at = (int(place[1]), int(place[2])) if place else None
        with self._shared.taken() as book:
            page = document_page(book, request.path_params["id"], self._shared.name, at=at)
        return self._found(page, "There is no document of this id.")

    def search(self, request: Request) -> Response:
        with self._shared.taken() as book:
            page = search_page(book, request.query_params.get("q", ""), self._shared.name)
        return _answer(page)

    def not_there(self, _request: Request, _error: Exception) -> Response:
        """No route leads there."""
        return self._problem(404, "Not found", "There is no page at this address.")

    def cannot_open(self, _request: Request, error: Exception) -> Response:
        """The casebook cannot be read just now; the error says in words why, and what to do."""
        return self._problem(503, "The casebook cannot be read", str(error))

    def broken(self, _request: Request, _error: Exception) -> Response:
        """A fault of our own: the page says no more than that; the server goes on and writes the rest to its terminal."""
        message = "Something in Amparo went wrong here. Nothing was changed. What it was stands in the terminal."
        return self._problem(500, "This page could not be made", message)

    def _found(self, page: Page | None, otherwise: str) -> Response:
        return _answer(page) if page is not None else self._problem(404, "Not found", otherwise)

    def _problem(self, status: int, title: str, message: str) -> Response:
        page = ProblemPage(casebook=self._shared.name, title=title, version=__version__, message=message)
        return _answer(page, status)


def _answer(page: Page, status: int = 200) -> Response:
    return HTMLResponse(render(page), status)
