"""The timeline: TIMEX3 expressions, their values and their events."""
