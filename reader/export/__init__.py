"""Article and Reading -> YAML, JSON Lines, Markdown, HTML, CSV and plain text; the JSON Schema."""
