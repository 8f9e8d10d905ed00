"""What every request must be and every answer must say, before and after any page.

A page on the loopback address is still reached by every other site that is open in the same browser. Hence: no other name than our
own (DNS rebinding), no request that another site makes or links to (it could learn from the time an answer takes whether a name is
in the casebook), nothing that changes anything, and nothing kept in the browser's cache.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # https://www.w3.org/TR/CSP3/ ; forms are sent to ourselves only, and no <base> moves our links
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_METHODS = ("GET", "HEAD")
_HOSTS = frozenset({"127.0.0.1", "localhost"})
_OWN = frozenset({"", "none", "same-origin"})  # Fetch Metadata: not sent, typed or bookmarked, from a page of ours


class Guard:
    """An application that lets through to ``app`` what may pass, and puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (https://asgi.readthedocs.io)."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = _refusal(scope) if scope["type"] == "http" else None
        await (refused or self._app)(scope, receive, send_guarded)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    """The answer to a request that may not pass; None for one that may."""
    headers = Headers(scope=scope)
    if headers.get("host", "").partition(":")[0].lower() not in _HOSTS:
        return PlainTextResponse("This casebook answers to 127.0.0.1 and localhost only.\n", 400)
    if scope["method"] not in _METHODS:
        return PlainTextResponse(
            "This casebook can be read here, not changed.\n", 405, headers={"Allow": ", ".join(_METHODS)}
        )
    if headers.get("sec-fetch-site", "") not in _OWN:
        return PlainTextResponse("Another site asked for this page. Type its address into the browser instead.\n", 403)
    return None
