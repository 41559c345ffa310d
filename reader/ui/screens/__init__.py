"""The screens: reading an article, choosing one, and the small ones that ask or explain."""
