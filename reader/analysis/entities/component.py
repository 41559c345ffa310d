"""The entities component: from the model's spans to one name and one kind over the whole document."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from reader.analysis import dictionary, extensions
from reader.analysis.entities import lists
from reader.analysis.entities.context import title_before
from reader.analysis.entities.gather import gather, spread
from reader.analysis.entities.joining import joined, short_names, single_names, titled
from reader.analysis.entities.names import Ballot, Find, Name, names_of, reasons_for, winner
from reader.analysis.entities.runs import Runs
from reader.analysis.entities.words import Piece, Words
from reader.analysis.model import Entity, EntityKind, Mention

# "Mrs Brandt" where another Brandt is a man: known by nothing but the title.
_ONLY_TITLED: Ballot = {"person": {title_before.name: 1.0}}

extensions.register()


class Entities:
    """Finds entities and leaves them in ``doc._.article_entities``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the extension and give the Doc back."""
        doc._.article_entities = entities(doc)
        return doc


@Language.factory("article_entities", assigns=["doc._.article_entities"])
def make_entities(nlp: Language, name: str) -> Entities:
    """The factory spaCy calls for ``nlp.add_pipe("article_entities")``."""
    dictionary.learn(nlp)
    return Entities()


def entities(doc: Doc) -> list[Entity]:
    """The entities of a Doc, in the order in which they are first mentioned."""
    words = Words(doc)
    runs = Runs(words)
    finds = gather(doc, words, runs)
    taken = {number for find in finds for number in range(*find.piece)}
    again = spread(words, runs, {words.surface(find.piece) for find in finds}, taken)
    finds = sorted([*finds, *(Find(piece, "") for piece in again)], key=lambda find: find.piece)
    names = names_of(words, finds)
    groups = joined(words, finds, names)
    ballots = _ballots(groups, names)
    kinds = {group: winner(ballot) for group, ballot in ballots.items()}
    pieces = [find.piece for find in finds]
    short = short_names(names, groups, kinds) | single_names(names, groups, kinds)
    groups |= short
    pieces += [piece for piece in spread(words, runs, short, taken) if _is_name(words, piece[0])]
    text = doc._.article.text if doc._.article else doc.text
    pieces.sort()
    return _assembled(text, words, pieces, groups, ballots)


def _is_name(words: Words, number: int) -> bool:
    """Whether a capitalised word that is somebody's last name is that name here: not "Young people"."""
    if words.proper[number] or number in words.shouted or words.dictionary.is_strange(words.small(number)):
        return True
    return words.is_noun(number) and not words.has_small(number)


def _assembled(
    text: str, words: Words, pieces: list[Piece], groups: dict[str, str], ballots: dict[str, Ballot]
) -> list[Entity]:
    kinds = {group: winner(ballot) for group, ballot in ballots.items()}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    forms: dict[str, list[str]] = defaultdict(list)
    own = titled(words, pieces, groups, kinds)
    for piece in pieces:
        group = own.get(piece) or groups[words.surface(piece)]
        start, end = words.offsets(piece)
        mentions[group].append(Mention(start, end, text[start:end]))
        forms[group].append(words.plain(piece) if group in kinds else group)
    return [
        _entity(kinds.get(group, "person"), forms[group], found, ballots.get(group, _ONLY_TITLED))
        for group, found in mentions.items()
    ]


def _entity(kind: EntityKind, forms: list[str], mentions: list[Mention], ballot: Ballot) -> Entity:
    return Entity(_canonical(kind, forms), kind, tuple(mentions), reasons_for(kind, ballot))


def _ballots(groups: dict[str, str], names: dict[str, Name]) -> dict[str, Ballot]:
    """What speaks for each kind of each group: the votes of all its forms."""
    ballots: dict[str, Ballot] = {}
    for text, group in groups.items():
        pool = ballots.setdefault(group, {})
        for kind, weights in names[text].ballot.items():
            pooled = pool.setdefault(kind, {})
            for rule, weight in weights.items():
                pooled[rule] = pooled.get(rule, 0.0) + weight
    return ballots


def _canonical(kind: EntityKind, forms: Iterable[str]) -> str:
    """A person's fullest name; a place's usual one; else the form used most, the longest of equals.

    A bare head ("Rovers") names nothing where there is a fuller form.
    """
    counts: dict[str, int] = {}
    for form in forms:
        counts[form] = counts.get(form, 0) + 1
    if kind == "person":
        return _fullest(counts)
    for form in counts:
        if lists.aliases().get(form) == form:
            return form
    heads = lists.table("entities_heads", "last")
    return max(counts, key=lambda form: (form not in heads, counts[form], len(form)))


def _fullest(counts: dict[str, int]) -> str:
    """The fullest form of somebody's name, without an initial and by the last name that is used most, where there is one."""
    lasts: dict[str, int] = {}
    for form, count in counts.items():
        last = form.rpartition(" ")[2]
        lasts[last] = lasts.get(last, 0) + count
    whole = [form for form in counts if " " in form] or list(counts)
    most = max(lasts[form.rpartition(" ")[2]] for form in whole)

    def fullness(form: str) -> tuple[bool, bool, int, int]:
        used = lasts[form.rpartition(" ")[2]] * 2 > most
        return used, form[1:2] != ".", form.count(" "), len(form)

    return max(whole, key=fullness)
