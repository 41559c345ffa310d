"""What people may give for a source: each opens, or one line says what is wrong with it and what to do; nothing hangs."""

import os
import threading
from pathlib import Path

import pytest

from reader.article import ArticleError, open_article, special
from reader.article.misnamed import fault_in, instead_of

TEXT = "The old bridge at Tarn will reopen, the mayor said.\n"


def error(source):
    with pytest.raises(ArticleError) as caught:
        open_article(source)
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://harbour.example:99999/", "its port is no number from 1 to 65535"),
        ("HTTP://harbour.example:0/", "its port is no number from 1 to 65535"),
        ("http://harbour.example:quay/", "its port is no number from 1 to 65535"),
        ("http://[", "its brackets do not close, or hold no IPv6 address"),
        ("http://[quay]/", "its brackets do not close, or hold no IPv6 address"),
        ("http://odile@/", "it names no host; write it as https://host/page"),
        ("https:///ferries", "it names no host; write it as https://host/page"),
        ("http://the harbour/ferries", "it has a blank in the name of its host"),
        ("  http://the\nharbour/ \n", "there is a line break or a control character in it"),
    ],
)
def test_an_address_that_can_be_none_says_why(address, says):
    assert error(address).endswith(f" is no address: {says}")


@pytest.mark.parametrize(
    "address", ["https://harbour.example/a b", "http://[2001:db8::1]:80/", "HTTP://tarn/"]
)
def test_an_address_that_can_be_one_is_tried(address):
    assert fault_in(address) is None


def test_blanks_and_a_line_end_around_an_address_are_none_of_it(server):
    address = server.page("/a", TEXT.encode(), "Content-Type: text/plain")
    article = open_article(f" {address}\n", allow_local=True)
    assert (article.source, article.text) == (address, TEXT)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("file:///quay/late%20ferry.txt", "name the file itself: /quay/late ferry.txt"),
        ("file:late.txt", "name the file itself: late.txt"),
        ("ftp://harbour.example/a", "only files and http and https addresses are"),
        ("mailto:odile@harbour.example", "only files and http and https addresses are"),
        ("http:/harbour.example/a", "lacks slashes; write http://harbour.example/a"),
        ("//harbour.example/a", "is it an address? then write https://harbour.example/a"),
        ("www.harbour.example", "is it an address? then write https://www.harbour.example"),
        ("harbour.example/ferries", "is it an address? then write https://harbour.example/ferries"),
        ("harbour.txt", "there is no file called harbour.txt; check the path"),
        ("minutes: Tarn", "there is no file called minutes: Tarn; check the path"),
        ("C:\\late.txt", "there is no file called C:\\late.txt; check the path"),
        ("  ", "no path was given; name a file, or - for what is piped in"),
        ("", "no path was given; name a file, or - for what is piped in"),
        ("a\0b", "cannot be read: embedded null byte; check the path"),
        ("a" * 300, "cannot be read: File name too long; check the path"),
        ("/", "/ is a folder; name a file in it"),
    ],
)
def test_a_name_that_no_file_has_says_what_to_write(name, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert error(name).endswith(says)


def test_a_file_that_is_called_like_an_address_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mailto:odile").write_text(TEXT)
    assert open_article("mailto:odile").text == TEXT
    assert instead_of("mailto:odile") is not None


def test_a_link_that_leads_back_to_itself(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "cannot be read: Too many levels of symbolic links; check the path" in error(loop)


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random", "/dev/full"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has other devices")
def test_a_device_is_no_article(device):
    assert (
        error(device) == f"{device} is a device and holds no article; name a file, or - for what is piped in"
    )


@pytest.fixture
def pipe(tmp_path):
    """A pipe with a name."""
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_pipe_that_nobody_writes_to_is_not_waited_for_for_ever(pipe, monkeypatch):
    monkeypatch.setattr(special, "WAIT", 0.01)
    assert "is a pipe that nobody writes to; start first what writes to it" in error(pipe)


@pytest.mark.parametrize("says_late", [True, False], ids=["at last", "just then"])
def test_a_pipe_is_read_to_its_end_however_long_the_writer_thinks(pipe, monkeypatch, says_late):
    is_open, over, written = (threading.Event() for _ in range(3))

    def write():
        with pipe.open("w") as stream:
            is_open.set()
            if says_late:
                over.wait(10)
            stream.write(TEXT)
            stream.flush()
            written.set()

    def wait_in_vain(*_):
        """As if all the time there is had passed and the writer had not said a word."""
        (is_open if says_late else written).wait(10)
        threading.Timer(0, over.set).start()
        return [], [], []

    monkeypatch.setattr(special, "select", wait_in_vain)
    writer = threading.Thread(target=write)
    writer.start()
    assert open_article(pipe).text == TEXT
    writer.join()


def test_what_a_shell_puts_in_for_a_command_is_read(monkeypatch):
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    try:
        assert open_article(f"/dev/fd/{reading}").text == TEXT
    finally:
        os.close(reading)
