"""Entities: one name, one kind, over the whole document."""
