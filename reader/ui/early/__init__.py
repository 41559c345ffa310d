"""The text before the app: what a person came for is on screen while the rest of the program is still loading.

Nothing here imports Textual, whose import takes longer than all else. The app then draws the same text in the
same cells, and goes on from there.
"""
