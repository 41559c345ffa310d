"""Themes from YAML files: the shipped ones, and a person's own in the config folder.

A file that is wrong never stops the app: what loaded and what failed are given side by side.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from reader.article.sanitise import visible
from reader.config import Problem, line_of, settings_file
from reader.config.loading import like
from reader.config.yamlfile import Located, read_mapping, read_plainly
from reader.ui.palette import DERIVED, SPEAKERS
from reader.ui.theme_files import AUTO, DEFAULT, files, misnamed, worn

BASE = ("background", "foreground", "muted", "surface", "panel", "selected")
ROLES = ("primary", "secondary", "accent", "success", "warning", "error")
MARKS = (*DERIVED, *(f"speaker-{number}" for number in range(1, len(SPEAKERS) + 1)))
COLOURS = (*BASE, *ROLES, *MARKS)
_GIVEN = (*ROLES, "background", "foreground", "surface", "panel")  # what Textual asks a theme for
# What Textual's style sheets ask for and its themes of sixteen colours do not have.
_SIXTEEN_DARK = {"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}
_SIXTEEN_LIGHT = {"ansi-background": "ansi_white", "ansi-foreground": "ansi_black"}
_SELECTION = 0.3  # how much of the primary colour is in the ground of selected words


def made_of(name: str, colours: Mapping[str, str], *, dark: bool, sixteen: bool) -> Theme:
    """The theme of that name; ``sixteen`` leaves the sixteen colours to the terminal."""
    given: dict[str, Any] = {each: colours[each] for each in _GIVEN if each in colours}
    return Theme(
        name,
        **given,
        dark=dark,
        ansi=sixteen,
        variables={
            **((_SIXTEEN_DARK if dark else _SIXTEEN_LIGHT) if sixteen else {}),
            **_quiet(colours),
            **{name: colours[name] for name in MARKS if name in colours},
        },
    )


def _quiet(colours: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables, so that its widgets keep to the theme's few colours."""
    ground, text = colours["background"], colours["foreground"]
    accent = colours.get("accent", colours["primary"])
    made = {f"text-{role}": colours[role] for role in ROLES if role in colours}
    made |= {"footer-background": ground, "footer-foreground": text, "footer-key-foreground": accent}
    made |= {"border": accent, "block-cursor-text-style": "bold", "block-cursor-foreground": text}
    if (primary := Color.parse(colours["primary"])).ansi is None:
        made["screen-selection-background"] = primary.with_alpha(_SELECTION).hex
    if muted := colours.get("muted"):
        made |= {"text-muted": muted, "foreground-muted": muted, "footer-description-foreground": muted}
        made |= {"border-blurred": muted}
    if chosen := colours.get("selected"):
        made |= {"primary-muted": chosen, "block-cursor-background": chosen, "block-hover-background": chosen}
        made |= {"block-cursor-blurred-background": chosen, "block-cursor-blurred-foreground": text}
    return made


REQUIRED = ("background", "foreground", "primary")
KEYS = {"about": str, "dark": bool, "ansi": bool, "colours": dict}

_NO_NAME = "the name of this file is no name for a theme: use letters, digits and - in it"
_LONGEST = 200  # characters of what a theme says of itself

Say = Callable[[int | None, str], None]


class Loaded(NamedTuple):
    """What loaded, what each theme says about itself, and what failed."""

    themes: tuple[Theme, ...] = ()
    about: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def load_all() -> Loaded:
    """Every theme there is, in the order of their names."""
    loaded = _load(files().values())
    names = [Problem(path, None, _NO_NAME) for path in misnamed()]
    return loaded._replace(problems=(*loaded.problems, *names))


def exists(name: str) -> bool:
    """Whether there is a theme of that name: a file of one, or one of Textual's own."""
    return name == AUTO or name in files() or name in BUILTIN_THEMES


def unknown(name: str) -> str:
    """What to say of a name that no theme has."""
    found = files()
    known = [*found, *BUILTIN_THEMES]
    meant = like(name, tuple(known))
    there = " There are" if meant else "; there are"
    name = visible(name, 100)
    return f"there is no theme {name!r}{meant}{there}: {', '.join(found)}, and Textual's own"


