"""Every key of the reading screen: what it does, where help lists it, and the id it is remapped by."""

from typing import Literal, NamedTuple

from textual.binding import Binding

Group = Literal["Jump", "Move", "Search", "Look", "Keep", "Panels", "App", "Marks", "Select", "List"]


class Key(NamedTuple):
    """One binding. ``id`` is what a settings file remaps; ``keys`` is Textual's, parted by commas.

    ``shown`` is how help and footer write the keys where their names would be long.
    """

    id: str
    keys: str
    action: str
    says: str
    group: Group
    shown: str | None = None

    @property
    def action_on_screen(self) -> str:
        """The action as a widget other than the screen has to call it."""
        return self.action if "." in self.action.partition("(")[0] else f"screen.{self.action}"

    @property
    def binding(self) -> Binding:
        """The same as Textual wants it."""
        return Binding(self.keys, self.action, self.says, show=False, key_display=self.shown, id=self.id)


COUNTED = frozenset(
    {
        "jump",
        "travel",
        "hit",
        "scroll",
        "article",
        "move",
        "page",
        "caret_character",
        "caret_word",
        "caret_row",
    }
)
"""The actions that are done so many times when a number is typed before their key; the last they are given is how far."""

READING: tuple[Key, ...] = (
    Key("quote.next", "s", "jump('quote', 1)", "Next quote", "Jump"),
    Key("quote.previous", "S", "jump('quote', -1)", "Previous quote", "Jump"),
    Key("claim.next", "c", "jump('claim', 1)", "Next claim", "Jump"),
    Key("claim.previous", "C", "jump('claim', -1)", "Previous claim", "Jump"),
    Key("time.next", "t", "jump('time', 1)", "Next time", "Jump"),
    Key("time.previous", "T", "jump('time', -1)", "Previous time", "Jump"),
    Key("entity.next", "e", "jump('entity', 1)", "Next name", "Jump"),
    Key("entity.previous", "E", "jump('entity', -1)", "Previous name", "Jump"),
    Key("unsure.next", "u", "unsure(1)", "Next item that may well be wrong", "Jump"),
    Key("unsure.previous", "U", "unsure(-1)", "Previous item that may well be wrong", "Jump"),
    Key("history.back", "left_square_bracket", "travel(-1)", "Back to where you were", "Jump", "["),
    Key("history.forward", "right_square_bracket", "travel(1)", "Forward again", "Jump", "]"),
    Key("footnote", "F", "footnote", "To the next footnote, and back", "Jump"),
    Key("line.down", "j,down", "scroll('line', 1)", "One line down", "Move", "j ↓"),
    Key("line.up", "k,up", "scroll('line', -1)", "One line up", "Move", "k ↑"),
    Key("page.down", "space,pagedown", "scroll('page', 1)", "A page down", "Move", "space PgDn"),
    Key("page.up", "b,pageup", "scroll('page', -1)", "A page up", "Move", "b PgUp"),
    Key("half.down", "ctrl+d", "scroll('half', 1)", "Half a page down", "Move", "^d"),
    Key("half.up", "ctrl+u", "scroll('half', -1)", "Half a page up", "Move", "^u"),
    Key("text.start", "g,home", "scroll('all', -1)", "To the beginning", "Move", "g Home"),
    Key("text.end", "G,end", "scroll('all', 1)", "To the end", "Move", "G End"),
    Key("article.next", "J", "app.article(1)", "Next article", "Move"),
    Key("article.previous", "K", "app.article(-1)", "Previous article", "Move"),
    Key("story", "M", "app.story", "All open articles as one story", "Move"),
    Key("search.open", "slash", "search", "Search (^r: a regular expression)", "Search", "/"),
    Key("search.next", "n", "hit(1)", "Next hit", "Search"),
    Key("search.previous", "N", "hit(-1)", "Previous hit", "Search"),
    Key("filter.speaker", "f", "filter", "Only what this speaker says, or all", "Look"),
    Key("layers", "L", "layers", "Choose what is marked in the text", "Look"),
    Key("theme", "ctrl+t", "app.change_theme", "Choose the colours", "Look", "^t"),
    Key("day.ask", "d", "ask_day", "Say when it was published", "Look"),
    Key("notices", "i", "notices", "What was said of this article", "Look"),
    Key("why", "I", "why", "Why this item was found", "Look"),
    Key("clear", "escape", "clear", "Clear search, filter, selection", "Look", "Esc"),
    Key("words.select", "v", "select_words", "Select words with the keys", "Keep"),
    Key("copy", "y", "copy", "Copy what is selected or marked", "Keep"),
    Key("copy.cited", "Y", "copy(True)", "Copy it with its citation", "Keep"),
    Key("links", "l", "links", "The links: open or copy one", "Keep"),
    Key("bookmark", "m", "bookmark", "Set or remove a bookmark", "Keep"),
    Key("note", "a", "note", "Note on what is selected or marked", "Keep"),
    Key("marks", "apostrophe", "marks", "The list of bookmarks and notes", "Keep", "'"),
    Key("correct", "w", "correct", "Correct a speaker, a claim or a date", "Keep"),
    Key("uncorrect", "W", "uncorrect", "Take the last correction back", "Keep"),
    Key("export", "x", "export", "Export what was found, as YAML", "Keep"),
    Key("source.open", "o", "open_source", "Open the source in a browser", "Keep"),
    Key("panels.focus", "tab", "panels_focus", "To the panel of this item, and back", "Panels", "Tab"),
    Key("panels.toggle", "p", "panels_toggle", "Hide or show the panels", "Panels"),
    Key("panels.zoom", "z", "panels_zoom", "One panel alone, or all again", "Panels"),
    Key("panels.wider", "less_than_sign", "panels_resize(4)", "Larger panels", "Panels", "<"),
    Key("panels.narrower", "greater_than_sign", "panels_resize(-4)", "Smaller panels", "Panels", ">"),
    Key(
        "panel.speakers",
        "alt+1",
        "panel_toggle('speakers')",
        "Bring up the speakers, or hide them",
        "Panels",
        "1p",
    ),
    Key(
        "panel.claims", "alt+2", "panel_toggle('claims')", "Bring up the claims, or hide them", "Panels", "2p"
    ),
    Key(
        "panel.timeline",
        "alt+3",
        "panel_toggle('timeline')",
        "Bring up the timeline, or hide it",
        "Panels",
        "3p",
    ),
    Key(
        "panel.entities",
        "alt+4",
        "panel_toggle('entities')",
        "Bring up the names, or hide them",
        "Panels",
        "4p",
    ),
    Key("reading.again", "r", "read_again", "Read it again: a file that has changed, what failed", "App"),
    Key("start", "O", "app.start", "Other articles: recent and samples", "App"),
    Key("open", "ctrl+o", "app.open", "Open a path or an address", "App", "^o"),
    Key(
        "suspend",
        "ctrl+z",
        "app.suspend_process",
        "Give the terminal back for a while (fg returns)",
        "App",
        "^z",
    ),
    Key("redraw", "ctrl+l", "app.redraw", "Draw the screen anew", "App", "^l"),
    Key("help", "question_mark", "app.help", "All keys", "App", "?"),
    Key("commands", "ctrl+p", "app.command_palette", "Find a command by its name", "App", "^p"),
    Key("quit", "q", "app.quit", "Quit", "App"),
)
"""All keys of the reading screen, in the order help lists them."""

