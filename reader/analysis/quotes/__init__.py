"""Quotations: spans, cues, and who is speaking."""
