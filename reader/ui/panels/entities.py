"""Entities: every name by kind, with how often it is mentioned; its mentions beneath, in their context."""

from collections.abc import Iterator
from functools import partial
from typing import get_args

from reader.analysis.model import Entity, EntityKind, Mention
from reader.article.sanitise import visible
from reader.ui.items import ItemKind, mention_id
from reader.ui.panels.lines import Line, Piece, Row, words
from reader.ui.panels.panel import Panel
from reader.ui.panels.rows import ENTITY, Rows, classes
from reader.ui.panels.view import View, unsure_sign

KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
HEADS: dict[EntityKind, str] = {
    "person": "People",
    "place": "Places",
    "organisation": "Organisations",
    "other": "Other names",
}

# The place of an entity in the Reading, the entity, and those of its mentions that are shown.
Shown = tuple[int, Entity, list[tuple[int, Mention]]]


class EntityRows(Rows):
    """Rows in the colours of names."""

    COMPONENT_CLASSES = classes(*ENTITY)


class EntitiesPanel(Panel):
    """Which names there are."""

    title = "Names"
    part = "entities"
    nothing = "no names are mentioned"
    make_rows = EntityRows
    keys = (*Panel.keys, ("list.open-all", "open all"))
    always_open = frozenset(KINDS)

    def build(self) -> list[Row]:
        """The kinds, their names, and the mentions of those that are open."""
        return list(rows(self.view, self.opened))

    def count(self) -> int:
        """How many names are shown."""
        return sum(1 for _ in shown(self.view))

    def path_to(self, kind: ItemKind, id: str) -> tuple[str, ...]:
        """The name a mention is of, and its kind."""
        node = id.partition(".")[0]
        entities = dict(zip(self._names(), self.view.reading.entities, strict=True))
        return (entities[node].kind, node) if node in entities else ()

    def nodes(self) -> set[str]:
        """Every kind and every name."""
        return {*KINDS, *self._names()}

    def _names(self) -> Iterator[str]:
        return (f"e{place + 1}" for place in range(len(self.view.reading.entities)))


def shown(view: View) -> Iterator[Shown]:
    """The entities that have mentions to show."""
    for place, entity in enumerate(view.reading.entities):
        if mentions := view.mentions(entity.mentions):
            yield place, entity, mentions


def rows(view: View, opened: frozenset[str]) -> Iterator[Row]:
    """Every row of the panel: the most mentioned first, of those mentioned equally often the first."""
    found = sorted(shown(view), key=lambda one: (-len(one[2]), one[2][0][1].start))
    for kind in KINDS:
        names = [one for one in found if one[1].kind == kind]
        if names:
            yield Row(partial(_kind, HEADS[kind], kind, len(names), kind in opened), node=kind)
        if kind in opened:
            for one in names:
                yield from _entity(view, one, f"e{one[0] + 1}" in opened)


def _entity(view: View, one: Shown, wide: bool) -> Iterator[Row]:
    place, entity, mentions = one
    node = f"e{place + 1}"
    yield Row(partial(_name, entity, len(mentions), wide), node=node, parent=entity.kind)
    if wide:
        for number, mention in mentions:
            draw = partial(_mention, view.article.text, mention, entity.kind)
            yield Row(draw, item=("entity", mention_id(place, number)), parent=node)


def _kind(name: str, kind: EntityKind, count: int, wide: bool, width: int) -> Line:
    sign = Piece("▾ " if wide else "▸ ", "dim")
    return Line((sign, Piece(name, f"entity-{kind}", "bold"), Piece(f" {count}", "dim")))


def _name(entity: Entity, count: int, wide: bool, width: int) -> Line:
    sign = Piece("  ▾ " if wide else "  ▸ ", "dim")
    right = (*unsure_sign(entity.confidence, " "), Piece(str(count), "dim"))
    return Line((sign, Piece(visible(entity.name))), right, (Piece("      "),))


def _mention(text: str, mention: Mention, kind: EntityKind, width: int) -> Line:
    """The words around a mention, so that it stands a third into the line."""
    before = text[max(0, mention.start - width) : mention.start].rpartition("\n")[2]
    before = before[-max(0, width // 3 - 6) :]
    after = text[mention.end : mention.end + width].partition("\n\n")[0]
    name = Piece(words(mention.text, width), f"entity-{kind}", "underline")
    said = (Piece(f"      …{_edge(before, 0)}", "dim"), name, Piece(_edge(after, 1), "dim"))
    return Line(said, hang=(Piece("       "),))


def _edge(text: str, side: int) -> str:
    """Harmless words beside a mention, with the space between kept."""
    made = visible(text)
    touches = text[-1:].isspace() if side == 0 else text[:1].isspace()
    return (made + " " * touches) if side == 0 else (" " * touches + made)
