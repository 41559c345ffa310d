"""Where each command is."""

PLACES = {
    "open": ("reader.cli.open", "open_"),
    "export": ("reader.cli.export", "export"),
    "explain": ("reader.cli.explain", "explain"),
    "serve": ("reader.cli.serve", "serve"),
    "config": ("reader.cli.config", "config"),
    "cache": ("reader.cli.cache", "cache"),
    "schema": ("reader.cli.schema", "schema"),
    "completion": ("reader.cli.shell", "completion"),
    "man": ("reader.cli.shell", "man"),
}
"""The module of each command by its name, and what it is called there."""
