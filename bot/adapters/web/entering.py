"""Signing in with the token, and choosing a language."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

from bot.adapters.web.guard import is_token, make_pass
from bot.adapters.web.responses import lead_to, page
from bot.adapters.web.site import site_of, visitor_of
from bot.adapters.web.visitors import keep_language, keep_pass, keep_person, read_language

_UNAUTHORIZED = 401


async def show_login(request: web.Request) -> web.Response:
    """The form that asks for the token."""
    return _login_page(request, wrong=False)


async def log_in(request: web.Request) -> web.StreamResponse:
    """Let a browser in that shows the token. It keeps a pass, never the token itself."""
    site, visitor = site_of(request), visitor_of(request)
    given = (await request.post()).get("token", "")
    token = site.config.token
    if not (token and isinstance(given, str) and is_token(given.strip(), token)):
        return _login_page(request, wrong=True)
    response = lead_to("/")
    keep_pass(response, make_pass(token, visitor.person), secure=request.secure)
    keep_person(response, visitor.person, secure=request.secure)
    return response


async def choose_language(request: web.Request) -> web.StreamResponse:
    """Keep the language and go back to the page that was open."""
    form = await request.post()
    language = read_language(str(form.get("language", "")))
    if language is None:
        raise web.HTTPBadRequest
    response = lead_to(_own_path(request.headers.get("Referer", ""), request.host))
    keep_language(response, language, secure=request.secure)
    return response


def _login_page(request: web.Request, *, wrong: bool) -> web.Response:
    site, visitor = site_of(request), visitor_of(request)
    html = site.drawer.draw("login.html", visitor, site.around.clock(), here="login", wrong=wrong)
    return page(html, status=_UNAUTHORIZED if wrong else 200)


def _own_path(referer: str, host: str) -> str:
    """The path of one of our own pages; never the way to another site."""
    parts = urlsplit(referer)
    if parts.netloc != host or not parts.path.startswith("/") or parts.path.startswith("//"):
        return "/"
    # What was posted cannot be got: those pages begin anew.
    if parts.path in {"/say", "/press", "/complain", "/language"}:
        return "/"
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
