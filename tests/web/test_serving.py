"""What ``reader serve`` says when it cannot serve, and whom it serves. No browser is needed."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli.group import main
from reader.web import address
from reader.web.server import all_but_a_closed_loop, command_line

SAMPLE = str(Path(__file__).resolve().parents[2] / "samples" / "harbour-trial.md")


def serve(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["serve", *arguments])


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_said_in_one_line_and_no_page_is_promised(taken):
    done = serve(SAMPLE, "--port", str(taken))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"reader: port {taken} of 127.0.0.1 is taken; name another with --port\n"


def test_an_address_of_another_machine_is_said_in_one_line():
    done = serve(SAMPLE, "--host", "192.0.2.1")
    assert (done.exit_code, done.stdout) == (1, "")
    warning, why = done.stderr.splitlines()
    assert "192.0.2.1 is reached from other machines" in warning
    assert "no address of this machine" in why


def test_without_the_extra_it_says_which_one_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "reader.web.server", None)
    done = serve(SAMPLE)
    assert (done.exit_code, done.stderr) == (
        1, "reader: this needs the extra web: pip install 'article-reader[web]'\n",
    )  # fmt: skip


def test_what_cannot_be_read_is_said_before_a_page_is_served():
    done = serve(SAMPLE, "no-such-article.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no-such-article.txt" in done.stderr


def test_standard_input_is_refused():
    assert serve("-").exit_code == 2


def test_it_answers_on_this_machine_only_unless_told_otherwise():
    host = next(p for p in main.commands["serve"].params if p.name == "host")
    assert host.default == "127.0.0.1"


def test_the_page_runs_this_reader_by_no_shell_and_with_no_module_of_the_current_folder():
    assert command_line(["open", "--", "a b;c.txt"])[-4:] == ["reader.cli", "open", "--", "a b;c.txt"]


def test_private_addresses_are_for_a_page_that_is_trusted():
    done = serve(SAMPLE, "--allow-local")
    assert done.exit_code == 2 and "--trust" in done.stderr


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8000"),
        ("::1", 8000, "http://[::1]:8000"),
        ("[::1]", 80, "http://[::1]"),
        ("Harbour.Local", 8000, "http://harbour.local:8000"),
        ("::", 8000, "http://[::1]:8000"),
    ],
)
def test_the_address_is_one_that_a_browser_takes(host, port, url):
    assert address.url(host, port) == url


def test_for_every_address_there_is_one_of_this_machine_is_named():
    assert address.url("0.0.0.0", 8000) not in {"http://0.0.0.0:8000", "http://[::1]:8000"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("::1", "0:0:0:0:0:0:0:1", True),
        ("fe80::1%eth0", "fe80::1", True),
        ("::ffff:10.0.0.7", "10.0.0.7", True),
        ("harbour.local", "HARBOUR.local", True),
        ("10.0.0.7", "10.0.0.70", False),
        ("harbour.local", "127.0.0.1", False),
    ],
)
def test_a_host_is_the_same_however_it_is_written(one, other, same):
    assert address.same_host(one, other) is same


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("error", "said"), [("Event loop is closed", False), ("no such page", True)])
def test_a_pipe_that_is_closed_after_the_server_is_no_news(monkeypatch, capsys, error, said):
    class Pipe:
        def __del__(self) -> None:
            raise RuntimeError(error)

    monkeypatch.setattr(sys, "unraisablehook", all_but_a_closed_loop)
    Pipe()
    assert (error in capsys.readouterr().err) is said
