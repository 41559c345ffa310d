"""The word lists."""

import pytest

from reader.analysis import lexicon
from reader.analysis.syntax.cues import TAKES, cues


def test_there_are_at_least_two_hundred_cues_and_each_says_what_it_takes():
    assert len(cues().verbs) >= 200
    assert all(takes and takes <= TAKES for takes in cues().verbs.values())


def test_a_cue_that_takes_something_unknown_is_named_in_the_error(monkeypatch):
    broken = {"verbs": {"mumble": "quote loudness"}}
    monkeypatch.setattr(lexicon, "load", lambda name: broken)
    with pytest.raises(ValueError, match="mumble takes loudness"):
        cues.__wrapped__()
