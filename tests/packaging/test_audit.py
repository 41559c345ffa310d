"""What the audit of the locked packages says of an answer, and of none."""

import sys

from scripts import audit

SAFE = {"name": "gull", "version": "1.0", "vulns": []}
WEAK = {"name": "ferry", "version": "2.1", "vulns": [{"id": "GHSA-1", "fix_versions": ["2.2"]}]}
UNKNOWN = {"name": "quay", "skip_reason": "not found"}


def test_a_known_weakness_fails_it_and_is_named_with_what_mends_it(capsys):
    assert audit.told([SAFE, WEAK, UNKNOWN]) == 1
    said = capsys.readouterr().out
    assert "ferry 2.1 has GHSA-1, mended in 2.2" in said
    assert "2 packages asked about, 1 with a known weakness" in said and "nothing is known of quay" in said


def test_what_nobody_can_be_asked_about_is_said_to_be_skipped(capsys):
    assert audit.told([UNKNOWN]) == 0
    assert "skipped" in capsys.readouterr().out


def test_so_is_an_audit_that_cannot_be_run(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "argv", ["audit", str(tmp_path / "pip-audit"), "requirements.txt"])
    assert audit.main() == 0
    assert "skipped" in capsys.readouterr().out
