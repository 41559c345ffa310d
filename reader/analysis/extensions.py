"""The ``Doc._`` attributes through which the components hand on what they found.

=====================  =====================================================================
``doc._.article``      the :class:`reader.article.Article` the text is from, or None
``doc._.published``    its publication day (``datetime.date``), or None
``doc._.article_*``    entities, speakers, quotes, timeline, claims: lists of the dataclasses
                       of :mod:`reader.analysis.model`, in text order
=====================  =====================================================================
"""

from spacy.tokens import Doc

RESULTS = ("entities", "speakers", "quotes", "timeline", "claims")


def register() -> None:
    """Set the extensions up; calling it again changes nothing."""
    for name in ("article", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in RESULTS:
        if not Doc.has_extension(f"article_{name}"):
            Doc.set_extension(f"article_{name}", default=[])


register()
