"""Which network addresses may be connected to: public ones, unless others are asked for."""

import ipaddress
import socket

from reader.article.errors import ArticleError, UnreachableError
from reader.article.sanitise import visible

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def checked(host: str, port: int, allow_local: bool = False) -> list[str]:
    """The numeric addresses of ``host``, to be connected to as they are.

    A name is asked for once, here, so that it cannot answer differently when it is connected to.

    Raises:
        ArticleError: there is none, or any is not a public one (and ``allow_local`` is not given).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreachableError(
            f"no host called {visible(host, 100)} was found; check the address, or the network"
        ) from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not allow_local and not is_public(address):
            raise ArticleError(
                f"{visible(host, 100)} is a private address ({address}); --allow-local reads it all the same"
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, also inside the ways to write IPv4 as IPv6."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(part.is_global and not part.is_multicast for part in (ip, *_inside(ip)))


def _inside(ip: _Address) -> list[_Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [part for part in found if part is not None]
