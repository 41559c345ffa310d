"""Numeric claims: value, comparator, unit, what has it, and who says so."""
