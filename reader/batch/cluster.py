"""The workers of a Dask cluster: chunks out, outcomes back in order, lost workers made good."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from reader.article.sanitise import visible
from reader.batch.errors import BatchError
from reader.batch.items import TIME_LIMIT, Chunk, Kept, Outcome, Settings, answered
from reader.batch.work import run_chunk_within

_AHEAD = 4  # chunks a thread of the cluster that are handed out at once
_CONNECT_SECONDS = 10
_LONGEST_REASON = 200
_ADDRESS = re.compile(r"(?:\w+://)?[^\s/]+:\d{1,5}/?|inproc://\S+|ucx://\S+")


class Cluster:
    """A client of the scheduler at ``address``.

    The scheduler gives what a lost worker had to another one. Outcomes are taken once, in order,
    by the one process that writes, so that nothing is counted twice however often it was read.

    Args:
        kept: what a person keeps of articles; of each the cluster is given what it asks for.
        time_limit: seconds that a document may take; a worker that takes longer ends itself.

    Raises:
        BatchError: there is no scheduler, or the extra is not installed.
    """

    def __init__(
        self, settings: Settings, address: str, kept: Kept | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        self._kept = kept or {}
        self._time_limit = time_limit
        try:
            import distributed
        except ImportError as error:
            raise BatchError("--scheduler needs Dask: pip install 'article-reader[dask]'") from error
        if not _ADDRESS.fullmatch(address):
            raise BatchError(f"{visible(address)!r} is no address; write it as tcp://127.0.0.1:8786")
        try:
            connect: Any = distributed.Client
            self._client = connect(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise BatchError(f"no Dask scheduler answers at {visible(address)}; is it running?") from error
        # A task of its own: sent once, however much it holds, and done again where a worker is lost with it.
        self._settings = self._asked(self._client.submit, _same, settings, pure=False)

    def run(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Each chunk with its outcomes, in order.

        Raises:
            BatchError: the scheduler is gone, or a worker has another version of reader.
        """
        pending: deque[tuple[Chunk, Any]] = deque()
        for chunk in chunks:
            pending.append((chunk, self._submit(chunk)))
            while len(pending) >= self._window():
                yield self._next(pending)
        while pending:
            yield self._next(pending)

    def close(self) -> None:
        """Leave the cluster; it gives up what nobody waits for."""
        self._client.close()

    def _window(self) -> int:
        threads: dict[str, int] = self._asked(self._client.nthreads)
        return _AHEAD * max(1, sum(threads.values()))

    def _submit(self, chunk: Chunk) -> Any:
        return self._asked(
            self._client.submit, run_chunk_within, self._time_limit, self._settings, chunk, pure=False
        )

    def _next(self, pending: "deque[tuple[Chunk, Any]]") -> tuple[Chunk, list[Outcome]]:
        chunk, future = pending.popleft()
        return chunk, self._outcomes(chunk, future)

    def _outcomes(self, chunk: Chunk, future: Any) -> list[Outcome]:
        from distributed import KilledWorker

        try:
            outcomes: list[Outcome] = self._asked(future.result)
        except KilledWorker as error:
            return self._one_by_one(chunk, error)
        return [
            outcome if again is None else self._outcomes([again], self._submit([again]))[0]
            for again, outcome in (
                (answered(*pair, self._kept), pair[1]) for pair in zip(chunk, outcomes, strict=True)
            )
        ]

    def _asked(self, question: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """What the cluster answers.

        Raises:
            KilledWorker: several workers died of what they were given.
            BatchError: there is nobody left to answer, or a worker said so itself.
        """
        from distributed import KilledWorker

        try:
            return question(*args, **options)
        except (KilledWorker, BatchError):
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {visible(error, _LONGEST_REASON)}"
            raise BatchError(
                f"the Dask cluster is gone ({reason}); once it is back, the same command goes on"
            ) from error

    def _one_by_one(self, chunk: Chunk, error: Exception) -> list[Outcome]:
        """A chunk that several workers died of, item by item to find which one it is."""
        if len(chunk) == 1:
            why = f"the workers that read it died ({type(error).__name__}), or took longer than {self._time_limit:g} s"
            return [Outcome(None, reason=why)]
        # Each waits for the one before: what stands in line at a worker that dies is blamed with it.
        return [self._outcomes([item], self._submit([item]))[0] for item in chunk]


def _same(settings: Settings) -> Settings:
    return settings
