"""Many articles at once: files, folders, globs and JSON Lines in; JSON Lines or a folder of YAML out."""

from reader.batch.errors import BatchError
from reader.batch.run import Summary, run_batch

__all__ = ["BatchError", "Summary", "run_batch"]
