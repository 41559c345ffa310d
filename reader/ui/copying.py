"""Copying so that it arrives: by the terminal, by tmux, by a program for the clipboard; and which way it went."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import NamedTuple

from textual.app import App

_PATIENCE = 2.0  # seconds a program has to take it
_BY_TERMINAL = "the terminal, if it allows that"


class Way(NamedTuple):
    """A program that takes what is copied from its standard input: what to call it, and how it is run."""

    says: str
    command: tuple[str, ...]
    or_else: tuple[str, ...] | None = None
    """How an older one of it is run, where that goes wrong."""


_TMUX = Way("the buffer of tmux", ("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
_PROGRAMS = (
    ("WAYLAND_DISPLAY", Way("the clipboard (wl-copy)", ("wl-copy",))),
    ("DISPLAY", Way("the clipboard (xclip)", ("xclip", "-selection", "clipboard"))),
    ("DISPLAY", Way("the clipboard (xsel)", ("xsel", "--clipboard", "--input"))),
)
_MAC = Way("the clipboard (pbcopy)", ("pbcopy",))


def ways(environment: Mapping[str, str], platform: str = sys.platform) -> list[Way]:
    """The ways there are beside the terminal's own: the buffer of tmux, and one program for the clipboard."""
    found = [_TMUX] if environment.get("TMUX") else []
    here = not environment.get("SSH_CONNECTION") or bool(environment.get("DISPLAY"))
    programs = [way for name, way in _PROGRAMS if environment.get(name)]
    programs += [_MAC] if platform == "darwin" and here else []
    there = (way for way in (*found, *programs) if shutil.which(way.command[0], path=environment.get("PATH")))
    kept = list(there)
    return [*(way for way in kept if way is _TMUX), *[way for way in kept if way is not _TMUX][:1]]


async def copy(app: App[None], text: str) -> str:
    """Copy by every way there is; to where it went, in words.

    The terminal is always told (OSC 52), which reaches over a remote shell too but never answers.
    """
    app.copy_to_clipboard(text)
    if app.is_web:
        return "the browser"
    tried = [(way, await asyncio.to_thread(_taken, way, text)) for way in ways(os.environ)]
    arrived = [way.says for way, taken in tried if taken]
    return " and ".join(arrived) if arrived else _BY_TERMINAL


def _taken(way: Way, text: str) -> bool:
    return any(_run(command, text) for command in (way.command, way.or_else) if command)


def _run(command: tuple[str, ...], text: str) -> bool:
    """Whether a program took it. It may stay, to answer for the clipboard, and must not hold the terminal."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            start_new_session=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
