"""Who may see the page and type into it: whoever was given its address, from that page, and nobody else."""

import hmac
import secrets
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from reader.web import address

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the terminal sets the places of its cells so
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
COOKIE = "reader"


class Guard:
    """The secrets of one server.

    The token stands in the address that is printed. Whoever comes with it is given a cookie, which then does.
    A browser sends cookies to every port of a host, and another user of this machine can listen at one: so
    the cookie is for a folder whose name is a secret too.

    Args:
        host: what the server was told to listen at, which is a name of it besides its addresses.
    """

    def __init__(self, host: str) -> None:
        self._host = address.bare(host)
        self.token = secrets.token_urlsafe(32)
        self._cookie = secrets.token_urlsafe(32)
        self.folder = secrets.token_urlsafe(16)

    def admit(self, request: web.Request) -> None:
        """Let a request pass.

        Raises:
            web.HTTPForbidden: it is not for this server, or not from somebody who was given the address.
        """
        if not self._is_for_us(request):
            raise web.HTTPForbidden(text="this reader answers only at the address it printed\n")
        if not self._knows_the_secret(request):
            raise web.HTTPForbidden(
                text="open the whole address that reader printed in the terminal, with its token\n"
            )

    def welcome(self, response: web.StreamResponse) -> None:
        """Give the cookie along with the page."""
        response.set_cookie(COOKIE, self._cookie, path=f"/{self.folder}/", httponly=True, samesite="Strict")

    def _is_for_us(self, request: web.Request) -> bool:
        """Whether it names an address that it came to, and comes from no page of another.

        A name that leads here for the moment (rebinding) is none of ours, whoever owns it.
        """
        host = address.name_in(request.headers.get("Host", ""))
        if host is None or not self._is_ours(host, request):
            return False
        origin = request.headers.get("Origin")
        return origin is None or urlsplit(origin).netloc.lower() == request.headers["Host"].lower()

    def _is_ours(self, host: str, request: web.Request) -> bool:
        if address.same_host(host, self._host) and not address.is_any(host):
            return True
        here = request.transport.get_extra_info("sockname") if request.transport else None
        if not here:
            return False
        return address.same_host(host, str(here[0])) or (host == "localhost" and address.is_own(str(here[0])))

    def _knows_the_secret(self, request: web.Request) -> bool:
        return _same(request.query.get("token"), self.token) or _same(
            request.cookies.get(COOKIE), self._cookie
        )


def _same(given: str | None, wanted: str) -> bool:
    """Compared in a time that does not tell how much of it was right."""
    return hmac.compare_digest((given or "").encode("utf-8", "replace"), wanted.encode())


def guarding(guard: Guard) -> Middleware:
    """A middleware that refuses whom the guard does not admit, and sends every answer with its headers."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            guard.admit(request)
            response = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(HEADERS)
            raise
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    return check
