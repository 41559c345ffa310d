"""Addresses in a real pseudo-terminal: whatever the server does, one line says so, and nothing of it is obeyed."""

import gzip
import socket
import struct
import sys

import pytest

from tests.article.hostile import obeyed
from tests.article.server import serving
from tests.terminal import Terminal

READER = [sys.executable, "-m", "reader", "--allow-local"]
OPEN_END = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
_CLEARED = "\r\x1b[K"  # how the line that shows the progress is wiped


@pytest.fixture
def server():
    with serving() as one:
        yield one


def endless(connection, over):
    connection.sendall(OPEN_END)
    while not over.is_set():
        connection.sendall(b"." * 65536)


def reset(connection, _):
    connection.sendall(OPEN_END + b"<p>The fe")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def drip(connection, over):
    connection.sendall(OPEN_END + b"." * 3000)
    while not over.wait(0.02):
        connection.sendall(b".")


CASES = {
    "an endless body": (lambda server: server.answer("/a", endless), "larger than 20 MiB"),
    "a redirect loop": (lambda server: server.redirect("/a", "/a"), "redirects more than 5 times"),
    "a redirect to a file": (
        lambda server: server.redirect("/a", "file:///etc/hostname"),
        "only http and https",
    ),
    "a gzip bomb": (
        lambda server: server.page("/a", gzip.compress(bytes(30_000_000)), "Content-Encoding: gzip"),
        "larger than 20 MiB",
    ),
    "nothing there": (lambda server: server.url("/a"), "answers 404 Not Found"),
    "a reset in the middle": (lambda server: server.answer("/a", reset), "broke off in the middle"),
    "controls in the status": (
        lambda server: server.page("/a", b"", status="500 \x1b[2J\x9b31mOops"),
        "answers 500",
    ),
    "controls in the type": (
        lambda server: server.page("/a", b"x", "Content-Type: image/\x1b]0;owned\x07png"),
        "not a page of text",
    ),
    "controls in the address": (lambda server: server.url("/\x1b]0;owned\x07\x9b2J"), "no address"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_server_costs_one_line(case, server, tmp_path):
    ask, says = CASES[case]
    with Terminal([*READER, ask(server)], env={"READER_CACHE_DIR": str(tmp_path)}) as terminal:
        assert terminal.wait_for_end() == 1
    said = terminal.written.decode().replace(_CLEARED, "")
    assert says in " ".join(terminal.text.split())
    assert set(obeyed(said)) <= {"U+000D"}
    assert terminal.text.strip().startswith("reader: http://127.0.0.1:")
    assert not list(tmp_path.rglob("*.page"))


def test_a_slow_page_says_how_much_has_come_and_ctrl_c_gives_it_up(server, tmp_path):
    url = server.answer("/a", drip)
    with Terminal([*READER, url], env={"READER_CACHE_DIR": str(tmp_path)}) as terminal:
        terminal.wait_for(r"fetching http://127\.0\.0\.1:\d+/a … [23] KiB")
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert terminal.text.strip() == "reader: given up"
    assert not list(tmp_path.rglob("*.page"))
