"""A page is fetched, or there is one clear line; whatever the server does, it ends."""

import gzip
import itertools
import socket
import struct
import zlib

import pytest

from reader import __version__
from reader.article import ArticleError, addresses, open_one
from reader.article.errors import CancelledError, UnreachableError
from reader.article.fetch import Limits, fetch, shown

PAGE = "<html><body><p>The ferry to Kelda is late, the “harbour office” said.</p></body></html>".encode()
QUICK = Limits(connect_seconds=2, total_seconds=0.6, max_bytes=100_000)


def get(url, limits=None, **options):
    return fetch(url, allow_local=True, limits=limits or Limits(total_seconds=10), **options)


def drip(head, part):
    """Sends ``head``, then ``part`` again and again, a little later each time."""

    def answer(connection, over):
        connection.sendall(head)
        while not over.wait(0.02):
            connection.sendall(part)

    return answer


def flood(head, part):
    """Sends ``part`` after ``head`` as fast as it is taken, without an end."""

    def answer(connection, over):
        connection.sendall(head)
        while not over.is_set():
            connection.sendall(part)

    return answer


OPEN_END = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_a_page_comes_with_its_charset_and_final_address(server):
    url = server.page("/a", PAGE)
    page = get(server.redirect("/old", "/a") + "#part")
    assert (page.url, page.data, page.charset) == (url, PAGE, "utf-8")
    assert page.content_type == "text/html; charset=utf-8"


def test_it_says_honestly_who_asks_and_nothing_of_the_person(server):
    get(server.page("/a", PAGE))
    (head,) = server.asked
    assert f"User-Agent: article-reader/{__version__}" in head
    assert "Cookie" not in head
    assert "Referer" not in head


def test_progress_is_told_and_can_cancel(server):
    sizes = []
    get(server.page("/a", PAGE), progress=sizes.append)
    assert sizes[-1] == len(PAGE)

    def cancel(size):
        raise CancelledError("given up")

    with pytest.raises(CancelledError, match="given up"):
        get(server.url("/a"), progress=cancel)


def test_a_silent_server_can_be_cancelled_before_it_says_anything(server):
    url = server.answer("/silent", lambda _, over: over.wait(10))
    ticks = itertools.count()

    def cancel_soon(size):
        if next(ticks) > 3:
            raise CancelledError("given up")

    with pytest.raises(CancelledError):
        get(url, progress=cancel_soon)


@pytest.mark.parametrize(
    "how",
    [
        drip(OPEN_END, b"."),
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"."),
        drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        lambda _, over: over.wait(10),
    ],
    ids=["body", "header", "only preliminary answers", "nothing"],
)
def test_a_slow_drip_ends_at_the_total_time(server, how):
    with pytest.raises(UnreachableError, match=r"took more than 0\.6 seconds"):
        get(server.answer("/slow", how), QUICK)


@pytest.mark.parametrize(
    "how",
    [flood(OPEN_END, b"." * 4096), flood(ENDLESS, b"400\r\n" + b"." * 1024 + b"\r\n")],
    ids=["to the end of the connection", "chunked"],
)
def test_an_endless_body_ends_at_the_size_limit(server, how):
    with pytest.raises(ArticleError, match=r"larger than 0\.0954 MiB"):
        get(server.answer("/endless", how), Limits(total_seconds=10, max_bytes=100_000))


def test_endless_headers_end(server):
    with pytest.raises(UnreachableError, match="broke off"):
        get(server.answer("/headers", flood(b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 100)))


def test_a_redirect_loop_ends(server):
    server.redirect("/a", "/b")
    with pytest.raises(ArticleError, match="redirects more than 5 times"):
        get(server.redirect("/b", "/a"))
    assert len(server.asked) == 6


def test_five_redirects_are_followed(server):
    server.page("/5", PAGE)
    for number in range(5):
        server.redirect(f"/{number}", f"/{number + 1}")
    assert get(server.url("/0")).data == PAGE


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://files.example/a", "javascript:alert(1)", "data:text/html,x"]
)
def test_a_redirect_to_anything_but_a_web_address_is_refused(server, target):
    with pytest.raises(ArticleError, match="only http and https"):
        get(server.redirect("/a", target))


def test_a_redirect_to_a_loopback_address_is_refused(server, monkeypatch):
    really, first = addresses.is_public, iter([True])
    monkeypatch.setattr(addresses, "is_public", lambda address: next(first, False) or really(address))
    server.page("/secret", b"<p>the keys</p>")
    with pytest.raises(ArticleError, match=r"private address \(127\.0\.0\.1\); --allow-local"):
        fetch(server.redirect("/a", server.url("/secret")))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
    ],
)
def test_addresses_that_are_not_of_the_open_internet(address):
    assert not addresses.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"]
)
def test_addresses_of_the_open_internet(address):
    assert addresses.is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]
)
def test_a_private_address_is_refused_however_it_is_written(server, host):
    with pytest.raises(ArticleError, match="private address"):
        fetch(f"http://{host}:{server.port}/")
    assert not server.asked


def test_a_name_with_one_private_address_among_others_is_refused(monkeypatch):
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(ArticleError, match=r"news\.example is a private address \(10\.0\.0\.1\)"):
        fetch("http://news.example/")


