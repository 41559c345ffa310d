"""Taking the terminal over from the frame that was shown before there was an app."""

from textual.drivers.linux_driver import LinuxDriver

from reader.ui.early.terminal import EarlyTerminal

_OTHER_SCREEN = "\x1b[?1049h"


def taking_over(early: EarlyTerminal) -> type[LinuxDriver]:
    """Textual's driver, which goes on where ``early`` left off: some terminals would clear the other screen
    when they are sent to it again, and the text would be gone for a moment."""

    class TakingOver(LinuxDriver):
        def start_application_mode(self) -> None:
            self._already_there, before = early.taken, early.before
            early.hand_over()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._already_there:
                self.attrs_before = before  # not those it has been given meanwhile
            self._already_there = False

        def write(self, data: str) -> None:
            if not (self._already_there and data == _OTHER_SCREEN):
                super().write(data)

    return TakingOver
