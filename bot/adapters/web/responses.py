"""The headers of every response, and responses of each kind."""

from __future__ import annotations

from aiohttp import web

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A file that somebody saved or opened from here runs nothing and reaches nothing.
_SEALED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def page(html: str, *, status: int = 200) -> web.Response:
    """A page or a piece of one, not to be kept by anybody."""
    return web.Response(
        text=html,
        status=status,
        content_type="text/html",
        charset="utf-8",
        headers={"Cache-Control": "no-store"},
    )


def file(body: str | bytes, content_type: str, name: str = "") -> web.Response:
    """Something to be saved under `name`, or without a name something to be looked at."""
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _SEALED}
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    data = body.encode() if isinstance(body, str) else body
    return web.Response(
        body=data, headers={"Content-Type": f"{content_type}; charset=utf-8", **headers}
    )


def lead_to(path: str) -> web.Response:
    """Send the browser to another page of ours, to be got."""
    return web.Response(status=303, headers={"Location": path, "Cache-Control": "no-store"})


def plain(text: str, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A line of text for programs."""
    extra = {"Cache-Control": "no-store", **(headers or {})}
    return web.Response(text=f"{text}\n", status=status, headers=extra)
