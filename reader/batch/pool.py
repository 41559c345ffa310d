"""Worker processes on this machine: chunks out, outcomes back in order, and none lost with a worker."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from subprocess import TimeoutExpired

from reader.batch.errors import BatchError
from reader.batch.items import TIME_LIMIT, Chunk, Kept, Outcome, Settings, answered
from reader.batch.process import Task, Worker, start

_AHEAD = 4  # chunks a worker that are open at once: one slow document does not stop the others
_AHEAD_BYTES = 64 * 1024 * 1024  # of input that is open at once: so much can be in a single document
_GRACE_SECONDS = 2.0


@dataclass
class _Open:
    """A chunk that is not written yet, with the outcomes that are there."""

    items: Chunk
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = sum(len(item.data or b"") for item in self.items)

    @property
    def done(self) -> bool:
        return len(self.outcomes) == len(self.items)


class Pool:
    """At most ``workers`` processes, each with the pipeline loaded once; started as there is work.

    Args:
        kept: what a person keeps of articles; of each a worker is given what it asks for.
        time_limit: seconds that a document may take. A worker that takes longer is ended.
    """

    def __init__(
        self, settings: Settings, workers: int, kept: Kept | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        self._settings = settings
        self._limit = workers
        self._kept = kept or {}
        self._time_limit = time_limit
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        self._open: dict[int, _Open] = {}

    def run(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
        """Each chunk with its outcomes, in order; only a few chunks are held at any time.

        Raises:
            BatchError: the workers cannot start.
        """
        tasks = (Task(number, 0, items) for number, items in enumerate(chunks))
        due = 0
        while True:
            self._hand_out(tasks)
            if not self._open:
                return
            self._take_in()
            while due in self._open and self._open[due].done:
                ready = self._open.pop(due)
                due += 1
                yield ready.items, [ready.outcomes[at] for at in range(len(ready.items))]

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()  # one that has nothing to do would take its time to put its model away
        for worker in self._workers:
            try:
                worker.process.wait(_GRACE_SECONDS)
            except TimeoutExpired:
                worker.process.kill()
                worker.process.wait()
        self._workers.clear()

    def _hand_out(self, tasks: Iterator[Task]) -> None:
        """Give every idle worker something to do, as long as there is something."""
        while (worker := self._idle()) is not None or len(self._workers) < self._limit:
            task = self._next(tasks)
            if task is None:
                return
            if worker is None:
                worker = start(self._settings)
                self._workers.append(worker)
            worker.give(task)

    def _idle(self) -> Worker | None:
        return next((worker for worker in self._workers if worker.task is None), None)

    def _next(self, tasks: Iterator[Task]) -> Task | None:
        if self._again:
            return self._again.popleft()
        if self._open and (len(self._open) >= self._limit * _AHEAD or self._open_bytes() >= _AHEAD_BYTES):
            return None
        task = next(tasks, None)
        if task is not None:
            self._open[task.number] = _Open(task.items)
        return task

    def _open_bytes(self) -> int:
        return sum(chunk.size for chunk in self._open.values())

    def _take_in(self) -> None:
        """Wait for at least one worker and take what it has, or end one that takes too long."""
        busy = [worker for worker in self._workers if worker.task is not None]
        heard = wait([worker.connection for worker in busy], self._patience(busy))
        for worker in (worker for worker in busy if worker.connection in heard):
            try:
                self._accept(worker, worker.connection.recv())
            except (EOFError, OSError):
                self._bury(worker)
        for worker in busy:
            if worker.connection not in heard and self._has_taken_too_long(worker):
                worker.process.kill()
                self._bury(worker, f"it took longer than {self._time_limit:g} s; --time-limit gives it more")

    def _patience(self, busy: list[Worker]) -> float | None:
        """Seconds until the first of the workers has taken too long; None while none of them can."""
        begun = [worker.since for worker in busy if worker.ready]
        return max(0.0, min(begun) + self._time_limit - time.monotonic()) if begun else None

    def _has_taken_too_long(self, worker: Worker) -> bool:
        return worker.ready and time.monotonic() - worker.since >= self._time_limit

    def _accept(self, worker: Worker, answer: list[Outcome] | str | None) -> None:
        if isinstance(answer, str):
            raise BatchError(answer)
        if answer is None:
            worker.ready, worker.since = True, time.monotonic()
        elif worker.task is not None:
            self._settle(worker.task, answer)
            worker.task = None

    def _settle(self, task: Task, outcomes: list[Outcome]) -> None:
        """Keep what came of a task; what a worker asked for is handed out with the item it is of."""
        open_ = self._open[task.number].outcomes
        for at, (item, outcome) in enumerate(zip(task.items, outcomes, strict=True), task.first):
            if (again := answered(item, outcome, self._kept)) is None:
                open_[at] = outcome
            else:
                self._again.append(Task(task.number, at, [again]))

    def _bury(self, worker: Worker, why: str | None = None) -> None:
        """Go on without a worker that died: its items are read one by one to find the one it died of.

        Args:
            why: it was ended, None where it ended by itself.
        """
        worker.process.wait()
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.ready:
            raise BatchError(f"{worker.how_it_ended()} before it was ready; is there enough memory?")
        task = worker.task
        if task is None:
            return
        if len(task.items) == 1:
            self._settle(task, [Outcome(None, reason=why or f"{worker.how_it_ended()} while reading it")])
            return
        singles = (Task(task.number, task.first + at, [item]) for at, item in enumerate(task.items))
        self._again.extend(singles)
