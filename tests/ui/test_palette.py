"""The colours of what is marked."""

from textual.theme import BUILTIN_THEMES

from reader.analysis.model import Reading, Speaker
from reader.ui.palette import DERIVED, SPEAKERS, speaker_variables, variables


def test_every_built_in_theme_gets_every_variable():
    for theme in BUILTIN_THEMES.values():
        made = variables(theme.to_color_system().generate())
        assert set(DERIVED) <= set(made)


def test_a_theme_keeps_the_colour_it_states():
    generated = BUILTIN_THEMES["nord"].to_color_system().generate()
    assert variables({**generated, "claim": "#123456"})["claim"] == "#123456"


def test_speakers_take_colours_in_turn_and_start_again_when_they_run_out():
    speakers = tuple(Speaker(f"s{n}", f"Speaker {n}", "person") for n in range(1, len(SPEAKERS) + 2))
    given = speaker_variables(Reading(speakers=speakers))
    assert given["s1"] == "speaker-1"
    assert given["s2"] == "speaker-2"
    assert given[f"s{len(SPEAKERS) + 1}"] == "speaker-1"
