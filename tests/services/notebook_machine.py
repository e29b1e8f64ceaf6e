"""What state machines over a notebook have in common."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from typing_extensions import override

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile
from tests.storage.snapshots import snapshot


class NotebookMachine(RuleBasedStateMachine):
    """Does things to one notebook; each is done whole and can be undone, or is refused whole."""

    def __init__(self, file: NotebookFile) -> None:
        super().__init__()
        self.file, self.notebook = file, Notebook(file)

    @override
    def teardown(self) -> None:
        self.file.close()

    def attempt(self, do: Callable[[], object], *, may: bool) -> bool:
        """Do something that may be done, or be refused in a sentence with nothing half done."""
        before, why = snapshot(self.file), ""
        try:
            do()
        except Refused as refused:
            why = str(refused)
        assert may == (not why), why or "this makes no sense, yet it was done"
        if why:
            assert why.endswith(".")
            assert snapshot(self.file) == before
            return False
        after = snapshot(self.file)
        if after != before:
            self.notebook.upkeep.undo()
            assert snapshot(self.file) == before
            self.notebook.upkeep.redo()
            assert snapshot(self.file) == after
        return True


def run(
    machine: Callable[[NotebookFile], NotebookMachine], template: Path, *, examples: int, steps: int
) -> None:
    """Run a machine again and again, each time over a fresh copy of the template."""
    with tempfile.TemporaryDirectory() as folder:
        number = iter(range(10_000))

        def over_a_copy() -> NotebookMachine:
            path = Path(folder) / f"{next(number)}.db"
            file = NotebookFile(Path(shutil.copy(template, path)))
            file.database.pragma("synchronous", "off")
            return machine(file)

        how = settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(cast("Any", over_a_copy), settings=how)
