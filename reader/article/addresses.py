"""Which network addresses may be connected to: public ones, unless others are asked for."""

import ipaddress
import socket

from reader.article.errors import ArticleError, UnreachableError
from reader.article.sanitise import visible

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# All that has ever been given out for the open internet (RFC 4291, and IANA's registry). The rest is reserved, or has
# been: site-local fec0::/10, the local 64:ff9b:1::/48, IPv4-compatible ::a.b.c.d, IPv4-translated ::ffff:0:a.b.c.d,
# segment routing's 5f00::/16.
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")  # which older Pythons take for global


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
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast
    if ip.ipv4_mapped is not None:
        return is_public(str(ip.ipv4_mapped))
    if ip in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return (
        ip in _GLOBAL_UNICAST
        and ip not in _DOCUMENTATION
        and ip.is_global
        and all(is_public(str(part)) for part in (ip.sixtofour, *(ip.teredo or ())) if part is not None)
    )
