"""What a noun names: a person, a group, an organisation, a document, something that cannot speak; and whose gender it tells."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reader.analysis import lexicon
from reader.analysis.corrections import is_own_version, own_words
from reader.analysis.model import SpeakerKind
from reader.analysis.syntax import relations as rel
from reader.analysis.syntax import words as word

_ONCE = 3  # tokens after "this article" that may say that it is no longer so: "originally said"


@dataclass(frozen=True, slots=True)
class Nouns:
    """Word lists of ``sources.yaml``, lower case except for first names."""

    persons: frozenset[str]
    roles: frozenset[str]
    relations: frozenset[str]
    able: frozenset[str]
    offices_alone: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    written: dict[str, str]
    nobody: frozenset[str]
    generic: frozenset[str]
    people: frozenset[str]
    mute: frozenset[str]
    hearers: frozenset[str]
    bodies: frozenset[str]
    trades: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]

    def kind(self, head: Token) -> SpeakerKind:
        """The kind of speaker that a noun without a name describes."""
        noun = head.lemma_.lower()
        if noun in self.persons:
            return "group" if word.is_plural(head) else "person"
        if noun in self.organisations or head.lower_ == "police":
            return "organisation"
        if noun in self.documents or head.lower_ in self.documents:  # "data", "minutes"
            return "unknown"
        return "group" if word.is_plural(head) or head.lower_ == "people" else "unknown"

    def gender(self, words: list[str]) -> str | None:
        """ "f" or "m", if one of these words tells; titles and descriptions before first names."""
        for each in words:
            plain = each.lower().rstrip(".")
            if plain in self.female:
                return "f"
            if plain in self.male:
                return "m"
        if words and words[0] in self.female_names:
            return "f"
        return "m" if words and words[0] in self.male_names else None


def is_mute(head: Token) -> bool:
    """Whether it cannot be whose words they are: "a microbe", "the number", "an earlier version of this article"."""
    noun = head.lemma_.lower()
    if word.is_thing(head) and _is_abstract(noun):
        return True
    if word.is_thing(head) and noun in nouns().mute:
        # But for "a number of officials", "a storm of critics".
        return not any(child.lower_ == "of" for child in head.rights)
    if noun not in own_words():
        return False
    return is_own_version(head.doc[head.left_edge.i : head.right_edge.i + _ONCE].text)


def _is_abstract(noun: str) -> bool:
    """ "The dissolution", "the experience": what happens or is the case says nothing, but for bodies and documents."""
    known = nouns()
    able = (
        noun in known.organisations or noun in known.documents or noun in known.persons or noun in known.able
    )
    return not able and noun.endswith(_ABSTRACT)


_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "dom", "logy")


def is_somebody(one: Token) -> bool:
    """ "One of them, Nils Arvo, said": one who is told from others."""
    told = any(rel.is_apposition(child) or child.lower_ == "of" for child in one.rights)
    return told and one.lower_ in ("one", "someone", "somebody")


def is_body(head: Token) -> bool:
    """Whether it names an organisation: "Norvik Energi", "the ministry"."""
    return word.is_organisation(head) or nouns().kind(head) == "organisation"


def is_group(head: Token) -> bool:
    """Whether it names several people by what they are: "researchers"."""
    return word.is_plural_thing(head) and head.lemma_.lower() in nouns().persons


@cache
def nouns() -> Nouns:
    """The lexicon, read once."""
    data = lexicon.load("sources")
    lists = {name: lexicon.words("sources", name) for name in data if name not in ("written", "offices")}
    return Nouns(**lists, written=data["written"])