def test_the_next_address_is_tried_when_one_does_not_answer(server, monkeypatch):
    server.page("/a", PAGE)
    monkeypatch.setattr(addresses, "checked", lambda *_: ["127.0.0.2", "127.0.0.1"])
    assert get(f"http://news.example:{server.port}/a").data == PAGE


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE)[2:-4], "deflate"),
        (gzip.compress(gzip.compress(PAGE)), "gzip, gzip"),
        (PAGE, "identity"),
    ],
    ids=["gzip", "deflate", "bare deflate", "twice", "identity"],
)
def test_a_packed_answer_is_unpacked(server, packed, encoding):
    assert get(server.page("/a", packed, f"Content-Encoding: {encoding}")).data == PAGE


def test_a_gzip_bomb_ends_at_the_size_limit_of_what_it_unpacks_to(server):
    bomb = gzip.compress(bytes(30_000_000))
    assert len(bomb) < 50_000
    with pytest.raises(ArticleError, match=r"larger than 1 MiB"):
        get(server.page("/bomb", bomb, "Content-Encoding: gzip"), Limits(total_seconds=10, max_bytes=2**20))


def test_a_bomb_in_a_bomb_ends_too(server):
    bomb = gzip.compress(gzip.compress(bytes(30_000_000)))
    with pytest.raises(ArticleError, match=r"larger than 1 MiB"):
        get(
            server.page("/bomb", bomb, "Content-Encoding: gzip, gzip"),
            Limits(total_seconds=10, max_bytes=2**20),
        )


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, br"])
def test_a_compression_nobody_asked_for_is_refused(server, encoding):
    with pytest.raises(ArticleError, match="not asked for"):
        get(server.page("/a", b"\x8b\x03\x80", f"Content-Encoding: {encoding}"))


@pytest.mark.parametrize("name", ["gzip", "identity", "deflate"])
def test_a_compression_named_thousands_of_times_is_refused(server, name):
    url = server.page("/", gzip.compress(b"text"), f"Content-Encoding: {','.join([name] * 5_000)}")
    with pytest.raises(ArticleError, match="5,000 times over"):
        get(url)


def test_a_damaged_packed_answer(server):
    with pytest.raises(ArticleError, match="compression is damaged"):
        get(server.page("/a", b"\x1f\x8b\x08\x00 no gzip at all", "Content-Encoding: gzip"))
    with pytest.raises(ArticleError, match="broke off"):
        get(server.page("/a", gzip.compress(PAGE)[:-12], "Content-Encoding: gzip"))


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "500 \x1b[2JOops", "204 No Content", "304 Not Modified"]
)
def test_an_answer_that_is_no_page_names_its_status(server, status):
    with pytest.raises(UnreachableError, match=f"answers {status[:3]}") as caught:
        get(server.page("/a", b"", status=status))
    assert str(caught.value).isprintable()


def test_a_reset_in_the_middle(server):
    def reset(connection, _):
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>The fe"
        )
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with pytest.raises(UnreachableError, match="broke off in the middle"):
        get(server.answer("/reset", reset))


@pytest.mark.parametrize("answer", [b"", b"\x00\x01\x02", b"SSH-2.0-server\r\n", b"HTTP/9.9 abc\r\n\r\n"])
def test_what_is_no_web_server(server, answer):
    with pytest.raises(UnreachableError, match="broke off"):
        get(server.answer("/a", lambda connection, _: connection.sendall(answer)))


def test_nobody_listens_there():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(UnreachableError, match="does not answer"):
        get(f"http://127.0.0.1:{port}/")


def test_no_secure_connection(server):
    with pytest.raises(UnreachableError, match="no secure connection"):
        get(server.page("/a", PAGE).replace("http:", "https:"))


def test_there_is_no_such_host(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UnreachableError, match=r"no host called harbour\.invalid was found"):
        get("http://harbour.invalid/")


@pytest.mark.parametrize(
    "kind", ["image/png", "application/pdf", "video/mp4", "application/json", "\x1b]0;x\x07/html"]
)
def test_a_page_that_is_no_text_is_refused(server, kind):
    with pytest.raises(ArticleError, match="not a page of text") as caught:
        get(server.page("/a", b"x", f"Content-Type: {kind}"))
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://[::1",
        "http://a b/",
        "http://x:99999999/",
        "http://" + "a" * 300 + ".example/",
        "http://xn--a/",
    ],
)
def test_what_is_no_address(url):
    with pytest.raises(ArticleError) as caught:
        get(url)
    assert len(str(caught.value)) < 400


def test_a_password_in_an_address_is_not_shown():
    assert shown("https://odile:secret@harbour.example/a?b=@c") == "https://harbour.example/a?b=@c"
    assert shown("http://h.example/\x1b[2J").isprintable()


@pytest.mark.parametrize(
    "url",
    [
        "https://odile:se/cret@harbour.example/",
        "https://odile:se?cret@[::1/",
        "https:/odile:se/cret@h.example",
    ],
)
def test_nor_in_one_that_cannot_be_taken_apart(url):
    with pytest.raises(ArticleError) as caught:
        open_one(url)
    assert "cret" not in str(caught.value)
