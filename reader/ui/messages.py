"""What the widgets say to each other. They know the Reading, and these, but not one another."""

from textual.message import Message

from reader.ui.items import ItemKind


class ItemChosen(Message):
    """The person chose an item: in a panel, or by clicking its words in the article."""

    def __init__(self, kind: ItemKind, id: str) -> None:
        super().__init__()
        self.kind: ItemKind = kind
        self.id = id


class SpeakerFiltered(Message):
    """Show one speaker only, on the whole screen; None shows everyone again."""

    def __init__(self, speaker: str | None) -> None:
        super().__init__()
        self.speaker = speaker


class PublicationDayAsked(Message):
    """The person wants to say on which day the article was published."""


class ReadingWanted(Message):
    """The person wants the analysis tried again after it failed."""


class AllShown(Message):
    """The text stands with all that was found in it, or it is known that nothing will be found."""
