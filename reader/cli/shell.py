"""``reader completion`` and ``reader man``: what a shell and ``man`` want of a program."""

import click
from click.shell_completion import BashComplete, ShellComplete, get_completion_class

from reader.cli.manpage import man_page


class Bash(BashComplete):
    """As click's, but names of files stand beside those of commands, where an article can stand for either."""

    source_template = """\
%(complete_func)s() {
    local IFS=$'\\n' response item files=
    response=$(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    for item in $response; do
        case $item in
            plain,*) COMPREPLY+=("${item#plain,}") ;;
            file,*|dir,*) files=${item#*,}. ;;
        esac
    done
    if [[ -n $files && ${#COMPREPLY[@]} -eq 0 ]]; then
        compopt -o default
    elif [[ -n $files ]]; then
        COMPREPLY+=($(compgen -f -- "${files%%.}"))
        compopt -o filenames
    fi
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    bash: add `eval "$(reader completion bash)"` to ~/.bashrc, and likewise for zsh, to ~/.zshrc after
    `compinit`. fish: write it to ~/.config/fish/completions/reader.fish.
    """
    made: type[ShellComplete] | None = Bash if shell == "bash" else get_completion_class(shell)
    assert made is not None  # the choices above are the shells click knows
    command = click.get_current_context().find_root().command
    click.echo(made(command, {}, "reader", "_READER_COMPLETE").source())


@click.command()
def man() -> None:
    """Print the manual page: `reader man > reader.1`, or read it with `man -l`."""
    click.echo(man_page(click.get_current_context().find_root()), nl=False)
