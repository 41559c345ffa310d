"""The command line: what ``reader`` does with its arguments. Its commands are in :mod:`reader.cli.group`."""

import sys


def main() -> None:
    """Run the program: a file that is simply named is shown at once, all else is for the commands."""
    from reader.pythons import leave_the_folder_out

    leave_the_folder_out()
    from reader.signals import interrupts_end

    interrupts_end()
    from reader.cli.simply import open_simply

    if not open_simply(sys.argv[1:]):
        from reader.cli.group import main as commands

        commands()
