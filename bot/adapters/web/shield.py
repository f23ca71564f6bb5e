"""What every request passes: who may come in, what is logged, what happens when we fail."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from aiohttp import web

from bot.adapters.web.config import is_trusted
from bot.adapters.web.guard import (
    find_token,
    is_known_host,
    is_own_request,
    is_pass,
    is_token,
)
from bot.adapters.web.responses import HEADERS, lead_to, page, plain
from bot.adapters.web.site import site_of, visitor_of, wants_piece
from bot.adapters.web.visitors import PASS_COOKIE, VISITOR, find_visitor, keep_person
from bot.adapters.web.wording import wording_for
from bot.crash import error_id
from bot.desk.excuses import excuse
from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.adapters.web.site import Site

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Asked by machines that know neither our name nor our token; they learn nothing but the state.
_FOR_MACHINES = frozenset({"/healthz", "/readyz"})
_BEFORE_LOGIN = frozenset({"/login"})
_SERVER_ERROR, _UNAVAILABLE = 500, 503
_TELLING = ("Allow", "Location", "WWW-Authenticate")
_access = logging.getLogger("bot.adapters.web.access")
_logger = logging.getLogger(__name__)


@web.middleware
async def observe(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Log the request without a word of what was asked; answer also when we fail."""
    began = time.perf_counter()
    try:
        response = await handler(request)
    except web.HTTPException as refusal:
        response = _refused(request, refusal)
    except Exception as error:  # noqa: BLE001 - logged with its traceback there
        # The outermost: the traceback is kept for whoever mends it, the person gets a sentence.
        response = await _failed(request, error)
    visitor = request.get(VISITOR)
    # A cookie is written before the headers are, so that this is not left to `add_headers`.
    if visitor is not None and visitor.is_new and not response.prepared:
        keep_person(response, visitor.person, secure=request.secure)
    seconds = time.perf_counter() - began
    _log(request, response.status, seconds)
    return response


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Give every response its headers; those that it has already stay."""
    del request
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in who may come in, and find out who it is."""
    if request.path in _FOR_MACHINES:
        return await handler(request)
    site = site_of(request)
    if not is_known_host(request.host, site.config.names):
        raise web.HTTPMisdirectedRequest
    person = _named_by_proxy(request, site)
    request[VISITOR] = visitor = find_visitor(request, site.config, person)
    if not is_own_request(request.method, request.headers, request.host):
        raise web.HTTPForbidden
    if person or site.config.is_open or request.path in _BEFORE_LOGIN or _is_static(request):
        return await handler(request)
    if _has_token(request, site, visitor.person):
        return await handler(request)
    if "text/html" in request.headers.get("Accept", "") and request.method == "GET":
        return lead_to("/login")
    raise web.HTTPUnauthorized(headers={"WWW-Authenticate": 'Basic realm="Morgenlage"'})


def _has_token(request: web.Request, site: Site, person: str) -> bool:
    token = site.config.token
    given = find_token(request.headers.get("Authorization", ""))
    if token and given:
        return is_token(given, token)
    return bool(token) and is_pass(request.cookies.get(PASS_COOKIE, ""), token, person)


def _named_by_proxy(request: web.Request, site: Site) -> str:
    """The person whom a trusted proxy has let through; "" where there is no such proxy."""
    config = site.config
    if not config.proxy_header:
        return ""
    named = request.headers.getall(config.proxy_header, [])
    peer = request.transport.get_extra_info("peername") if request.transport else None
    if peer and is_trusted(str(peer[0]), config.trusted) and len(named) == 1 and named[0].strip():
        return named[0].strip()[:200]
    if config.token:
        return ""
    raise web.HTTPForbidden


def _is_static(request: web.Request) -> bool:
    return request.path.startswith("/static/")


def _refused(request: web.Request, refusal: web.HTTPException) -> web.StreamResponse:
    """The refusal as a sentence in the reader's language, as a page if a page was asked for."""
    visitor = request.get(VISITOR)
    kept = {name: refusal.headers[name] for name in _TELLING if name in refusal.headers}
    if visitor is None:
        return plain(refusal.reason, status=refusal.status, headers=kept)
    words = wording_for(visitor.language)
    said = words.refusals.get(refusal.status, words.refused)
    if wants_piece(request) or "text/html" not in request.headers.get("Accept", ""):
        return plain(said, status=refusal.status, headers=kept)
    response = page(site_of(request).drawer.message(visitor, said), status=refusal.status)
    response.headers.update(kept)
    return response


async def _failed(request: web.Request, error: Exception) -> web.StreamResponse:
    visitor = request.get(VISITOR)
    if visitor is None:
        _logger.error("a request to %s failed", _route(request), exc_info=error)
        return plain(f"error {error_id(error)}", status=_SERVER_ERROR)
    site = site_of(request)
    said = excuse(site.desk, visitor_of(request).asker, error).parts[0].outline.headline
    status = _UNAVAILABLE if isinstance(error, StoreUnavailable) else _SERVER_ERROR
    if wants_piece(request):
        return plain(said, status=status)
    return page(site.drawer.message(visitor, said), status=status)


def _log(request: web.Request, status: int, seconds: float) -> None:
    """The route instead of the path, which may hold what somebody asked for."""
    route = _route(request)
    milliseconds = round(seconds * 1000, 1)
    _access.info(
        "%s %s %d %.1f ms",
        request.method,
        route,
        status,
        milliseconds,
        extra={
            "method": request.method,
            "route": route,
            "status": status,
            "milliseconds": milliseconds,
        },
    )


def _route(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "-"
