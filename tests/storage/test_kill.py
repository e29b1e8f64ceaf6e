"""Kill -9 in the middle of saving, thirty times: whatever was acknowledged is there afterwards."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from tests.programs import ROOT

ROUNDS = 30

# Saves one person after the other, and says each id once its saving has returned.
_SAVING = """
import sys
from datetime import date
from pathlib import Path
from notebook.services.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
while True:
    person_id = notebook.people.add("Ana Pereira", date(2026, 11, 22)).new_id
    sys.stdout.write(f"{person_id}\\n")
    sys.stdout.flush()
"""


def killed_while_saving(path: Path, after: int, later: float) -> list[int]:
    """Let a program save, kill it `later` seconds after its first `after` saves; return all saves."""
    child = subprocess.Popen(
        [sys.executable, "-c", _SAVING, path], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert child.stdout is not None
    saved = [int(child.stdout.readline()) for _ in range(after)]
    time.sleep(later)  # so that it is hit in any part of a save
    os.kill(child.pid, signal.SIGKILL)
    saved += [
        int(line) for line in child.stdout.read().splitlines(keepends=True) if line[-1] == "\n"
    ]
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    return saved


def people_in(path: Path) -> set[int]:
    connection = driver.connect(str(path))
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT id FROM person WHERE id IN (SELECT rowid FROM person_search)"
        )
        return {person_id for (person_id,) in found}
    finally:
        connection.close()


def test_every_acknowledged_save_is_there_after_kill_9(notebook_path: Path) -> None:
    chance = random.Random(22)
    acknowledged: set[int] = set()
    for _ in range(ROUNDS):
        acknowledged.update(
            killed_while_saving(notebook_path, chance.randint(1, 12), chance.uniform(0, 0.01))
        )
        assert acknowledged <= people_in(notebook_path)
    assert len(acknowledged) >= ROUNDS
