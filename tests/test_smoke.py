"""The whole way once, from a file to what is said of it."""

import subprocess
import sys

from reader.resources import folder


def test_a_sample_is_read_from_end_to_end():
    source = str(folder("samples") / "council-hearing.txt")
    run = [sys.executable, "-m", "reader", "--plain", source]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert [
        part for part in ("SPEAKERS (", "CLAIMS (", "TIMELINE (", "NAMES (") if part not in done.stdout
    ] == []
