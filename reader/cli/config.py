"""``reader config``: where the settings are and what they say."""

import sys

import click


@click.command()
@click.option("--keys", is_flag=True, help="List the actions whose keys can be set, with their keys.")
def config(keys: bool) -> None:
    """Show the path of the settings file and the current values.

    What is printed is a settings file itself; a file need say only what differs from it. What is wrong in
    the file is said on standard error, and the exit status is 1.
    """
    from reader.config import as_yaml, load_settings, settings_file
    from reader.ui import theme_files, themes
    from reader.ui.bindings import default_keys

    settings, problems = load_settings(bindings=default_keys)
    if settings.theme in theme_files.files() or not themes.exists(settings.theme):
        problems += themes.load(settings.theme).problems
    if keys:
        for id, pressed in {**default_keys(), **settings.keys}.items():
            click.echo(f"{id}: {pressed}")
        return
    path = settings_file()
    click.echo(f"# {path}{'' if path.exists() else ' (not there yet; these are the defaults)'}")
    click.echo(as_yaml(settings), nl=False)
    for problem in problems:
        click.echo(f"reader: {problem}", err=True)
    if problems:
        sys.exit(1)
