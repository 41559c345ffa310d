"""Several articles as one story: who speaks in which of them, what they count, what happened when."""

from reader.story.claims import Matter, disagree, matters
from reader.story.merge import Story, Voice, merge

__all__ = ["Matter", "Story", "Voice", "disagree", "matters", "merge"]