def load(name: str) -> Loaded:
    """One theme, without reading the others; a problem where there is none of that name."""
    found, name = files(), worn(name)
    if name in found:
        return _load([found[name]])
    return Loaded(problems=(Problem(settings_file(), line_of("theme"), unknown(name)),))


def put_on(app: App[Any], name: str) -> tuple[Problem, ...]:
    """Put a theme on, one of Textual's own too; where it cannot be used, the default and the reason."""
    name = worn(name)
    if name in app.available_themes and name not in files():
        _wear(app, app.available_themes[name])
        return ()
    loaded = load(name)
    for theme in loaded.themes or load(DEFAULT).themes:
        app.register_theme(theme)
        _wear(app, theme)
    return loaded.problems


def _wear(app: App[Any], theme: Theme) -> None:
    """Make a theme the app's own.

    Told of another theme, Textual parses every style sheet anew and draws all of the screen again. Before the
    app runs nothing is parsed or drawn yet, so it is not told; sixteen colours have filters to be told too.
    """
    if app.is_running or theme.ansi:
        app.theme = theme.name
        return
    app.set_reactive(App.theme, theme.name)
    app.set_class(True, f"-theme-{theme.name}", update=False)
    app.set_class(theme.dark, "-dark-mode", update=False)
    app.set_class(not theme.dark, "-light-mode", update=False)
    app.stylesheet.set_variables(app.get_css_variables())


def _load(names: Iterable[list[Path]]) -> Loaded:
    """Of each name the first file that is right."""
    themes: list[Theme] = []
    about: dict[str, str] = {}
    problems: list[Problem] = []
    for paths in names:
        for path in paths:
            entries, wrong = _entries(path)
            if entries or not wrong:  # of a file that is no YAML, that is all there is to say
                wrong += [Problem(path, line, reason) for line, reason in _check(entries)]
            problems += wrong
            if not wrong:
                themes.append(_theme(path.stem, entries))
                about[path.stem] = visible(_plain(entries, "about") or "", _LONGEST)
                break
    return Loaded(tuple(themes), about, tuple(problems))


def _entries(path: Path) -> tuple[dict[str, Located], list[Problem]]:
    """What a file says, by the short way where it is plain enough, with lines where it is not or is wrong."""
    entries = read_plainly(path)
    if entries is not None and not any(_check(entries)):
        return entries, []
    return read_mapping(path)


def _plain(entries: Mapping[str, Located], name: str) -> object:
    return entries[name].plain if name in entries else None


def _check(entries: Mapping[str, Located]) -> Iterator[tuple[int | None, str]]:
    """Everything that is wrong with a theme, each with its line."""
    for name, entry in entries.items():
        if name not in KEYS:
            yield entry.line, f"a theme has no {name!r}{like(name, KEYS)}"
        elif not isinstance(entry.value, KEYS[name]):
            wanted = {str: "a line of words", bool: "true or false", dict: "lines of the form name: colour"}
            yield entry.line, f"{name} must be {wanted[KEYS[name]]}"
    colours = entries["colours"].value if "colours" in entries else {}
    if isinstance(colours, dict):
        yield from _check_colours(colours)
        for name in REQUIRED:
            if name not in colours:
                yield None, f"colours lacks {name!r}"


def _check_colours(colours: Mapping[str, Located]) -> Iterator[tuple[int, str]]:
    for name, entry in colours.items():
        if name not in COLOURS:
            yield entry.line, f"there is no colour {name!r}{like(name, COLOURS)}"
        elif entry.value is None:
            yield entry.line, f'{name} has no value; a colour that begins with # needs quotes: "#1a2b3c"'
        elif not _is_colour(entry.value):
            given = f" is {entry.value!r}, which" if isinstance(entry.value, str | int | float) else ""
            yield entry.line, f'{name}{given} is not a colour such as "#1a2b3c" or ansi_blue'


def _is_colour(value: object) -> bool:
    try:
        return isinstance(value, str) and Color.parse(value).a == 1
    except ColorParseError:
        return False


def _theme(name: str, entries: Mapping[str, Located]) -> Theme:
    colours = entries["colours"].plain
    assert isinstance(colours, dict)
    dark, sixteen = _plain(entries, "dark") is not False, _plain(entries, "ansi") is True
    return made_of(name, colours, dark=dark, sixteen=sixteen)
