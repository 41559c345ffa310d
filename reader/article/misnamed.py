"""What people give for an address that is none: what is wrong with it, and what to write instead."""

import re
from urllib.parse import unquote, urlsplit

from reader.article.sanitise import visible

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):(.*)", re.I | re.S)  # no single letter: that is a drive
_HOST_FIRST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/\S|www\.[\w-]+\.", re.I)
_LONGEST = 150  # characters in a message


def fault_in(url: str) -> str | None:
    """What is wrong with an http(s) address, None for one that can be tried."""
    if re.search(r"[\0-\x1f\x7f]", url):
        return "there is a line break or a control character in it"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "its brackets do not close, or hold no IPv6 address"
    try:
        port = parts.port
    except ValueError:
        port = 0
    if not host:
        return "it names no host; write it as https://host/page"
    if port == 0:
        return "its port is no number from 1 to 65535"
    if " " in host:
        return "it has a blank in the name of its host"
    return None


def instead_of(name: str) -> str | None:
    """What to write instead of a name that no file has, where it seems meant for an address; None where it does not."""
    shown = visible(name, _LONGEST)
    scheme = _SCHEME.match(name)
    if scheme:
        return _of_scheme(scheme[1].lower(), scheme[2], shown)
    if name.startswith("//"):
        return f"there is no file called {shown}; is it an address? then write https:{shown}"
    if _HOST_FIRST.match(name):
        return f"there is no file called {shown}; is it an address? then write https://{shown}"
    return None


def _of_scheme(scheme: str, rest: str, shown: str) -> str | None:
    if scheme in {"http", "https"}:
        rest = rest.rpartition("@")[2]  # what stands before it may be a password
        shown = f"{scheme}:{visible(rest, _LONGEST)}"
        return f"{shown} lacks slashes; write {scheme}://{visible(rest.lstrip('/'), _LONGEST)}"
    if scheme == "file":
        path = unquote(re.sub(r"\A//[^/]*", "", rest))
        return f"{shown} is a file's address; name the file itself: {visible(path, _LONGEST)}"
    if rest.startswith("//") or scheme in {"mailto", "data", "javascript", "about", "tel", "news"}:
        return f"{shown} cannot be opened: only files and http and https addresses are"
    return None
