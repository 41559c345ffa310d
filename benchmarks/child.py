"""Runs one measured function in a process of its own, so that its memory is its own too.

``python -m benchmarks.child MODULE FUNCTION ARGUMENTS`` prints what the function returns and the
peak memory of the process, its children apart, as JSON.
"""

import importlib
import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

MIB = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True)
class Measured:
    """What came back."""

    value: Any
    peak_mib: float


def measured(module: str, function: str, *arguments: Any) -> Measured:
    """``module.function(*arguments)``, run in a new process."""
    command = [sys.executable, "-m", "benchmarks.child", module, function, json.dumps(arguments)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    return Measured(**json.loads(run.stdout.splitlines()[-1]))


def main() -> None:
    module, function, arguments = sys.argv[1:]
    value = getattr(importlib.import_module(module), function)(*json.loads(arguments))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    print(json.dumps({"value": value, "peak_mib": peak}))


if __name__ == "__main__":
    main()
