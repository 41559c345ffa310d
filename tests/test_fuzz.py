"""A few seconds of broken inputs, others in each run. ``make fuzz`` goes on for longer; see :mod:`tests.fuzzing`."""

import os
import time

import pytest

from reader.article import ArticleError
from tests import fuzzing

SECONDS = 15.0
SEED = int(os.environ.get("READER_FUZZ_SEED") or time.time_ns() % 10**9)


def test_no_broken_input_brings_anything_down():
    """Where it fails, the seed makes the input again: ``fuzzing.one(seed, folder)``."""
    hits = list(fuzzing.run(SECONDS, SEED))
    assert not hits


@pytest.mark.parametrize("way", fuzzing.WAYS)
def test_what_a_way_expects_is_read(way, tmp_path):
    assert fuzzing.tried(0, way, fuzzing.SEEDS[fuzzing.FITTING[way]], tmp_path) is None


@pytest.mark.parametrize("error", [IndexError("beyond"), AssertionError("not so")])
def test_whatever_is_raised_is_a_hit(monkeypatch, tmp_path, error):
    def broken(data, folder):
        raise error

    monkeypatch.setitem(fuzzing.WAYS, ".txt", broken)
    hit = fuzzing.tried(7, ".txt", b"a text", tmp_path)
    assert (hit.seed, hit.way, hit.data) == (7, ".txt", b"a text")
    assert hit.error.startswith(type(error).__name__)


def test_what_hangs_is_a_hit(monkeypatch, tmp_path):
    def endless(data, folder):
        while True:
            pass

    monkeypatch.setattr(fuzzing, "HANGS", 0.05)
    monkeypatch.setitem(fuzzing.WAYS, ".txt", endless)
    assert "TimeoutError" in fuzzing.tried(7, ".txt", b"a text", tmp_path).error


def test_a_source_that_is_refused_is_no_hit(monkeypatch, tmp_path):
    def refused(path):
        raise ArticleError("it is empty")

    monkeypatch.setattr(fuzzing, "open_each", refused)
    assert fuzzing.tried(7, ".txt", b"", tmp_path) is None


def test_a_seed_makes_the_same_input_again(monkeypatch, tmp_path):
    seen = []
    for way in fuzzing.WAYS:
        monkeypatch.setitem(fuzzing.WAYS, way, lambda data, folder: seen.append(data))
    for seed in (1, 2, 1):
        fuzzing.one(seed, tmp_path)
    assert seen[0] == seen[2]
