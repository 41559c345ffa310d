"""The one check of every address that comes with an article: whether it is kept, and opened.

Front matter, a record, a page, a mail or a feed may state anything. Kept is only what a browser will take for the
address of a page: http or https with a host. A name and a password in it are nobody's to see, and are taken out.
"""

import re
from urllib.parse import urlsplit

from reader.late import late

_LONGEST = 4_000  # characters; what is longer was never typed or followed by anybody
_LONGEST_HOST = 253  # characters, as names of hosts have
_BEGINS = late(r"(https?)://([^/?#]*)(.*)\Z", re.I | re.S)
_NO_HOST = late(r"[\s\"'<>\\^`{|}%]|\A[-.]|\A\Z")
_CONTROL = late(r"[\0-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def web_address(stated: object) -> str | None:
    """``stated`` as an address of the web, without a name and password in it; None for anything else.

    Never anything that a browser would run or look up on this machine (``javascript:``, ``file:``, ``vscode:``), or that
    a program would take for an option.
    """
    if not isinstance(stated, str) or len(stated) > _LONGEST:
        return None
    address = stated.strip()
    parts = _BEGINS.match(address)
    if parts is None or _CONTROL.search(address.replace(" ", "")):
        return None
    scheme, place, rest = parts.groups()
    if "\\" in place:  # which ends the host for a browser, but not for us
        return None
    place = place.rpartition("@")[2]
    try:
        split = urlsplit(f"{scheme}://{place}")
        host, port = split.hostname or "", split.port
    except ValueError:
        return None
    if port == 0 or len(host) > _LONGEST_HOST or _NO_HOST.search(place) or _NO_HOST.search(host):
        return None
    return f"{scheme.lower()}://{place}{rest.replace(' ', '%20')}"


def without_password(source: str) -> str:
    """A source as it may be shown and kept: an address loses the name and password in it, a path stays as it is."""
    parts = _BEGINS.match(source.strip())
    if parts is None or "@" not in parts[2]:
        return source
    return f"{parts[1]}://{parts[2].rpartition('@')[2]}{parts[3]}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: one host, or one of them within the other's domain."""
    first, second = (_host(address) for address in (one, other))
    return bool(first and second) and (
        first == second or first.endswith(f".{second}") or second.endswith(f".{first}")
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""
