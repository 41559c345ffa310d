"""The ``Doc._`` attributes through which the components hand on what they found.

| attribute | what it holds |
|---|---|
| `doc._.article` | the [Article][reader.article.model.Article] the text is from, or None |
| `doc._.published` | its publication day, a `datetime.date`, or None; set it before the components run |
| `doc._.article_entities` | by `article_entities`: a list of [Entity][reader.analysis.model.Entity] |
| `doc._.article_speakers` | by `article_quotes`: a list of [Speaker][reader.analysis.model.Speaker] |
| `doc._.article_quotes` | by `article_quotes`: a list of [Quote][reader.analysis.model.Quote] |
| `doc._.article_reports` | by `article_quotes`: a list of [Report][reader.analysis.reports.Report], the accepted and those turned down |
| `doc._.article_timeline` | by `article_timeline`: a list of [TimelineEntry][reader.analysis.model.TimelineEntry] |
| `doc._.article_claims` | by `article_claims`: a list of [Claim][reader.analysis.model.Claim] |
| `doc._.article_failures` | by the pipeline of `reader`: a list of [Failure][reader.analysis.model.Failure] |

All lists are in text order, empty before their component has run. They go with a `Doc` through `nlp.pipe(n_process=2)`,
`Doc.to_bytes` and `DocBin`.
"""

from spacy.tokens import Doc

from reader.analysis import packing

RESULTS = ("entities", "speakers", "quotes", "timeline", "claims", "failures")


def register() -> None:
    """Set the extensions up; calling it again changes nothing."""
    for name in ("article", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in (*RESULTS, "reports"):
        if not Doc.has_extension(f"article_{name}"):
            Doc.set_extension(f"article_{name}", default=[])


register()
packing.register()
