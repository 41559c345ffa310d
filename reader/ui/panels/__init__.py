"""The side panels: who speaks, which numbers, what happened when, which names. See :mod:`.container`.

Nothing is imported here: the panels come after the first frame, what they are arranged by before it.
"""
