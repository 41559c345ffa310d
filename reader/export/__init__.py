"""Reading -> YAML, JSON Lines and their JSON Schema; batch runs."""
