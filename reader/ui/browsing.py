"""Showing a page: in a browser beside the app, in one that takes the terminal, or, where there is none, by copying its address."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, SuspendNotSupported

from reader.article.webaddress import web_address

_SETTLED = 2.0  # seconds after which a program that starts a browser is taken to have done so


@dataclass(frozen=True)
class Browser:
    """A program that shows a page.

    Args:
        name: of the program.
        in_terminal: it takes the terminal until it ends.
        open: shows an address; whether that went well. Raises OSError.
    """

    name: str
    in_terminal: bool
    open: Callable[[str], bool]


def browser() -> Browser | None:
    """The first there is of $BROWSER, whatever it names; without that what the machine has; None: none."""
    chosen = [choice.strip() for choice in os.environ.get("BROWSER", "").split(os.pathsep) if choice.strip()]
    if chosen:
        return next((found for choice in chosen if (found := _chosen(choice))), None)
    try:
        return _known(webbrowser.get())
    except webbrowser.Error:
        return None


def _chosen(choice: str) -> Browser | None:
    """One part of $BROWSER: a program with its options, "%s" for the address, "&" at the end for the background."""
    try:
        words = shlex.split(choice)
    except ValueError:
        return None
    behind = words[-1:] == ["&"]
    words = words[:-1] if behind else words
    if not words or shutil.which(words[0]) is None:
        return None
    if len(words) == 1 and not behind:
        try:
            return _known(webbrowser.get(words[0]))
        except webbrowser.Error:
            pass
    command = words if any("%s" in word for word in words) else [*words, "%s"]
    return _behind(command) if behind else _in_terminal(command)


def _known(found: webbrowser.BaseBrowser) -> Browser:
    """One that Python knows how to call."""
    if isinstance(found, webbrowser.BackgroundBrowser):
        return _behind([found.name, *found.args])
    if type(found) is webbrowser.GenericBrowser:
        return _in_terminal([found.name, *found.args])
    return Browser(str(getattr(found, "name", "the browser")), False, found.open)


def _in_terminal(command: list[str]) -> Browser:
    return Browser(Path(command[0]).name, True, lambda url: subprocess.call(_with(command, url)) == 0)


def _behind(command: list[str]) -> Browser:
    """One that is given no terminal, so that nothing it says is written over the screen."""

    def show(url: str) -> bool:
        process = subprocess.Popen(
            _with(command, url),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return process.wait(_SETTLED) == 0
        except subprocess.TimeoutExpired:
            return True

    return Browser(Path(command[0]).name, False, show)


def _with(command: list[str], url: str) -> list[str]:
    return [command[0], *(word.replace("%s", url) for word in command[1:])]


_READ = 20  # seconds in which an address can be read off the screen


def open_address(app: App[None], url: str, in_page: Callable[[str], None]) -> None:
    """Show a page in the browser there is; what goes wrong is one notice with the address.

    Args:
        in_page: has it opened by the browser that shows the app, where one does.
    """
    address = web_address(url)
    if address is None:
        app.notify("This is no address of the web, so it was not opened", severity="warning")
    elif app.is_web:
        in_page(address)
    else:
        app.run_worker(_browse(app, address), group="browser")


async def _browse(app: App[None], address: str) -> None:

    found = await asyncio.to_thread(browser)
    if found is None:
        _hand_over(app, address, "There is no browser here")
        return
    try:
        if found.in_terminal:
            with app.suspend(), _its_own_keys():
                done = found.open(address)
        else:
            done = await asyncio.to_thread(found.open, address)
    except (OSError, SuspendNotSupported):
        done = False
    if not done:
        _hand_over(app, address, f"{found.name} could not show it")


def _hand_over(app: App[None], address: str, why: str) -> None:
    """Give the address to the person instead."""
    app.copy_to_clipboard(address)
    app.notify(f"{why}; copied {address}", severity="warning", timeout=_READ)


@contextlib.contextmanager
def _its_own_keys() -> Iterator[None]:
    """While another program has the terminal, ctrl+c is for that one, and ctrl+z stops both."""

    def for_the_other(*_: object) -> None:
        """Heard, unlike what is ignored, and so as usual for the program that is started."""

    before = {
        number: signal.signal(number, what)
        for number, what in (
            (signal.SIGINT, for_the_other),
            (signal.SIGQUIT, for_the_other),
            (signal.SIGTSTP, signal.SIG_DFL),
        )
    }
    try:
        yield
    finally:
        for number, what in before.items():
            signal.signal(number, what)
