"""What a batch says of how far it is."""

import io

import pytest

from reader.batch.progress import Meter, duration


class Terminal(io.StringIO):
    def isatty(self):
        return True


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_rate_share_and_time_left(clock):
    meter = Meter(None, 4000, clock)
    clock.now = 10.0
    meter.advance(1000, 50, 1)
    assert meter.line(50, 1) == "50 documents · 5.0/s · 1 failed · 25% · 30 s left"


def test_what_an_earlier_run_did_counts_for_the_share_and_not_for_the_rate(clock):
    meter = Meter(None, 4000, clock)
    meter.skip(2000)
    clock.now = 10.0
    meter.advance(1000, 50, 0)
    assert meter.line(50, 0) == "50 documents · 5.0/s · 75% · 10 s left"


def test_no_time_left_is_told_of_an_input_without_an_end(clock):
    meter = Meter(None, None, clock)
    clock.now = 2.0
    meter.advance(0, 7, 0)
    assert meter.line(7, 0) == "7 documents · 3.5/s"


def test_on_a_terminal_one_line_renews_itself_and_goes_away_at_the_end(clock):
    stream = Terminal()
    meter = Meter(stream, None, clock)
    for clock.now in (0.1, 1.0, 1.1, 2.0):
        meter.advance(0, 4, 0)
    meter.end()
    assert stream.getvalue() == "\r4 documents · 4.0/s\x1b[K\r4 documents · 2.0/s\x1b[K\r\x1b[K"


def test_in_a_log_there_is_a_line_now_and_then(clock):
    stream = io.StringIO()
    meter = Meter(stream, None, clock)
    for clock.now in (1.0, 20.0, 40.0, 50.0):
        meter.advance(0, 80, 0)
    meter.end()
    assert stream.getvalue() == "80 documents · 2.0/s\n"


@pytest.mark.parametrize(("seconds", "said"), [(4.4, "4 s"), (75, "1 min 15 s"), (7500, "2 h 05 min")])
def test_durations_as_people_say_them(seconds, said):
    assert duration(seconds) == said