MARKS: tuple[Key, ...] = (
    Key("marks.delete", "d,delete", "delete", "Delete it", "Marks", "d Del"),
    Key("marks.reword", "e", "reword", "Write the note anew", "Marks"),
    Key("marks.undo", "u", "undo", "Bring back what was deleted", "Marks"),
)
"""The keys of the list of bookmarks and notes."""

SELECTING: tuple[Key, ...] = (
    Key("select.left", "h,left", "caret_character(-1)", "A character back", "Select", "h ←"),
    Key("select.right", "l,right", "caret_character(1)", "A character on", "Select", "l →"),
    Key("select.down", "j,down", "caret_row(1)", "A row down", "Select", "j ↓"),
    Key("select.up", "k,up", "caret_row(-1)", "A row up", "Select", "k ↑"),
    Key("select.word", "w,ctrl+right", "caret_word(1)", "The next word", "Select", "w ^→"),
    Key("select.back", "b,ctrl+left", "caret_word(-1)", "The word before", "Select", "b ^←"),
    Key("select.word-end", "e", "caret_word_end", "To the end of the word", "Select"),
    Key("select.row-start", "0,home", "caret_edge(-1)", "To the beginning of the row", "Select", "0 Home"),
    Key("select.row-end", "dollar_sign,end", "caret_edge(1)", "To the end of the row", "Select", "$ End"),
    Key("select.begin", "v,space", "caret_begin", "Begin the stretch here", "Select", "v space"),
    Key("select.turn", "o", "caret_turn", "Move its other end", "Select"),
    Key("select.leave", "escape", "caret_leave", "Give up the stretch, then leave", "Select", "Esc"),
)
"""The keys of the text while words are selected with them; those of the reading screen hold beside them."""

ROWS: tuple[Key, ...] = (
    Key("list.down", "j", "move(1)", "Next row", "List"),
    Key("list.up", "k", "move(-1)", "Row before", "List"),
    Key("list.open", "l", "turn(True)", "Open it, or go into it", "List"),
    Key("list.close", "h", "turn(False)", "Close it, or go up from it", "List"),
    Key("list.first", "g", "edge(-1)", "First row", "List"),
    Key("list.last", "G", "edge(1)", "Last row", "List"),
    Key("list.choose", "enter", "pick", "Go to it in the text, or open it", "List"),
)
PANEL: tuple[Key, ...] = (
    Key("list.filter", "f", "only", "Only what this speaker says, or all", "List"),
    Key("list.open-all", "asterisk", "turn_all", "Open everything, or close it", "List", "*"),
)
CLAIMS: tuple[Key, ...] = (
    Key("list.sort", "v", "sort(1)", "Sort by the next column", "List"),
    Key("list.sort-reverse", "V", "reverse", "Turn the order round", "List"),
)
TIMELINE: tuple[Key, ...] = (Key("list.day", "d", "day", "Say when it was published", "List"),)
PANELS: tuple[Key, ...] = (
    Key("list.next", "tab", "next_panel(1)", "Next panel, then the text", "List"),
    Key("list.previous", "shift+tab", "next_panel(-1)", "Panel before", "List"),
)
IN_PANELS: tuple[Key, ...] = (*ROWS, *PANEL, *CLAIMS, *TIMELINE, *PANELS)
"""The keys inside a panel, by the widget that has them; the arrow keys and the mouse stay as they are."""

ALL: tuple[Key, ...] = (*READING, *SELECTING, *MARKS)


def counted(action: str, times: int) -> str:
    """An action as it is done so many times.

    Example:
        >>> counted("jump('quote', -1)", 3)
        "jump('quote', -3)"
    """
    name, _, given = action.partition("(")
    if name.rpartition(".")[2] not in COUNTED:
        return action
    before, comma, by = given.rstrip(")").rpartition(",")
    return f"{name}({before}{comma}{' ' if comma else ''}{int(by) * times})"


def default_keys() -> dict[str, str]:
    """Every action that can be remapped, those of the panels too, and its keys as Textual writes them."""
    return {key.id: key.keys for key in (*ALL, *IN_PANELS)}
