"""Mutants: one condition of a file turned round, and nothing else."""

from pathlib import Path

from benchmarks.mutants import drawn, mutants

SOURCE = """\
def biggest(boats):
    if boats and not_sunk(boats):
        return max(boat for boat in boats if boat.é > 3)
    return None
""".encode()


def changed() -> list[str]:
    found = mutants(Path("reader/analysis/boats.py"), SOURCE)
    return sorted(mutant.applied(SOURCE).decode().splitlines()[mutant.line - 1].strip() for mutant in found)


def test_each_mutant_turns_one_condition_round_or_leaves_a_part_of_it_out():
    assert changed() == [
        "if ((boats)):",
        "if ((not_sunk(boats))):",
        "if (not (boats and not_sunk(boats))):",
        "return max(boat for boat in boats if (not (boat.é > 3)))",
    ]


def test_the_same_seed_draws_the_same_mutants():
    assert drawn(5, seed=3) == drawn(5, seed=3) != drawn(5, seed=4)
