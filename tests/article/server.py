"""A web server of this machine that answers as badly as it is told to."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_TLS = b"\x16"  # how a secure connection begins; this server has none
Answer = Callable[[socket.socket, threading.Event], None]


@dataclass
class Server:
    """Paths and what they answer; ``asked`` is what came in, heads of requests in order."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def page(self, path: str, body: bytes, *headers: str, status: str = "200 OK") -> str:
        """Answer ``path`` properly; returns its address."""
        lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close", "", ""]
        if not any(header.lower().startswith("content-type") for header in headers):
            lines.insert(1, "Content-Type: text/html; charset=utf-8")
        data = "\r\n".join(lines).encode("latin-1") + body
        self.answers[path] = lambda connection, _: connection.sendall(data)
        return self.url(path)

    def redirect(self, path: str, target: str) -> str:
        return self.page(path, b"", f"Location: {target}", status="302 Found")

    def answer(self, path: str, how: Answer) -> str:
        self.answers[path] = how
        return self.url(path)


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port; everything it still does ends with the block."""
    server, over, connections = Server(), threading.Event(), list[threading.Thread]()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]

        def accept() -> None:
            with contextlib.suppress(OSError):
                while not over.is_set():
                    connection, _ = listener.accept()
                    thread = threading.Thread(target=_serve, args=(server, connection, over), daemon=True)
                    thread.start()
                    connections.append(thread)

        threading.Thread(target=accept, daemon=True).start()
        yield server
        over.set()
    for thread in connections:
        thread.join(5)


def _serve(server: Server, connection: socket.socket, over: threading.Event) -> None:
    with connection, contextlib.suppress(OSError):
        connection.settimeout(5)
        head = b""
        while b"\r\n\r\n" not in head and not head.startswith(_TLS) and (part := connection.recv(65536)):
            head += part
        text = head.decode("latin-1")
        server.asked.append(text)
        path = text.split(" ")[1] if " " in text else "/"
        server.answers.get(path, _missing)(connection, over)


def _missing(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
