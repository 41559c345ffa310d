"""Several articles as one story: who speaks in which of them, what they count, what happened when."""

from reader.story.amounts import disagree
from reader.story.matter import Matter
from reader.story.merge import Story, letter, merge
from reader.story.occasions import Occasion
from reader.story.voices import Voice

__all__ = ["Matter", "Occasion", "Story", "Voice", "disagree", "letter", "merge"]
