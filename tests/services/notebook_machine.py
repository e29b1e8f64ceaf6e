"""What state machines over a notebook have in common."""

from collections.abc import Callable

from hypothesis.stateful import RuleBasedStateMachine

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile
from tests.storage.snapshots import snapshot


class NotebookMachine(RuleBasedStateMachine):
    """Does things to one notebook; each is done whole and can be undone, or is refused whole."""

    def __init__(self, file: NotebookFile) -> None:
        super().__init__()
        self.file, self.notebook = file, Notebook(file)

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
