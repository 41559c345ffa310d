"""What is kept of each article between runs: the place, bookmarks, notes and corrections."""

from reader.shelf.applying import corrected
from reader.shelf.records import Correction, Note, Recent, Record
from reader.shelf.shelf import Shelf

__all__ = ["Correction", "Note", "Recent", "Record", "Shelf", "corrected"]
