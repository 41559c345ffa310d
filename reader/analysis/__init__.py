"""Article -> Reading: the spaCy pipeline and its components. Start with :mod:`reader.analysis.model`."""
