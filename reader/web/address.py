"""Where the page is: the sockets that are listened at, and the names they may be called by."""

import ipaddress
import socket
from urllib.parse import urlsplit

_HTTP = 80
_NOWHERE = ("192.0.2.1", 9)  # an address of no machine: to be routed to, never written to


def listening(host: str, port: int) -> list[socket.socket]:
    """Sockets for every address that ``host`` has, an IPv6 one with or without brackets.

    Raises:
        OSError: none of them can be had.
    """
    found = socket.getaddrinfo(bare(host), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    sockets: list[socket.socket] = []
    failure: OSError | None = None
    for family, kind, protocol, _, address in dict.fromkeys(found):
        try:
            sockets.append(_listening(family, kind, protocol, address))
        except OSError as error:
            failure = error
    if failure is not None and not sockets:
        raise failure
    return sockets


def _listening(family: int, kind: int, protocol: int, address: tuple[object, ...]) -> socket.socket:
    one = socket.socket(family, kind, protocol)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind(address)
        one.listen()
        one.setblocking(False)
    except BaseException:
        one.close()
        raise
    return one


def url(host: str, port: int) -> str:
    """The address to open in a browser; for "every address there is" one that a browser can name."""
    name = bare(host).lower()
    if is_any(name):
        name = _outward() if ":" not in name else "::1"
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}" if port == _HTTP else f"http://{shown}:{port}"


def is_any(host: str) -> bool:
    """Whether a host stands for all addresses of this machine."""
    try:
        return ipaddress.ip_address(bare(host)).is_unspecified
    except ValueError:
        return False


def is_own(host: str) -> bool:
    """Whether only this machine can reach a host."""
    try:
        return ipaddress.ip_address(bare(host)).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def bare(host: str) -> str:
    """A host without the brackets of an IPv6 address."""
    return host[1:-1] if host.startswith("[") and host.endswith("]") else host


def name_in(netloc: str) -> str | None:
    """The host in what a browser sends as ``Host``, in lower case, without port and brackets; None: there is none."""
    try:
        parts = urlsplit(f"//{netloc}")
        _ = parts.port
        return None if "@" in netloc or parts.path or parts.query else parts.hostname
    except ValueError:
        return None


def same_host(one: str, other: str) -> bool:
    """Whether two hosts are one, however an address is written."""
    try:
        return _plain(one) == _plain(other)
    except ValueError:
        return one.lower() == other.lower()


def _plain(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    address = ipaddress.ip_address(host.partition("%")[0])
    return getattr(address, "ipv4_mapped", None) or address


def _outward() -> str:
    """This machine's address towards the others."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
