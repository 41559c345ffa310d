"""A signal stops a batch, but not in the middle of writing."""

import os
import signal

import pytest

from reader.batch.stopping import stoppable


def test_a_signal_stops_at_once():
    with pytest.raises(KeyboardInterrupt), stoppable():
        os.kill(os.getpid(), signal.SIGINT)


def test_a_signal_waits_for_what_is_held():
    written = []
    with pytest.raises(KeyboardInterrupt), stoppable() as stop:
        with stop.held():
            os.kill(os.getpid(), signal.SIGTERM)
            written.append("whole")
        written.append("more")
    assert written == ["whole"]


def test_the_handlers_are_as_they_were_afterwards():
    before = signal.getsignal(signal.SIGINT)
    with stoppable():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
