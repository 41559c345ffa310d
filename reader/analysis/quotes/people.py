"""Names over the document: from a token to the canonical name it belongs to."""

from reader.analysis.syntax.view import Syntax


class People:
    """Canonical names by token."""

    def __init__(self, page: Syntax) -> None:
        self.by_token: dict[int, tuple[str, str]] = {}
        for entity in page.doc._.article_entities:
            named = (entity.name, entity.kind)
            for mention in entity.mentions:
                self.by_token.update(dict.fromkeys(range(*page.tokens_of(mention.start, mention.end)), named))
        if not self.by_token:
            self._from_model(page)

    def _from_model(self, page: Syntax) -> None:
        """Without the entities component: the model's own, a last name alone joined to a full name."""
        full: dict[str, str] = {}
        kinds = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
        for entity in page.doc.ents:
            if entity.label_ not in kinds:
                continue
            name = entity.text.removesuffix("'s").removesuffix("’s").strip()
            words = name.split()
            if entity.label_ == "PERSON" and words:
                name = full.setdefault(words[-1], name)
            for token in entity:
                self.by_token[token.i] = (name, kinds[entity.label_])
