"""What is raised when a whole batch cannot go on; a single document never raises it."""


class BatchError(Exception):
    """One clear line that says why the batch cannot go on and what to do."""
