"""Which words are English words written small, by the word lists that the model's lemmatizer brings along.

A model without such lists knows no words: whatever asks here then gets "no", and decides as if it had not asked.
"""

from typing import cast

from spacy.language import Language
from spacy.vocab import Vocab

_TABLE = "english_words"
_SUFFIXES = {
    "noun": (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"), ("s", "")),
    "verb": (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("es", "e"),
        ("s", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
}


class Dictionary:
    """The words of one vocabulary, in small letters, by part of speech."""

    def __init__(self, vocab: Vocab) -> None:
        known = vocab.lookups.has_table(_TABLE)
        self._words: dict[str, dict[str, int]] = (
            dict(vocab.lookups.get_table(_TABLE)["words"]) if known else {}
        )

    def is_word(self, word: str) -> bool:
        """Whether it is an English word, also one with an ending; so are many last names: "baker", "brandt"."""
        return any(word in words for words in self._words.values()) or self.has_ending(word)

    def is_strange(self, word: str) -> bool:
        """Whether there are words to look it up in, and it is none of them: "kostrovan"."""
        return bool(self._words) and not self.is_word(word)

    def is_verb(self, word: str) -> bool:
        """Whether it can be a verb, in any form with a regular ending."""
        return word in self._words.get("verb", ()) or self._ends(word, "verb")

    def is_described(self, word: str) -> bool:
        """Whether it can be an adverb or an adjective."""
        return word in self._words.get("adj", ()) or word in self._words.get("adv", ())

    def has_ending(self, word: str) -> bool:
        """Whether it is a plural, or a verb with an ending: "tributes", "hosting"; hardly a name by itself."""
        return self._ends(word, "noun") or self._ends(word, "verb")

    def is_participle(self, word: str) -> bool:
        """Whether it is an "-ing" form and no noun: "hosting", not "building"."""
        return word.endswith("ing") and word not in self._words.get("noun", ()) and self._ends(word, "verb")

    def _ends(self, word: str, pos: str) -> bool:
        words = self._words.get(pos, {})
        return len(word) > 3 and any(
            word.endswith(old) and word[: -len(old)] + new in words for old, new in _SUFFIXES[pos]
        )


def learn(nlp: Language) -> None:
    """Keep the lemmatizer's lists where every Doc of the pipeline finds them, in its vocabulary."""
    if nlp.vocab.lookups.has_table(_TABLE) or "lemmatizer" not in nlp.pipe_names:
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    index = lookups.get_table("lemma_index")
    words = {
        pos: dict.fromkeys(cast("list[str]", index[pos]), 1)
        for pos in ("noun", "verb", "adj", "adv")
        if pos in index
    }
    nlp.vocab.lookups.add_table(_TABLE, {"words": words})
