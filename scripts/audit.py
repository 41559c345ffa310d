"""Ask for known weaknesses of the locked packages; a word, and status 0, where nobody can be asked.

Run as ``python scripts/audit.py PIP_AUDIT REQUIREMENTS``; status 1 where a package has a weakness that is known.
"""

import json
import subprocess
import sys
from typing import Any

_SECONDS = 300
_OPTIONS = (
    "--disable-pip",
    "--require-hashes",
    "--format",
    "json",
    "--progress-spinner",
    "off",
    "--timeout",
    "15",
)


def main() -> int:
    """Ask, and say what came of it."""
    program, requirements = sys.argv[1:]
    try:
        done = subprocess.run(
            [program, *_OPTIONS, "-r", requirements],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        found = json.loads(done.stdout)["dependencies"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired):
        print("audit: skipped, there is nobody to ask about known weaknesses from here")
        return 0
    return told(found)


def told(found: list[dict[str, Any]]) -> int:
    """Say what is known of each package; the status to end with."""
    weak = [each for each in found if each.get("vulns")]
    unknown = [each["name"] for each in found if "skip_reason" in each]
    for each in weak:
        for weakness in each["vulns"]:
            mended = ", ".join(weakness.get("fix_versions") or ["no version yet"])
            print(f"audit: {each['name']} {each['version']} has {weakness['id']}, mended in {mended}")
    if unknown and len(unknown) == len(found):
        print("audit: skipped, nothing is known here of any of the packages")
    else:
        print(f"audit: {len(found) - len(unknown)} packages asked about, {len(weak)} with a known weakness")
        if unknown:
            print(f"audit: nothing is known of {', '.join(unknown)}")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
