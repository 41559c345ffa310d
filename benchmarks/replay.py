"""``python -m benchmarks.replay LINES export IN.jsonl --format jsonl -o OUT.jsonl``: exports that were made before.

Stands in for the reader where a scorer starts one: each text gets its line of LINES, by its id.
"""

import json
import sys
from pathlib import Path


def main() -> None:
    made, source, out = sys.argv[1], sys.argv[3], sys.argv[sys.argv.index("-o") + 1]
    lines = {json.loads(line)["id"]: line for line in Path(made).read_text("utf-8").splitlines()}
    asked = (json.loads(line)["id"] for line in Path(source).read_text("utf-8").splitlines() if line.strip())
    Path(out).write_text("".join(lines[name] + "\n" for name in asked), "utf-8")


if __name__ == "__main__":
    main()
