"""``reader serve`` as a process, for the tests of its page and of its socket."""

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SAMPLE, OTHER = SAMPLES / "harbour-trial.md", SAMPLES / "storm-ottilie.txt"


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


class Served:
    """``reader serve`` of some articles, as a process."""

    def __init__(self, log: Path, *arguments: str, cwd: Path | None = None) -> None:
        self.port = free_port()
        command = [sys.executable, "-P", "-m", "reader", "serve", *arguments, "--port", str(self.port)]
        with log.open("wb") as errors:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=cwd
            )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said.startswith("reader is at "), log.read_text()
        self.url = said.split()[3]
        """What is printed, with the token."""
        self.netloc = urlsplit(self.url).netloc
        self.token = parse_qs(urlsplit(self.url).query)["token"][0]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(30)
