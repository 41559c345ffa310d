"""Several articles as one story: who speaks in which of them, what they count, what happened when."""

from reader.story.claims import Matter, disagree
from reader.story.merge import Story, letter, merge
from reader.story.voices import Voice

__all__ = ["Matter", "Story", "Voice", "disagree", "letter", "merge"]
