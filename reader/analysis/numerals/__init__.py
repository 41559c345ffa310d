"""Numbers as text writes them: their words and grammar, which claims, dates and columns share."""
