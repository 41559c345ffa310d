"""The screen: a view of one Article and its Reading. Knows neither spaCy nor the network."""
